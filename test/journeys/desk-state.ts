import { eq } from 'drizzle-orm'
import { inject } from 'vitest'
import { product, sale, variant } from '#features/catalogue/table.ts'
import { outbox } from '#features/mail/table.ts'
import { message } from '#features/messages/table.ts'
import type { OrderState } from '#features/orders/rules.ts'
import { order, orderEvent, orderLine, terms } from '#features/orders/table.ts'
import { payment } from '#features/payments/table.ts'
import { promotion } from '#features/promotions/table.ts'
import { newSession } from '#features/staff/open-session.ts'
import { staff } from '#features/staff/table.ts'
import type { Lang } from '#lib/i18n.ts'
import { type Db, openDb, type Statement } from '#platform/db.ts'
import { newId, newToken } from '#platform/ids.ts'
import { openState } from '../dev/demo.ts'
import { write } from './write.ts'

const HOUR_MS = 3_600_000

const ADDRESS = {
  line1: '12 rue du Port',
  line2: '',
  postalCode: '29200',
  city: 'Brest',
  country: 'FR',
}

const PARCEL = {
  code: 'colissimo',
  kind: 'parcel',
  title: 'Colissimo',
  promise: '2 à 4 jours',
  from: '2026-11-24',
  to: '2026-11-26',
} as const

/** One order in each state that the maker meets; enough of the last for a second page. */
const STATES: OrderState[] = [
  ...(['paid', 'paid', 'ready', 'held', 'shipped', 'cancelled', 'awaiting_payment'] as const),
  ...Array.from({ length: 30 }, () => 'delivered' as const),
]

/** The running shop's desk: two owners who are signed in, by the tokens of their sessions, and how it fills. */
export async function openTheDesk() {
  const { env, dispose } = await openState(inject('shop').statePath)
  const db = openDb(env.DB)
  const now = Date.now()
  const fr = await owner(db, now, 'fr')
  const en = await owner(db, now, 'en')
  await write([...fr.statements, ...en.statements])
  const tokens: Record<Lang, string> = { fr: fr.token, en: en.token }

  /** Orders in every state, their mails, messages, an offer and a sale; answers the id of an order to send. */
  async function fill(): Promise<string> {
    const [piece] = await db
      .select({ id: variant.id, sku: variant.sku, productId: product.id, title: product.title })
      .from(variant)
      .innerJoin(product, eq(product.id, variant.productId))
      .where(eq(product.slug, 'mug-ressac'))
      .limit(1)
    if (!piece) throw new Error('The demo shop has no such piece')
    const id = newId('ord')
    await write([
      db.insert(terms).values({ hash: 'desk', body: 'Conditions', at: now }),
      ...STATES.flatMap((state, at) =>
        sold(db, piece, { id: at === 0 ? id : newId('ord'), state, at, now }),
      ),
      ...messages(db, now),
      ...offers(db, now),
    ])
    return id
  }
  return { tokens, fill, close: dispose }
}

async function owner(db: Db, now: number, lang: Lang) {
  const id = newId('stf')
  const name = { fr: 'Maëlle', en: 'Tom' }[lang]
  const arrival = { staffId: id, name, browser: 'Chrome', by: 'passkey', before: null } as const
  const { token, statements } = await newSession({ db, now }, arrival)
  const row = { id, name, role: 'owner', lang, createdAt: now } as const
  return { token, statements: [db.insert(staff).values(row), ...statements] }
}

type Piece = Pick<typeof variant.$inferSelect, 'id' | 'sku' | 'productId'> &
  Pick<typeof product.$inferSelect, 'title'>

function sold(
  db: Db,
  piece: Piece,
  { id, state, at, now }: { id: string; state: OrderState; at: number; now: number },
): Statement[] {
  const placedAt = now - (at + 1) * HOUR_MS
  const paid = state !== 'awaiting_payment'
  const mail = at === 4 ? 'failed' : at < 2 ? 'waiting' : 'sent'
  return [
    ...placed(db, piece, { id, at, now }),
    db.insert(orderEvent).values({ id: newId('evt'), orderId: id, kind: 'placed', at: placedAt }),
    db.insert(payment).values({
      id: newId('pay'),
      orderId: id,
      sessionId: `cs_${id}`,
      amount: 7490,
      currency: 'EUR',
      state: paid ? 'paid' : 'unpaid',
      paymentIntent: `pi_${id}`,
      live: false,
      method: 'visa 4242',
      expiresAt: placedAt + HOUR_MS,
    }),
    db
      .update(order)
      .set({
        capturedTotal: paid ? 7490 : 0,
        state,
        ...(paid ? { paidAt: placedAt, number: 2000 - at } : {}),
      })
      .where(eq(order.id, id)),
    db.insert(outbox).values({
      id: newId('out'),
      key: `confirmation:${id}`,
      template: 'confirmation',
      orderId: id,
      state: mail,
      createdAt: placedAt,
      nextAt: now + 100 * HOUR_MS,
      ...(mail === 'sent' ? { sentAt: placedAt } : {}),
      ...(mail === 'failed' ? { error: '550 mailbox unavailable' } : {}),
    }),
  ]
}

function placed(
  db: Db,
  piece: Piece,
  { id, at, now }: { id: string; at: number; now: number },
): Statement[] {
  return [
    db.insert(order).values({
      id,
      token: newToken(),
      state: 'pending',
      lang: 'fr',
      cartId: newToken(),
      fingerprint: 'f',
      email: `jeanne.${at % 5}@example.com`,
      phone: '',
      currency: 'EUR',
      firstName: 'Jeanne',
      lastName: 'Riou',
      address: ADDRESS,
      delivery: PARCEL,
      note: at === 0 ? 'Pour un cadeau, merci de ne pas mettre le prix.' : '',
      subtotal: 6800,
      deliveryTotal: 690,
      vatTotal: 0,
      total: 7490,
      termsHash: 'desk',
      placedAt: now - (at + 1) * HOUR_MS,
      holdUntil: now + 100 * HOUR_MS,
    }),
    db.insert(orderLine).values({
      id: newId('lin'),
      orderId: id,
      position: 0,
      variantId: piece.id,
      kind: 'physical',
      productId: piece.productId,
      sku: piece.sku,
      title: piece.title.fr ?? '',
      choice: '',
      quantity: 2,
      unitPrice: 3400,
      total: 6800,
      taxClass: 'standard',
      basisPoints: 0,
      vat: 0,
    }),
  ]
}

function messages(db: Db, now: number): Statement[] {
  return ['Mon bol est plus foncé que sur la photo. Est-ce normal ?', 'Bonjour.'].map((text, at) =>
    db.insert(message).values({
      id: `msg_${String(at).padStart(32, '0')}`,
      at: now - at * HOUR_MS,
      name: 'Jeanne Riou',
      email: 'jeanne.0@example.com',
      lang: 'fr',
      text,
    }),
  )
}

/** One of each, off: what other stories pay stays as it is. */
function offers(db: Db, now: number): Statement[] {
  return [
    db.insert(promotion).values({
      id: newId('pro'),
      code: 'FERMÉ',
      kind: 'percent',
      basisPoints: 1000,
      active: false,
      title: { fr: 'Offre close', en: 'Closed offer' },
      combines: false,
      createdAt: now,
      scope: { products: [], collections: [] },
    }),
    db.insert(sale).values({
      id: newId('sal'),
      title: 'Soldes d’hiver',
      state: 'planned',
      basisPoints: 2000,
      startsAt: now + 1000 * HOUR_MS,
    }),
  ]
}

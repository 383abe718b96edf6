import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { customer } from '#features/customers/table.ts'
import { mailLater } from '#features/mail/queries.ts'
import { answer, message } from '#features/messages/table.ts'
import { order, orderLine, orderNote, refund, shipment } from '#features/orders/table.ts'
import { promotion, promotionUse } from '#features/promotions/table.ts'
import { runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { pay } from '../orders/desk.ts'
import { makeProduct } from '../support/make.ts'
import { tools } from '../support/worker.ts'

const { db } = tools()

/** Personal things of one person, each another word, so that each can be looked for. */
export function canaries(mark: string) {
  let n = 0
  const next = () => `${String.fromCharCode(97 + n++)}${mark}`
  return {
    mark,
    email: `${next()}@example.com`,
    first: next(),
    last: next(),
    line1: next(),
    line2: next(),
    city: next(),
    note: next(),
    personal: next(),
    parcel: next(),
    remark: next(),
    refund: next(),
    memory: next(),
    name: next(),
    text: next(),
    answer: next(),
    fact: next(),
  }
}

export type Canaries = ReturnType<typeof canaries>

/** An order that has been collected, with a personal word in every column that may hold one. */
export async function fill(is: Canaries) {
  const made = await makeProduct()
  const buyer = {
    email: is.email.toUpperCase(),
    firstName: is.first,
    lastName: is.last,
    note: is.note,
    address: {
      line1: is.line1,
      line2: is.line2,
      postalCode: '29200',
      city: is.city,
      country: 'FR',
    },
  }
  const lines = [{ variantId: made.variants[0]?.id ?? '', quantity: 1 }]
  const view = await pay(lines, { buyer })
  const orderId = view.order.id
  const at = Date.now()
  const messageId = `msg_${'0'.repeat(20)}${is.mark}`
  const offer = newId('pro')
  await db.insert(promotion).values({
    id: offer,
    title: { fr: 'Offre' },
    kind: 'amount',
    amount: 100,
    scope: { products: [], collections: [] },
    combines: true,
    active: true,
    createdAt: at,
  })
  await runBatch(db, [
    db.update(order).set({ state: 'delivered' }).where(eq(order.id, orderId)),
    db
      .update(orderLine)
      .set({ personal: [{ label: 'Prénom', text: is.personal }] })
      .where(eq(orderLine.orderId, orderId)),
    db.insert(shipment).values({
      id: newId('shp'),
      orderId,
      carrier: 'Colissimo',
      number: is.parcel,
      at,
      staffId: null,
      who: 'Mona',
    }),
    db.insert(orderNote).values({ id: newId('not'), orderId, who: 'Mona', text: is.remark, at }),
    db.insert(refund).values({
      id: newId('ref'),
      orderId,
      amount: 100,
      reason: 'gesture',
      note: is.refund,
      state: 'succeeded',
      at,
      staffId: null,
      who: 'Mona',
    }),
    db.insert(promotionUse).values({ promotionId: offer, orderId, buyerHash: is.mark, at }),
    db.update(customer).set({ note: is.memory }).where(eq(customer.email, is.email)),
    db.insert(message).values({
      id: messageId,
      at,
      name: is.name,
      email: is.email,
      lang: 'fr',
      text: is.text,
    }),
    db.insert(answer).values({ id: newId('ans'), messageId, who: 'Mona', text: is.answer, at }),
    mailLater(db, {
      id: newId('out'),
      key: newId('key'),
      template: 'answer',
      to: is.email,
      facts: { said: is.fact },
      at,
    }),
  ])
  return view
}

/** Every table that holds a word, with the shadow tables of the full-text indexes, and the words it holds. */
export async function whereIs(mark: string): Promise<Record<string, string[]>> {
  const { results } = await env.DB.prepare(
    `select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\'`,
  ).all<{ name: string }>()
  const found: Record<string, string[]> = {}
  for (const { name } of results) {
    // oxlint-disable-next-line no-await-in-loop
    const rows = await env.DB.prepare(`select * from "${name}"`).all()
    const text = rows.results
      .flatMap((row) => Object.values(row))
      .map((value) =>
        Array.isArray(value) ? String.fromCharCode(...value.map(Number)) : String(value),
      )
      .join('\n')
    const words = text.match(new RegExp(`[a-z]?${mark}`, 'gi')) ?? []
    if (words.length > 0) found[name] = [...new Set(words)]
  }
  return found
}

/** Every word of somebody. */
export function wordsOf(is: Canaries): string[] {
  const values = Object.entries(is).flatMap(([field, value]) => (field === 'mark' ? [] : [value]))
  return values.map((value) => value.split('@')[0] ?? '')
}

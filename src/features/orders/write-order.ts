import { type Actor, note } from '#features/audit/note.ts'
import {
  freezeOrder,
  type Frozen,
  frozenDelivery,
  frozenLines,
  frozenSums,
  usesOf,
} from '#features/checkout/freeze-order.ts'
import type { Buyer } from '#features/checkout/place-order.ts'
import type { Sold } from '#features/documents/body.ts'
import { mailLater } from '#features/mail/queries.ts'
import { sealJournal } from '#features/journal/seal.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { addPayment } from '#features/payments/queries.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import { newId, newToken, sha256 } from '#platform/ids.ts'
import { isLive } from '#platform/stripe.ts'
import type { Tools } from '#platform/tools.ts'
import { carriageOf, makePaid } from './make-paid.ts'
import type { PaidBy } from './manual-rules.ts'
import { type NewOrder, orderById, step } from './queries.ts'
import { PAID_BY } from './refund-words.ts'

const DAY_MS = 86_400_000

export type Writing = Frozen & {
  /** The order's id, made with the form: the same form posted twice is the same order. */
  id: string
  channel: 'stall' | 'phone'
  buyer: Buyer
  /** Days that it waits, when it is paid by a link. */
  paid: { by: Exclude<PaidBy, 'link'> } | { by: 'link'; days: number }
}

/** `short`: a piece went meanwhile. `offer`: an offer has ended meanwhile. */
export type Written = { ok: true } | { ok: false; because: 'short' | 'offer' }

/**
 * Writes an order for a buyer at the stall or on the phone, with the stock, the prices and the terms of any other: paid
 * at once by hand, or kept for its buyer until they have paid by its link.
 */
export async function writeOrder(tools: Tools, actor: Actor, writing: Writing): Promise<Written> {
  const { db, now } = tools
  const { id, quote } = writing
  if (quote.changes.length > 0 || quote.lines.length === 0) return { ok: false, because: 'short' }
  const order = await newOrder(writing, now)
  const lines = frozenLines(writing, id)
  try {
    await runBatch(db, [
      ...freezeOrder(tools, writing, order, lines),
      ...(await usesOf(tools, quote, order)),
      ...(await paying(tools, actor, writing, order, lines)),
      note(db, actor, {
        act: 'order.written',
        subject: id,
        facts: { order: id, channel: writing.channel, by: writing.paid.by },
        at: now,
      }),
    ])
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'stock_is_short') return { ok: false, because: 'short' }
    if (constraint?.startsWith('promotion_use')) return { ok: false, because: 'offer' }
    const [known] = await orderById(db, id)
    if (!known || constraint === null) throw error
    return { ok: true }
  }
  tools.log('written', { order: id, by: writing.paid.by })
  tools.later(sendOutbox(tools))
  tools.later(sealJournal(tools))
  return { ok: true }
}

async function newOrder({ id, channel, quote, lang, buyer, terms, paid }: Writing, now: number) {
  const days = paid.by === 'link' ? paid.days : 0
  return {
    ...buyer,
    id,
    channel,
    lang,
    token: newToken(),
    state: 'pending' as const,
    cartId: `desk_${id}`,
    fingerprint: await sha256(id),
    delivery: frozenDelivery(quote, lang, now),
    ...frozenSums(quote),
    termsHash: await sha256(terms.body),
    placedAt: now,
    holdUntil: now + days * DAY_MS,
  }
}

/** What makes the order paid at once, or lets its buyer know where to pay. */
async function paying(
  tools: Tools,
  actor: Actor,
  { paid, lang, quote }: Writing,
  order: Sold & NewOrder,
  lines: ReturnType<typeof frozenLines>,
): Promise<Statement[]> {
  const { db, env, now } = tools
  const { id: orderId, email, total, currency } = order
  const { totals } = quote
  if (paid.by === 'link') {
    const mail = { id: newId('out'), key: `pay_link:${orderId}`, template: 'pay_link' as const }
    return email === '' ? [] : [mailLater(db, { ...mail, orderId, at: now })]
  }
  return [
    addPayment(db, {
      id: newId('pay'),
      orderId,
      kind: paid.by,
      state: 'paid',
      amount: total,
      currency,
      method: PAID_BY[paid.by][lang],
      live: isLive(env),
      expiresAt: now,
    }),
    step(db, { id: newId('evt'), orderId, kind: 'paid', reason: null, at: now, by: actor }),
    ...(await makePaid(tools, order, paid.by, { lines, carriage: carriageOf(totals.adjustments) })),
  ]
}

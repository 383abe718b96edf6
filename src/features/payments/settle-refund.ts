import { note } from '#features/audit/note.ts'
import { RECKONED_AT_ONCE } from '#features/documents/queries.ts'
import { sealJournal } from '#features/journal/seal.ts'
import { alertLater } from '#features/mail/alert-later.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { orderById, type OrderRow, readOrder } from '#features/orders/queries.ts'
import * as refunds from '#features/orders/refund-queries.ts'
import { allLeft, leftToRefund, refundAfter, type Sum } from '#features/orders/refund-rules.ts'
import { cameBack, succeeded } from '#features/orders/refund-statements.ts'
import { anew, brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { findOrder } from './find-order.ts'
import { noteEvent } from './queries.ts'
import type { RefundFact } from './rules.ts'
import type { Settled, Told } from './settle.ts'

const STRIPE = { staffId: null, who: 'Stripe' }

/**
 * Makes a refund what Stripe says it is, each end once and in whatever order the news come. One that was made in
 * Stripe's own pages becomes a refund of its order. `unknown`: of ours, but its order is not to be seen yet, or its
 * amount is still taken by a refund that is about to fail.
 */
export function settleRefund(tools: Tools, fact: RefundFact, told: Told = null): Promise<Settled> {
  return anew(RECKONED_AT_ONCE, () => settleOnce(tools, fact, told))
}

async function settleOnce(tools: Tools, fact: RefundFact, told: Told): Promise<Settled> {
  const { db } = tools
  const known = await findRefund(tools, fact)
  if (!known) return adopt(tools, fact, told)
  const to = refundAfter(known, fact.state)
  const [order] = await orderById(db, known.orderId)
  if (!to || !order) {
    // One that failed without Stripe's id may still turn out to have worked: it keeps none until then.
    const remembers = known.stripeId === null && known.state !== 'failed'
    await runBatch(db, [
      ...(remembers ? [refunds.rememberRefund(db, known.id, fact.stripeId)] : []),
      ...heard(tools, told),
    ])
    return 'again'
  }
  const { stripeId, error } = fact
  return write(tools, known.id, [
    refunds.endRefund(db, known, { state: to, stripeId, error: to === 'failed' ? error : null }),
    ...(await following(tools, order, known, { to, error })),
    ...heard(tools, told),
  ])
}

/** What a refund brings with it when Stripe refuses it or the bank sends it back. */
export function refuseRefund(
  tools: Tools,
  order: OrderRow,
  known: refunds.RefundRow,
  error: string,
): Promise<Settled> {
  const { db } = tools
  return anew(RECKONED_AT_ONCE, async () =>
    write(tools, known.id, [
      refunds.endRefund(db, known, { state: 'failed', stripeId: null, error }),
      ...(await following(tools, order, known, { to: 'failed', error })),
    ]),
  )
}

async function findRefund({ db }: Tools, fact: RefundFact) {
  const [[byStripe], [byId]] = await db.batch([
    refunds.refundByStripe(db, fact.stripeId),
    refunds.refundById(db, fact.refundId ?? ''),
  ])
  return byStripe ?? byId
}

async function following(
  tools: Tools,
  order: OrderRow,
  known: refunds.RefundRow,
  { to, error }: { to: 'succeeded' | 'failed'; error: string | null },
): Promise<Statement[]> {
  const { db, now } = tools
  const cards = refunds.reckonGiftCards(db, order.id)
  if (to === 'succeeded') return [...(await succeeded(tools, order, known, STRIPE)), cards]
  return [
    // The pieces of an order that was given up never left: they stay on the shelf.
    ...(order.state === 'cancelled' ? [] : refunds.takeBack(db, known.id, now)),
    ...(await failed(tools, order, known, error)),
    cards,
  ]
}

/** How a refund that failed is told: in the timeline, to the workshop, in the audit log. */
async function failed(
  tools: Tools,
  order: OrderRow,
  refund: Pick<refunds.RefundRow, 'id' | 'amount' | 'state'>,
  error: string | null,
): Promise<Statement[]> {
  const { db, now: at } = tools
  const facts = { order: order.number, refund: refund.id, amount: refund.amount }
  return [
    ...(await cameBack(tools, order, refund, { by: STRIPE, reason: error ?? '' })),
    alertLater(tools, { orderId: order.id, about: 'refund_failed', ref: refund.id }),
    note(db, STRIPE, { act: 'order.refund_failed', subject: order.id, facts, at }),
  ]
}

/** A refund that somebody made in Stripe's own pages: of all the pieces that are left, when it is all the money. */
async function adopt(tools: Tools, fact: RefundFact, told: Told): Promise<Settled> {
  const { db, now } = tools
  const order = await findOrder(tools, fact)
  if (order === 'unknown') return 'unknown'
  // What came a second time was never counted: that it goes back is nothing to write down.
  if (order === 'foreign' || order === 'twice') return 'again'
  const id = newId('ref')
  const { amount, stripeId, state } = fact
  const { units, delivery } = await partsOf(tools, order, fact)
  const row = { id, orderId: order.id, amount, deliveryAmount: delivery, reason: 'other' as const }
  const facts = { order: order.number, refund: id, amount }
  try {
    return await write(tools, id, [
      refunds.addRefund(db, { ...row, note: '', state, stripeId, at: now, ...STRIPE }),
      ...units.map(({ lineId, quantity, amount: share }) =>
        refunds.addRefundLine(db, {
          refundId: id,
          lineId,
          quantity,
          amount: share,
          restocked: false,
        }),
      ),
      ...(state === 'succeeded' ? await succeeded(tools, order, row, STRIPE, units) : []),
      refunds.reckonGiftCards(db, order.id),
      ...(state === 'failed'
        ? await failed(tools, order, { ...row, state }, fact.error)
        : [note(db, STRIPE, { act: 'order.refunded', subject: order.id, facts, at: now })]),
      ...heard(tools, told),
    ])
  } catch (error) {
    if (brokenConstraint(error) !== 'refund_is_too_much') throw error
    const [unsent] = await refunds.unsentRefundOf(db, order.id)
    tools.log('refund beyond the order', { order: order.id, stripeRefund: stripeId })
    return unsent ? 'unknown' : 'again'
  }
}

/** What a refund made at Stripe is for. A part of what is left belongs to nothing in particular. */
async function partsOf(
  { db }: Tools,
  order: OrderRow,
  { amount, state }: RefundFact,
): Promise<Pick<Sum, 'units' | 'delivery'>> {
  const view = await readOrder(db, order.id)
  const left = view && leftToRefund(view, view.refunds, view.refundLines)
  if (left?.amount !== amount || state === 'failed') return { units: [], delivery: 0 }
  return allLeft(view?.lines ?? [], left, false)
}

async function write(tools: Tools, id: string, statements: Statement[]): Promise<Settled> {
  try {
    await runBatch(tools.db, statements)
  } catch (error) {
    const lost = ['refund.state', 'refund.id', 'refund.stripe_id']
    if (!lost.includes(brokenConstraint(error) ?? '')) throw error
    return 'again'
  }
  tools.log('refund settled', { refund: id })
  tools.later(sendOutbox(tools))
  tools.later(sealJournal(tools))
  return 'settled'
}

function heard({ db, now }: Tools, told: Told): Statement[] {
  return told ? [noteEvent(db, { ...told, sessionId: null, receivedAt: now })] : []
}

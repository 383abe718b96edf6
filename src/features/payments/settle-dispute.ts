import { note } from '#features/audit/note.ts'
import { RECKONED_AT_ONCE } from '#features/documents/queries.ts'
import { alertLater } from '#features/mail/alert-later.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { happened, type OrderRow } from '#features/orders/queries.ts'
import * as refunds from '#features/orders/refund-queries.ts'
import { cameBack, succeeded } from '#features/orders/refund-statements.ts'
import { anew, runBatch, type Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './dispute-queries.ts'
import {
  disputeAfter,
  type DisputeFact,
  type DisputeState,
  disputeSteps,
  lostAmount,
} from './dispute-rules.ts'
import { findOrder } from './find-order.ts'
import { noteEvent } from './queries.ts'
import type { Settled, Told } from './settle.ts'

const STRIPE = { staffId: null, who: 'Stripe' }

/** What another news of the same dispute, or of the same order's money, has changed meanwhile. */
const CHANGED = ['dispute.stripe_id', 'dispute.state', 'refund_is_too_much', RECKONED_AT_ONCE]

/**
 * Makes a dispute what Stripe says it is, each step once and in whatever order the news come: the timeline, the word to
 * the workshop, and the money that a lost one took. While it is open, or lost, nothing of its order leaves.
 */
export function settleDispute(tools: Tools, fact: DisputeFact, told: Told): Promise<Settled> {
  return anew(CHANGED, () => settleOnce(tools, fact, told))
}

async function settleOnce(tools: Tools, fact: DisputeFact, told: Told): Promise<Settled> {
  const { db, now } = tools
  const [known] = await q.disputeByStripe(db, fact.stripeId)
  const order = await findOrder(tools, fact)
  if (order === 'unknown' || order === 'twice') return 'unknown'
  if (order === 'foreign') return 'again'
  const heard = told ? [noteEvent(db, { ...told, sessionId: null, receivedAt: now })] : []
  const from = known?.state ?? null
  const to = disputeAfter(from, fact.state)
  if (!to) {
    const news = known && known.state === fact.state ? [q.renewDispute(db, known, fact)] : []
    await runBatch(db, [...news, ...heard])
    return 'again'
  }
  const id = known?.id ?? newId('dsp')
  await runBatch(db, [
    ...written(tools, { id, order, fact }, known),
    ...disputeSteps(from, to).map((kind) =>
      happened(db, {
        id: newId('evt'),
        orderId: order.id,
        kind,
        ref: fact.stripeId,
        reason: fact.reason,
        at: now,
        by: STRIPE,
      }),
    ),
    ...(await money(tools, { id, order, fact }, { from, to })),
    ...alerts(tools, order, fact, to),
    ...heard,
  ])
  tools.log('dispute settled', { order: order.id, dispute: fact.stripeId, state: to })
  tools.later(sendOutbox(tools))
  return 'settled'
}

type Case = { id: string; order: OrderRow; fact: DisputeFact }

function written({ db, now }: Tools, { id, order, fact }: Case, known?: q.DisputeRow): Statement[] {
  const { stripeId, amount, currency, reason, state, dueAt } = fact
  const closedAt = state === 'inquiry' || state === 'open' ? null : now
  if (known) return [q.moveDispute(db, known, state, { amount, dueAt, closedAt })]
  const row = { id, orderId: order.id, stripeId, amount, currency, reason, state, dueAt }
  return [q.addDispute(db, { ...row, at: now, closedAt })]
}

/** A lost dispute is money that the bank gave back: a refund of its order. One that is won after all undoes it. */
async function money(
  tools: Tools,
  { id, order, fact }: Case,
  { from, to }: { from: DisputeState | null; to: DisputeState },
): Promise<Statement[]> {
  const { db, now } = tools
  const refundId = `ref_${id.slice('dsp_'.length)}`
  const cards = refunds.reckonGiftCards(db, order.id)
  if (to === 'lost') {
    const amount = lostAmount(fact, order)
    if (amount === 0) return []
    const row = { id: refundId, orderId: order.id, amount, deliveryAmount: 0 }
    const refund = { ...row, reason: 'dispute' as const }
    const ended = { note: '', state: 'succeeded' as const, stripeId: null, at: now }
    const facts = { order: order.number, refund: refundId, amount }
    return [
      refunds.addRefund(db, { ...refund, ...ended, ...STRIPE }),
      ...(await succeeded(tools, order, refund, STRIPE)),
      cards,
      note(db, STRIPE, { act: 'order.dispute_lost', subject: order.id, facts, at: now }),
    ]
  }
  const [lost] = from === 'lost' ? await refunds.refundById(db, refundId) : []
  if (!lost) return []
  const error = 'dispute_won'
  return [
    refunds.endRefund(db, lost, { state: 'failed', stripeId: null, error }),
    ...(await cameBack(tools, order, lost, { by: STRIPE, reason: error })),
    cards,
  ]
}

const ALERTED = {
  inquiry: 'inquired',
  closed: null,
  open: 'disputed',
  lost: 'dispute_lost',
  won: 'dispute_won',
} as const

function alerts(tools: Tools, order: OrderRow, fact: DisputeFact, to: DisputeState): Statement[] {
  const about = ALERTED[to]
  return about ? [alertLater(tools, { orderId: order.id, about, ref: fact.stripeId })] : []
}

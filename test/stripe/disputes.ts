import { emit } from './events.ts'
import { refuse, refuseMissing } from './refusal.ts'
import { sample } from './samples.ts'
import type { Dispute } from './shapes.ts'
import { newId, seconds, type World } from './world.ts'

const ANSWER_SECONDS = 7 * 24 * 3600

export type DisputeOutcome = 'won' | 'lost' | 'warning_closed'

/** The buyer's bank contests a payment. A status `warning_…` is an inquiry: it takes no money. */
export function openDispute(
  world: World,
  paymentIntentId: string,
  status: Dispute['status'],
): Dispute {
  const intent = world.state.paymentIntents.get(paymentIntentId)
  const charge = world.state.charges.get(intent?.latest_charge ?? '')
  if (!charge) return refuseMissing('payment_intent', paymentIntentId, 'payment_intent')
  const inquiry = status.startsWith('warning_')
  const base = sample('dispute')
  const dispute: Dispute = {
    ...base,
    id: newId('du_1'),
    amount: charge.amount - charge.amount_refunded,
    charge: charge.id,
    created: seconds(world),
    currency: charge.currency,
    evidence_details: { ...base.evidence_details, due_by: seconds(world) + ANSWER_SECONDS },
    is_charge_refundable: inquiry,
    payment_intent: paymentIntentId,
    reason: 'fraudulent',
    status,
  }
  charge.disputed = !inquiry
  world.state.disputes.set(dispute.id, dispute)
  emit(world, 'charge.dispute.created', dispute)
  return dispute
}

/** A dispute goes on: an inquiry becomes a dispute, an answer is looked at, a lost one is won on appeal. */
export function moveDispute(world: World, id: string, status: Dispute['status']): Dispute {
  const dispute = world.state.disputes.get(id) ?? refuseMissing('dispute', id, 'id')
  dispute.status = status
  const charge = world.state.charges.get(dispute.charge)
  if (charge) charge.disputed = !status.startsWith('warning_')
  emit(world, 'charge.dispute.updated', dispute)
  return dispute
}

/** The bank decides; an inquiry ends with `warning_closed`. */
export function closeDispute(world: World, id: string, outcome: DisputeOutcome): Dispute {
  const dispute = world.state.disputes.get(id) ?? refuseMissing('dispute', id, 'id')
  if (['won', 'lost', 'warning_closed'].includes(dispute.status)) {
    return refuse(400, `${id} is closed already.`)
  }
  dispute.status = outcome
  emit(world, 'charge.dispute.closed', dispute)
  return dispute
}

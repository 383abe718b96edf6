import type Stripe from 'stripe'

export type DisputeState = 'inquiry' | 'open' | 'won' | 'lost' | 'closed'

/** What Stripe says of one dispute. */
export type DisputeFact = {
  stripeId: string
  chargeId: string
  paymentIntent: string | null
  /** Minor units of its own currency. */
  amount: number
  /** `EUR`. */
  currency: string
  /** In Stripe's word. */
  reason: string
  state: DisputeState
  /** Until when an answer is heard, in milliseconds; null when none is. */
  dueAt: number | null
}

export const DISPUTE_EVENTS = [
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
] as const

/** A lost dispute that is appealed stays lost until the appeal is won. */
const STATES: Partial<Record<string, DisputeState>> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry',
  warning_closed: 'closed',
  prevented: 'closed',
  needs_response: 'open',
  under_review: 'open',
  lost: 'lost',
  appeal_needs_response: 'lost',
  appeal_under_review: 'lost',
  won: 'won',
}

/** What a dispute says of itself; null for a status that Stripe has thought of since. */
export function disputeOf(dispute: Stripe.Dispute): DisputeFact | null {
  const state = STATES[dispute.status]
  if (!state) return null
  const { charge, payment_intent: intent, evidence_details: evidence } = dispute
  return {
    stripeId: dispute.id,
    chargeId: typeof charge === 'string' ? charge : charge.id,
    paymentIntent: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amount: dispute.amount,
    currency: dispute.currency.toUpperCase(),
    reason: dispute.reason,
    state,
    // 0 when the bank hears no answer.
    dueAt: evidence.due_by ? evidence.due_by * 1000 : null,
  }
}

/** An inquiry may close and be opened all the same; what was lost may be won on appeal. */
const ORDER: readonly DisputeState[] = ['inquiry', 'closed', 'open', 'lost', 'won']

/** Where news lead a dispute; null when they are old: they come in any order, and it never goes back. */
export function disputeAfter(known: DisputeState | null, told: DisputeState): DisputeState | null {
  return known === null || ORDER.indexOf(told) > ORDER.indexOf(known) ? told : null
}

export type DisputeStep =
  | 'inquired'
  | 'inquiry_closed'
  | 'disputed'
  | 'dispute_lost'
  | 'dispute_won'

/** What the timeline tells of a dispute that went from one state to another: its beginning too, when nobody told it. */
export function disputeSteps(from: DisputeState | null, to: DisputeState): DisputeStep[] {
  const begun: DisputeStep[] = from === 'open' || from === 'lost' ? [] : ['disputed']
  switch (to) {
    case 'inquiry':
      return ['inquired']
    case 'closed':
      return from === null ? ['inquired', 'inquiry_closed'] : ['inquiry_closed']
    case 'open':
      return ['disputed']
    case 'lost':
      return [...begun, 'dispute_lost']
    case 'won':
      return [...begun, 'dispute_won']
    default:
      return to satisfies never
  }
}

/** What a lost dispute took of an order: never more than was left of it, and nothing in a currency that is not its own. */
export function lostAmount(
  dispute: { amount: number; currency: string },
  order: { capturedTotal: number; refundedTotal: number; currency: string },
): number {
  if (dispute.currency !== order.currency) return 0
  return Math.max(0, Math.min(dispute.amount, order.capturedTotal - order.refundedTotal))
}

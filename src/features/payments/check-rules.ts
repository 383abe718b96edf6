import type { Fact } from './rules.ts'

/** Orders are asked after once they have waited this long: the webhook is faster when it comes. */
export const ASK_AFTER_MS = 10 * 60_000

/** Stripe keeps the events that nobody took for thirty days. */
export const EVENT_DAYS = 30

/** How far the daily comparison looks back behind the one before: a session that was opened then may be paid now. */
export const OVERLAP_DAYS = 3

/** What the shop knows of a session; null when it knows no order for it. */
export type Known = {
  paidAt: number | null
  state: string
  capturedTotal: number
  total: number
  currency: string
  /** The session that its money came by; null when it was taken by hand. */
  sessionId: string | null
}

export type DifferenceKind =
  | 'no_order'
  | 'not_paid'
  | 'twice'
  | 'amount'
  | 'not_at_stripe'
  | 'not_told'

/**
 * What differs between a session and what the shop knows of it; null when they agree. Money that was kept aside, or went
 * back because the order had been given up, is known of. `twice`: its money had come by another way already. `amount`:
 * what came is not what the order says came.
 */
export function differenceOf(fact: Fact, known: Known | null): DifferenceKind | null {
  if (fact.outcome !== 'paid') return null
  if (!known) return 'no_order'
  const heard = known.paidAt !== null || known.capturedTotal > 0 || known.total === 0
  if (!heard) return 'not_paid'
  if (fact.sessionId !== known.sessionId) return 'twice'
  const same = fact.amount === known.capturedTotal
  return same && fact.currency === known.currency.toLowerCase() ? null : 'amount'
}

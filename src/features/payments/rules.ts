import type Stripe from 'stripe'

/** What Stripe says of one way to pay one order: all that settling needs to know. */
export type Fact = {
  sessionId: string
  orderId: string
  outcome: 'open' | 'paid' | 'unpaid' | 'failed' | 'expired'
  /** Minor units. */
  amount: number | null
  currency: string | null
  paymentIntent: string | null
  /** Stripe's `ch_…`, when it said so. */
  chargeId?: string | null
  /** How it was paid, `visa 4242`; null when Stripe did not say. */
  method: string | null
  live: boolean
}

/** The session can be paid this long; Stripe wants at least 30 minutes. */
export const SESSION_MINUTES = 31

/** Stock is held a little longer than the payment page is open, so that no open page sells what is not held. */
export const HOLD_MINUTES = SESSION_MINUTES + 5

/** The least that Stripe takes at a time, in minor units. */
export const LEAST_PAID = 50

/** Whether an amount is too little to be paid through Stripe. Where nothing is to pay, nothing is asked of it. */
export function isTooLittle(amount: number): boolean {
  return amount > 0 && amount < LEAST_PAID
}

export const SESSION_EVENTS = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
] as const

/** The id of the order a session was made for; null when it was not made by this shop. */
export function orderOf(session: Stripe.Checkout.Session): string | null {
  const id = session.metadata?.order ?? null
  return id !== null && id === session.client_reference_id ? id : null
}

/** What an event says of its session. Null for a session of somebody else. */
export function factOfEvent(type: string, session: Stripe.Checkout.Session): Fact | null {
  if (type === 'checkout.session.async_payment_failed') return fact(session, 'failed')
  return factOf(session)
}

/** What a session says of itself. A payment that is under way tells by its intent whether it has failed meanwhile. */
export function factOf(session: Stripe.Checkout.Session): Fact | null {
  if (session.status === 'expired') return fact(session, 'expired')
  if (session.status !== 'complete') return fact(session, 'open')
  if (session.payment_status !== 'unpaid') return fact(session, 'paid')
  const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null
  const failed = ['requires_payment_method', 'canceled'].includes(intent?.status ?? '')
  return fact(session, failed ? 'failed' : 'unpaid')
}

function fact(session: Stripe.Checkout.Session, outcome: Fact['outcome']): Fact | null {
  const orderId = orderOf(session)
  if (orderId === null) return null
  const intent = session.payment_intent
  return {
    sessionId: session.id,
    orderId,
    outcome,
    amount: session.amount_total,
    currency: session.currency,
    paymentIntent: typeof intent === 'string' ? intent : (intent?.id ?? null),
    chargeId: chargeOf(intent),
    method: methodOf(intent),
    live: session.livemode,
  }
}

function chargeOf(intent: Stripe.Checkout.Session['payment_intent']): string | null {
  const charge = typeof intent === 'object' ? intent?.latest_charge : null
  return typeof charge === 'string' ? charge : (charge?.id ?? null)
}

function methodOf(intent: Stripe.Checkout.Session['payment_intent']): string | null {
  const charge = typeof intent === 'object' ? intent?.latest_charge : null
  const details = typeof charge === 'object' ? charge?.payment_method_details : null
  if (details?.card) return `${details.card.brand ?? 'card'} ${details.card.last4 ?? ''}`.trim()
  if (details?.sepa_debit) return `SEPA ${details.sepa_debit.last4 ?? ''}`.trim()
  return details?.type ?? null
}

/** What Stripe says of one refund. */
export type RefundFact = {
  stripeId: string
  /** Our id of it; null when it was made in Stripe's own pages. */
  refundId: string | null
  paymentIntent: string | null
  /** Minor units. */
  amount: number
  state: 'pending' | 'succeeded' | 'failed'
  /** Why it failed, in Stripe's word. */
  error: string | null
}

/** What a refund says of itself. */
export function refundOf(refund: Stripe.Refund): RefundFact {
  const { status, payment_intent: intent } = refund
  const failed = status === 'failed' || status === 'canceled'
  return {
    stripeId: refund.id,
    refundId: refund.metadata?.['refund'] ?? null,
    paymentIntent: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amount: refund.amount,
    state: failed ? 'failed' : status === 'succeeded' ? 'succeeded' : 'pending',
    error: failed ? (refund.failure_reason ?? status) : null,
  }
}

/** Why what was paid for an order does not count: its currency, its sum, or its sum after the order was given up. */
export function mismatch(
  paid: Fact,
  order: { currency: string },
  late: boolean,
): 'currency' | 'amount' | 'late' {
  if (paid.currency !== order.currency.toLowerCase()) return 'currency'
  return late ? 'late' : 'amount'
}

/** Whether what was paid is what the order asks, to the cent and in its currency. */
export function pays(paid: Fact, order: { total: number; currency: string }): boolean {
  return paid.amount === order.total && paid.currency === order.currency.toLowerCase()
}

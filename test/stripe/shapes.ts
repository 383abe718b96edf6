import type Stripe from 'stripe'

// The objects as this server keeps them: Stripe's own types, with every link stored as an id.
export type Session = Stripe.Checkout.Session & {
  payment_intent: string | null
  amount_subtotal: number
  amount_total: number
  currency: string
}
export type PaymentIntent = Stripe.PaymentIntent & { latest_charge: string | null }
export type Charge = Stripe.Charge & { payment_intent: string }
export type Refund = Stripe.Refund & { charge: string; payment_intent: string }
export type Dispute = Stripe.Dispute & { charge: string; payment_intent: string }
export type LineItem = Omit<Stripe.LineItem, 'price'> & {
  quantity: number
  price: { id: string; product: string; unit_amount: number; [field: string]: unknown }
}

export type Metadata = { [key: string]: string }

export type StripeEvent = {
  id: string
  object: 'event'
  api_version: string
  created: number
  data: { object: { id: string; [field: string]: unknown } }
  livemode: false
  pending_webhooks: number
  request: Origin
  type: string
}

/** The API call an event comes from; both null when the shopper or the bank acted. */
export type Origin = { id: string | null; idempotency_key: string | null }

export type Delivery = {
  state: 'waiting' | 'held' | 'dropped' | 'acknowledged' | 'abandoned' | 'unwanted'
  /** One HTTP status per attempt, 0 when nobody answered. */
  statuses: number[]
  /** Milliseconds; when the next attempt is due. */
  dueAt: number
}

export type Recorded = { event: StripeEvent; delivery: Delivery }

export type Payer = { name: string | null; email: string | null }

/** What is known of a session and is not part of Stripe's own object. */
export type Draft = {
  lines: LineItem[]
  intent: { metadata: Metadata; description: string | null; receiptEmail: string | null }
  /** The payment intent of the attempts made so far: shown on the session once it is complete. */
  attempt: { paymentIntent: string; payer: Payer } | null
}

/** Something the bank will say later. */
export type Later = {
  at: number
  what: 'payment' | 'refund'
  id: string
  outcome: 'succeeded' | 'failed'
}

export type StoredAnswer = {
  at: number
  request: string
  status: number
  body: unknown
}

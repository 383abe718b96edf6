import type Stripe from 'stripe'
import { describe } from '#platform/log.ts'
import { isLive } from '#platform/stripe.ts'
import type { Tools } from '#platform/tools.ts'
import { DISPUTE_EVENTS, disputeOf } from './dispute-rules.ts'
import { factOfEvent, orderOf, refundOf, SESSION_EVENTS } from './rules.ts'
import { settleDispute } from './settle-dispute.ts'
import { settleRefund } from './settle-refund.ts'
import { settle, type Settled } from './settle.ts'

/**
 * Hears one webhook call and answers its status: 200 when there is nothing more to do, 400 when it is not Stripe who
 * speaks (or a live event in a test shop), 503 when Stripe must tell it again because the order is not to be seen yet.
 * The signature is checked on the bytes as they came, and is at most five minutes old (the SDK's tolerance).
 */
export async function hearStripe(
  tools: Tools,
  body: string,
  signature: string,
): Promise<200 | 400 | 503> {
  const stripe = await tools.stripe()
  const event = await stripe.webhooks
    .constructEventAsync(body, signature, tools.env.STRIPE_WEBHOOK_SECRET)
    .catch((error: unknown) => {
      tools.log('webhook refused', { error: describe(error).slice(0, 100) })
      return null
    })
  if (!event) return 400
  if (event.livemode !== isLive(tools.env)) {
    tools.log('webhook of the other mode', { stripeEvent: event.id, live: event.livemode })
    return 400
  }
  return hearEvent(tools, event)
}

/** Hears one event that is Stripe's: told by its webhook, or asked for later. */
export async function hearEvent(tools: Tools, event: Stripe.Event): Promise<200 | 503> {
  if (isRefundEvent(event)) return hearRefunds(tools, event, [event.data.object])
  if (event.type === 'charge.refunded') {
    return hearRefunds(tools, event, await refundsOf(tools, event.data.object))
  }
  if (isDisputeEvent(event)) return hearDispute(tools, event)
  return isSessionEvent(event) ? hearSession(tools, event) : 200
}

const REFUND_EVENTS = ['refund.created', 'refund.updated', 'refund.failed'] as const
type RefundEvent = Extract<Stripe.Event, { type: (typeof REFUND_EVENTS)[number] }>

function isRefundEvent(event: Stripe.Event): event is RefundEvent {
  return REFUND_EVENTS.some((type) => type === event.type)
}

type DisputeEvent = Extract<Stripe.Event, { type: (typeof DISPUTE_EVENTS)[number] }>

function isDisputeEvent(event: Stripe.Event): event is DisputeEvent {
  return DISPUTE_EVENTS.some((type) => type === event.type)
}

async function hearDispute(tools: Tools, { id, type, data }: DisputeEvent): Promise<200 | 503> {
  const fact = disputeOf(data.object)
  if (!fact) {
    tools.log('dispute in a state without a name', { stripeEvent: id, status: data.object.status })
    return 200
  }
  const settled = await settleDispute(tools, fact, { id, type })
  if (settled !== 'unknown') return 200
  tools.log('webhook before its order', { stripeEvent: id })
  return 503
}

type SessionEvent = Extract<Stripe.Event, { type: (typeof SESSION_EVENTS)[number] }>

function isSessionEvent(event: Stripe.Event): event is SessionEvent {
  return SESSION_EVENTS.some((type) => type === event.type)
}

async function hearSession(tools: Tools, event: SessionEvent): Promise<200 | 503> {
  const session = event.data.object
  const fact = factOfEvent(event.type, session)
  if (!fact) {
    tools.log('webhook of somebody else', { stripeEvent: event.id, order: orderOf(session) })
    return 200
  }
  const settled = await settle(tools, fact, { id: event.id, type: event.type })
  if (settled === 'unknown') {
    tools.log('webhook before its order', { stripeEvent: event.id, order: fact.orderId })
    return 503
  }
  return 200
}

async function hearRefunds(tools: Tools, { id, type }: Stripe.Event, told: Stripe.Refund[]) {
  const settled: Settled[] = []
  for (const one of told) {
    // One after the other: they share the amount that is left.
    // oxlint-disable-next-line no-await-in-loop
    settled.push(await settleRefund(tools, refundOf(one), { id, type }))
  }
  if (!settled.includes('unknown')) return 200
  tools.log('webhook before its order', { stripeEvent: id })
  return 503
}

/** The refunds of a charge: its event does not list them. */
async function refundsOf(tools: Tools, { id }: Stripe.Charge): Promise<Stripe.Refund[]> {
  const stripe = await tools.stripe()
  const { data } = await stripe.refunds.list({ charge: id, limit: 100 })
  return data
}

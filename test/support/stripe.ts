import { inject } from 'vitest'
import { controlAt } from '../stripe/remote.ts'
import type { StripeEvent } from '../stripe/shapes.ts'
import type { Page, Shopper } from './shopper.ts'

/** The Stripe stand-in of the `worker` tests: one for all files, so look for your own sessions in it. */
export const stripe = controlAt(inject('stripeUrl'))

/** The events that concern a session, oldest first. */
export async function eventsOf(sessionId: string): Promise<StripeEvent[]> {
  return stripe.events(sessionId)
}

/** Carries an event to the shop as Stripe would, signed. */
export async function tell(shop: Shopper, event: StripeEvent): Promise<Page['status']> {
  const body = JSON.stringify(event)
  const response = await shop.ask('/stripe/webhook', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'stripe-signature': await stripe.sign(body),
    },
    body,
  })
  await response.body?.cancel()
  return response.status
}

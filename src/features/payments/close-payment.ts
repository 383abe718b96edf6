import type { OrderRow } from '#features/orders/queries.ts'
import type { Tools } from '#platform/tools.ts'
import { ifRefused, isRefusal } from './errors.ts'
import { openPayment } from './open-payment.ts'
import { forgetPage, paymentOf } from './queries.ts'
import { type Fact, factOf } from './rules.ts'

/**
 * Makes sure that an order can no longer be paid, before its stock is given to somebody else. Answers null when it is
 * closed, or what Stripe says when the payment was complete already. Throws when Stripe cannot be asked: then nothing
 * may be released. The page's address is forgotten first, so that whatever fails next, nobody is sent to a closed page.
 */
export async function closePayment(tools: Tools, order: OrderRow): Promise<Fact | null> {
  const [payment] = await paymentOf(tools.db, order.id)
  if (!payment) return null
  const sessionId = payment.sessionId ?? (await lostSession(tools, order, payment))
  if (sessionId === null) return null
  await forgetPage(tools.db, payment.id)
  const stripe = await tools.stripe()
  try {
    await stripe.checkout.sessions.expire(sessionId)
    return null
  } catch (error) {
    if (!isRefusal(error)) throw error
    // Not open any more: it has expired by itself, or it was paid.
    const over = payment.expiresAt <= tools.now
    // One that this account of Stripe has never seen, since the keys were changed, cannot be paid once its time is over.
    const fact = await readSession(tools, sessionId).catch(over ? ifRefused : undefined)
    return fact?.outcome === 'expired' ? null : fact
  }
}

/** What Stripe says of a session now; null when it is not one of ours. */
export async function readSession(tools: Tools, sessionId: string): Promise<Fact | null> {
  const stripe = await tools.stripe()
  const session = await stripe.checkout.sessions.retrieve(sessionId, {
    expand: ['payment_intent.latest_charge'],
  })
  return factOf(session)
}

/**
 * The session of an order whose answer was lost: asking again under the same key gives it back. Stripe refuses when it
 * never was made and its time is over: then there is none.
 */
async function lostSession(...order: Parameters<typeof openPayment>): Promise<string | null> {
  const page = await openPayment(...order).catch(ifRefused)
  return page && page.sessionId
}

import type Stripe from 'stripe'
import { orderById } from '#features/orders/queries.ts'
import { nextRefundAttempt, refundById, type RefundRow } from '#features/orders/refund-queries.ts'
import { describe } from '#platform/log.ts'
import type { Tools } from '#platform/tools.ts'
import { isRefusal, isStripeError, isStripesFault } from './errors.ts'
import { paymentOf } from './queries.ts'
import { refundOf } from './rules.ts'
import { refuseRefund, settleRefund } from './settle-refund.ts'

/** Until then the request that wrote a refund may still be asking for it. */
export const SENDING_MS = 60_000

/**
 * Asks Stripe for a refund that is written, and writes what it says. Asked again after a lost answer, it looks first
 * whether the refund was made all the same; the key of an attempt makes sure that it is made once. Without an answer it
 * stays as it is, for the clock.
 */
export async function sendRefund(tools: Tools, id: string): Promise<void> {
  const { db } = tools
  const [row] = await refundById(db, id)
  if (!row || row.state !== 'pending' || row.stripeId) return
  const [[order], [payment]] = await db.batch([
    orderById(db, row.orderId),
    paymentOf(db, row.orderId),
  ])
  if (!order || !payment) throw new Error(`Refund ${id} has no payment`)
  const paymentIntent = payment.paymentIntent ?? ''
  try {
    const stripe = await tools.stripe()
    const again = row.attempt > 1 || tools.now - row.at >= SENDING_MS
    const made = again ? await findRefund(stripe, paymentIntent, id) : null
    const said = made ?? (await create(tools, stripe, paymentIntent, row))
    await settleRefund(tools, refundOf(said))
  } catch (error) {
    if (!isStripeError(error)) throw error
    if (isRefusal(error)) await refuseRefund(tools, order, row, describe(error).slice(0, 300))
    else tools.log('refund waits', { refund: id, error: describe(error) })
  }
}

async function create(
  { db }: Tools,
  stripe: Stripe,
  paymentIntent: string,
  { id, orderId, amount, reason, attempt }: RefundRow,
): Promise<Stripe.Refund> {
  const params: Stripe.RefundCreateParams = {
    payment_intent: paymentIntent,
    amount,
    metadata: { refund: id, order: orderId },
    ...(reason === 'withdrawal' ? { reason: 'requested_by_customer' } : {}),
  }
  try {
    return await stripe.refunds.create(params, { idempotencyKey: `${id}:${attempt}` })
  } catch (error) {
    if (isStripesFault(error)) await nextRefundAttempt(db, id, attempt)
    throw error
  }
}

async function findRefund(stripe: Stripe, paymentIntent: string, id: string) {
  for await (const refund of stripe.refunds.list({ payment_intent: paymentIntent, limit: 100 })) {
    if (refund.metadata?.['refund'] === id) return refund
  }
  return null
}

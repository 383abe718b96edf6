import { orderById, type OrderRow } from '#features/orders/queries.ts'
import type { Tools } from '#platform/tools.ts'
import { paymentByCharge } from './dispute-queries.ts'
import { paymentByIntent, paymentOf, type PaymentRow } from './queries.ts'

/** What news of money name: one of the two, or both. */
type Named = { paymentIntent: string | null; chargeId?: string }

/**
 * The order that money was taken for. `unknown`: it was taken by this shop, but its order is not to be seen yet.
 * `twice`: its order was paid by another payment. `foreign`: somebody else's.
 */
export async function findOrder(
  tools: Tools,
  { paymentIntent, chargeId = '' }: Named,
): Promise<OrderRow | 'unknown' | 'twice' | 'foreign'> {
  const { db } = tools
  const [known] = paymentIntent
    ? await paymentByIntent(db, paymentIntent)
    : await paymentByCharge(db, chargeId)
  if (known) return orderOf(tools, known)
  const intent = paymentIntent ?? (chargeId ? await intentOf(tools, chargeId) : null)
  if (!intent) return 'foreign'
  const [settled] = paymentIntent ? [] : await paymentByIntent(db, intent)
  if (settled) return orderOf(tools, settled)
  const stripe = await tools.stripe()
  const { metadata } = await stripe.paymentIntents.retrieve(intent)
  const orderId = metadata?.['order']
  if (orderId === undefined) return 'foreign'
  const [payment] = await paymentOf(db, orderId)
  const otherwise = payment?.kind !== 'stripe' || payment.paymentIntent !== null
  return payment?.state === 'paid' && otherwise ? 'twice' : 'unknown'
}

async function orderOf({ db }: Tools, { orderId }: PaymentRow) {
  const [order] = await orderById(db, orderId)
  return order ?? 'unknown'
}

async function intentOf(tools: Tools, chargeId: string): Promise<string | null> {
  const stripe = await tools.stripe()
  const { payment_intent: intent } = await stripe.charges.retrieve(chargeId)
  return typeof intent === 'string' ? intent : (intent?.id ?? null)
}

import { orderById, type OrderRow } from '#features/orders/queries.ts'
import type { Tools } from '#platform/tools.ts'
import { paymentByCharge } from './dispute-queries.ts'
import { paymentByIntent, type PaymentRow } from './queries.ts'

/** What news of money name: one of the two, or both. */
type Named = { paymentIntent: string | null; chargeId?: string }

/**
 * The order that money was taken for. `unknown`: it was taken by this shop, but its order is not to be seen yet.
 * `foreign`: somebody else's.
 */
export async function findOrder(
  tools: Tools,
  { paymentIntent, chargeId = '' }: Named,
): Promise<OrderRow | 'unknown' | 'foreign'> {
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
  return metadata?.['order'] === undefined ? 'foreign' : 'unknown'
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

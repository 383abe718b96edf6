import type Stripe from 'stripe'
import { linesOf, type OrderRow } from '#features/orders/queries.ts'
import { makeLinks } from '#links.ts'
import { readSettings, allSettings } from '#features/settings/queries.ts'
import { shortHash } from '#lib/hash.ts'
import type { Tools } from '#platform/tools.ts'
import { nextAttempt, type PaymentRow, rememberSession } from './queries.ts'
import { isStripesFault } from './errors.ts'

/**
 * The payment page of an order. The session is a function of the frozen order, and its idempotency key too: asked
 * again, after a lost answer or by a second tab, Stripe gives the same session. An error of Stripe's own is kept under
 * the key as well, so the next try takes another one, after looking whether the session was made all the same.
 * Throws Stripe's errors.
 */
export async function openPayment(
  tools: Tools,
  order: OrderRow,
  payment: PaymentRow,
): Promise<{ sessionId: string; url: string | null }> {
  if (payment.sessionId) return { sessionId: payment.sessionId, url: payment.url }
  const stripe = await tools.stripe()
  const made = payment.attempt > 1 ? await findSession(stripe, order) : null
  const session = made ?? (await createSession(tools, stripe, order, payment))
  await rememberSession(tools.db, payment.id, session.id, session.url)
  return { sessionId: session.id, url: session.url }
}

async function createSession(
  tools: Tools,
  stripe: Stripe,
  order: OrderRow,
  payment: PaymentRow,
): Promise<Stripe.Checkout.Session> {
  const params = await sessionParams(tools, order, payment)
  const idempotencyKey = `${order.id}:${payment.attempt}:${shortHash(JSON.stringify(params))}`
  try {
    return await stripe.checkout.sessions.create(params, { idempotencyKey })
  } catch (error) {
    if (isStripesFault(error)) await nextAttempt(tools.db, payment.id, payment.attempt)
    throw error
  }
}

/** A session that was made for an order though its answer said otherwise. */
async function findSession(stripe: Stripe, order: OrderRow) {
  const since = Math.floor(order.placedAt / 1000) - 60
  for await (const session of stripe.checkout.sessions.list({
    created: { gte: since },
    limit: 100,
  })) {
    if (session.metadata?.order === order.id) return session
  }
  return null
}

async function sessionParams(
  { db, env }: Tools,
  order: OrderRow,
  payment: PaymentRow,
): Promise<Stripe.Checkout.SessionCreateParams> {
  const [lines, settings] = await db.batch([linesOf(db, order.id), allSettings(db)])
  const link = makeLinks(order.lang, readSettings(settings).shop.languages)
  return {
    mode: 'payment',
    submit_type: 'pay',
    client_reference_id: order.id,
    metadata: { order: order.id },
    payment_intent_data: { metadata: { order: order.id } },
    customer_email: order.email,
    locale: order.lang,
    expires_at: Math.floor(payment.expiresAt / 1000),
    success_url: `${env.SHOP_URL}${link.checkoutReturn()}?session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${env.SHOP_URL}${link.checkout()}`,
    line_items: [
      ...lines.map((line) =>
        item(
          order,
          line.choice ? `${line.title}, ${line.choice}` : line.title,
          line.unitPrice,
          line.quantity,
        ),
      ),
      ...(order.delivery && order.deliveryTotal > 0
        ? [item(order, order.delivery.title, order.deliveryTotal, 1)]
        : []),
    ],
  }
}

function item(order: OrderRow, name: string, amount: number, quantity: number) {
  return {
    quantity,
    price_data: {
      currency: order.currency.toLowerCase(),
      unit_amount: amount,
      product_data: { name: name.slice(0, 250) },
    },
  }
}

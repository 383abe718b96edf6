import type Stripe from 'stripe'
import { linesOf, type OrderLineRow, type OrderRow } from '#features/orders/queries.ts'
import { makeLinks } from '#links.ts'
import { readSettings, allSettings } from '#features/settings/queries.ts'
import { shortHash } from '#lib/hash.ts'
import type { Tools } from '#platform/tools.ts'
import { nextAttempt, type PaymentRow, rememberSession } from './queries.ts'
import { isStripesFault } from './errors.ts'
import { SESSION_MINUTES } from './rules.ts'

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
  const made = payment.attempt > 1 ? await findSession(stripe, order, payment) : null
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

/** A session that was made for an order though its answer said otherwise; not one that has closed since. */
async function findSession(stripe: Stripe, order: OrderRow, { expiresAt }: PaymentRow) {
  const since = Math.floor(expiresAt / 1000) - (SESSION_MINUTES + 1) * 60
  for await (const session of stripe.checkout.sessions.list({
    created: { gte: since },
    limit: 100,
  })) {
    if (session.metadata?.order === order.id && session.status !== 'expired') return session
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
    ...(order.email === '' ? {} : { customer_email: order.email }),
    locale: order.lang,
    expires_at: Math.floor(payment.expiresAt / 1000),
    success_url: `${env.SHOP_URL}${link.checkoutReturn()}?session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${env.SHOP_URL}${order.channel === 'shop' ? link.checkout() : link.orderPay(order.token)}`,
    line_items: [
      ...lines.map((line) => lineItem(order, line)),
      ...(order.delivery && order.deliveryTotal > 0
        ? [item(order, order.delivery.title, order.deliveryTotal, 1)]
        : []),
    ],
  }
}

/** A line at what is left of it: as one item when that does not divide by its units, so that the sum is exact. */
function lineItem(order: OrderRow, line: OrderLineRow) {
  const { title, choice, quantity, total, discount } = line
  const name = choice ? `${title}, ${choice}` : title
  const amount = total - discount
  return amount % quantity === 0
    ? item(order, name, amount / quantity, quantity)
    : item(order, `${name} × ${quantity}`, amount, 1)
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

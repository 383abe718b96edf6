import type { Quote } from '#features/pricing/quote.ts'
import * as orders from '#features/orders/queries.ts'
import { cancelOrder } from '#features/orders/cancel-order.ts'
import { closePayment } from '#features/payments/close-payment.ts'
import { ifRefused, isStripeError } from '#features/payments/errors.ts'
import { openPayment } from '#features/payments/open-payment.ts'
import { addPayment, paymentOf } from '#features/payments/queries.ts'
import { HOLD_MINUTES, isTooLittle, SESSION_MINUTES } from '#features/payments/rules.ts'
import { settle } from '#features/payments/settle.ts'
import { closedUntil } from '#features/delivery/rules.ts'
import type { Address } from '#lib/address.ts'
import type { Lang } from '#lib/i18n.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId, newToken, sha256 } from '#platform/ids.ts'
import { describe } from '#platform/log.ts'
import { isLive } from '#platform/stripe.ts'
import type { Tools } from '#platform/tools.ts'
import { freezeOrder, frozenDelivery, frozenLines, frozenSums, usesOf } from './freeze-order.ts'
import { afterFree, freeBefore, paidWithNothing } from './place-free.ts'

const MINUTE_MS = 60_000
/** A payment page about to close is not worth sending anybody to. */
const WORTH_OPENING_MS = 2 * MINUTE_MS

export type Buyer = {
  email: string
  firstName: string
  lastName: string
  phone: string
  note: string
  /** Null when nothing is sent. */
  address: Address | null
}

export type Placing = {
  cartId: string
  /** Made with the form: the id of an order with nothing to pay, which is placed once however often it is posted. */
  key?: string
  lang: Lang
  quote: Quote
  buyer: Buyer
  terms: { body: string }
}

export type Placed =
  | { ok: true; url: string }
  | {
      ok: false
      because: 'short' | 'closed' | 'offer' | 'small' | 'payment_down' | 'paid' | 'busy'
      token?: string
    }

/**
 * Turns a cart into an order that waits for its payment, and answers where to pay it. Order first, money second: the
 * order, its lines, its accepted terms, its offers and its stock are one batch, which fails as a whole when a piece is
 * short or an offer is used up. A cart has one open order: the same form posted again finds it, another form replaces
 * it, once its payment page is closed; so does the same form when that page was closed for a change that failed. An order with nothing to pay is paid in the same batch. `small`: less than Stripe
 * takes.
 */
export async function placeOrder(tools: Tools, placing: Placing): Promise<Placed> {
  const { quote } = placing
  if (quote.changes.length > 0 || quote.lines.length === 0) return { ok: false, because: 'short' }
  if (closedUntil(quote.settings, tools.now)) return { ok: false, because: 'closed' }
  if (isTooLittle(quote.totals.total)) return { ok: false, because: 'small' }
  const fingerprint = await sha256(JSON.stringify(contentOf(placing)))
  try {
    const [open] = await orders.openOrderOfCart(tools.db, placing.cartId)
    const same = open?.fingerprint === fingerprint && isFresh(open, tools.now)
    // A page that Stripe will not make any more, because its time ran out before it was made, is replaced.
    const page = same && (await pay(tools, open).catch(ifRefused))
    if (page && page.ok) return page
    if (open) {
      const paid = await closePayment(tools, open)
      if (paid && paid.outcome !== 'failed') {
        await settle(tools, paid)
        return { ok: false, because: 'paid', token: open.token }
      }
    }
    return await write(tools, placing, fingerprint, open)
  } catch (error) {
    if (!isStripeError(error)) throw error
    tools.log('payment down', { error: describe(error) })
    return { ok: false, because: 'payment_down' }
  }
}

async function write(
  tools: Tools,
  placing: Placing,
  fingerprint: string,
  replaced: orders.OrderRow | undefined,
): Promise<Placed> {
  const order = await newOrder(tools, placing, fingerprint)
  const lines = frozenLines(placing, order.id)
  const uses = await usesOf(tools, placing.quote, order)
  const free = order.total === 0
  try {
    await runBatch(tools.db, [
      ...(replaced ? cancelOrder(tools, replaced.id, 'replaced') : []),
      ...freezeOrder(tools, placing, order, lines),
      ...(free
        ? await paidWithNothing(tools, order, lines, placing.quote)
        : [addPayment(tools.db, paymentFor(tools, order))]),
      ...uses,
    ])
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'stock_is_short') return { ok: false, because: 'short' }
    if (constraint?.startsWith('promotion_use')) return { ok: false, because: 'offer' }
    if (constraint === 'order.id') return freeBefore(tools, placing, order.id)
    if (constraint !== 'order.cart_id' && !constraint?.startsWith('order_event.')) throw error
    // Another tab was faster. The same form leads to the same payment page.
    const [winner] = await orders.openOrderOfCart(tools.db, placing.cartId)
    return winner?.fingerprint === fingerprint ? pay(tools, winner) : { ok: false, because: 'busy' }
  }
  tools.log('placed', { order: order.id, total: order.total })
  return free ? afterFree(tools, placing, order, lines) : pay(tools, order)
}

async function pay(tools: Tools, order: Pick<orders.OrderRow, 'id'>): Promise<Placed> {
  const [[row], [payment]] = await tools.db.batch([
    orders.orderById(tools.db, order.id),
    paymentOf(tools.db, order.id),
  ])
  if (!row || !payment) throw new Error(`Order ${order.id} has no payment`)
  const { url } = await openPayment(tools, row, payment)
  return url ? { ok: true, url } : { ok: false, because: 'busy' }
}

function isFresh(order: orders.OrderRow, now: number): boolean {
  const closesAt = order.holdUntil - (HOLD_MINUTES - SESSION_MINUTES) * MINUTE_MS
  return closesAt - now > WORTH_OPENING_MS
}

/** What makes two posts the same order. */
function contentOf({ lang, quote, buyer, terms }: Placing) {
  return {
    lang,
    buyer,
    terms: terms.body,
    lines: quote.lines.map((line) => [line.key, line.quantity, line.unitPrice, line.discount]),
    offers: quote.offers.map(({ id, off }) => [id, off]),
    delivery: quote.chosen && [quote.chosen.code, quote.chosen.price],
    total: quote.totals.total,
  }
}

async function newOrder({ now }: Tools, placing: Placing, fingerprint: string) {
  const { quote, buyer, lang, cartId, terms, key = newId('ord') } = placing
  return {
    ...buyer,
    id: quote.totals.total === 0 ? key : newId('ord'),
    token: newToken(),
    state: 'pending' as const,
    lang,
    cartId,
    fingerprint,
    delivery: frozenDelivery(quote, lang, now),
    ...frozenSums(quote),
    termsHash: await sha256(terms.body),
    placedAt: now,
    holdUntil: now + HOLD_MINUTES * MINUTE_MS,
  }
}

function paymentFor(
  { env, now }: Tools,
  order: Pick<orders.NewOrder, 'id' | 'total' | 'currency'>,
) {
  return {
    id: newId('pay'),
    orderId: order.id,
    state: 'open' as const,
    amount: order.total,
    currency: order.currency,
    live: isLive(env),
    expiresAt: now + SESSION_MINUTES * MINUTE_MS,
  }
}

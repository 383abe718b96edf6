import { orderById, type OrderRow } from '#features/orders/queries.ts'
import { staysOpen } from '#features/orders/rules.ts'
import { runBatch } from '#platform/db.ts'
import { describe } from '#platform/log.ts'
import { isLive } from '#platform/stripe.ts'
import type { Tools } from '#platform/tools.ts'
import { closePayment } from './close-payment.ts'
import { isRefusal, isStripeError } from './errors.ts'
import { openPayment } from './open-payment.ts'
import * as q from './queries.ts'
import { HOLD_MINUTES, SESSION_MINUTES } from './rules.ts'
import { settle } from './settle.ts'

const MINUTE_MS = 60_000
/** A payment page about to close is not worth sending anybody to. */
const WORTH_OPENING_MS = 2 * MINUTE_MS

export type Payable = { ok: true; url: string } | { ok: false; because: 'state' | 'down' }

/**
 * Where an order that the maker wrote is paid now: the page that is open, or another one in the place of one that has
 * closed. One is open at a time, and the order keeps its pieces at least until it closes. `state`: there is nothing to
 * pay (any more).
 */
export async function payOrder(tools: Tools, order: OrderRow): Promise<Payable> {
  const { db, now } = tools
  if (order.state !== 'pending' || !staysOpen(order, now)) return { ok: false, because: 'state' }
  try {
    const [known] = await q.paymentOf(db, order.id)
    if (known && known.expiresAt - now <= WORTH_OPENING_MS) {
      const fact = await closePayment(tools, order)
      if (fact) {
        await settle(tools, fact)
        return { ok: false, because: 'state' }
      }
    }
    await runBatch(db, [
      q.keepOpen(db, order.id, now + HOLD_MINUTES * MINUTE_MS),
      ...(known ? [] : [q.addPaymentOnce(db, paymentFor(tools, order))]),
      ...(known ? [q.renewPayment(db, known, now + WORTH_OPENING_MS, expiry(now))] : []),
    ])
    const page = await openNow(tools, order.id).catch(async (error: unknown) => {
      if (!isRefusal(error)) throw error
      return openAnother(tools, order.id)
    })
    return page?.url ? { ok: true, url: page.url } : { ok: false, because: 'state' }
  } catch (error) {
    if (!isStripeError(error)) throw error
    tools.log('payment down', { order: order.id, error: describe(error) })
    return { ok: false, because: 'down' }
  }
}

/** The page as it stands; null when there is nothing to pay. */
async function openNow(tools: Tools, orderId: string) {
  const { db } = tools
  const [[row], [payment]] = await db.batch([orderById(db, orderId), q.paymentOf(db, orderId)])
  return row?.state === 'pending' && payment ? openPayment(tools, row, payment) : null
}

/** Another page, when Stripe will not make the first any more: its answer was lost, and its time has run down since. */
async function openAnother(tools: Tools, orderId: string) {
  const [payment] = await q.paymentOf(tools.db, orderId)
  if (!payment || payment.sessionId !== null) return null
  await q.renewPayment(tools.db, payment, payment.expiresAt, expiry(tools.now))
  return openNow(tools, orderId)
}

const expiry = (now: number) => now + SESSION_MINUTES * MINUTE_MS

function paymentFor({ env, now }: Tools, { id, total, currency }: OrderRow) {
  return {
    id: `pay_${id.slice('ord_'.length)}`,
    orderId: id,
    state: 'open' as const,
    amount: total,
    currency,
    live: isLive(env),
    expiresAt: expiry(now),
  }
}

import { describe } from '#platform/log.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { addComparison, refundsUnderWay, waitingOrders } from './check-queries.ts'
import { ASK_AFTER_MS } from './check-rules.ts'
import { factOf, orderOf, refundOf } from './rules.ts'
import { settleRefund } from './settle-refund.ts'
import { settle } from './settle.ts'

/** Sessions are opened a moment after their order: and clocks differ. */
const LEEWAY_S = 300

export type Reconciled = { asked: number; settled: number; failed: number }

/**
 * Puts right what lost webhooks left: asks Stripe for the sessions of all orders that have waited for more than ten
 * minutes, a hundred at a time, and for the refunds that it has not ended, and settles what has an outcome. Whatever was
 * settled meanwhile stays as it is: a second run changes nothing.
 */
export async function reconcile(tools: Tools): Promise<Reconciled> {
  const { db, now } = tools
  const until = now - ASK_AFTER_MS
  const [orders, refunds] = await db.batch([waitingOrders(db, until), refundsUnderWay(db, until)])
  const done: Reconciled = { asked: orders.length + refunds.length, settled: 0, failed: 0 }
  if (done.asked === 0) return done
  const stripe = await tools.stripe()
  const waiting = new Set(orders.map(({ id }) => id))
  const started = orders[0]?.placedAt
  if (started !== undefined) {
    const expand = ['data.payment_intent.latest_charge']
    const created = { gte: Math.floor(started / 1000) - LEEWAY_S }
    for await (const session of stripe.checkout.sessions.list({ created, expand, limit: 100 })) {
      const fact = waiting.has(orderOf(session) ?? '') ? factOf(session) : null
      if (fact) await each(tools, done, async () => settle(tools, fact))
    }
  }
  const known = new Set(refunds.map(({ stripeId }) => stripeId))
  const oldest = refunds[0]?.at
  if (oldest !== undefined) {
    const created = { gte: Math.floor(oldest / 1000) - LEEWAY_S }
    for await (const refund of stripe.refunds.list({ created, limit: 100 })) {
      if (!known.has(refund.id)) continue
      await each(tools, done, async () => settleRefund(tools, refundOf(refund)))
    }
  }
  await addComparison(db, { id: newId('cmp'), kind: 'sessions', at: now, facts: done, error: null })
  return done
}

/** One that fails keeps none of the others from being settled. */
async function each(tools: Tools, done: Reconciled, work: () => Promise<string>): Promise<void> {
  try {
    if ((await work()) === 'settled') done.settled += 1
  } catch (error) {
    done.failed += 1
    tools.log('not reconciled', { error: describe(error) })
  }
}

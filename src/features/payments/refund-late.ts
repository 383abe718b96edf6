import { note } from '#features/audit/note.ts'
import { alertLater } from '#features/mail/alert-later.ts'
import { stillGivenUp } from '#features/orders/cancel-queries.ts'
import * as orders from '#features/orders/queries.ts'
import { allLeft, leftToRefund } from '#features/orders/refund-rules.ts'
import { refundStatements } from '#features/orders/refund-statements.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { setPayment } from './queries.ts'
import { type Fact, pays } from './rules.ts'
import { sendRefund } from './send-refund.ts'

const SHOP = { staffId: null, who: 'Stripe' }

/** Whether money came for an order that had been given up before. */
export function isLate(order: orders.OrderRow, fact: Fact): boolean {
  const gone = order.state === 'cancelled' && order.paidAt === null
  return gone && fact.outcome === 'paid' && pays(fact, order)
}

/** Gives late money back by itself, once: the pieces are gone, or the maker had given the order up. */
export async function refundLate(
  tools: Tools,
  given: orders.OrderRow,
  fact: Fact,
  heard: Statement[],
): Promise<'settled' | 'again'> {
  const { db, now } = tools
  const order = { ...given, capturedTotal: given.total }
  const id = `ref_${order.id.slice('ord_'.length)}`
  const lines = await orders.linesOf(db, order.id)
  const sum = allLeft(lines, leftToRefund({ order, lines }, [], []), false)
  const payment = { kind: 'stripe' as const }
  const asked = { id, order, lines, payment, sum, reason: 'unavailable' as const, note: '' }
  const facts = { order: order.number, refund: id, amount: sum.amount }
  try {
    await runBatch(db, [
      stillGivenUp(db, order.id),
      orders.setCaptured(db, order.id, order.capturedTotal),
      setPayment(db, fact, 'paid'),
      ...(await refundStatements(tools, SHOP, asked)),
      alertLater(tools, { orderId: order.id, about: 'repaid' }),
      note(db, SHOP, { act: 'order.late_refunded', subject: order.id, facts, at: now }),
      ...heard,
    ])
  } catch (error) {
    const lost = ['order.state', 'refund.id', 'stripe_event.id']
    if (!lost.includes(brokenConstraint(error) ?? '')) throw error
    return 'again'
  }
  tools.log('late money goes back', { order: order.id })
  await sendRefund(tools, id)
  return 'settled'
}

import { expect } from 'vitest'
import type { OrderView } from '#features/orders/queries.ts'
import { leftToRefund, sumRefund } from '#features/orders/refund-rules.ts'
import { succeeded } from '#features/orders/refund-statements.ts'
import { addRefund, addRefundLine } from '#features/orders/refund-queries.ts'
import { runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { orderNow } from '../support/orders.ts'
import { tools } from '../support/worker.ts'

/** Gives back some units of the first line and something besides, as when Stripe has said that it worked. */
export async function giveBack(view: OrderView, quantity: number, extra = 0) {
  const { db, now } = tools()
  const { order, lines } = view
  const lineId = lines[0]?.id ?? expect.fail('no line')
  const left = leftToRefund(view, view.refunds, view.refundLines)
  const units = [{ lineId, quantity, restock: false }]
  const { amount, units: given } = sumRefund({ units, delivery: 0, extra }, lines, left)
  const id = newId('ref')
  const row = { id, orderId: order.id, amount, deliveryAmount: 0, reason: 'broken' as const }
  await runBatch(db, [
    addRefund(db, {
      ...row,
      note: '',
      state: 'succeeded',
      stripeId: `re_${id}`,
      at: now,
      ...ACTOR,
    }),
    ...given.map((unit) =>
      addRefundLine(db, { refundId: id, lineId, quantity, amount: unit.amount, restocked: false }),
    ),
    ...(await succeeded({ db, now }, order, row, ACTOR, given)),
  ])
  return orderNow(order.id)
}

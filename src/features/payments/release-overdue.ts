import { cancelOrder } from '#features/orders/cancel-order.ts'
import { overdueOrders } from '#features/orders/queries.ts'
import { runBatch } from '#platform/db.ts'
import { describe } from '#platform/log.ts'
import type { Tools } from '#platform/tools.ts'
import { closePayment } from './close-payment.ts'
import { settle } from './settle.ts'

const AT_A_TIME = 20

/**
 * Gives back what unpaid orders hold once their time is over, after making sure with Stripe that they cannot be paid
 * any more. One that was paid after all is settled. One that Stripe cannot be asked about waits for the next run.
 */
export async function releaseOverdue(tools: Tools): Promise<void> {
  const overdue = await overdueOrders(tools.db, tools.now, AT_A_TIME)
  await Promise.all(
    overdue.map(async (order) => {
      try {
        const fact = await closePayment(tools, order)
        if (fact && fact.outcome !== 'open') await settle(tools, fact)
        else await runBatch(tools.db, cancelOrder(tools, order.id, 'expired'))
      } catch (error) {
        tools.log('order stays open', { order: order.id, error: describe(error) })
      }
    }),
  )
}

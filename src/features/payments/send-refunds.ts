import { unsentRefunds } from '#features/orders/refund-queries.ts'
import { describe } from '#platform/log.ts'
import type { Tools } from '#platform/tools.ts'
import { SENDING_MS, sendRefund } from './send-refund.ts'

const AT_A_TIME = 20

/** Asks Stripe again for the refunds that it has not answered yet. */
export async function sendRefunds(tools: Tools): Promise<void> {
  const waiting = await unsentRefunds(tools.db, tools.now - SENDING_MS, AT_A_TIME)
  await Promise.all(
    waiting.map(async ({ id }) => {
      try {
        await sendRefund(tools, id)
      } catch (error) {
        tools.log('refund stays open', { refund: id, error: describe(error) })
      }
    }),
  )
}

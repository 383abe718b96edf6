import { closePaymentOf } from '#features/payments/queries.ts'
import type { Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { moveHolds, setState, step } from './queries.ts'

/** The statements that give up an unpaid order and put its pieces back. Its payment page must be closed before. */
export function cancelOrder(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  orderId: string,
  reason: string,
): Statement[] {
  return [
    step(db, { id: newId('evt'), orderId, kind: 'cancelled', reason, at: now }),
    setState(db, orderId, 'cancelled'),
    moveHolds(db, orderId, 'release', now),
    closePaymentOf(db, orderId),
  ]
}

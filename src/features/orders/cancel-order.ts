import type { Actor } from '#features/audit/note.ts'
import { closePaymentOf } from '#features/payments/queries.ts'
import { forgetUses } from '#features/promotions/queries.ts'
import type { Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { moveHolds, setState, step } from './queries.ts'
import { UNPAID } from './rules.ts'

/** The statements that give up an unpaid order and put its pieces and offers back. Its payment page must be closed before. */
export function cancelOrder(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  orderId: string,
  reason: string,
  by?: Actor,
): Statement[] {
  const entry = { id: newId('evt'), orderId, reason, at: now, ...(by && { by }) }
  return [
    step(db, { ...entry, kind: 'cancelled' }, { from: UNPAID }),
    setState(db, orderId, 'cancelled'),
    moveHolds(db, orderId, 'release', now),
    forgetUses(db, orderId),
    closePaymentOf(db, orderId),
  ]
}

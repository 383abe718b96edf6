import { mailLater } from '#features/mail/queries.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { countDay } from '#features/today/queries.ts'
import { localTime } from '#lib/dates.ts'
import type { Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { issueGiftCards } from './issue-gift-cards.ts'
import { linesOf, moveHolds, type OrderLineRow, type OrderRow, setPaid } from './queries.ts'

type Line = Pick<OrderLineRow, 'id' | 'kind' | 'quantity' | 'unitPrice'>

/**
 * Everything that an order becoming paid brings with it, however it was paid: its number, its pieces sold, its gift
 * cards, the confirmation and what the day came to. `step` must stand before these in the batch. The lines are those
 * given for an order that is written in the same batch.
 */
export async function makePaid(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  order: Pick<OrderRow, 'id' | 'email' | 'total' | 'currency'>,
  given?: readonly Line[],
): Promise<Statement[]> {
  const [known, rows] = await db.batch([linesOf(db, order.id), allSettings(db)])
  const lines = given ?? known
  const { day } = localTime(now, readSettings(rows).shop.timeZone)
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return [
    setPaid(db, order.id, now),
    moveHolds(db, order.id, 'claim', now),
    ...issueGiftCards(db, order, lines, now),
    ...(order.email === '' ? [] : [confirmation(db, order, now)]),
    countDay(db, day, { orders: 1, revenue: order.total, units }),
  ]
}

function confirmation(db: Tools['db'], order: Pick<OrderRow, 'id'>, at: number) {
  const key = `confirmation:${order.id}`
  return mailLater(db, { id: newId('out'), key, template: 'confirmation', orderId: order.id, at })
}

import { type Carriage, invoice } from '#features/documents/invoice.ts'
import type { Sold, SoldLine } from '#features/documents/body.ts'
import { mailLater } from '#features/mail/queries.ts'
import type { PaymentRow } from '#features/payments/queries.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { countDay } from '#features/today/day-queries.ts'
import { localTime } from '#lib/dates.ts'
import type { Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { issueGiftCards } from './issue-gift-cards.ts'
import { adjustmentsOf, linesOf, moveHolds, type OrderRow, setPaid } from './queries.ts'

type Paid = Sold & Pick<OrderRow, 'email' | 'total'>

/** An order that is written in the same batch: its lines, and what its delivery cost before any discount. */
export type Given = { lines: readonly SoldLine[]; carriage: Carriage }

/**
 * Everything that an order becoming paid brings with it, however it was paid: its number, its pieces sold, its gift
 * cards, its invoice and its line in the journal, the confirmation and what the day came to. `step` must stand before
 * these in the batch. `method` is empty when nothing was to pay.
 */
export async function makePaid(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  order: Paid,
  method: PaymentRow['kind'] | '',
  given?: Given,
): Promise<Statement[]> {
  const [rows, known, adjustments] = await db.batch([
    allSettings(db),
    linesOf(db, order.id),
    adjustmentsOf(db, order.id),
  ])
  const settings = readSettings(rows)
  const lines = given?.lines ?? known
  const carriage = given ? given.carriage : carriageOf(adjustments)
  const { day } = localTime(now, settings.shop.timeZone)
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return [
    setPaid(db, order.id, now),
    moveHolds(db, order.id, 'claim', now),
    ...issueGiftCards(db, order, lines, now),
    ...invoice({ db, now }, settings, { order, lines, carriage, method }),
    ...(order.email === '' ? [] : [confirmation(db, order, now)]),
    countDay(db, day, { orders: 1, revenue: order.total, units }),
  ]
}

/** What the delivery of an order cost, among what changed its total. */
export function carriageOf(adjustments: readonly { kind: string; amount: number }[]): Carriage {
  const delivery = adjustments.find(({ kind }) => kind === 'delivery')
  return delivery ? { full: delivery.amount } : null
}

function confirmation(db: Tools['db'], order: Pick<OrderRow, 'id'>, at: number) {
  const key = `confirmation:${order.id}`
  return mailLater(db, { id: newId('out'), key, template: 'confirmation', orderId: order.id, at })
}

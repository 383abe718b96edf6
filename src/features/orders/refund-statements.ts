import type { Actor } from '#features/audit/note.ts'
import { mailLater } from '#features/mail/queries.ts'
import type { PaymentRow } from '#features/payments/queries.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { countDay } from '#features/today/queries.ts'
import { localTime } from '#lib/dates.ts'
import { brokenConstraint, type Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import type { OrderLineRow, OrderRow } from './queries.ts'
import { addRefund, addRefundLine, putBack, reckonGiftCards } from './refund-queries.ts'
import { closedWhenNothingLeft } from './ship-queries.ts'
import type { Reason, Sum } from './refund-rules.ts'

export type Refunding = {
  /** Made with the form: the same form posted twice is the same refund, at Stripe too. */
  id: string
  order: OrderRow
  lines: readonly OrderLineRow[]
  /** How the order was paid: money that was taken by hand goes back by hand, at once. */
  payment: Pick<PaymentRow, 'kind'>
  sum: Sum
  reason: Reason
  note: string
}

/** Why a batch with a refund in it failed; null when it was not because of the refund. */
export function refusal(error: unknown): 'left' | 'state' | null {
  const constraint = brokenConstraint(error)
  if (constraint === 'refund_is_too_much' || constraint === 'refund_line_is_too_much') return 'left'
  return constraint === 'refund.order_id' || constraint === 'refund.id' ? 'state' : null
}

/** What a refund writes; its batch must tell of it in the audit log. */
export async function refundStatements(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { staffId, who }: Actor,
  asked: Refunding,
): Promise<Statement[]> {
  const { id, order, sum, reason, note: words } = asked
  const byHand = asked.payment.kind !== 'stripe'
  const row = { id, orderId: order.id, amount: sum.amount, deliveryAmount: sum.delivery, reason }
  const state = byHand ? 'succeeded' : 'pending'
  return [
    addRefund(db, { ...row, note: words, state, stripeId: null, at: now, staffId, who }),
    ...sum.units.map(({ lineId, quantity, restock, amount }) =>
      addRefundLine(db, { refundId: id, lineId, quantity, amount, restocked: restock }),
    ),
    ...restocked({ db, now }, who, asked),
    reckonGiftCards(db, order.id),
    ...(byHand ? await succeeded({ db, now }, order, { id, amount: sum.amount }) : []),
  ]
}

/** The pieces that go back on the shelf. */
export function restocked(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  who: string,
  { id, order, lines, sum }: Pick<Refunding, 'id' | 'order' | 'lines' | 'sum'>,
): Statement[] {
  return sum.units.flatMap(({ lineId, quantity: units, restock }) => {
    const line = lines.find((known) => known.id === lineId)
    if (!line || !restock) return []
    const back = { refundId: id, orderId: order.id, lineId, variantId: line.variantId, units }
    return [putBack(db, back, who, now)]
  })
}

/**
 * What comes with a refund that has worked: the mail to the buyer, what the day gave back, and the end of an order of
 * which nothing else has to leave.
 */
export async function succeeded(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  order: Pick<OrderRow, 'id' | 'email' | 'paidAt'>,
  { id, amount }: { id: string; amount: number },
): Promise<Statement[]> {
  const mail = { id: newId('out'), key: `refunded:${id}`, template: 'refunded' as const }
  return [
    ...(await gaveBack({ db, now }, order, amount)),
    ...closedWhenNothingLeft(db, { id: newId('evt'), orderId: order.id, at: now }),
    ...(order.email === ''
      ? []
      : [mailLater(db, { ...mail, orderId: order.id, facts: { refund: id }, at: now })]),
  ]
}

/**
 * Counts money that went back today; a negative amount came back to the shop. What came for an order that never counted
 * as paid was no day's revenue.
 */
export async function gaveBack(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  order: Pick<OrderRow, 'paidAt'>,
  amount: number,
): Promise<Statement[]> {
  if (order.paidAt === null) return []
  const { timeZone } = readSettings(await allSettings(db)).shop
  return [countDay(db, localTime(now, timeZone).day, { refunded: amount })]
}

import type { Actor } from '#features/audit/note.ts'
import type { Returned } from '#features/documents/body.ts'
import { creditNote, undoCreditNote } from '#features/documents/invoice.ts'
import { documentsOf } from '#features/documents/queries.ts'
import { mailLater } from '#features/mail/queries.ts'
import type { PaymentRow } from '#features/payments/queries.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import type { Settings } from '#features/settings/rules.ts'
import { countDay } from '#features/today/day-queries.ts'
import { localTime } from '#lib/dates.ts'
import { brokenConstraint, type Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { happened, linesOf, type OrderLineRow, type OrderRow } from './queries.ts'
import {
  addRefund,
  addRefundLine,
  putBack,
  reckonGiftCards,
  type RefundRow,
  unitsOf,
} from './refund-queries.ts'
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
  tools: Pick<Tools, 'db' | 'now'>,
  actor: Actor,
  asked: Refunding,
): Promise<Statement[]> {
  const { db, now } = tools
  const { id, order, sum, reason, note: words } = asked
  const byHand = asked.payment.kind !== 'stripe'
  const row = { id, orderId: order.id, amount: sum.amount, deliveryAmount: sum.delivery, reason }
  const state = byHand ? 'succeeded' : 'pending'
  return [
    addRefund(db, { ...row, note: words, state, stripeId: null, at: now, ...actor }),
    ...sum.units.map(({ lineId, quantity, restock, amount }) =>
      addRefundLine(db, { refundId: id, lineId, quantity, amount, restocked: restock }),
    ),
    ...restocked({ db, now }, actor.who, asked),
    reckonGiftCards(db, order.id),
    ...(byHand ? await succeeded(tools, order, row, actor, sum.units) : []),
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
 * What comes with a refund that has worked: the line in the order's timeline, the credit note with its line in the
 * journal, the mail to the buyer, what the day gave back, and the end of an order of which nothing else has to leave.
 * `units` are those of a refund that is written in the same batch. What came for an order that never counted as paid was
 * no sale: it has no document, and is no day's revenue. Who won a dispute hears it from their bank.
 */
export async function succeeded(
  tools: Pick<Tools, 'db' | 'now'>,
  order: OrderRow,
  refund: Pick<RefundRow, 'id' | 'amount' | 'deliveryAmount' | 'reason'>,
  by: Actor,
  units?: readonly Returned[],
): Promise<Statement[]> {
  const { db, now } = tools
  const { id, amount, deliveryAmount: delivery, reason } = refund
  const kept = await keptOf(db, order, id)
  const mail = { id: newId('out'), key: `refunded:${id}`, template: 'refunded' as const }
  const event = { id: newId('evt'), orderId: order.id, reason, at: now, by }
  return [
    happened(db, { ...event, kind: 'refunded', ref: id }),
    ...(order.paidAt === null
      ? []
      : [
          ...creditNote(tools, kept.settings, kept, {
            id,
            amount,
            delivery,
            reason,
            units: units ?? kept.units,
          }),
          gaveBack(tools, kept.settings, amount),
        ]),
    ...closedWhenNothingLeft(db, { id: newId('evt'), orderId: order.id, at: now, by }),
    ...(order.email === '' || reason === 'dispute'
      ? []
      : [mailLater(db, { ...mail, orderId: order.id, facts: { refund: id }, at: now })]),
  ]
}

/** What comes with a refund that the bank sent back: it is told, and what its credit note took is there again. */
export async function cameBack(
  tools: Pick<Tools, 'db' | 'now'>,
  order: OrderRow,
  { id, amount, state }: Pick<RefundRow, 'id' | 'amount' | 'state'>,
  { by, reason }: { by: Actor; reason: string },
): Promise<Statement[]> {
  const { db, now } = tools
  const event = { id: newId('evt'), orderId: order.id, reason, at: now, by }
  // One that seemed refused, and had worked, may come back all the same: that is something else that happened.
  const ref = state === 'succeeded' ? `${id}:back` : id
  const told = happened(db, { ...event, kind: 'refund_failed', ref })
  if (state !== 'succeeded' || order.paidAt === null) return [told]
  const kept = await keptOf(db, order, id)
  return [
    told,
    ...undoCreditNote(tools, kept.settings, kept, id),
    gaveBack(tools, kept.settings, 0 - amount),
  ]
}

/** What documents of an order are reckoned from. */
async function keptOf(db: Tools['db'], order: OrderRow, refundId: string) {
  const [rows, lines, documents, units] = await db.batch([
    allSettings(db),
    linesOf(db, order.id),
    documentsOf(db, order.id),
    unitsOf(db, refundId),
  ])
  return { settings: readSettings(rows), order, lines, documents, units }
}

/** Counts money that went back today; a negative amount came back to the shop. */
function gaveBack({ db, now }: Pick<Tools, 'db' | 'now'>, { shop }: Settings, amount: number) {
  return countDay(db, localTime(now, shop.timeZone).day, { refunded: amount })
}

import { sql } from 'drizzle-orm'
import { type Actor, note } from '#features/audit/note.ts'
import { RECKONED_AT_ONCE } from '#features/documents/queries.ts'
import { mailLater } from '#features/mail/queries.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { closePayment } from '#features/payments/close-payment.ts'
import { isStripeError } from '#features/payments/errors.ts'
import { settle } from '#features/payments/settle.ts'
import { forgetUses } from '#features/promotions/queries.ts'
import { anew, brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { describe } from '#platform/log.ts'
import type { Tools } from '#platform/tools.ts'
import { cancelOrder } from './cancel-order.ts'
import { releaseHeld, setCancelled } from './cancel-queries.ts'
import { orderById, type OrderRow, type OrderView, step } from './queries.ts'
import { reckonGiftCards, refundById } from './refund-queries.ts'
import { allLeft, leftToRefund, type Reason } from './refund-rules.ts'
import { afterRefund } from './refund.ts'
import { refundStatements, type Refunding, refusal, restocked } from './refund-statements.ts'
import { SOLD_STATES } from './rules.ts'

/** `paid`: it was paid meanwhile, or a transfer is on its way. `down`: Stripe cannot be asked whether it was. */
export type Cancelled = { ok: true } | { ok: false; because: 'state' | 'left' | 'paid' | 'down' }

/**
 * Gives up an order that was not paid, once it can no longer be, and puts its pieces back. A buyer who was written
 * to before is told: they had its link, or heard that it was received.
 */
export async function cancelUnpaid(
  tools: Tools,
  actor: Actor,
  order: OrderRow,
): Promise<Cancelled> {
  const { db, now } = tools
  if (order.state === 'cancelled') return { ok: true }
  try {
    const fact = await closePayment(tools, order)
    if (fact && fact.outcome !== 'failed') {
      await settle(tools, fact)
      return { ok: false, because: 'paid' }
    }
    await runBatch(db, [
      ...cancelOrder(tools, order.id, 'maker', actor),
      ...(order.channel === 'shop' && order.state === 'pending' ? [] : mailOf(tools, order)),
      note(db, actor, {
        act: 'order.cancelled',
        subject: order.id,
        facts: { order: order.number },
        at: now,
      }),
    ])
  } catch (error) {
    if (isStripeError(error)) {
      tools.log('order stays open', { order: order.id, error: describe(error) })
      return { ok: false, because: 'down' }
    }
    if (!brokenConstraint(error)?.startsWith('order_event.')) throw error
    return settled(tools, order.id)
  }
  tools.later(sendOutbox(tools))
  return { ok: true }
}

/** What giving up a paid order needs to know beside the order. The id of its refund comes with the form. */
export type Calling = { id: string; restock: boolean; reason: Reason; note: string }

/**
 * Gives up a paid order of which nothing has left: all that is left of its money goes back, and its pieces to the shelf
 * when asked for. What is held was never sold: what came goes back, and its pieces are free again. The order, its refund
 * and the mail are one batch.
 */
export async function cancelPaid(
  tools: Tools,
  actor: Actor,
  view: OrderView,
  { id, restock, reason, note: words }: Calling,
): Promise<Cancelled> {
  const { db, now } = tools
  const { order, lines, payment } = view
  if (order.state === 'cancelled') return { ok: true }
  const held = order.state === 'held'
  const left = leftToRefund(view, view.refunds, view.refundLines)
  const sum = allLeft(lines, left, restock && !held)
  const refunding: Refunding | null =
    payment && sum.amount > 0 ? { id, order, lines, payment, sum, reason, note: words } : null
  const writing = async () =>
    runBatch(db, [
      step(
        db,
        {
          id: newId('evt'),
          orderId: order.id,
          kind: 'cancelled',
          reason: 'maker',
          at: now,
          by: actor,
        },
        { when: notCancelledBefore(order.id) },
      ),
      setCancelled(db, order.id, held ? ['held'] : SOLD_STATES),
      ...(held ? [releaseHeld(db, order.id, now)] : []),
      forgetUses(db, order.id),
      ...(refunding
        ? await refundStatements(tools, actor, refunding)
        : [
            ...restocked(tools, actor.who, { id, order, lines, sum }),
            reckonGiftCards(db, order.id),
          ]),
      ...mailOf(tools, order),
      note(db, actor, {
        act: 'order.cancelled',
        subject: order.id,
        facts: { order: order.number, ...(refunding && { refund: id, amount: sum.amount }) },
        at: now,
      }),
    ])
  try {
    await anew(RECKONED_AT_ONCE, writing)
  } catch (error) {
    const because = refusal(error)
    if (!because && !/^order(_event)?\./.test(brokenConstraint(error) ?? '')) throw error
    const [known] = await refundById(db, id)
    if (known?.orderId === order.id) return { ok: true }
    return because === 'left' ? { ok: false, because } : settled(tools, order.id)
  }
  if (refunding) await afterRefund(tools, refunding)
  tools.later(sendOutbox(tools))
  return { ok: true }
}

/** An order that was given up before its money came has taken that step already. */
function notCancelledBefore(orderId: string) {
  return sql`not exists (select 1 from order_event where order_id = ${orderId} and kind = 'cancelled')`
}

/** Whether somebody else has done it. */
async function settled({ db }: Tools, orderId: string): Promise<Cancelled> {
  const [order] = await orderById(db, orderId)
  return order?.state === 'cancelled' ? { ok: true } : { ok: false, because: 'state' }
}

function mailOf({ db, now }: Tools, { id, email }: OrderRow) {
  const mail = { id: newId('out'), key: `cancelled:${id}`, template: 'cancelled' as const }
  return email === '' ? [] : [mailLater(db, { ...mail, orderId: id, at: now })]
}

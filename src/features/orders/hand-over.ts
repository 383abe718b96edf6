import { type Actor, note } from '#features/audit/note.ts'
import { mailLater } from '#features/mail/queries.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { orderById, type OrderRow, setState, step } from './queries.ts'
import { handOvers } from './rules.ts'

/**
 * Says that an order waits at the workshop, and tells its buyer, or that they have it. False when it may not be said of
 * this order (any more).
 */
export async function handOver(
  tools: Tools,
  actor: Actor,
  order: OrderRow,
  to: 'ready' | 'delivered',
): Promise<boolean> {
  const { db, now: at } = tools
  if (order.state === to) return true
  if (!handOvers(order).includes(to)) return false
  try {
    await runBatch(db, [
      step(db, { id: newId('evt'), orderId: order.id, kind: to, reason: null, at, by: actor }),
      setState(db, order.id, to),
      ...(to === 'ready' && order.email !== '' ? [mailOf(tools, order)] : []),
      note(db, actor, {
        act: `order.${to}`,
        subject: order.id,
        facts: { order: order.number },
        at,
      }),
    ])
  } catch (error) {
    if (!brokenConstraint(error)?.startsWith('order_event.order_id')) throw error
    // Somebody else was faster: with the same, or with something else.
    const [now] = await orderById(db, order.id)
    return now?.state === to
  }
  tools.log('handed over', { order: order.id, state: to })
  if (to === 'ready') tools.later(sendOutbox(tools))
  return true
}

function mailOf({ db, now }: Tools, { id }: OrderRow) {
  const mail = { id: newId('out'), key: `ready:${id}`, template: 'ready' as const }
  return mailLater(db, { ...mail, orderId: id, at: now })
}

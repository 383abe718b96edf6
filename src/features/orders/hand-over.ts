import { type Actor, note } from '#features/audit/note.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { type OrderRow, setState, step } from './queries.ts'
import { handOvers } from './rules.ts'

/** Says that an order waits at the workshop, or that its buyer has it. False when it may not be said of this order. */
export async function handOver(
  { db, now, log }: Tools,
  actor: Actor,
  order: OrderRow,
  to: 'ready' | 'delivered',
): Promise<boolean> {
  if (order.state === to) return true
  if (!handOvers(order).includes(to)) return false
  try {
    await runBatch(db, [
      step(db, { id: newId('evt'), orderId: order.id, kind: to, reason: null, at: now }),
      setState(db, order.id, to),
      note(db, actor, {
        act: `order.${to}`,
        subject: order.id,
        facts: { order: order.number },
        at: now,
      }),
    ])
  } catch (error) {
    if (!brokenConstraint(error)?.startsWith('order_event.order_id')) throw error
    // Somebody else said so first.
    return true
  }
  log('handed over', { order: order.id, state: to })
  return true
}

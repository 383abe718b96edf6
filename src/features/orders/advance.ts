import { type Actor, note } from '#features/audit/note.ts'
import { mailLater } from '#features/mail/queries.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { orderById, type OrderRow, setState, step } from './queries.ts'
import { handOvers, type Said, workSteps } from './rules.ts'

type Going = Pick<OrderRow, 'id' | 'number' | 'state' | 'delivery' | 'email'>

/**
 * Says how far an order is: being made, packed, waiting at the workshop (which its buyer is told), or with its buyer.
 * False when it may not be said of this order (any more).
 */
export async function advance(
  tools: Tools,
  actor: Actor,
  order: Going,
  to: Said,
): Promise<boolean> {
  const { db, now: at } = tools
  if (order.state === to) return true
  const may: readonly Said[] = [...workSteps(order), ...handOvers(order)]
  if (!may.includes(to)) return false
  const entry = { id: newId('evt'), orderId: order.id, kind: to, reason: null, at, by: actor }
  try {
    await runBatch(db, [
      // What has left already may arrive, whatever the buyer's bank says meanwhile.
      step(db, entry, { leaves: order.state !== 'shipped' }),
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
  tools.log('order goes on', { order: order.id, state: to })
  if (to === 'ready') tools.later(sendOutbox(tools))
  return true
}

/** Says of several orders that they are packed, each by itself; answers how many are. */
export async function packMany(
  tools: Tools,
  actor: Actor,
  orders: readonly Going[],
): Promise<number> {
  let packed = 0
  for (const order of orders) {
    // oxlint-disable-next-line no-await-in-loop -- each is an act of its own; a page of the list at most
    if (await advance(tools, actor, order, 'packed')) packed += 1
  }
  return packed
}

function mailOf({ db, now }: Tools, { id }: Pick<OrderRow, 'id'>) {
  const mail = { id: newId('out'), key: `ready:${id}`, template: 'ready' as const }
  return mailLater(db, { ...mail, orderId: id, at: now })
}

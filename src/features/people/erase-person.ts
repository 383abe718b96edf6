import { type Actor, note } from '#features/audit/note.ts'
import { cartOf } from '#features/cart/read-cart.ts'
import { customerByEmail } from '#features/customers/queries.ts'
import { forgetMessages, messageIdsFrom } from '#features/messages/queries.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import {
  archiveOrders,
  erasureOf,
  type ErasureRow,
  forgetBuyers,
  forgetCustomer,
  forgetMailsTo,
} from './erasing.ts'

const CART_MS = 30 * 86_400_000
const MOST_CARTS = 20

/** `unfinished`: an order is to be packed, paid or refunded first. */
export type Erased = { ok: true } | { ok: false; because: 'unfinished' }

/**
 * Erases somebody by their address, in small letters: from orders, messages, mails and the list of customers, in one
 * batch. What the law wants kept of paid orders moves to the archive. Asked for twice, it is done once.
 */
export async function erasePerson(tools: Tools, actor: Actor, email: string): Promise<Erased> {
  const { db, now } = tools
  const [orders, messages, [customer]] = await db.batch([
    erasureOf(db, email),
    messageIdsFrom(db, email),
    customerByEmail(db, email),
  ])
  const messageIds = messages.map(({ id }) => id)
  const kept = orders.filter(({ until }) => until !== null).length
  if (!customer && orders.length + messageIds.length === 0) return { ok: true }
  try {
    await runBatch(db, [
      archiveOrders(db, email, now),
      ...forgetBuyers(
        db,
        orders.map(({ id }) => ({ id, email })),
      ),
      ...forgetMessages(db, messageIds),
      ...forgetMailsTo(db, email),
      ...forgetCustomer(db, email),
      note(db, actor, {
        act: 'person.erased',
        subject: customer?.id ?? 'person',
        facts: { orders: orders.length, messages: messageIds.length, kept },
        at: now,
      }),
    ])
  } catch (error) {
    if (brokenConstraint(error) !== 'archive.order_id') throw error
    return { ok: false, because: 'unfinished' }
  }
  tools.log('person erased', { orders: orders.length, kept })
  tools.later(emptyCarts(tools, orders))
  return { ok: true }
}

/** Empties the carts that the orders came from; older ones have forgotten by themselves. */
async function emptyCarts(tools: Tools, orders: readonly ErasureRow[]): Promise<void> {
  const recent = orders.filter(({ placedAt }) => tools.now - placedAt < CART_MS).slice(-MOST_CARTS)
  await Promise.allSettled(recent.map(({ cartId }) => cartOf(tools, cartId).clear()))
}

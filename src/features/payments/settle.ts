import { sendOutbox } from '#features/mail/send-outbox.ts'
import * as orders from '#features/orders/queries.ts'
import { makePaid } from '#features/orders/make-paid.ts'
import { isPaid, type OrderState } from '#features/orders/rules.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { isLive } from '#platform/stripe.ts'
import type { Tools } from '#platform/tools.ts'
import { readSession } from './close-payment.ts'
import * as q from './queries.ts'
import { type Fact, pays } from './rules.ts'

/** The event that told the fact, when one did. */
export type Told = { id: string; type: string } | null

/** `settled`: this call moved the order. `again`: it was there already. `unknown`: there is no such order. */
export type Settled = 'settled' | 'again' | 'unknown'

type Move = { to: Exclude<OrderState, 'pending'>; reason: string | null; also: Statement[] }

/**
 * Makes an order what Stripe says it is: the one place where payments become orders, called by the webhook, the return
 * page and the clock alike. All of it is one batch: the step in the timeline, the state, the number, the stock, the
 * mail, the event. The step's unique key makes the second of two callers fail as a whole, so each happens once.
 */
export async function settle(tools: Tools, fact: Fact, told: Told = null): Promise<Settled> {
  const { db, now } = tools
  if (fact.live !== isLive(tools.env)) throw new Error('Live and test payments do not mix')
  const [order] = await orders.orderById(db, fact.orderId)
  if (!order) return 'unknown'
  const move = await moveFor(tools, order, fact)
  if (!move) {
    if (told) await q.noteEvent(db, eventRow(fact, told, now))
    return 'again'
  }
  try {
    await runBatch(db, [
      orders.step(db, {
        id: newId('evt'),
        orderId: order.id,
        kind: move.to,
        reason: move.reason,
        at: now,
      }),
      ...move.also,
      ...(told ? [q.addEvent(db, eventRow(fact, told, now))] : []),
    ])
  } catch (error) {
    if (!lostRace(error)) throw error
    tools.log('settled elsewhere', { order: order.id, outcome: fact.outcome })
    return 'again'
  }
  tools.log('settled', { order: order.id, state: move.to, reason: move.reason })
  if (move.to === 'paid') await afterwards(tools, order, fact)
  return 'settled'
}

/** The move a fact asks of an order, with everything it brings; null when there is nothing to do. */
async function moveFor(tools: Tools, order: orders.OrderRow, fact: Fact): Promise<Move | null> {
  const { db, now } = tools
  const open = order.state === 'pending' || order.state === 'awaiting_payment'
  switch (fact.outcome) {
    case 'open':
      return null
    case 'paid':
      if (open && pays(fact, order)) return paid(tools, order, fact)
      if (isPaid(order.state) || order.state === 'held') return null
      return {
        to: 'held',
        reason: open ? 'amount' : 'late',
        also: [orders.setState(db, order.id, 'held'), q.setPayment(db, fact, 'paid')],
      }
    case 'unpaid':
      if (order.state !== 'pending') return null
      return {
        to: 'awaiting_payment',
        reason: null,
        also: [orders.setState(db, order.id, 'awaiting_payment'), q.setPayment(db, fact, 'unpaid')],
      }
    case 'failed':
    case 'expired':
      if (!open) return null
      return {
        to: 'cancelled',
        reason: fact.outcome,
        also: [
          orders.setState(db, order.id, 'cancelled'),
          orders.moveHolds(db, order.id, 'release', now),
          q.setPayment(db, fact, fact.outcome),
        ],
      }
    default:
      return fact.outcome satisfies never
  }
}

async function paid(tools: Tools, order: orders.OrderRow, fact: Fact): Promise<Move> {
  const also = [...(await makePaid(tools, order)), q.setPayment(tools.db, fact, 'paid')]
  return { to: 'paid', reason: null, also }
}

/** What may fail without harm: the mail goes again by the clock, and a cart that keeps its lines is only a nuisance. */
async function afterwards(tools: Tools, order: orders.OrderRow, fact: Fact): Promise<void> {
  const lines = await orders.linesOf(tools.db, order.id)
  const cart = tools.env.CART.getByName(order.cartId)
  await cart
    .take(
      order.id,
      lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    )
    .catch((error: unknown) => tools.log('cart kept its lines', { error: String(error) }))
  tools.later(sendOutbox(tools))
  if (fact.method === null) tools.later(noteMethod(tools, fact))
}

/** An event does not say how it was paid; the session does. Only for the order's page, so it may fail. */
async function noteMethod(tools: Tools, fact: Fact): Promise<void> {
  const news = await readSession(tools, fact.sessionId).catch(() => null)
  if (news?.method) await q.setPayment(tools.db, news, 'paid')
}

/** Whether a batch failed because somebody else had taken the step: the guard, its unique key, or the event's. */
function lostRace(error: unknown): boolean {
  const constraint = brokenConstraint(error)
  return constraint !== null && /^(order_event\.order_id|stripe_event\.id)/.test(constraint)
}

function eventRow(fact: Fact, told: NonNullable<Told>, receivedAt: number) {
  return { ...told, sessionId: fact.sessionId, receivedAt }
}

import { takeBought } from '#features/cart/take-bought.ts'
import { sealJournal } from '#features/journal/seal.ts'
import { alertLater } from '#features/mail/alert-later.ts'
import { mailLater } from '#features/mail/queries.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { cancellationOf, holdAgain, stillGivenUp } from '#features/orders/cancel-queries.ts'
import * as orders from '#features/orders/queries.ts'
import { makePaid } from '#features/orders/make-paid.ts'
import { isUnpaid, type OrderState, staysOpen, UNPAID } from '#features/orders/rules.ts'
import { forgetUses } from '#features/promotions/queries.ts'
import { useAgain } from '#features/promotions/use-again.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { isLive } from '#platform/stripe.ts'
import type { Tools } from '#platform/tools.ts'
import { readSession } from './close-payment.ts'
import * as q from './queries.ts'
import { isLate, refundLate } from './refund-late.ts'
import { type Fact, mismatch, pays } from './rules.ts'

/** The event that told the fact, when one did. */
export type Told = { id: string; type: string } | null

/** `settled`: this call moved the order. `again`: it was there already. `unknown`: there is no such order. */
export type Settled = 'settled' | 'again' | 'unknown'

type Move = {
  to: Exclude<OrderState, 'pending'>
  /** Where the order must still be. */
  from: readonly OrderState[]
  reason: string | null
  also: Statement[]
}

/**
 * Makes an order what Stripe says it is: the one place where payments become orders, called by the webhook, the return
 * page and the clock alike. Money that comes for an order that was given up makes it stand again, or goes back. All of
 * it is one batch: the step in the timeline, the state, the number, the stock, the mail, the event. The step's unique
 * key makes the second of two callers fail as a whole, so each happens once.
 */
export async function settle(tools: Tools, fact: Fact, told: Told = null): Promise<Settled> {
  const { db, now } = tools
  if (fact.live !== isLive(tools.env)) throw new Error('Live and test payments do not mix')
  const [order] = await orders.orderById(db, fact.orderId)
  if (!order) return 'unknown'
  const heard = told ? [q.addEvent(db, eventRow(fact, told, now))] : []
  const late = isLate(order, fact)
  const move = late ? await revived(tools, order, fact) : await moveFor(tools, order, fact)
  if (!move) {
    if (late) return refundLate(tools, order, fact, heard)
    if (told) await q.noteEvent(db, eventRow(fact, told, now))
    return 'again'
  }
  try {
    await runBatch(db, [stepOf(tools, order.id, move), ...move.also, ...heard])
  } catch (error) {
    if (late && brokenConstraint(error) === 'stock_is_short') {
      return refundLate(tools, order, fact, heard)
    }
    if (!lostRace(error)) throw error
    tools.log('settled elsewhere', { order: order.id, outcome: fact.outcome })
    return 'again'
  }
  tools.log('settled', { order: order.id, state: move.to, reason: move.reason })
  await afterwards(tools, order, fact, move.to)
  return 'settled'
}

/** The move a fact asks of an order, with everything it brings; null when there is nothing to do. */
async function moveFor(tools: Tools, order: orders.OrderRow, fact: Fact): Promise<Move | null> {
  const { db, now } = tools
  const open = isUnpaid(order.state)
  switch (fact.outcome) {
    case 'open':
      return null
    case 'paid':
      if (open && pays(fact, order)) return paid(tools, order, fact)
      if (order.paidAt !== null || order.state === 'held') return null
      return held(tools, order, fact)
    case 'unpaid':
      if (order.state !== 'pending') return null
      return {
        to: 'awaiting_payment',
        from: ['pending'],
        reason: null,
        also: [
          orders.setState(db, order.id, 'awaiting_payment'),
          q.setPayment(db, fact, 'unpaid'),
          ...tellBuyer(tools, order, 'received'),
        ],
      }
    case 'failed':
      return open ? givenUp(tools, order, fact, 'failed') : null
    case 'expired':
      if (order.state !== 'pending' || staysOpen(order, now)) return null
      return givenUp(tools, order, fact, 'expired')
    default:
      return fact.outcome satisfies never
  }
}

function stepOf({ db, now }: Tools, orderId: string, { to, from, reason }: Move) {
  const by = { staffId: null, who: 'Stripe' }
  return orders.step(db, { id: newId('evt'), orderId, kind: to, reason, at: now, by }, { from })
}

/** An order that will not be paid gives back what it held and used. */
function givenUp(
  tools: Tools,
  order: orders.OrderRow,
  fact: Fact,
  reason: 'failed' | 'expired',
): Move {
  const { db, now } = tools
  return {
    to: 'cancelled',
    // A page that expires was not the one whose debit an order awaits: a link may have opened several.
    from: reason === 'expired' ? ['pending'] : UNPAID,
    reason,
    also: [
      orders.setState(db, order.id, 'cancelled'),
      orders.moveHolds(db, order.id, 'release', now),
      forgetUses(db, order.id),
      q.setPayment(db, fact, reason),
      ...(reason === 'failed' ? tellBuyer(tools, order, 'payment_failed') : []),
    ],
  }
}

/** Money that is not what the order asks: it is put aside, and the workshop is told. */
function held({ db, now }: Tools, order: orders.OrderRow, fact: Fact): Move {
  const reason = mismatch(fact, order, !isUnpaid(order.state))
  // Another currency is no sum of ours: only Stripe can give it back.
  const captured = reason === 'currency' ? 0 : (fact.amount ?? 0)
  return {
    to: 'held',
    from: [order.state],
    reason,
    also: [
      orders.setState(db, order.id, 'held'),
      orders.setCaptured(db, order.id, captured),
      q.setPayment(db, fact, 'paid'),
      alertLater({ db, now }, { orderId: order.id, about: reason }),
    ],
  }
}

function tellBuyer(
  { db, now }: Tools,
  { id, email }: orders.OrderRow,
  template: 'received' | 'payment_failed',
): Statement[] {
  const mail = { id: newId('out'), key: `${template}:${id}`, template }
  return email === '' ? [] : [mailLater(db, { ...mail, orderId: id, at: now })]
}

async function paid(tools: Tools, order: orders.OrderRow, fact: Fact): Promise<Move> {
  const also = [...(await makePaid(tools, order, 'stripe')), q.setPayment(tools.db, fact, 'paid')]
  return { to: 'paid', from: UNPAID, reason: null, also }
}

/** An order that is paid after it was given up takes its pieces and offers again; null when it was the maker who gave it up. */
async function revived(tools: Tools, order: orders.OrderRow, fact: Fact): Promise<Move | null> {
  const { db, now } = tools
  const [given] = await cancellationOf(db, order.id)
  if (given?.reason === 'maker') return null
  const { also, ...move } = await paid(tools, order, fact)
  const again = [
    stillGivenUp(db, order.id),
    holdAgain(db, order.id, now),
    ...(await useAgain(tools, order)),
  ]
  const told = alertLater(tools, { orderId: order.id, about: 'revived' })
  return { ...move, from: ['cancelled'], also: [...again, ...also, told] }
}

/** What may fail without harm: the mail goes again by the clock. What was bought leaves the cart once it is under way. */
async function afterwards(
  tools: Tools,
  order: orders.OrderRow,
  fact: Fact,
  to: OrderState,
): Promise<void> {
  tools.later(sendOutbox(tools))
  if (to !== 'paid' && to !== 'awaiting_payment') return
  if (to === 'paid') tools.later(sealJournal(tools))
  if (to === 'paid' && fact.method === null) tools.later(noteMethod(tools, fact))
  if (order.channel !== 'shop') return
  await takeBought(tools, order, await orders.linesOf(tools.db, order.id))
}

/** An event does not say how it was paid; the session does. Only for the order's page, so it may fail. */
async function noteMethod(tools: Tools, fact: Fact): Promise<void> {
  const news = await readSession(tools, fact.sessionId).catch(() => null)
  if (news?.method) await q.setPayment(tools.db, news, 'paid')
}

/** Whether a batch failed because somebody else had taken the step: the guard, its unique key, or the event's. */
function lostRace(error: unknown): boolean {
  const constraint = brokenConstraint(error)
  return (
    constraint !== null && /^(order_event\.order_id|order\.state|stripe_event\.id)/.test(constraint)
  )
}

function eventRow(fact: Fact, told: NonNullable<Told>, receivedAt: number) {
  return { ...told, sessionId: fact.sessionId, receivedAt }
}

import { eq, sql } from 'drizzle-orm'
import { order } from '#features/orders/table.ts'
import type { Db } from '#platform/db.ts'
import type { Fact } from './rules.ts'
import { payment, stripeEvent } from './table.ts'

export type PaymentRow = typeof payment.$inferSelect

export const addPayment = (db: Db, row: typeof payment.$inferInsert) =>
  db.insert(payment).values(row)

/** A payment that two may begin at once: the second finds the first. */
export const addPaymentOnce = (db: Db, row: typeof payment.$inferInsert) =>
  db.insert(payment).values(row).onConflictDoNothing()

/** Lets another page be opened in the place of one that closes by a certain moment; the key changes with it. */
export function renewPayment(db: Db, { id, attempt }: PaymentRow, by: number, expiresAt: number) {
  return db
    .update(payment)
    .set({ state: 'open', sessionId: null, url: null, attempt: attempt + 1, expiresAt })
    .where(sql`${payment.id} = ${id} and ${payment.attempt} = ${attempt}
      and ${payment.expiresAt} <= ${by}`)
}

/** Keeps what an unpaid order holds at least until a moment. */
export function keepOpen(db: Db, orderId: string, until: number) {
  return db
    .update(order)
    .set({ holdUntil: sql`max(${order.holdUntil}, ${until})` })
    .where(sql`${order.id} = ${orderId} and state = 'pending'`)
}

/** The one Checkout Session of an order. */
export function paymentOf(db: Db, orderId: string) {
  return db.select().from(payment).where(eq(payment.orderId, orderId)).limit(1)
}

export function paymentBySession(db: Db, sessionId: string) {
  return db.select().from(payment).where(eq(payment.sessionId, sessionId)).limit(1)
}

export function paymentByIntent(db: Db, paymentIntent: string) {
  return db.select().from(payment).where(eq(payment.paymentIntent, paymentIntent)).limit(1)
}

/** Remembers what Stripe answered. */
export function rememberSession(db: Db, id: string, sessionId: string, url: string | null) {
  return db.update(payment).set({ sessionId, url }).where(eq(payment.id, id))
}

/** Lets nobody be sent to a payment page any more: it is about to be closed. */
export function forgetPage(db: Db, id: string) {
  return db.update(payment).set({ url: null }).where(eq(payment.id, id))
}

/** Counts a key that is used up: Stripe keeps its own errors under it for a day. */
export function nextAttempt(db: Db, id: string, attempt: number) {
  return db
    .update(payment)
    .set({ attempt: attempt + 1 })
    .where(eq(payment.id, id))
}

/** Writes what became of an order's payment. */
export function setPayment(db: Db, paid: Fact, state: PaymentRow['state']) {
  return db
    .update(payment)
    .set({
      state,
      sessionId: paid.sessionId,
      paymentIntent: paid.paymentIntent,
      ...(paid.method === null ? {} : { method: paid.method }),
      ...(paid.chargeId ? { chargeId: paid.chargeId } : {}),
    })
    .where(eq(payment.orderId, paid.orderId))
}

/** Marks the payment of an order that was given up. */
export function closePaymentOf(db: Db, orderId: string) {
  return db.update(payment).set({ state: 'expired' }).where(eq(payment.orderId, orderId))
}

/** Keeps an event's id: a second insert of the same one fails the batch it stands in. */
export const addEvent = (db: Db, row: typeof stripeEvent.$inferInsert) =>
  db.insert(stripeEvent).values(row)

/** Keeps an event's id when there is nothing left to do for it. */
export const noteEvent = (db: Db, row: typeof stripeEvent.$inferInsert) =>
  db.insert(stripeEvent).values(row).onConflictDoNothing()

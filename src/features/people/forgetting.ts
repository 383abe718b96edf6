import { and, asc, eq, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { archive, customer } from '#features/customers/table.ts'
import { lastYearToForget } from '#features/documents/rules.ts'
import { document } from '#features/documents/table.ts'
import { message } from '#features/messages/table.ts'
import { order } from '#features/orders/table.ts'
import { type Db, upTo } from '#platform/db.ts'
import { QUIET_MS, UNPAID_MS } from './rules.ts'

/** A count beyond this says no more than "many". */
export const COUNT_LIMIT = 1000

/** Orders that were given up, unpaid, long ago, and still know their buyer: from a moment on, the oldest first. */
export function unpaidOrders(db: Db, now: number, from: number, limit: number) {
  return db
    .select({ id: order.id, email: order.email, holdUntil: order.holdUntil })
    .from(order)
    .where(and(sql`${order.holdUntil} >= ${from}`, isUnpaid(now)))
    .orderBy(asc(order.holdUntil))
    .limit(limit)
}

/** Customers who have not bought, and not written, for three years. */
export function quietCustomers(db: Db, now: number, limit: number) {
  return db
    .select({ email: customer.email })
    .from(customer)
    .where(isQuiet(now))
    .orderBy(asc(customer.lastAt))
    .limit(limit)
}

/** Invoices and credit notes that need not be kept any longer. Each kind's series is asked for its old years. */
export function oldDocuments(db: Db, now: number, limit: number) {
  return db
    .select({ id: document.id, number: document.number })
    .from(document)
    .where(isOldDocument(now))
    .limit(limit)
}

export function dropDocuments(db: Db, ids: readonly string[]) {
  return db
    .delete(document)
    .where(sql`${document.id} in (select value from json_each(${JSON.stringify(ids)}))`)
}

/** Proofs that need not be kept any longer go. */
export function dropProofs(db: Db, now: number) {
  return db.delete(archive).where(lt(archive.until, now)).returning({ orderId: archive.orderId })
}

const isUnpaid = (now: number) =>
  and(
    eq(order.state, 'cancelled'),
    lt(order.holdUntil, now - UNPAID_MS),
    isNull(order.paidAt),
    sql`${order.email} <> ''`,
  )

const isOldDocument = (now: number) =>
  and(
    sql`${document.kind} in ('invoice', 'credit_note')`,
    lte(document.year, lastYearToForget(now)),
  )

const isQuiet = (now: number) =>
  and(
    lt(customer.lastAt, now - QUIET_MS),
    sql`not exists (select 1 from message m where m.email = ${customer.email} and m.at >= ${now - QUIET_MS})`,
  )

const some = (rows: SQL) => upTo(rows, COUNT_LIMIT)

/** What would go if the clock forgot now, counted up to a thousand of each. */
export function forgettingCounts(db: Db, now: number) {
  return db
    .select({
      unpaid: some(sql`select 1 from ${order} where ${isUnpaid(now)}`).as('unpaid'),
      messages: some(sql`select 1 from ${message} where ${lt(message.at, now - QUIET_MS)}`).as(
        'messages',
      ),
      customers: some(sql`select 1 from ${customer} where ${isQuiet(now)}`).as('customers'),
      documents: some(sql`select 1 from ${document} where ${isOldDocument(now)}`).as('documents'),
      proofs: some(sql`select 1 from ${archive} where ${lt(archive.until, now)}`).as('proofs'),
    })
    .from(sql`(select 1)`)
}

export type Forgetting = Awaited<ReturnType<typeof forgettingCounts>>[number]

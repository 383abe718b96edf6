import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { searchFor } from '#features/customers/rules.ts'
import { order } from '#features/orders/table.ts'
import type { Db } from '#platform/db.ts'
import { outbox } from './table.ts'

export const PER_PAGE = 30
/** Orders, and addresses, whose mails a search shows. */
const MOST_FOUND = 200

export const MAIL_STATES = ['waiting', 'failed', 'sent'] as const
export type MailState = (typeof MAIL_STATES)[number]

const columns = {
  id: outbox.id,
  template: outbox.template,
  state: outbox.state,
  attempts: outbox.attempts,
  createdAt: outbox.createdAt,
  nextAt: outbox.nextAt,
  sentAt: outbox.sentAt,
  error: outbox.error,
  orderId: outbox.orderId,
  to: outbox.to,
  number: order.number,
  firstName: order.firstName,
  lastName: order.lastName,
  email: order.email,
}

/** What is asked of the list: a search, or one state. `before` is where the page above ended. */
export type Asked = { state: MailState | null; q: string; before: string }

/** One page of the mails, the latest first, and one row more. */
export function listMails(db: Db, { state, q, before }: Asked) {
  const [, at, id] = /^(\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  const under =
    at && id ? sql`(${outbox.createdAt}, ${outbox.id}) < (${Number(at)}, ${id})` : undefined
  return db
    .select(columns)
    .from(outbox)
    .leftJoin(order, eq(order.id, outbox.orderId))
    .where(and(q ? concerns(q) : state ? eq(outbox.state, state) : undefined, under))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(PER_PAGE + 1)
}

const begins = (typed: string) => sql`"to" >= ${typed} and "to" < ${`${typed}\uffff`}`

/**
 * Mails of the latest orders whose buyer, or number, was typed, and those to an address that begins as typed. Addresses
 * that somebody gave are kept in any letters.
 */
function concerns(q: string): SQL {
  const number = /^\d{1,9}$/.test(q) ? Number(q) : -1
  const expression = searchFor(q)
  const buyers = expression
    ? sql`union select * from (select order_id from order_search
        where order_search match ${`buyer : (${expression})`} order by rowid desc limit ${MOST_FOUND})`
    : sql``
  return sql`${outbox.id} in (select id from outbox
      where order_id in (select id from "order" where number = ${number} ${buyers})
    union select * from (select id from outbox
      where ${begins(q)} or ${begins(q.toLowerCase())} limit ${MOST_FOUND}))`
}

export type MailRow = Awaited<ReturnType<typeof listMails>>[number]

/** One mail as the list shows it. */
export function mailById(db: Db, id: string) {
  return db
    .select({ ...columns, shipmentId: outbox.shipmentId, facts: outbox.facts })
    .from(outbox)
    .leftJoin(order, eq(order.id, outbox.orderId))
    .where(eq(outbox.id, id))
    .limit(1)
}

/** How many mails have failed for good, counted up to a hundred. */
export function failedMails(db: Db) {
  return db
    .select({ failed: sql<number>`count(*)` })
    .from(sql`(select 1 from outbox where state = 'failed' limit 100)`)
}

/** Lets a mail that waits or has failed leave with the next run, with all its attempts before it. */
export function mailNow(db: Db, id: string, now: number) {
  return db
    .update(outbox)
    .set({ state: 'waiting', nextAt: now, attempts: 0 })
    .where(and(eq(outbox.id, id), sql`${outbox.state} <> 'sent'`))
}

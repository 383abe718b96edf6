import { and, desc, eq, sql } from 'drizzle-orm'
import { order } from '#features/orders/table.ts'
import type { Db } from '#platform/db.ts'
import { outbox } from './table.ts'

export const PER_PAGE = 30

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

/** One page of the mails, the latest first, and one row more. `before` is where the page above ended. */
export function listMails(db: Db, state: MailState | null, before: string) {
  const [, at, id] = /^(\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  const under =
    at && id ? sql`(${outbox.createdAt}, ${outbox.id}) < (${Number(at)}, ${id})` : undefined
  return db
    .select(columns)
    .from(outbox)
    .leftJoin(order, eq(order.id, outbox.orderId))
    .where(and(state ? eq(outbox.state, state) : undefined, under))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(PER_PAGE + 1)
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

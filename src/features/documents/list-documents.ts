import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import { order } from '#features/orders/table.ts'
import type { Db } from '#platform/db.ts'
import { document } from './table.ts'

export const PER_PAGE = 30

export type Span = { from: number; to: number }

/** What is asked of the list: a month, or a number. `before` is where the page above ended. */
export type Asked = { month: string; q: string; before: string }

const columns = {
  id: document.id,
  kind: document.kind,
  number: document.number,
  orderId: document.orderId,
  at: document.at,
  currency: document.currency,
  amount: document.amount,
  buyer: sql<string>`json_extract(${document.body}, '$.buyer.name')`.as('buyer'),
  orderNumber: sql<number | null>`"order".number`.as('order_number'),
}

function listed(db: Db) {
  return db.select(columns).from(document).innerJoin(order, eq(order.id, document.orderId))
}

/** A page of the documents of a span of time, the latest first, and one more, which tells that there is another page. */
export function documentsIn(db: Db, { from, to }: Span, before: string) {
  const [, at, id] = /^(\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  const under =
    at && id ? sql`(${document.at}, ${document.id}) < (${Number(at)}, ${id})` : undefined
  return listed(db)
    .where(and(gte(document.at, from), lt(document.at, to), under))
    .orderBy(desc(document.at), desc(document.id))
    .limit(PER_PAGE + 1)
}

export type DocumentLine = Awaited<ReturnType<typeof documentsIn>>[number]

/** The documents of the order of this number, or those whose number begins like this: the first ones. */
export function documentsNamed(db: Db, q: string) {
  const isOrder = /^\d{1,9}$/.test(q)
  const begins = q.toUpperCase()
  const which = isOrder
    ? eq(order.number, Number(q))
    : and(gte(document.number, begins), lt(document.number, `${begins}~`))
  return listed(db).where(which).orderBy(document.number).limit(PER_PAGE)
}

/** How many of each kind a span of time has, and what they come to. */
export function sumsIn(db: Db, { from, to }: Span) {
  return db
    .select({
      kind: document.kind,
      count: sql<number>`count(*)`.as('count'),
      amount: sql<number>`sum(${document.amount})`.as('sum_of'),
      vat: sql<number>`sum(${document.vat})`.as('vat_of'),
    })
    .from(document)
    .where(and(gte(document.at, from), lt(document.at, to)))
    .groupBy(document.kind)
}

export type KindSum = Awaited<ReturnType<typeof sumsIn>>[number]

/** Where the next page begins. */
export function cursorOf({ at, id }: DocumentLine): string {
  return `${at}-${id}`
}

import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { order } from '#features/orders/table.ts'
import { folded } from '#lib/folded.ts'
import type { Db } from '#platform/db.ts'
import { buyersAs, searchFor, type Sort } from './rules.ts'
import { archive, customer } from './table.ts'

export const PER_PAGE = 30
/** Addresses that a page shows of somebody. */
const ADDRESSES = 10

export type CustomerRow = typeof customer.$inferSelect
export type CustomerLine = Awaited<ReturnType<typeof customerLines>>[number]
export type OrderLine = Awaited<ReturnType<typeof ordersOf>>[number]

export function customerById(db: Db, id: string) {
  return db.select().from(customer).where(eq(customer.id, id)).limit(1)
}

/** By an address in small letters. */
export function customerByEmail(db: Db, email: string) {
  return db.select().from(customer).where(eq(customer.email, email)).limit(1)
}

const SORTED = {
  last: customer.lastAt,
  spent: customer.spent,
  orders: customer.orders,
} as const

export type Asked = { by: Sort; q: string; before: string }

/** A page of the list and one customer more, which tells that there is another page. */
export function customerLines(db: Db, { by, q, before }: Asked) {
  const expression = searchFor(q)
  if (expression) return found(db, expression, before)
  return by === 'name' ? named(db, before) : sorted(db, by, before)
}

function sorted(db: Db, by: keyof typeof SORTED, before: string) {
  const column = SORTED[by]
  const [, value, id] = /^(-?\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  const under =
    value && id ? sql`(${column}, ${customer.id}) < (${Number(value)}, ${id})` : undefined
  return db
    .select({ ...lineOf, cursor: sql<string>`${column} || '-' || ${customer.id}`.as('cursor') })
    .from(customer)
    .where(under)
    .orderBy(desc(column), desc(customer.id))
    .limit(PER_PAGE + 1)
}

/** By last name, then first. The key is, letter by letter, what its index has. */
function named(db: Db, before: string) {
  const key = sql.raw(`${folded("last_name || ' ' || first_name")} || char(9) || id`)
  return db
    .select({ ...lineOf, cursor: sql<string>`${key}`.as('cursor') })
    .from(customer)
    .where(before ? sql`${key} > ${before}` : undefined)
    .orderBy(sql`${key} asc`)
    .limit(PER_PAGE + 1)
}

const lineOf = {
  id: customer.id,
  email: customer.email,
  firstName: customer.firstName,
  lastName: customer.lastName,
  orders: customer.orders,
  spent: customer.spent,
  lastAt: customer.lastAt,
}

/** Customers of whose name and address every word tells the beginning, the newest first. */
function found(db: Db, expression: string, before: string) {
  // Cast, for the index seeks by whole numbers only, and D1 binds none.
  const under = /^\d{1,12}$/.test(before) ? sql`and rowid < cast(${before} as integer)` : sql``
  const hits = sql`(select customer_id, rowid as at from customer_search
    where customer_search match ${expression} ${under} order by rowid desc limit ${PER_PAGE + 1})`
  return db
    .select({ ...lineOf, cursor: sql<string>`cast(hit.at as text)`.as('cursor') })
    .from(sql`${hits} as hit`)
    .innerJoin(customer, sql`${customer.id} = hit.customer_id`)
    .orderBy(sql`hit.at desc`)
    .limit(PER_PAGE + 1)
}

/**
 * Whether an order is somebody's, by an address in small letters. Buyers type theirs in any, and only the index of
 * words finds those.
 */
export function isOf(email: string): SQL {
  return sql`${order.id} in (select id from "order" where email = ${email}
      union select order_id from order_search where order_search match ${buyersAs([email])})
    and lower(${order.email}) = ${email}`
}

const pieces = sql`(select json_group_array(json_object('title', title, 'quantity', quantity))
  from (select l.title, l.quantity from order_line l where l.order_id = "order".id order by l.position))`
  .mapWith((rows: string): { title: string; quantity: number }[] => JSON.parse(rows))
  .as('pieces')

/** Somebody's orders, the latest first. `before` is where the page above ended. */
export function ordersOf(db: Db, email: string, limit: number, before = '') {
  const [, at, id] = /^(\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  const under =
    at && id ? sql`(${order.placedAt}, ${order.id}) < (${Number(at)}, ${id})` : undefined
  return db
    .select({
      id: order.id,
      number: order.number,
      state: order.state,
      delivery: order.delivery,
      total: order.total,
      refundedTotal: order.refundedTotal,
      currency: order.currency,
      placedAt: order.placedAt,
      pieces,
    })
    .from(order)
    .where(and(isOf(email), under))
    .orderBy(desc(order.placedAt), desc(order.id))
    .limit(limit)
}

/** Where the page after this order begins. */
export function cursorOf({ placedAt, id }: Pick<OrderLine, 'placedAt' | 'id'>): string {
  return `${placedAt}-${id}`
}

/** Where somebody had parcels sent. */
export function addressesOf(db: Db, email: string) {
  return db
    .selectDistinct({ address: order.address })
    .from(order)
    .where(and(isOf(email), sql`${order.address} is not null`))
    .limit(ADDRESSES)
}

/** What the workshop tells itself about somebody. */
export function setNote(db: Db, id: string, note: string) {
  return db.update(customer).set({ note }).where(eq(customer.id, id))
}

/** What was put away of an erased buyer's order. */
export function proofOf(db: Db, orderId: string) {
  return db.select().from(archive).where(eq(archive.orderId, orderId)).limit(1)
}

import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { payment } from '#features/payments/table.ts'
import { type Db, upTo } from '#platform/db.ts'
import type { Filter } from './rules.ts'
import { stoppedIn } from './queries.ts'
import { order } from './table.ts'

export const PER_PAGE = 30
/** A badge beyond this says "999+": counting on would help nobody. */
export const COUNT_LIMIT = 1000
const EXPORT_LIMIT = 10_000

export type Piece = { title: string; quantity: number }

const pieces = sql`(select json_group_array(json_object('title', title, 'quantity', quantity))
  from (select l.title, l.quantity from order_line l where l.order_id = "order".id order by l.position))`
  .mapWith((rows: string): Piece[] => JSON.parse(rows))
  .as('pieces')

const columns = {
  id: order.id,
  number: order.number,
  state: order.state,
  delivery: order.delivery,
  firstName: order.firstName,
  lastName: order.lastName,
  channel: order.channel,
  total: order.total,
  refundedTotal: order.refundedTotal,
  currency: order.currency,
  placedAt: order.placedAt,
  paidAt: order.paidAt,
  stopped: sql`${stoppedIn(sql`"order".id`)}`.mapWith(Boolean).as('stopped'),
  pieces,
}

/** What is asked of the list: the newest first unless the oldest are. `before` is where the page above ended. */
export type Asked = { filter: Filter; q: string; oldest: boolean; before: string }

export type ListRow = Awaited<ReturnType<typeof listRows>>[number]

/** One page of the list and one row more, which tells that there is another page. */
export function listRows(db: Db, asked: Asked) {
  const words = asked.q.match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? []
  const [only] = words
  if (words.length === 1 && only && /^\d{1,9}$/.test(only)) return numbered(db, Number(only))
  if (words.length > 0) return found(db, words, asked)
  return UNNUMBERED.includes(asked.filter) ? unnumbered(db, asked) : inState(db, asked)
}

/** Lists of orders that may have no number. They are few. */
const UNNUMBERED: readonly Filter[] = ['waiting', 'held', 'disputed']

const inOrder = (oldest: boolean, ...keys: string[]) =>
  keys.map((key) => sql.raw(`${key} ${oldest ? 'asc' : 'desc'}`))

const beyond = (oldest: boolean) => sql.raw(oldest ? '>' : '<')

// What these say must be what the indexes say, letter by letter: SQLite proves nothing of a bound value.
const WHERE = {
  to_pack: sql`state in ('paid', 'in_making') and delivery is not null`,
  packed: sql`state = 'packed'`,
  ready: sql`state = 'ready'`,
  shipped: sql`state = 'shipped'`,
  waiting: sql`state in ('pending', 'awaiting_payment')`,
  held: sql`state = 'held'`,
  disputed: sql`id in (select order_id from dispute where state in ('inquiry', 'open'))`,
  // Those that had been paid: what was never paid is no order for anybody.
  cancelled: sql`state = 'cancelled' and number is not null`,
  all: sql`number is not null`,
} satisfies Record<Filter, SQL>

function inState(db: Db, { filter, oldest, before }: Asked) {
  const under = /^\d{1,9}$/.test(before)
    ? sql`number ${beyond(oldest)} ${Number(before)}`
    : undefined
  return db
    .select({ ...columns, cursor: sql<string>`cast(${order.number} as text)`.as('cursor') })
    .from(order)
    .where(and(WHERE[filter], under))
    .orderBy(...inOrder(oldest, 'number'))
    .limit(PER_PAGE + 1)
}

/** Orders that were never paid, or not as they should, have no number: by when they were placed. */
function unnumbered(db: Db, { filter, oldest, before }: Asked) {
  const [, at, id] = /^(\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  const under = at && id ? sql`(placed_at, id) ${beyond(oldest)} (${Number(at)}, ${id})` : undefined
  return db
    .select({ ...columns, cursor: sql<string>`placed_at || '-' || id`.as('cursor') })
    .from(order)
    .where(and(WHERE[filter], under))
    .orderBy(...inOrder(oldest, 'placed_at', 'id'))
    .limit(PER_PAGE + 1)
}

function numbered(db: Db, number: number) {
  return db
    .select({ ...columns, cursor: sql<string>`cast(${order.number} as text)`.as('cursor') })
    .from(order)
    .where(eq(order.number, number))
    .limit(1)
}

/** Orders of whose buyer or pieces every word tells the beginning. */
function found(db: Db, words: readonly string[], { oldest, before }: Asked) {
  const expression = words.map((word) => `"${word}"*`).join(' ')
  const under = /^\d{1,12}$/.test(before)
    ? sql`and rowid ${beyond(oldest)} cast(${before} as integer)`
    : sql``
  const hits = sql`(select order_id, rowid as at from order_search
    where order_search match ${expression} ${under}
    order by ${sql.join(inOrder(oldest, 'rowid'))} limit ${PER_PAGE + 1})`
  return db
    .select({ ...columns, cursor: sql<string>`cast(hit.at as text)`.as('cursor') })
    .from(sql`${hits} as hit`)
    .innerJoin(order, sql`${order.id} = hit.order_id`)
    .orderBy(...inOrder(oldest, 'hit.at'))
    .limit(PER_PAGE + 1)
}

export type Counts = Awaited<ReturnType<typeof openCounts>>[number]

const some = (where: SQL) => upTo(sql`select 1 from "order" where ${where}`, COUNT_LIMIT)

export const NONE_OPEN: Counts = {
  to_pack: 0,
  packed: 0,
  ready: 0,
  waiting: 0,
  held: 0,
  disputed: 0,
}

/** How many orders wait for what, each read from an index of those few. */
export function openCounts(db: Db) {
  return db
    .select({
      to_pack: some(WHERE.to_pack).as('to_pack'),
      packed: some(WHERE.packed).as('packed'),
      ready: some(WHERE.ready).as('ready'),
      waiting: some(WHERE.waiting).as('waiting'),
      held: some(WHERE.held).as('held'),
      disputed: some(WHERE.disputed).as('disputed'),
    })
    .from(sql`(select 1)`)
}

type Span = { from: number; to: number }

/** How many orders were paid in a span of time, and what they came to. */
export function soldIn(db: Db, { from, to }: Span) {
  return db
    .select({ orders: sql<number>`count(*)`, total: sql<number>`coalesce(sum(total), 0)` })
    .from(order)
    .where(and(gte(order.paidAt, from), lt(order.paidAt, to)))
}

/** The orders that were paid in a span of time, in the order of their numbers. */
export function ordersPaidIn(db: Db, { from, to }: Span) {
  return db
    .select({
      ...columns,
      email: order.email,
      address: order.address,
      subtotal: order.subtotal,
      deliveryTotal: order.deliveryTotal,
      vatTotal: order.vatTotal,
      method: sql<string | null>`(select p.method from ${payment} p
        where p.order_id = "order".id and p.state = 'paid' limit 1)`.as('method'),
    })
    .from(order)
    .where(and(gte(order.paidAt, from), lt(order.paidAt, to)))
    .orderBy(order.paidAt)
    .limit(EXPORT_LIMIT)
}

export type PaidRow = Awaited<ReturnType<typeof ordersPaidIn>>[number]

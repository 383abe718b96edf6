import { and, desc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { order, refund } from '#features/orders/table.ts'
import type { Db } from '#platform/db.ts'
import { comparison, difference, payment, stripeEvent } from './table.ts'

export type DifferenceRow = typeof difference.$inferSelect
export type ComparisonRow = typeof comparison.$inferSelect

const WAITING = sql`state in ('pending', 'awaiting_payment')`

/** Orders that wait for money that Stripe may have. Few: each ends within the hour, or waits for a bank. */
export function waitingOrders(db: Db, until: number) {
  return db
    .select({ id: order.id, placedAt: order.placedAt })
    .from(order)
    .where(and(WAITING, sql`${order.placedAt} <= ${until}`))
    .orderBy(order.placedAt)
    .limit(2000)
}

/** Refunds that Stripe has taken and not ended yet. */
export function refundsUnderWay(db: Db, until: number) {
  return db
    .select({ stripeId: refund.stripeId, at: refund.at })
    .from(refund)
    .where(sql`state = 'pending' and +stripe_id is not null and ${refund.at} <= ${until}`)
    .orderBy(refund.at)
    .limit(2000)
}

const listed = (ids: readonly string[]) =>
  sql`(select value from json_each(${JSON.stringify(ids)}))`

/** What the shop knows of some orders. */
export function knownOrders(db: Db, ids: readonly string[]) {
  return db
    .select({
      id: order.id,
      state: order.state,
      paidAt: order.paidAt,
      total: order.total,
      capturedTotal: order.capturedTotal,
      currency: order.currency,
      sessionId: payment.sessionId,
    })
    .from(order)
    .leftJoin(payment, eq(payment.orderId, order.id))
    .where(sql`${order.id} in ${listed(ids)}`)
}

/** Orders that were paid through Stripe in a span of time, page by page: `after` is the last one of the page above. */
export function paidThroughStripe(
  db: Db,
  { from, to, after }: { from: number; to: number; after: number },
) {
  return db
    .select({
      id: order.id,
      number: order.number,
      paidAt: order.paidAt,
      total: order.total,
      currency: order.currency,
      sessionId: payment.sessionId,
    })
    .from(order)
    .innerJoin(payment, eq(payment.orderId, order.id))
    .where(
      and(
        sql`${order.paidAt} >= ${from} and ${order.paidAt} < ${to}`,
        sql`${payment.kind} = 'stripe' and ${payment.state} = 'paid'`,
        sql`${order.number} > ${after}`,
      ),
    )
    .orderBy(order.number)
    .limit(500)
}

/** Which of some events were heard. */
export function heardEvents(db: Db, ids: readonly string[]) {
  return db
    .select({ id: stripeEvent.id })
    .from(stripeEvent)
    .where(sql`${stripeEvent.id} in ${listed(ids)}`)
}

/** Notes differences, each once, however many in one statement; one that was settled and is there again is open again. */
export function addDifferences(db: Db, rows: readonly Omit<DifferenceRow, 'settledAt'>[]) {
  return db.run(sql`insert into difference (id, key, kind, session_id, order_id, amount, currency, at)
    select value ->> 'id', value ->> 'key', value ->> 'kind', value ->> 'sessionId', value ->> 'orderId',
      value ->> 'amount', value ->> 'currency', value ->> 'at' from json_each(${JSON.stringify(rows)}) where true
    on conflict (key) do update set settled_at = null, at = excluded.at where settled_at is not null`)
}

/** Differences that are no more. */
export function settleDifferences(db: Db, ids: readonly string[], now: number) {
  return db
    .update(difference)
    .set({ settledAt: now })
    .where(sql`${difference.id} in ${listed(ids)}`)
}

/** What differs now. */
export function openDifferences(db: Db) {
  return db
    .select()
    .from(difference)
    .where(sql`settled_at is null`)
    .limit(2000)
}

export const addComparison = (db: Db, row: ComparisonRow) => db.insert(comparison).values(row)

/** The latest comparison of each kind; of the daily one, the latest that came to its end. */
export function lastComparison(db: Db, kind: ComparisonRow['kind'], whole = false) {
  return db
    .select()
    .from(comparison)
    .where(and(eq(comparison.kind, kind), whole ? isNull(comparison.error) : undefined))
    .orderBy(desc(comparison.at))
    .limit(1)
}

/** Comparisons of long ago say nothing any more. */
export function dropComparisons(db: Db, before: number) {
  return db.delete(comparison).where(lt(comparison.at, before))
}

/** When the first order that Stripe was asked to charge was placed. */
export function firstPayment(db: Db) {
  return db
    .select({ at: sql<number | null>`min(${order.placedAt})` })
    .from(order)
    .where(
      sql`${order.id} in (select order_id from payment where kind = 'stripe' order by rowid limit 1)`,
    )
}

export const DIFFERENCES_PER_PAGE = 30

/** Differences, the open ones or all, the latest first, and one more than a page. */
export function listDifferences(db: Db, open: boolean, before: string) {
  const [, at, id] = /^(\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  const under: SQL | undefined =
    at && id ? sql`(${difference.at}, ${difference.id}) < (${Number(at)}, ${id})` : undefined
  return db
    .select({
      id: difference.id,
      kind: difference.kind,
      sessionId: difference.sessionId,
      orderId: difference.orderId,
      amount: difference.amount,
      currency: difference.currency,
      at: difference.at,
      settledAt: difference.settledAt,
      number: order.number,
    })
    .from(difference)
    .leftJoin(order, eq(order.id, difference.orderId))
    .where(and(open ? sql`settled_at is null` : undefined, under))
    .orderBy(desc(difference.at), desc(difference.id))
    .limit(DIFFERENCES_PER_PAGE + 1)
}

export type ListedDifference = Awaited<ReturnType<typeof listDifferences>>[number]

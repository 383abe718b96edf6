import { and, asc, eq, sql } from 'drizzle-orm'
import { bundlePart } from '#features/catalogue/table.ts'
import { level, movement } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'
import { holdsOf } from './queries.ts'
import type { RefundState } from './rules.ts'
import { giftCard, refund, refundLine } from './table.ts'

export type RefundRow = typeof refund.$inferSelect
export type RefundLineRow = typeof refundLine.$inferSelect

export function refundById(db: Db, id: string) {
  return db.select().from(refund).where(eq(refund.id, id)).limit(1)
}

export function refundByStripe(db: Db, stripeId: string) {
  return db.select().from(refund).where(eq(refund.stripeId, stripeId)).limit(1)
}

/** Refunds that Stripe has not answered yet. The plus keeps the index of the few that wait. */
export function unsentRefunds(db: Db, until: number, limit: number) {
  return db
    .select({ id: refund.id })
    .from(refund)
    .where(and(sql`state = 'pending' and +stripe_id is null`, sql`${refund.at} <= ${until}`))
    .orderBy(asc(refund.at))
    .limit(limit)
}

/**
 * A refund, and the guard of its batch: fails it when nothing was paid (`refund.order_id`), when it would be more than
 * came (`refund_is_too_much`), or when it is written already (`refund.id`).
 */
export function addRefund(db: Db, row: Omit<RefundRow, 'attempt' | 'error'>) {
  const { id, amount, deliveryAmount, reason, note, state, stripeId, at, staffId, who } = row
  return db.run(sql`insert into refund
    (id, order_id, amount, delivery_amount, reason, note, state, stripe_id, attempt, at, staff_id, who)
    values (${id}, (select o.id from "order" o where o.id = ${row.orderId}
        and exists (select 1 from payment p where p.order_id = o.id and p.state = 'paid')),
      ${amount}, ${deliveryAmount}, ${reason}, ${note}, ${state}, ${stripeId}, 1, ${at}, ${staffId}, ${who})`)
}

/** What a refund is for, unit by unit. */
export function unitsOf(db: Db, refundId: string) {
  return db
    .select({
      lineId: refundLine.lineId,
      quantity: refundLine.quantity,
      amount: refundLine.amount,
    })
    .from(refundLine)
    .where(eq(refundLine.refundId, refundId))
}

export const addRefundLine = (db: Db, row: RefundLineRow) => db.insert(refundLine).values(row)

type Back = { refundId: string; orderId: string; lineId: string; variantId: string; units: number }

/**
 * Puts units of a refunded line back on the shelf, once; of a bundle the parts that were taken for it, and of what is
 * not counted nothing. What an earlier refund that failed had put there, and that is still there, is not put there
 * again. What the counts do not know as sold (any more) is added all the same.
 */
export function putBack(db: Db, back: Back, who: string, at: number) {
  const { refundId, orderId, lineId, variantId, units } = back
  const there = sql`(select coalesce(sum(m.quantity), 0) from ${movement} m join "order" o on o.id = ${orderId}
    where m.variant_id = x.id and m.at >= o.placed_at and m.order_id = o.id
      and m.kind in ('return', 'adjust') and instr(m.id, ${lineId}) > 0)`
  return db.run(sql`insert into ${movement} (id, variant_id, kind, quantity, order_id, who, at)
    with ${bundled(orderId)}
    select ${`return_${refundId}_${lineId}_`} || l.variant_id,
      l.variant_id, case when l.sold >= x.n then 'return' else 'adjust' end, x.n, ${orderId}, ${who}, ${at}
    from (select x.id, min(x.each * ${units}, x.each * line.quantity - ${there}) as n
      from order_line line
      join (select 0 as of_bundle, ${variantId} as id, 1 as each
        union all select 1, id, units / bundles from took, sold where kinds = 1
        union all select 1, part_id, quantity from ${bundlePart}, sold where bundle_id = ${variantId}
          and (not exists (select 1 from took) or (kinds > 1 and part_id in (select id from took)))) x
        on x.of_bundle = (line.kind = 'bundle')
      where line.id = ${lineId}) x
    join ${level} l on l.variant_id = x.id where x.n > 0`)
}

/**
 * The bundles that an order `sold`, and the units that it `took` for them: all it held but what its other lines are. An
 * order does not say which of several bundles a unit was for; then the parts that a bundle has now have to tell.
 */
function bundled(orderId: string) {
  const others = sql`(select coalesce(sum(o.quantity), 0) from order_line o
    where o.order_id = ${orderId} and o.variant_id = ${movement.variantId} and o.kind <> 'bundle')`
  return sql`sold as (select count(distinct variant_id) as kinds, sum(quantity) as bundles
      from order_line where order_id = ${orderId} and kind = 'bundle'),
    took as (select ${movement.variantId} as id, ${movement.quantity} - ${others} as units
      from ${movement} where ${holdsOf(orderId)} and ${movement.quantity} > ${others})`
}

/**
 * Makes each gift card of an order worth what it was bought for, or nothing once its money went back: the last of a
 * line first, and all of an order that was given up or repaid whole. Cards cannot be spent yet, so none is in between.
 */
export function reckonGiftCards(db: Db, orderId: string) {
  const gone = sql`(select coalesce(sum(x.quantity), 0) from ${refundLine} x
    join ${refund} r on r.id = x.refund_id where x.line_id = l.id and r.state <> 'failed')`
  return db.run(sql`update ${giftCard} set balance = case when
      (select o.state = 'cancelled' or (o.total > 0 and o.refunded_total >= o.total)
          or gift_card.nth > l.quantity - ${gone}
        from order_line l join "order" o on o.id = l.order_id where l.id = gift_card.line_id)
      then 0 else amount end
    where line_id in (select id from order_line where order_id = ${orderId} and kind = 'gift_card')`)
}

/**
 * Takes back off the shelf what a refund had put there, where it still is: of what several lines had put on the same
 * shelf the smallest first. The lines of the rest stay restocked.
 */
export function takeBack(db: Db, refundId: string, at: number) {
  const all = `return_${refundId}_`
  const ofLine = sql`'return_' || refund_id || '_' || line_id || '_'`
  return [
    db.run(sql`insert into ${movement} (id, variant_id, kind, quantity, order_id, reason, at)
      select 'un' || m.id, m.variant_id, 'adjust', -m.quantity, m.order_id, 'refund_failed', ${at}
      from (select *, sum(quantity) over (partition by variant_id order by quantity, id) as together
        from ${movement} r where id > ${all} and id < ${`${all}~`}
          and not exists (select 1 from ${movement} u where u.id = 'un' || r.id)) m
      join ${level} l on l.variant_id = m.variant_id where l.available >= m.together`),
    db.run(sql`update refund_line set restocked = exists (select 1 from ${movement} m
        where m.id > ${ofLine} and m.id < ${ofLine} || '~'
          and not exists (select 1 from ${movement} u where u.id = 'un' || m.id))
      where refund_id = ${refundId} and restocked = 1`),
  ]
}

/** Remembers under which id Stripe knows a refund. */
export function rememberRefund(db: Db, id: string, stripeId: string) {
  return db.update(refund).set({ stripeId }).where(eq(refund.id, id))
}

/** Counts a key that is used up: Stripe keeps its own errors under it for a day. */
export function nextRefundAttempt(db: Db, id: string, attempt: number) {
  return db
    .update(refund)
    .set({ attempt: attempt + 1 })
    .where(eq(refund.id, id))
}

/** Writes how a refund ended, and guards its batch: fails it (`refund.state`) when that was not its state any more. */
export function endRefund(
  db: Db,
  { id, state: was }: Pick<RefundRow, 'id' | 'state'>,
  to: { state: RefundState; stripeId: string | null; error: string | null },
) {
  return db
    .update(refund)
    .set({ ...to, state: sql`case when state = ${was} then ${to.state} end` })
    .where(eq(refund.id, id))
}

/** Whether an order has a refund that Stripe has not answered yet. */
export function unsentRefundOf(db: Db, orderId: string) {
  return db
    .select({ id: refund.id })
    .from(refund)
    .where(sql`${refund.orderId} = ${orderId} and state = 'pending' and stripe_id is null`)
    .limit(1)
}

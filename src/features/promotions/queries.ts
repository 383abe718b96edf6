import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { order } from '#features/orders/table.ts'
import type { Db } from '#platform/db.ts'
import { promotion, promotionUse } from './table.ts'

export type PromotionRow = typeof promotion.$inferSelect

/** More than this many offers that apply by themselves are not looked at: the newest are. */
const MOST_AUTOMATIC = 50

/** The offers that apply by themselves. What this says of them must be what their index says. */
export function automaticOffers(db: Db, now: number) {
  return db
    .select()
    .from(promotion)
    .where(
      and(
        sql`code is null and active = 1`,
        or(isNull(promotion.endsAt), gt(promotion.endsAt, now)),
      ),
    )
    .orderBy(desc(promotion.createdAt))
    .limit(MOST_AUTOMATIC)
}

export function offerByCode(db: Db, code: string) {
  return db.select().from(promotion).where(eq(promotion.code, code)).limit(1)
}

/** What the open order of a cart uses: placed again, it does not stand in its own way. */
export function usesOfCart(db: Db, cartId: string) {
  return db
    .select({ promotionId: promotionUse.promotionId })
    .from(order)
    .innerJoin(promotionUse, eq(promotionUse.orderId, order.id))
    .where(sql`${order.cartId} = ${cartId} and ${order.state} = 'pending'`)
}

/** How often buyers used offers in other orders than the open one of this cart; each by its own hash. */
export function usesOfBuyer(
  db: Db,
  asked: readonly { promotionId: string; buyerHash: string }[],
  cartId: string,
) {
  return db
    .select({ promotionId: promotionUse.promotionId, uses: sql<number>`count(*)`.as('times') })
    .from(promotionUse)
    .where(
      sql`(${promotionUse.promotionId}, ${promotionUse.buyerHash}) in
          (select value ->> 'promotionId', value ->> 'buyerHash'
            from json_each(${JSON.stringify(asked)}))
        and ${promotionUse.orderId} not in
          (select id from "order" where cart_id = ${cartId} and state = 'pending')`,
    )
    .groupBy(promotionUse.promotionId)
}

/**
 * An order that uses an offer, and a guard of its batch: fails it when the offer was stopped meanwhile
 * (`promotion_use.promotion_id`), when this buyer had it as often as they may (`promotion_use.buyer_hash`) and when
 * everybody together had (`promotion_used_up`).
 */
export function addUse(
  db: Db,
  { promotionId, orderId, buyerHash, at }: typeof promotionUse.$inferInsert,
) {
  const had = sql`(select count(*) from promotion_use u
    where u.promotion_id = ${promotionId} and u.buyer_hash = ${buyerHash})`
  const most = sql`(select uses_per_buyer from promotion where id = ${promotionId})`
  return db.run(sql`insert into promotion_use (promotion_id, order_id, buyer_hash, at)
    values ((select id from promotion where id = ${promotionId} and active = 1), ${orderId},
      case when ${had} < coalesce(${most}, 1000000) then ${buyerHash} end, ${at})`)
}

/**
 * Counts the offers of an order that was given up and paid after all. Its money came: an offer that others have used up
 * meanwhile is not counted, and nothing fails.
 */
export function countAgain(
  db: Db,
  orderId: string,
  buyerHashes: Readonly<Record<string, string>>,
  at: number,
) {
  return db.run(sql`insert into promotion_use (promotion_id, order_id, buyer_hash, at)
    select p.id, ${orderId}, j.value, ${at} from json_each(${JSON.stringify(buyerHashes)}) j
    join promotion p on p.id = j.key and (p.uses_most is null or p.uses < p.uses_most) where true
    on conflict do nothing`)
}

/** Gives back what an order used that will not be paid. */
export function forgetUses(db: Db, orderId: string) {
  return db.delete(promotionUse).where(eq(promotionUse.orderId, orderId))
}

import { and, eq, sql } from 'drizzle-orm'
import { movement } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'
import { holdsOf, listed } from './queries.ts'
import type { OrderState } from './rules.ts'
import { adjustment, order, orderEvent } from './table.ts'

/** Gives up an order that is in one of some states; fails the batch (`order.state`) when something of it has left, or it is given up already. */
export function setCancelled(db: Db, orderId: string, from: readonly OrderState[]) {
  const may = sql`state in (${listed(from)})
    and not exists (select 1 from shipment where order_id = ${orderId})`
  return db
    .update(order)
    .set({ state: sql`case when ${may} then 'cancelled' end` })
    .where(eq(order.id, orderId))
}

/** Guards a batch: fails it (`order.state`) unless the order is given up, unpaid, and nothing of it went back. */
export function stillGivenUp(db: Db, orderId: string) {
  const still = sql`state = 'cancelled' and paid_at is null and refunded_total = 0`
  return db
    .update(order)
    .set({ state: sql`case when ${still} then state end` })
    .where(eq(order.id, orderId))
}

/** Why an order was given up. */
export function cancellationOf(db: Db, orderId: string) {
  return db
    .select({ reason: orderEvent.reason })
    .from(orderEvent)
    .where(and(eq(orderEvent.orderId, orderId), eq(orderEvent.kind, 'cancelled')))
    .limit(1)
}

/** The offers that took something off an order. */
export function discountsOf(db: Db, orderId: string) {
  return db
    .selectDistinct({ promotionId: adjustment.promotionId })
    .from(adjustment)
    .where(and(eq(adjustment.orderId, orderId), eq(adjustment.kind, 'discount')))
}

/** Gives back what an order still holds; nothing when it was given back, or sold, before. */
export function releaseHeld(db: Db, orderId: string, at: number) {
  return db.run(sql`insert into ${movement} (id, variant_id, kind, quantity, order_id, at)
    select 'release_' || id, variant_id, 'release', quantity, order_id, ${at}
    from ${movement} where ${holdsOf(orderId)}
      and not exists (select 1 from ${movement} gone where gone.id in ('release_' || movement.id, 'claim_' || movement.id))`)
}

/** Takes the pieces of an order that was given up once more; fails the batch (`stock_is_short`) when one is gone. */
export function holdAgain(db: Db, orderId: string, at: number) {
  return db.run(sql`insert into ${movement} (id, variant_id, kind, quantity, reason, at)
    select 'again_' || id, variant_id, 'hold', quantity, order_id, ${at}
    from ${movement} where ${holdsOf(orderId)}`)
}

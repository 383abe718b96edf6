import { eq, sql } from 'drizzle-orm'
import { order } from '#features/orders/table.ts'
import { level } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'

/** A row when anything was ever ordered. */
export function anyOrder(db: Db) {
  return db.select({ id: order.id }).from(order).limit(1)
}

/** The threshold of low stock, where it was the shop's own: what says otherwise keeps what it says. */
export function moveLowAt(db: Db, was: number, lowAt: number) {
  return db.update(level).set({ lowAt }).where(eq(level.lowAt, was))
}

/** Fails the batch with `setting.value` when something was ordered: its amounts are in the currency of then. */
export function unlessOrdered(db: Db) {
  return db.run(sql`update setting set value = null
    where key = 'shop' and exists (select 1 from "order")`)
}

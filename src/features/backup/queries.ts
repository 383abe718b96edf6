import { sql } from 'drizzle-orm'
import { product } from '#features/catalogue/table.ts'
import { customer } from '#features/customers/table.ts'
import { order } from '#features/orders/table.ts'
import type { Db } from '#platform/db.ts'

/** How much there is to save. */
export function shopCounts(db: Db) {
  return db
    .select({
      products: sql<number>`(select count(*) from ${product})`.as('products'),
      orders: sql<number>`(select count(*) from ${order})`.as('orders'),
      customers: sql<number>`(select count(*) from ${customer})`.as('customers'),
    })
    .from(sql`(select 1)`)
}

import { and, eq, inArray, sql } from 'drizzle-orm'
import { product, variant } from '#features/catalogue/table.ts'
import { availability } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'

const MOST = 12

/** Variants that are sold and whose reference begins so, or whose piece bears these words in its title. */
export function variantsNamed(db: Db, typed: string, expression: string | null) {
  const begins = (sku: string) =>
    sql`select id from variant where sku >= ${sku} and sku < ${`${sku}~`} limit ${MOST}`
  const titled = sql`select id from variant where product_id in
    (select product_id from search where search match ${`title : (${expression})`} limit ${MOST})`
  const ids = sql`(select * from (${begins(typed)}) union select * from (${begins(typed.toUpperCase())})
    ${expression === null ? sql`` : sql`union select * from (${titled})`})`
  return db
    .select({
      id: variant.id,
      sku: variant.sku,
      choice: variant.choice,
      price: variant.price,
      title: product.title,
      options: product.options,
      available: sql<number | null>`(select a.available from ${availability} a
        where a.variant_id = ${variant.id})`.as('available'),
    })
    .from(variant)
    .innerJoin(product, eq(product.id, variant.productId))
    .where(and(inArray(variant.id, ids), eq(variant.offered, true), sql`state = 'published'`))
    .orderBy(variant.sku)
    .limit(MOST)
}

export type NamedVariant = Awaited<ReturnType<typeof variantsNamed>>[number]

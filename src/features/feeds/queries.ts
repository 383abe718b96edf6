import { and, asc, eq, gt, gte, inArray, lte, sql } from 'drizzle-orm'
import { collection, membership, product } from '#features/catalogue/table.ts'
import { entry } from '#features/content/table.ts'
import type { Db } from '#platform/db.ts'
import { PIECES_A_PART } from './rules.ts'

const MAX_OTHERS = 1000

/**
 * The pieces of one part of the sitemap, from one of them on, or from the first; what is on sale is in the collection of
 * everything. From what is not on sale there are none, and none is read.
 */
export function productSlugs(db: Db, from?: string) {
  const begin = sql`(select product_id from ${membership} where collection_id = 'all' and product_id = ${from})`
  return db
    .select({ id: product.id, slug: product.slug })
    .from(membership)
    .innerJoin(product, eq(product.id, membership.productId))
    .where(
      and(
        eq(membership.collectionId, 'all'),
        from === undefined ? undefined : gte(membership.productId, begin),
      ),
    )
    .orderBy(asc(membership.productId))
    .limit(PIECES_A_PART)
}

/**
 * The id that each part of the sitemap begins with, leaping from one to the next. It reads one index entry for each piece
 * on sale.
 */
export function partStarts(db: Db) {
  const onSale = sql`${membership} where collection_id = 'all'`
  const parts = sql`(with recursive part(id) as (
      select min(product_id) from ${onSale}
      union all
      select (select product_id from ${onSale} and product_id > part.id
        order by product_id limit 1 offset ${PIECES_A_PART - 1}) from part where id is not null)
    select id from part where id is not null)`
  return db.select({ id: sql<string>`id`.as('id') }).from(parts)
}

/** Every collection that holds something. */
export function collectionSlugs(db: Db) {
  return db
    .select({ slug: collection.slug })
    .from(collection)
    .where(gt(collection.productCount, 0))
    .limit(MAX_OTHERS)
}

/** Every post and page that is out. */
export function entrySlugs(db: Db, now: number) {
  return db
    .select({ kind: entry.kind, slug: entry.slug, publishedAt: entry.publishedAt })
    .from(entry)
    .where(
      and(
        inArray(entry.kind, ['post', 'page']),
        eq(entry.state, 'published'),
        lte(entry.publishedAt, now),
      ),
    )
    .limit(MAX_OTHERS)
}

import { and, asc, eq, gt, gte, inArray, lte, sql } from 'drizzle-orm'
import { collection, membership, product } from '#features/catalogue/table.ts'
import { entry } from '#features/content/table.ts'
import type { Db } from '#platform/db.ts'
import { PIECES_A_PART } from './rules.ts'

const MAX_OTHERS = 1000

/** The pieces of one part of the sitemap, from an id on; what is on sale is in the collection of everything. */
export function productSlugs(db: Db, from: string) {
  return db
    .select({ id: product.id, slug: product.slug })
    .from(membership)
    .innerJoin(product, eq(product.id, membership.productId))
    .where(and(eq(membership.collectionId, 'all'), gte(membership.productId, from)))
    .orderBy(asc(membership.productId))
    .limit(PIECES_A_PART)
}

/** The id that each part of the sitemap begins with. It reads one index entry for each piece on sale: a sitemap names all. */
export function partStarts(db: Db) {
  const numbered = sql`(select product_id as id, row_number() over (order by product_id) as n
    from ${membership} where collection_id = 'all')`
  return db
    .select({ id: sql<string>`id`.as('id') })
    .from(numbered)
    .where(sql`n % ${PIECES_A_PART} = 1`)
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

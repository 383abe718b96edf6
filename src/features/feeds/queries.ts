import { desc, eq, gt } from 'drizzle-orm'
import { collection, product } from '#features/catalogue/table.ts'
import { isOut } from '#features/content/queries.ts'
import { entry } from '#features/content/table.ts'
import type { Db } from '#platform/db.ts'

const MAX_PRODUCTS = 5000
const MAX_OTHERS = 1000

/** Every published product that a sitemap names, newest first. */
export function productSlugs(db: Db) {
  return db
    .select({ slug: product.slug })
    .from(product)
    .where(eq(product.state, 'published'))
    .orderBy(desc(product.publishedAt))
    .limit(MAX_PRODUCTS)
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
    .where(isOut(now))
    .limit(MAX_OTHERS)
}

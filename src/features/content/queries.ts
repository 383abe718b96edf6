import { and, asc, desc, eq, getTableColumns, lte, type SQL, sql } from 'drizzle-orm'
// oxlint-disable-next-line no-restricted-imports -- what a card shows is the catalogue's to say
import { cardColumns, isPublished } from '#features/catalogue/queries.ts'
import { product, variant } from '#features/catalogue/table.ts'
import { image } from '#features/images/table.ts'
import { availability } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'
import { POSTS_PER_PAGE } from './rules.ts'
import { entry, entryProduct } from './table.ts'

type Kind = typeof entry.$inferSelect.kind

/** Posts of the journal that are out, newest first. */
export function newestPosts(db: Db, now: number, limit: number, offset = 0) {
  return db
    .select({
      slug: entry.slug,
      title: entry.title,
      excerpt: entry.excerpt,
      publishedAt: entry.publishedAt,
      image,
      imageAlt: entry.imageAlt,
    })
    .from(entry)
    .leftJoin(image, eq(image.hash, entry.imageHash))
    .where(and(eq(entry.kind, 'post'), lte(entry.publishedAt, now)))
    .orderBy(desc(entry.publishedAt), desc(entry.id))
    .limit(limit)
    .offset(offset)
}

export type PostRow = Awaited<ReturnType<typeof newestPosts>>[number]

/** One page of the journal, and one post more when there is another page. */
export function journalPosts(db: Db, now: number, page: number) {
  return newestPosts(db, now, POSTS_PER_PAGE + 1, (page - 1) * POSTS_PER_PAGE)
}

/** A post or page that is out, with its picture. */
export function entryBySlug(db: Db, kind: Kind, slug: string, now: number) {
  return db
    .select({ ...getTableColumns(entry), image })
    .from(entry)
    .leftJoin(image, eq(image.hash, entry.imageHash))
    .where(and(eq(entry.kind, kind), eq(entry.slug, slug), lte(entry.publishedAt, now)))
    .limit(1)
}

export type EntryRow = Awaited<ReturnType<typeof entryBySlug>>[number]

/** The pieces a post or page speaks of. */
export function productsMentioned(db: Db, kind: Kind, slug: string) {
  const id = db
    .select({ id: entry.id })
    .from(entry)
    .where(and(eq(entry.kind, kind), eq(entry.slug, slug)))
  return db
    .select(cardColumns)
    .from(entryProduct)
    .innerJoin(product, and(eq(product.id, entryProduct.productId), isPublished))
    .where(eq(entryProduct.entryId, id))
    .orderBy(asc(entryProduct.position))
    .limit(8)
}

/** The post that came out just before one. */
export function postBefore(db: Db, slug: string, now: number) {
  return nextTo(db, sql`<`, slug, now).orderBy(desc(entry.publishedAt), desc(entry.id))
}

/** The post that came out just after one. */
export function postAfter(db: Db, slug: string, now: number) {
  return nextTo(db, sql`>`, slug, now).orderBy(asc(entry.publishedAt), asc(entry.id))
}

export type NeighbourRow = Awaited<ReturnType<typeof postBefore>>[number]

function nextTo(db: Db, side: SQL, slug: string, now: number) {
  const place = sql`(select published_at, id from entry where kind = 'post' and slug = ${slug})`
  return db
    .select({ slug: entry.slug, title: entry.title })
    .from(entry)
    .where(
      and(
        eq(entry.kind, 'post'),
        sql`(${entry.publishedAt}, ${entry.id}) ${side} ${place}`,
        lte(entry.publishedAt, now),
      ),
    )
    .limit(1)
}

/** The blocks of the home page, as rows to read from. */
const blocks = sql`(select block.value as block from setting, json_each(setting.value, '$.blocks') as block
  where setting.key = 'home')`

const inBlocks = (field: string) =>
  sql`(select json_extract(block, ${`$.${field}`}) from ${blocks})`

/** The pictures that the home page's blocks name. */
export function homePictures(db: Db) {
  return db
    .select()
    .from(image)
    .where(sql`${image.hash} in ${inBlocks('image')}`)
    .limit(20)
}

/** The piece that opens the newest ones, when the maker chose one. */
export function homeLead(db: Db) {
  return db
    .select(cardColumns)
    .from(product)
    .where(sql`${product.slug} in ${inBlocks('lead')} and ${isPublished}`)
    .limit(1)
}

/** The variants of the product that the home page puts forward, with what is free to sell of each. */
export function homeFeature(db: Db) {
  return db
    .select({
      id: variant.id,
      slug: product.slug,
      kind: product.kind,
      leadWeeks: product.leadWeeks,
      oneOfAKind: product.oneOfAKind,
      options: product.options,
      choice: variant.choice,
      available: availability.available,
    })
    .from(product)
    .innerJoin(variant, eq(variant.productId, product.id))
    .innerJoin(availability, eq(availability.variantId, variant.id))
    .where(sql`${product.slug} in ${inBlocks('product')} and ${isPublished}`)
    .orderBy(asc(variant.position))
    .limit(12)
}

export type FeatureRow = Awaited<ReturnType<typeof homeFeature>>[number]

/** The page that an order accepts. */
export function termsPage(db: Db) {
  return db
    .select({ slug: entry.slug, title: entry.title, body: entry.body })
    .from(entry)
    .where(and(eq(entry.kind, 'page'), eq(entry.role, 'terms')))
    .limit(1)
}

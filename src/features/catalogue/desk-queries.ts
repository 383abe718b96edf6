import { and, asc, eq, getTableColumns, lte, sql } from 'drizzle-orm'
import { level } from '#features/stock/table.ts'
import { matchExpression, NO_MATCH } from '#features/search/rules.ts'
import type { Db } from '#platform/db.ts'
import { bundlePart, collection, filter, product, related, variant } from './table.ts'

const inList = (values: readonly unknown[]) =>
  sql`(select value from json_each(${JSON.stringify(values)}))`

export function productById(db: Db, id: string) {
  return db.select().from(product).where(eq(product.id, id)).limit(1)
}

export function productByPreview(db: Db, token: string) {
  return db.select().from(product).where(eq(product.previewToken, token)).limit(1)
}

/** Every variant that a piece has or had, with what is free to sell of it (null: not counted) and what was sold. */
export function everyVariantOf(db: Db, productId: string) {
  return db
    .select({
      ...getTableColumns(variant),
      available: level.available,
      lowAt: level.lowAt,
      sold: sql<number>`coalesce(${level.sold} + ${level.held}, 0)`.as('sold'),
    })
    .from(variant)
    .leftJoin(level, eq(level.variantId, variant.id))
    .where(eq(variant.productId, productId))
    .orderBy(asc(variant.position))
    .limit(500)
}

export type DeskVariant = Awaited<ReturnType<typeof everyVariantOf>>[number]

export function relatedSlugs(db: Db, productId: string) {
  return db
    .select({ slug: product.slug })
    .from(related)
    .innerJoin(product, eq(product.id, related.otherId))
    .where(eq(related.productId, productId))
    .orderBy(asc(related.position))
    .limit(20)
}

/** What a bundle is made of: all its variants are made of the same. */
export function partsOfProduct(db: Db, productId: string) {
  return db
    .selectDistinct({ sku: variant.sku, quantity: bundlePart.quantity })
    .from(bundlePart)
    .innerJoin(variant, eq(variant.id, bundlePart.partId))
    .where(
      sql`${bundlePart.bundleId} in (select id from variant where product_id = ${productId} and offered = 1)`,
    )
    .orderBy(asc(variant.sku))
    .limit(50)
}

/** Every collection that pieces are put in by hand. */
export function collectionTree(db: Db) {
  return db
    .select({ id: collection.id, title: collection.title, parentId: collection.parentId })
    .from(collection)
    .where(sql`${collection.id} <> 'all'`)
    .orderBy(asc(collection.position))
    .limit(200)
}

export type CollectionChoice = Awaited<ReturnType<typeof collectionTree>>[number]

/** Names and values that attributes of published pieces have: what a new one may be called. */
export function knownAttributes(db: Db) {
  return db
    .select({ label: filter.label, valueLabel: filter.valueLabel })
    .from(filter)
    .where(eq(filter.collectionId, 'all'))
    .limit(200)
}

/** Which of some references are taken, and by which variants. */
export function ownersOf(db: Db, skus: readonly string[]) {
  return db
    .select({ id: variant.id, sku: variant.sku, productId: variant.productId })
    .from(variant)
    .where(sql`${variant.sku} in ${inList(skus)}`)
}

/** Pieces named by their addresses or by a reference of one of their variants. */
export function namedProducts(db: Db, names: readonly string[]) {
  return db
    .select({ id: product.id, slug: product.slug })
    .from(product)
    .where(
      sql`${product.slug} in ${inList(names)} or ${product.id} in
        (select product_id from variant where sku in ${inList(names)})`,
    )
    .limit(50)
}

/** The addresses that begin as this one: which of them are free is for the verb to say. */
export function slugsLike(db: Db, slug: string) {
  return db
    .select({ id: product.id, slug: product.slug })
    .from(product)
    .where(
      sql`${product.slug} = ${slug} or (${product.slug} >= ${`${slug}-`} and ${product.slug} < ${`${slug}.`})`,
    )
    .orderBy(asc(product.slug))
    .limit(100)
}

/** Scheduled products whose hour has come. */
export function dueProducts(db: Db, now: number, limit: number) {
  return db
    .select({ id: product.id, slug: product.slug, title: product.title })
    .from(product)
    .where(and(eq(product.state, 'scheduled'), lte(product.publishedAt, now)))
    .orderBy(asc(product.publishedAt))
    .limit(limit)
}

/** A few pieces by the words of their names, drafts among them, for who puts pieces side by side. */
export function piecesNamed(db: Db, typed: string, limit: number) {
  const expression = matchExpression(typed) ?? NO_MATCH
  return db
    .select({ slug: product.slug, title: product.title })
    .from(
      sql`(select distinct product_id as id from (select product_id from search
        where search match ${`title : (${expression})`} order by rowid desc limit 60)) as found`,
    )
    .innerJoin(product, sql`${product.id} = found.id`)
    .limit(limit)
}

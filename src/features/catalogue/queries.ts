import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  lte,
  type Placeholder,
  type SQL,
  sql,
  type SQLWrapper,
} from 'drizzle-orm'
import { entry } from '#features/content/table.ts'
import { image } from '#features/images/table.ts'
import { availability } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'
import { written } from '#platform/written.ts'
import { PER_PAGE } from './rules.ts'
import {
  collection,
  membership,
  priceChange,
  product,
  productImage,
  related,
  variant,
} from './table.ts'

/** Units free to sell over all variants of a product; null when any of them is not counted. */
const left = sql<number | null>`(select case when count(*) = count(${availability.available})
  then sum(${availability.available}) end from ${availability}
  where ${availability.productId} = ${product.id})`.as('left')

/** Of products found another way. The plus keeps SQLite from going through all that are published to find a few. */
export const isPublished = sql`+${product.state} = 'published'`

/** What a card shows. */
export const cardColumns = {
  id: product.id,
  slug: product.slug,
  kind: product.kind,
  title: product.title,
  subtitle: product.subtitle,
  card: product.card,
  leadWeeks: product.leadWeeks,
  oneOfAKind: product.oneOfAKind,
  left,
}

export type CardRow = Awaited<ReturnType<typeof newestProducts>>[number]

/** The newest published products. */
export const newestProducts = written(['limit'], (db, { limit }) =>
  db
    .select(cardColumns)
    .from(product)
    .where(eq(product.state, 'published'))
    .orderBy(desc(product.publishedAt))
    .limit(limit),
)

/** Every collection of the first level with its picture, in the maker's order. */
export const topCollections = written([], (db) =>
  db
    .select({
      slug: collection.slug,
      title: collection.title,
      line: collection.line,
      count: collection.productCount,
      image,
    })
    .from(collection)
    .leftJoin(image, eq(image.hash, collection.imageHash))
    .where(sql`${collection.parentId} is null and ${collection.id} <> 'all'`)
    .orderBy(asc(collection.position))
    .limit(50),
)

export type TopCollection = Awaited<ReturnType<typeof topCollections>>[number]

/** The options of the newest products: what a list of swatches is made from. */
export const newestOptions = written([], (db) =>
  db
    .select({ options: product.options })
    .from(product)
    .where(eq(product.state, 'published'))
    .orderBy(desc(product.publishedAt))
    .limit(PER_PAGE),
)

export const collectionBySlug = written(['slug'], (db, { slug }) =>
  db.select().from(collection).where(eq(collection.slug, slug)).limit(1),
)

export type CollectionRow = Awaited<ReturnType<typeof collectionBySlug>>[number]

/** The collections directly below one. */
export const childCollections = written(['slug'], (db, { slug }) =>
  db
    .select({ slug: collection.slug, title: collection.title, count: collection.productCount })
    .from(collection)
    .where(eq(collection.parentId, idOfCollection(db, slug)))
    .orderBy(asc(collection.position))
    .limit(50),
)

export type ChildCollection = Awaited<ReturnType<typeof childCollections>>[number]

/** The collection above one. */
export const parentCollection = written(['slug'], (db, { slug }) => {
  const parentId = db
    .select({ id: collection.parentId })
    .from(collection)
    .where(eq(collection.slug, slug))
  return db
    .select({ id: collection.id, slug: collection.slug, title: collection.title })
    .from(collection)
    .where(eq(collection.id, parentId))
    .limit(1)
})

function idOfCollection(db: Db, slug: string | Placeholder) {
  return db.select({ id: collection.id }).from(collection).where(eq(collection.slug, slug))
}

export const productBySlug = written(['slug'], (db, { slug }) =>
  db.select().from(product).where(eq(product.slug, slug)).limit(1),
)

export type ProductRow = Awaited<ReturnType<typeof productBySlug>>[number]

function idOfProduct(db: Db, slug: string | Placeholder) {
  return db.select({ id: product.id }).from(product).where(eq(product.slug, slug))
}

/** The variants of a product in order, with what is free to sell of each (null: not counted). */
export const variantsOf = written(['slug'], (db, { slug }) =>
  db
    .select({ ...getTableColumns(variant), available: availability.available })
    .from(variant)
    .innerJoin(availability, eq(availability.variantId, variant.id))
    .where(eq(variant.productId, idOfProduct(db, slug)))
    .orderBy(asc(variant.position))
    .limit(200),
)

export type VariantRow = Awaited<ReturnType<typeof variantsOf>>[number]

/** The pictures of a product in their order, with its words, what they show and what must stay in sight. */
export function picturesOf(db: Db, productId: string | SQLWrapper) {
  return db
    .select({
      ...getTableColumns(image),
      alt: productImage.alt,
      choice: productImage.choice,
      focus: productImage.focus,
    })
    .from(productImage)
    .innerJoin(image, eq(image.hash, productImage.imageHash))
    .where(eq(productImage.productId, productId))
    .orderBy(asc(productImage.position))
    .limit(40)
}

export const imagesOf = written(['slug'], (db, { slug }) => picturesOf(db, idOfProduct(db, slug)))

export type ProductImageRow = Awaited<ReturnType<typeof imagesOf>>[number]

/** The pieces a maker shows beside one. */
export const relatedTo = written(['slug'], (db, { slug }) =>
  db
    .select(cardColumns)
    .from(related)
    .innerJoin(product, and(eq(product.id, related.otherId), isPublished))
    .where(eq(related.productId, idOfProduct(db, slug)))
    .orderBy(asc(related.position))
    .limit(8),
)

/** The pieces that makers show beside those of some variants, without these themselves. */
export function relatedToVariants(db: Db, variantIds: readonly string[], limit: number) {
  const inCart = sql`(select product_id from variant
    where id in (select value from json_each(${JSON.stringify(variantIds)})))`
  return db
    .select(cardColumns)
    .from(related)
    .innerJoin(product, and(eq(product.id, related.otherId), isPublished))
    .where(sql`${related.productId} in ${inCart} and ${related.otherId} not in ${inCart}`)
    .groupBy(product.id)
    .orderBy(sql`min(${related.position})`, asc(product.id))
    .limit(limit)
}

/** The collections a product is in, for the way back. */
export const collectionsOf = written(['slug'], (db, { slug }) =>
  db
    .select({
      id: collection.id,
      slug: collection.slug,
      title: collection.title,
      parentId: collection.parentId,
    })
    .from(membership)
    .innerJoin(collection, eq(collection.id, membership.collectionId))
    .where(and(eq(membership.productId, idOfProduct(db, slug)), sql`${collection.id} <> 'all'`))
    .orderBy(asc(collection.position))
    .limit(10),
)

const leadsTo = (kind: 'product' | 'collection' | 'post', slug: Placeholder | SQL) =>
  sql`(select leads_to from former_slug where kind = ${kind} and slug = ${slug})`

/** The post that tells how a product is made, when its story names one, by whatever address it had then. */
export const storyPost = written(['slug', 'now'], (db, { slug, now }) => {
  const named = sql`(select json_extract(story, '$.post') from ${product} where slug = ${slug})`
  return db
    .select({ id: entry.id, slug: entry.slug, title: entry.title })
    .from(entry)
    .where(
      and(
        sql`${entry.id} = coalesce((select id from ${entry} where kind = 'post' and slug = ${named}),
          ${leadsTo('post', named)})`,
        eq(entry.state, 'published'),
        lte(entry.publishedAt, now),
      ),
    )
    .limit(1)
})

/** Where a former address of a published product leads now. */
export const movedProduct = written(['slug'], (db, { slug }) =>
  db
    .select({ slug: product.slug })
    .from(product)
    .where(
      sql`${product.id} = ${leadsTo('product', slug)} and ${product.state} in ('published', 'archived')`,
    )
    .limit(1),
)

/** Where a former address of a collection leads now. */
export const movedCollection = written(['slug'], (db, { slug }) =>
  db
    .select({ slug: collection.slug })
    .from(collection)
    .where(eq(collection.id, leadsTo('collection', slug)))
    .limit(1),
)

/** Every price that some variants ever had. */
export function priceHistory(db: Db, variantIds: readonly string[]) {
  return db
    .select()
    .from(priceChange)
    .where(
      sql`${priceChange.variantId} in (select value from json_each(${JSON.stringify(variantIds)}))`,
    )
}

export const addPriceChange = (db: Db, row: typeof priceChange.$inferInsert) =>
  db.insert(priceChange).values(row)

export function setPrice(db: Db, variantId: string, price: number, before: number | null) {
  return db.update(variant).set({ price, priceBefore: before }).where(eq(variant.id, variantId))
}

/** The files of some lines' products. */
export function downloadsOf(db: Db, productIds: readonly string[]) {
  return db
    .select({ productId: product.id, download: product.download })
    .from(product)
    .where(sql`${product.id} in (select value from json_each(${JSON.stringify(productIds)}))`)
}

/** What some variants weigh now. */
export function variantWeights(db: Db, ids: readonly string[]) {
  return db
    .select({ id: variant.id, weightG: variant.weightG })
    .from(variant)
    .where(sql`${variant.id} in (select value from json_each(${JSON.stringify(ids)}))`)
}

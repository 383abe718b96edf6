import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { image } from '#features/images/table.ts'
import { flag, id, json, moment, money, words } from '#platform/columns.ts'
import type { CardFacts, Download, Option, Story } from './rules.ts'

export const collection = sqliteTable('collection', {
  id: id(),
  slug: text().notNull().unique(),
  parentId: text(),
  title: words().notNull(),
  line: words(),
  description: words().notNull(),
  imageHash: text().references(() => image.hash),
  position: integer().notNull(),
  /** Kept by the acts that change memberships, so that no page counts. */
  productCount: integer().notNull().default(0),
})

export const product = sqliteTable(
  'product',
  {
    id: id(),
    slug: text().notNull().unique(),
    kind: text({ enum: ['physical', 'digital', 'service', 'gift_card', 'bundle'] }).notNull(),
    state: text({ enum: ['draft', 'published', 'archived'] }).notNull(),
    title: words().notNull(),
    subtitle: words().notNull(),
    description: words().notNull(),
    care: words(),
    madeIn: words(),
    warnings: words(),
    tags: json<string[]>().notNull(),
    taxClass: text().notNull(),
    lengthMm: integer(),
    widthMm: integer(),
    heightMm: integer(),
    options: json<Option[]>().notNull(),
    story: json<Story>(),
    download: json<Download>(),
    /** Weeks to wait for what is made to order; null for what is made already. */
    leadWeeks: integer(),
    oneOfAKind: flag().notNull(),
    /** What a card shows, computed when the product is saved. */
    card: json<CardFacts>().notNull(),
    publishedAt: moment().notNull(),
  },
  (t) => [index('product_newest').on(t.state, t.publishedAt)],
)

export const variant = sqliteTable(
  'variant',
  {
    id: id(),
    productId: text()
      .notNull()
      .references(() => product.id),
    sku: text().notNull().unique(),
    position: integer().notNull(),
    /** Option name to chosen value. */
    choice: json<Record<string, string>>().notNull(),
    price: money().notNull(),
    /** The lowest price of the 30 days before a reduction, while the reduction runs. */
    priceBefore: money(),
    weightG: integer().notNull(),
  },
  (t) => [index('variant_product').on(t.productId, t.position)],
)

/** Every price a variant ever had: what a crossed-out price is computed from. */
export const priceChange = sqliteTable(
  'price_change',
  {
    variantId: text()
      .notNull()
      .references(() => variant.id),
    at: moment().notNull(),
    price: money().notNull(),
  },
  (t) => [primaryKey({ columns: [t.variantId, t.at] })],
)

/** What a bundle is made of. */
export const bundlePart = sqliteTable(
  'bundle_part',
  {
    bundleId: text()
      .notNull()
      .references(() => variant.id),
    partId: text()
      .notNull()
      .references(() => variant.id),
    quantity: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.bundleId, t.partId] })],
)

/** A product in a collection, and in each collection above it, with what lists are sorted by. */
export const membership = sqliteTable(
  'membership',
  {
    collectionId: text()
      .notNull()
      .references(() => collection.id),
    productId: text()
      .notNull()
      .references(() => product.id),
    publishedAt: moment().notNull(),
    price: money().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.collectionId, t.productId] }),
    index('membership_newest').on(t.collectionId, t.publishedAt, t.productId),
    index('membership_price').on(t.collectionId, t.price, t.productId),
    index('membership_product').on(t.productId),
  ],
)

export const productImage = sqliteTable(
  'product_image',
  {
    productId: text()
      .notNull()
      .references(() => product.id),
    position: integer().notNull(),
    imageHash: text()
      .notNull()
      .references(() => image.hash),
    alt: words().notNull(),
    /** The choice it shows; empty when it shows the product as such. */
    choice: json<Record<string, string>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.position] })],
)

export const related = sqliteTable(
  'related',
  {
    productId: text()
      .notNull()
      .references(() => product.id),
    otherId: text()
      .notNull()
      .references(() => product.id),
    position: integer().notNull(),
  },
  (t) => [uniqueIndex('related_order').on(t.productId, t.position)],
)

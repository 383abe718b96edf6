import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { image } from '#features/images/table.ts'
import { flag, id, json, moment, money, words } from '#platform/columns.ts'
import type { Attribute, CardFacts, Download, Option, Personal, Search, Story } from './rules.ts'

export const collection = sqliteTable(
  'collection',
  {
    id: id(),
    slug: text().notNull().unique(),
    parentId: text(),
    title: words().notNull(),
    line: words(),
    description: words().notNull(),
    imageHash: text().references(() => image.hash),
    position: integer().notNull(),
    search: json<Search>(),
    /** Kept by the acts that change memberships, so that no page counts. */
    productCount: integer().notNull().default(0),
  },
  (t) => [index('collection_inside').on(t.parentId, t.position)],
)

export const product = sqliteTable(
  'product',
  {
    id: id(),
    slug: text().notNull().unique(),
    kind: text({ enum: ['physical', 'digital', 'service', 'gift_card', 'bundle'] }).notNull(),
    /** `scheduled` becomes `published` at `publishedAt`, by the clock. */
    state: text({ enum: ['draft', 'scheduled', 'published', 'archived'] }).notNull(),
    title: words().notNull(),
    subtitle: words().notNull(),
    description: words().notNull(),
    care: words(),
    madeIn: words(),
    warnings: words(),
    tags: json<string[]>().notNull(),
    /** Material, technique … in the maker's order: facts on the page and filters of its collections. */
    attributes: json<Attribute[]>().notNull().default([]),
    /** What the buyer may have written on it, field by field. */
    personal: json<Personal[]>().notNull().default([]),
    /** What a unit price is counted in: grams, millilitres or millimetres; null when there is none to show. */
    contentUnit: text({ enum: ['g', 'ml', 'mm'] }),
    search: json<Search>(),
    /** The collections that the maker put it in, published or not; `membership` follows while it is published. */
    collectionIds: json<string[]>().notNull().default([]),
    /** Whoever holds it may see the product before it is out. */
    previewToken: text().unique(),
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
    updatedAt: moment().notNull().default(0),
  },
  (t) => [
    index('product_newest').on(t.state, t.publishedAt),
    index('product_edited').on(t.updatedAt, t.id),
    index('product_edited_in').on(t.state, t.updatedAt, t.id),
  ],
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
    /** What making it costs; never shown in the shop. */
    cost: money(),
    weightG: integer().notNull(),
    /** How much is in it, in the product's `contentUnit`. */
    content: integer(),
    /** False for a choice that is not offered any more: orders may still speak of it. */
    offered: flag().notNull().default(true),
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
  (t) => [
    primaryKey({ columns: [t.bundleId, t.partId] }),
    // What is sold is looked for in bundles, at every move of stock.
    index('bundle_part_in').on(t.partId),
  ],
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
    /** What must stay in sight when it is cut: one of nine places, row by row; 4 is the centre. */
    focus: integer().notNull().default(4),
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
  (t) => [
    uniqueIndex('related_order').on(t.productId, t.position),
    // What comes out is looked for beside other pieces.
    index('related_other').on(t.otherId),
  ],
)

/** Addresses that a product, a collection or an entry had before: visitors of them are led on for good. */
export const formerSlug = sqliteTable(
  'former_slug',
  {
    kind: text({ enum: ['product', 'collection', 'post', 'page'] }).notNull(),
    slug: text().notNull(),
    /** The id of what is there now. */
    leadsTo: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.slug] })],
)

/** A published product's attribute in each of its collections: what a collection is filtered by. */
export const facet = sqliteTable(
  'facet',
  {
    collectionId: text().notNull(),
    /** The attribute and its value as addresses write them. */
    name: text().notNull(),
    value: text().notNull(),
    productId: text()
      .notNull()
      .references(() => product.id),
    publishedAt: moment().notNull(),
    price: money().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.collectionId, t.name, t.value, t.productId] }),
    index('facet_newest').on(t.collectionId, t.name, t.value, t.publishedAt, t.productId),
    index('facet_price').on(t.collectionId, t.name, t.value, t.price, t.productId),
    index('facet_product').on(t.productId),
  ],
)

/** What a collection can be filtered by, with how many pieces each value has; kept by a trigger on `facet`. */
export const filter = sqliteTable(
  'filter',
  {
    collectionId: text().notNull(),
    name: text().notNull(),
    value: text().notNull(),
    label: words().notNull(),
    valueLabel: words().notNull(),
    productCount: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.name, t.value] })],
)

/** A change of many products at once, with what they were before, so that the last one can be undone. */
export const bulkEdit = sqliteTable(
  'bulk_edit',
  {
    id: id(),
    at: moment().notNull(),
    who: text().notNull(),
    /** What was done, for the sentence that says it. */
    act: json<Record<string, unknown>>().notNull(),
    before: json<Record<string, unknown>[]>().notNull(),
    undoneAt: moment(),
  },
  (t) => [index('bulk_edit_at').on(t.at)],
)

/** A reduction with its days. The clock starts and ends it; what is crossed out meanwhile comes from `priceChange`. */
export const sale = sqliteTable(
  'sale',
  {
    id: id(),
    title: text().notNull(),
    state: text({ enum: ['planned', 'running', 'over'] }).notNull(),
    startsAt: moment().notNull(),
    endsAt: moment(),
    /** Hundredths of a percent off; or null when each variant has its own sale price. */
    basisPoints: integer(),
  },
  (t) => [index('sale_due').on(t.state, t.startsAt), index('sale_end').on(t.state, t.endsAt)],
)

/** A variant in a sale: its price while the sale runs and the one it goes back to. */
export const saleVariant = sqliteTable(
  'sale_variant',
  {
    saleId: text()
      .notNull()
      .references(() => sale.id),
    variantId: text()
      .notNull()
      .references(() => variant.id),
    /** Null when it follows the sale's percentage. */
    price: money(),
    /** What it cost when the sale began; null before. */
    priceAfter: money(),
  },
  (t) => [
    primaryKey({ columns: [t.saleId, t.variantId] }),
    index('sale_variant_variant').on(t.variantId),
  ],
)

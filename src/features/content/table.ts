import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Search } from '#features/catalogue/rules.ts'
import { product } from '#features/catalogue/table.ts'
import { image } from '#features/images/table.ts'
import { id, json, moment, words } from '#platform/columns.ts'

/** A journal post or a page, in Markdown. */
export const entry = sqliteTable(
  'entry',
  {
    id: id(),
    kind: text({ enum: ['post', 'page'] }).notNull(),
    slug: text().notNull(),
    /** What the shop itself needs to find: an order accepts the page whose role is `terms`. */
    role: text({ enum: ['terms', 'privacy', 'legal', 'contact', 'delivery'] }),
    title: words().notNull(),
    excerpt: words().notNull(),
    body: words().notNull(),
    imageHash: text().references(() => image.hash),
    imageAlt: words(),
    /** A draft is seen by nobody; what is published with a day to come appears on that day. */
    state: text({ enum: ['draft', 'published'] })
      .notNull()
      .default('published'),
    search: json<Search>(),
    publishedAt: moment().notNull(),
    updatedAt: moment().notNull().default(0),
  },
  (t) => [
    uniqueIndex('entry_slug').on(t.kind, t.slug),
    uniqueIndex('entry_role').on(t.role),
    index('entry_newest').on(t.kind, t.publishedAt),
    index('entry_newest_in').on(t.kind, t.state, t.publishedAt, t.id),
  ],
)

/** The pieces a post speaks of. */
export const entryProduct = sqliteTable(
  'entry_product',
  {
    entryId: text()
      .notNull()
      .references(() => entry.id),
    productId: text()
      .notNull()
      .references(() => product.id),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.productId] }),
    index('entry_product_product').on(t.productId),
  ],
)

import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { product } from '#features/catalogue/table.ts'
import { image } from '#features/images/table.ts'
import { id, moment, words } from '#platform/columns.ts'

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
    publishedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('entry_slug').on(t.kind, t.slug),
    uniqueIndex('entry_role').on(t.role),
    index('entry_newest').on(t.kind, t.publishedAt),
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
  (t) => [primaryKey({ columns: [t.entryId, t.productId] })],
)

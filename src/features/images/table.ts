import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag } from '#platform/columns.ts'

/** A picture, kept in R2 under the hash of its bytes. */
export const image = sqliteTable(
  'image',
  {
    /** The first 96 bits of the SHA-256 of the original, in base64url. */
    hash: text().primaryKey(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** The colour of its edge, as one of the grounds `0`…`b` that the style sheet knows. */
    ground: text().notNull(),
    /** Whether every rendition that a page may print of it is kept, as another domain needs them. */
    complete: flag().notNull().default(false),
  },
  (table) => [
    index('image_incomplete')
      .on(table.hash)
      .where(sql`complete = 0`),
  ],
)

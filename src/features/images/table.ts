import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A picture, kept in R2 under the hash of its bytes. */
export const image = sqliteTable('image', {
  /** The first 96 bits of the SHA-256 of the original, in base64url. */
  hash: text().primaryKey(),
  width: integer().notNull(),
  height: integer().notNull(),
  /** The colour of its edge, as one of the grounds `0`…`b` that the style sheet knows. */
  ground: text().notNull(),
})

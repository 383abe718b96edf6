import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, moment } from '#platform/columns.ts'

/**
 * What caches still keep and should forget: tags of pages that show something that has changed. Triggers write them, in
 * the batch of the act itself; `forget-stale.ts` tells the caches, twice, and takes them away.
 */
export const stale = sqliteTable(
  'stale',
  {
    id: integer().primaryKey(),
    tag: text().notNull(),
    /** The purge that took it along; null while it waits for one. */
    purgeId: text(),
    /** How often caches have forgotten it. */
    told: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('stale_waits_once')
      .on(t.tag)
      .where(sql`purge_id is null`),
    index('stale_purge').on(t.purgeId),
  ],
)

/** Each time that caches were asked to forget: the platform allows a few in a minute. */
export const purge = sqliteTable('purge', { id: id(), at: moment().notNull() }, (t) => [
  index('purge_at').on(t.at),
])

/** Up to which moment posts and pages that came out by the clock have been told: one row. */
export const postsTold = sqliteTable('posts_told', {
  id: integer().primaryKey(),
  at: moment().notNull(),
})

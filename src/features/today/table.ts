import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { money } from '#platform/columns.ts'

/** What a day came to, in the shop's calendar; kept by the acts themselves, so that no page adds up orders. */
export const dayTotal = sqliteTable('day_total', {
  /** ISO day. */
  day: text().primaryKey(),
  /** Orders paid, and what they came to. */
  orders: integer().notNull().default(0),
  revenue: money().notNull().default(0),
  /** What went back on that day. */
  refunded: money().notNull().default(0),
  units: integer().notNull().default(0),
  /** Visits of people, counted without knowing who they are. */
  visits: integer().notNull().default(0),
})

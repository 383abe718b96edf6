import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, json, money, words } from '#platform/columns.ts'
import type { Band } from './rules.ts'

export const deliveryMethod = sqliteTable('delivery_method', {
  id: id(),
  code: text().notNull().unique(),
  kind: text({ enum: ['parcel', 'pickup'] }).notNull(),
  position: integer().notNull(),
  title: words().notNull(),
  promise: words().notNull(),
  /** ISO 3166 codes; pickup has none. */
  countries: json<string[]>().notNull(),
  bands: json<Band[]>().notNull(),
  freeAbove: money(),
  minDays: integer().notNull(),
  maxDays: integer().notNull(),
})

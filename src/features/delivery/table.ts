import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag, id, json, money, words } from '#platform/columns.ts'
import type { Band } from './rules.ts'

export const deliveryMethod = sqliteTable('delivery_method', {
  id: id(),
  code: text().notNull().unique(),
  kind: text({ enum: ['parcel', 'pickup'] }).notNull(),
  position: integer().notNull(),
  title: words().notNull(),
  promise: words().notNull(),
  speed: text({ enum: ['standard', 'express'] })
    .notNull()
    .default('standard'),
  /** When things can be fetched, for a pickup. */
  hours: words(),
  /** False for a way that is not offered now. */
  offered: flag().notNull().default(true),
  /** ISO 3166 codes; pickup has none. */
  countries: json<string[]>().notNull(),
  bands: json<Band[]>().notNull(),
  freeAbove: money(),
  minDays: integer().notNull(),
  maxDays: integer().notNull(),
})

import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { json } from '#platform/columns.ts'

export const setting = sqliteTable('setting', {
  key: text().primaryKey(),
  value: json<unknown>().notNull(),
})

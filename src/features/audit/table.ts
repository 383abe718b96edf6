import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, json, moment } from '#platform/columns.ts'

/** Who changed what, when. Append-only: triggers refuse to change or delete a line. */
export const audit = sqliteTable(
  'audit',
  {
    id: id(),
    at: moment().notNull(),
    /** Null for what the shop does by itself. */
    staffId: text(),
    /** Their name as it was. */
    who: text().notNull(),
    /** `order.shipped`, `passkey.added` … */
    act: text().notNull(),
    /** The id of what was changed. */
    subject: text().notNull(),
    facts: json<Record<string, unknown>>().notNull(),
  },
  (t) => [
    index('audit_subject').on(t.subject, t.at),
    index('audit_at').on(t.at),
    index('audit_who').on(t.who, t.at),
  ],
)

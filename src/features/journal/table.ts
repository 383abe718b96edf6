import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { moment, money } from '#platform/columns.ts'
import type { LineKind } from './rules.ts'

/**
 * The sales journal (CGI art. 286 I 3° bis): one line for each sale, refund and closing, in the batch of its act.
 * Triggers refuse to change or delete one. It names nobody: whoever is erased leaves no trace to take out of it.
 */
export const journalLine = sqliteTable(
  'journal_line',
  {
    /** 1, 2, 3 … without a gap. */
    seq: integer().primaryKey(),
    at: moment().notNull(),
    /** The day in the shop's calendar. */
    day: text().notNull(),
    kind: text().notNull().$type<LineKind>(),
    orderId: text(),
    documentId: text().unique(),
    /** The number of the document; of a closing its day, month or year. */
    number: text().notNull(),
    /** `stripe`, `cash`, `card`, `cheque`, `transfer`; empty where nothing was to pay. */
    method: text().notNull(),
    currency: text().notNull(),
    /** Signed: what goes back is less than zero. Of a closing the sum of its span. */
    amount: money().notNull(),
    /** Of the amount, what is a delivery of goods and what a service: a micro-entrepreneur declares them apart. */
    goods: money().notNull(),
    services: money().notNull(),
    vat: money().notNull(),
    /** JSON as it was hashed: the amount by rate, or what a closing says besides. */
    facts: text().notNull(),
  },
  (t) => [
    index('journal_day').on(t.day, t.seq),
    index('journal_kind').on(t.kind, t.seq),
    uniqueIndex('journal_number').on(t.kind, t.number),
  ],
)

export type JournalRow = typeof journalLine.$inferSelect

/**
 * The chain: the hash of each line together with the one before. Written right after the line, because SQLite cannot
 * hash; the same lines always give the same seals.
 */
export const journalSeal = sqliteTable('journal_seal', {
  seq: integer().primaryKey(),
  hash: text().notNull(),
})

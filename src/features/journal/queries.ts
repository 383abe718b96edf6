import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import type { LineKind } from './rules.ts'
import type { journalLine } from './table.ts'

export type JournalRow = typeof journalLine.$inferSelect

export type NewLine = Omit<JournalRow, 'seq' | 'kind' | 'number'> & {
  kind: Extract<LineKind, 'sale' | 'refund' | 'undone'>
  documentId: string
}

/**
 * A line of the journal for a document that is written in the same batch, with the next number. Its moment is never
 * before that of the line above.
 */
export function addLine(db: Db, row: NewLine) {
  const { at, day, kind, orderId, documentId, method, currency, amount, goods, services, vat } = row
  return db.run(sql`insert into journal_line
    (seq, at, day, kind, order_id, document_id, number, method, currency, amount, goods, services, vat, facts)
    select last.seq + 1, max(last.at, ${at}), max(last.day, ${day}), ${kind}, ${orderId}, ${documentId},
      (select number from document where id = ${documentId}), ${method}, ${currency}, ${amount}, ${goods},
      ${services}, ${vat}, ${row.facts}
    from (select coalesce(max(seq), 0) as seq, coalesce((select at from journal_line order by seq desc limit 1), 0) as at,
      coalesce((select day from journal_line order by seq desc limit 1), '') as day from journal_line) last`)
}

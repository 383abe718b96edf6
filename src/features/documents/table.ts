import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { order } from '#features/orders/table.ts'
import { id, json, moment, money } from '#platform/columns.ts'
import type { Body, DocumentKind, Share } from './rules.ts'

/**
 * Invoices and credit notes. Each kind has one series a year, without a gap or a number used twice (CGI ann. II, 242
 * nonies A), because a number is given in the batch of the act that it documents. Triggers refuse every change.
 */
export const document = sqliteTable(
  'document',
  {
    id: id(),
    kind: text().notNull().$type<DocumentKind>(),
    year: integer().notNull(),
    seq: integer().notNull(),
    /** `F2026-0001`, `A2026-0001`. */
    number: text().notNull().unique(),
    orderId: text()
      .notNull()
      .references(() => order.id),
    /** 0 for the invoice of the order; what corrects it counts on. Two that were reckoned at once cannot both be. */
    nth: integer().notNull(),
    /** What it documents, once: the order, `ref_…`, or `ref_…:undone`. */
    cause: text().notNull().unique(),
    at: moment().notNull(),
    currency: text().notNull(),
    /** What it adds to what was sold: less than zero for a credit note. */
    amount: money().notNull(),
    vat: money().notNull(),
    /** The amount by rate and nature, with its VAT, signed like it. */
    shares: json<Share[]>().notNull(),
    /** All that it says, as it was. */
    body: json<Body>().notNull(),
  },
  (t) => [
    uniqueIndex('document_series').on(t.kind, t.year, t.seq),
    uniqueIndex('document_of_order').on(t.orderId, t.nth),
    index('document_list').on(t.at, t.id),
  ],
)

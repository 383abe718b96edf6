import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import type { Body, DocumentKind, Share } from './rules.ts'
import { sumShares } from './rules.ts'
import { document } from './table.ts'

export type DocumentRow = typeof document.$inferSelect

export type NewDocument = {
  id: string
  kind: DocumentKind
  year: number
  orderId: string
  /** How many documents the order had when this one was reckoned. */
  nth: number
  cause: string
  at: number
  currency: string
  shares: readonly Share[]
  body: Body
}

/** The letter that a series begins with: facture, avoir. */
const LETTER = { invoice: 'F', credit_note: 'A' } as const

/**
 * A document, with the next number of its series: the number is given in the batch and goes with it when it fails, so
 * none is lost or used twice. Its day is never before that of the number below. Fails the batch
 * (`document.order_id, document.nth`) when the order has had another one since it was reckoned.
 */
export function addDocument(db: Db, row: NewDocument) {
  const { amount, vat } = sumShares(row.shares)
  return db.run(sql`insert into document
    (id, kind, year, seq, number, order_id, nth, cause, at, currency, amount, vat, shares, body)
    select ${row.id}, ${row.kind}, ${row.year}, last.seq + 1,
      printf('%s%d-%04d', ${LETTER[row.kind]}, ${row.year}, last.seq + 1), ${row.orderId}, ${row.nth},
      ${row.cause}, max(last.at, ${row.at}), ${row.currency}, ${amount}, ${vat},
      ${JSON.stringify(row.shares)}, ${JSON.stringify(row.body)}
    from (select coalesce(max(seq), 0) as seq, coalesce(max(at), 0) as at from document
      where kind = ${row.kind} and year = ${row.year}) last`)
}

/** What breaks when two documents of an order were reckoned at once: the later one is reckoned anew. */
export const RECKONED_AT_ONCE = 'document.order_id, document.nth'

/** The documents of an order: its invoice first, then what corrects it. */
export function documentsOf(db: Db, orderId: string) {
  return db
    .select()
    .from(document)
    .where(eq(document.orderId, orderId))
    .orderBy(asc(document.nth))
    .limit(200)
}

export function documentByNumber(db: Db, number: string) {
  return db.select().from(document).where(eq(document.number, number)).limit(1)
}

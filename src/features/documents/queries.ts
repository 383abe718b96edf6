import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import { archive } from '#features/customers/table.ts'
import { order } from '#features/orders/table.ts'
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

/** A document with the number of its order, which the order was given in the same batch. */
const view = {
  ...getTableColumns(document),
  orderNumber: sql<number | null>`"order".number`.as('order_number'),
}

/** A document of an order, for whoever holds the order's address. Nothing once the buyer has been erased. */
export function documentForBuyer(db: Db, token: string, number: string) {
  return db
    .select(view)
    .from(document)
    .innerJoin(order, eq(order.id, document.orderId))
    .where(and(eq(document.number, number), eq(order.token, token), isKnown))
    .limit(1)
}

/** A document of an order, for the desk. */
export function documentForDesk(db: Db, orderId: string, number: string) {
  return db
    .select(view)
    .from(document)
    .innerJoin(order, eq(order.id, document.orderId))
    .where(and(eq(document.number, number), eq(document.orderId, orderId)))
    .limit(1)
}

export type DocumentView = Awaited<ReturnType<typeof documentForBuyer>>[number]

const isKnown = sql`not exists (select 1 from ${archive} where ${archive.orderId} = ${order.id})`

/** Numbers of an order's documents, as its buyer may see them. */
export function documentsForBuyer(db: Db, orderId: string) {
  return db
    .select({ number: document.number, kind: document.kind })
    .from(document)
    .innerJoin(order, eq(order.id, document.orderId))
    .where(and(eq(document.orderId, orderId), isKnown))
    .orderBy(asc(document.nth))
    .limit(200)
}

export type BuyerDocument = Awaited<ReturnType<typeof documentsForBuyer>>[number]

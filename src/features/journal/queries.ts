import { and, asc, between, desc, eq, gt, sql } from 'drizzle-orm'
import { order } from '#features/orders/table.ts'
import type { Day } from '#lib/dates.ts'
import type { Db } from '#platform/db.ts'
import type { LineKind, Span } from './rules.ts'
import { journalLine, journalSeal, type JournalRow } from './table.ts'

export type NewLine = Omit<JournalRow, 'seq' | 'kind' | 'number'> & {
  kind: Extract<LineKind, 'sale' | 'refund' | 'undone'>
  documentId: string
}

/** The line that a new one follows. */
const LAST = sql`(select coalesce(max(seq), 0) as seq,
  coalesce((select at from journal_line order by seq desc limit 1), 0) as at,
  coalesce((select day from journal_line order by seq desc limit 1), '') as day from journal_line) last`

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
    from ${LAST}`)
}

type NewClosing = Pick<JournalRow, 'at' | 'day' | 'number' | 'currency' | 'facts'> &
  Pick<JournalRow, 'amount' | 'goods' | 'services' | 'vat'> & { kind: Span; after: number }

/** The line that closes a span. Fails its batch (`MOVED_ON`) when the journal went on after the line reckoned from. */
export function addClosing(db: Db, row: NewClosing) {
  const { at, day, kind, number, currency, amount, goods, services, vat, facts, after } = row
  return db.run(sql`insert into journal_line
    (seq, at, day, kind, order_id, document_id, number, method, currency, amount, goods, services, vat, facts)
    select last.seq + 1, max(last.at, ${at}), max(last.day, ${day}), ${kind}, null, null,
      case when last.seq = ${after} then ${number} end, '', ${currency}, ${amount}, ${goods}, ${services},
      ${vat}, ${facts}
    from ${LAST}`)
}

/** What breaks when a line came before a closing that did not count it: it is reckoned anew. */
export const MOVED_ON = 'journal_line.number'

/** The last line. */
export function headLine(db: Db) {
  return db.select().from(journalLine).orderBy(desc(journalLine.seq)).limit(1)
}

/** The last closing of a kind. */
export function lastClosing(db: Db, kind: Span) {
  return db
    .select()
    .from(journalLine)
    .where(eq(journalLine.kind, kind))
    .orderBy(desc(journalLine.number))
    .limit(1)
}

/** The plus keeps SQLite from taking the index of kinds: days are fewer lines. */
const MONEY = sql`+kind in ('sale', 'refund', 'undone')`
const CLOSED = sql`coalesce((select number from journal_line where kind = 'day' order by number desc limit 1), '')`

/** The first day before another that has lines and is not closed. */
export function nextOpenDay(db: Db, before: Day) {
  return db
    .select({ day: journalLine.day })
    .from(journalLine)
    .where(and(sql`day > ${CLOSED} and day < ${before}`, MONEY))
    .orderBy(asc(journalLine.day), asc(journalLine.seq))
    .limit(1)
}

/** What moved money on a day, after a line of it. */
export function linesOfDay(db: Db, day: Day, after: number, limit: number) {
  return db
    .select()
    .from(journalLine)
    .where(and(eq(journalLine.day, day), gt(journalLine.seq, after), MONEY))
    .orderBy(asc(journalLine.seq))
    .limit(limit)
}

/** What moved money from one day to another and is not closed yet: the lines of a day, as a rule. */
export function openLines(db: Db, from: Day, to: Day) {
  const first = sql`max(${from}, coalesce(date(nullif(${CLOSED}, ''), '+1 day'), ''))`
  return db
    .select()
    .from(journalLine)
    .where(and(sql`day >= ${first} and day <= ${to}`, MONEY))
    .orderBy(asc(journalLine.day), asc(journalLine.seq))
}

/** Sales and what takes them back from one day to another, after a line, each with the number of its order. */
export function receipts(
  db: Db,
  { from, to, after }: { from: Day; to: Day; after: number },
  limit: number,
) {
  const first = sql`max(${from}, coalesce((select day from journal_line where seq = ${after}), ''))`
  return db
    .select({ line: journalLine, order: sql<number | null>`"order".number`.as('order_number') })
    .from(journalLine)
    .leftJoin(order, eq(order.id, journalLine.orderId))
    .where(
      and(
        sql`${journalLine.day} >= ${first} and ${journalLine.day} <= ${to}`,
        gt(journalLine.seq, after),
        sql`+${journalLine.kind} in ('sale', 'refund', 'undone') and ${journalLine.amount} <> 0`,
      ),
    )
    .orderBy(asc(journalLine.day), asc(journalLine.seq))
    .limit(limit)
}

export type ReceiptRow = Awaited<ReturnType<typeof receipts>>[number]

/**
 * Lines from one day to another, the newest first, before a line; of some kinds (five at most, D1 puts no more queries
 * together), or of all. Reads a page of each kind.
 */
export function latestLines(
  db: Db,
  {
    kinds,
    from,
    to,
    before,
  }: { kinds: readonly LineKind[] | null; from: Day; to: Day; before: number },
  limit: number,
) {
  // The days go up with the lines: the first line of a span says where it begins.
  const first = sql`(select seq from journal_line where day >= ${from} order by day, seq limit 1)`
  const end = sql`coalesce((select seq from journal_line where day > ${to} order by day, seq limit 1), 9e15)`
  const inside = sql`seq >= ${first} and seq < min(${before}, ${end})`
  const pages = kinds?.map(
    (kind) => sql`select seq from (select seq from journal_line where kind = ${kind} and ${inside}
      order by seq desc limit ${limit})`,
  )
  return db
    .select()
    .from(journalLine)
    .where(pages ? sql`seq in (${sql.join(pages, sql` union all `)})` : inside)
    .orderBy(desc(journalLine.seq))
    .limit(limit)
}

/** The first line of all: where the books begin. */
export function firstLine(db: Db) {
  return db.select().from(journalLine).orderBy(asc(journalLine.seq)).limit(1)
}

/** The closings of a kind from one number to another. */
export function closingsBetween(db: Db, kind: Span, from: string, to: string) {
  return db
    .select()
    .from(journalLine)
    .where(and(eq(journalLine.kind, kind), between(journalLine.number, from, to)))
    .orderBy(asc(journalLine.number))
    .limit(400)
}

/** The seal of the last line that has one. */
export function lastSeal(db: Db) {
  return db.select().from(journalSeal).orderBy(desc(journalSeal.seq)).limit(1)
}

/** Lines that have no seal yet, the oldest first. */
export function unsealed(db: Db, limit: number) {
  return db
    .select()
    .from(journalLine)
    .where(sql`seq > (select coalesce(max(seq), 0) from journal_seal)`)
    .orderBy(asc(journalLine.seq))
    .limit(limit)
}

/** Seals for the lines after the last seal. Fails (`seals_have_no_gap`) when somebody else has sealed them. */
export function addSeals(db: Db, seals: readonly { seq: number; hash: string }[]) {
  return db.run(sql`insert into journal_seal (seq, hash)
    select value ->> 'seq', value ->> 'hash' from json_each(${JSON.stringify(seals)}) order by key`)
}

/** Lines with their seals, after one and up to another. */
export function sealedLines(db: Db, after: number, to: number, limit: number) {
  return db
    .select({ line: journalLine, hash: journalSeal.hash })
    .from(journalLine)
    .leftJoin(journalSeal, eq(journalSeal.seq, journalLine.seq))
    .where(and(gt(journalLine.seq, after), sql`${journalLine.seq} <= ${to}`))
    .orderBy(asc(journalLine.seq))
    .limit(limit)
}

/** A line with its seal, when it has one. */
export function sealedLine(db: Db, seq: number) {
  return sealedLines(db, seq - 1, seq, 1)
}

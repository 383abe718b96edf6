import type { Day } from '#lib/dates.ts'
import type { JournalRow } from './table.ts'

/** `undone`: money of a refund that the bank sent back. The others close a span of time. */
export const LINE_KINDS = ['sale', 'refund', 'undone', 'day', 'month', 'year'] as const
export type LineKind = (typeof LINE_KINDS)[number]

const SPANS = ['day', 'month', 'year'] as const
export type Span = (typeof SPANS)[number]

/** Whether a line closes a span of time, rather than telling of money. */
export function isSpan(kind: LineKind): kind is Span {
  return SPANS.some((span) => span === kind)
}

/** Full years for which documents are kept (C. com. L123-22). */
export const KEPT_YEARS = 10

/** What of a day's, month's or year's number names the month or the year. */
export const LETTERS = { day: 10, month: 7, year: 4 } as const

/** What was closed last, the first day with lines that is not closed, and the day that is not over yet. */
export type Standing = {
  lastDay: Day | null
  lastMonth: string | null
  lastYear: string | null
  nextDay: Day | null
  today: Day
}

/**
 * What is to be closed next, in the order of time: a day that is over, the month after its last day, the year after its
 * last month. Spans without a line are not closed. Null when everything is.
 */
export function nextClosing({ lastDay, lastMonth, lastYear, nextDay, today }: Standing) {
  const until = nextDay ?? today
  const month = lastDay?.slice(0, LETTERS.month)
  if (month && month > (lastMonth ?? '') && month < until.slice(0, LETTERS.month)) {
    return { kind: 'month' as const, number: month }
  }
  const year = lastMonth?.slice(0, LETTERS.year)
  if (year && year > (lastYear ?? '') && year < until.slice(0, LETTERS.year)) {
    return { kind: 'year' as const, number: year }
  }
  return nextDay ? { kind: 'day' as const, number: nextDay } : null
}

/** A line as it is hashed after the hash of the line above: its columns in this order, `facts` as the stored text. */
export function canonical(line: JournalRow): string {
  const { seq, at, day, kind, orderId, documentId, number, method, currency } = line
  const { amount, goods, services, vat, facts } = line
  const head = [seq, at, day, kind, orderId, documentId, number, method, currency]
  return JSON.stringify([...head, amount, goods, services, vat, facts])
}

/** The lists of the journal's page, by the kinds of their lines; null for all. */
export const KINDS_OF = {
  all: null,
  sales: ['sale'],
  corrections: ['refund', 'undone'],
  closings: SPANS,
} as const satisfies Record<string, readonly LineKind[] | null>
export type LedgerList = keyof typeof KINDS_OF

export function isLedgerList(value: unknown): value is LedgerList {
  return typeof value === 'string' && Object.hasOwn(KINDS_OF, value)
}

/** A seal as somebody copied it from a mail: 64 letters of hexadecimal; empty for none, null for anything else. */
export function readSeal(typed: string): string | null {
  const plain = typed.replace(/\s/g, '').toLowerCase()
  return /^([0-9a-f]{64})?$/.test(plain) ? plain : null
}

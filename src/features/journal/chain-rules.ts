import * as v from 'valibot'
import { isSpan, LETTERS, LINE_KINDS, type Span } from './rules.ts'
import type { JournalRow } from './table.ts'
import { addUp, closingOf, type Tally, tallyOf } from './tally-rules.ts'

/** A line with its seal; null when the seal is not there. */
export type Sealed = JournalRow & { hash: string | null }

/**
 * What is wrong with a line. `missing`: it is not there. `inserted`: its number was had before. `altered`: it is not
 * what was sealed. `unsealed`: its seal is gone. `sums`: it does not add up, or closes what is not there. `unreadable`:
 * in a file, no line of a journal. `head`: a hash that was kept elsewhere is not in the journal.
 */
export type Because =
  | 'missing'
  | 'inserted'
  | 'altered'
  | 'unsealed'
  | 'sums'
  | 'unreadable'
  | 'head'

/** The journal as far as it was followed: its last line, and what is not closed yet of each span. */
export type Book = {
  seq: number
  at: number
  day: string
  total: number
  open: Record<Span, Map<string, Tally>>
}

export function openBook(): Book {
  return {
    seq: 0,
    at: 0,
    day: '',
    total: 0,
    open: { day: new Map(), month: new Map(), year: new Map() },
  }
}

/** Whether a line is the one after those that the book knows. */
export function outOfOrder(book: Book, { seq }: JournalRow): Because | null {
  if (seq === book.seq + 1) return null
  return seq <= book.seq ? 'inserted' : 'missing'
}

/** Adds a line to the book, unless it goes back in time, does not add up or closes what is not open. */
export function follow(book: Book, line: JournalRow): Because | null {
  const { seq, at, day, kind, number } = line
  if (at < book.at || day < book.day) return 'sums'
  Object.assign(book, { seq, at, day })
  try {
    if (isSpan(kind)) return close(book, line, kind)
    put(book.open.day, day, tallyOf(line))
    return number === '' ? 'sums' : null
  } catch {
    return 'sums'
  }
}

const ABOVE = { day: 'month', month: 'year', year: null } as const

function close(book: Book, line: JournalRow, kind: Span): Because | null {
  const { number, orderId, documentId, method } = line
  const open = book.open[kind]
  const [[first, tally] = ['', null]] = open
  if (!tally || first !== number || line.day.slice(0, LETTERS[kind]) <= number) return 'sums'
  if (kind === 'day') book.total += tally.amount
  const due = closingOf(tally, book.total)
  const { amount, goods, services, vat, facts } = line
  const same =
    due.amount === amount && due.goods === goods && due.services === services && due.vat === vat
  if (!same || due.facts !== facts || orderId || documentId || method) return 'sums'
  open.delete(number)
  const above = ABOVE[kind]
  if (above) put(book.open[above], number.slice(0, LETTERS[above]), tally)
  return null
}

function put(open: Map<string, Tally>, key: string, tally: Tally): void {
  const sum = addUp([...(open.has(key) ? [open.get(key)] : []), tally].flatMap((one) => one ?? []))
  if (sum) open.set(key, sum)
}

const whole = v.pipe(v.number(), v.integer())
const text = v.nullable(v.string())
const sealed = v.strictObject({
  seq: whole,
  at: whole,
  day: v.string(),
  kind: v.picklist(LINE_KINDS),
  orderId: text,
  documentId: text,
  number: v.string(),
  method: v.string(),
  currency: v.string(),
  amount: whole,
  goods: whole,
  services: whole,
  vat: whole,
  facts: v.string(),
  hash: text,
})

/** A line of the exported journal. */
export function writeSealed(line: Sealed): string {
  const { seq, at, day, kind, orderId, documentId, number, method, currency } = line
  const { amount, goods, services, vat, facts, hash } = line
  const head = { seq, at, day, kind, orderId, documentId, number, method, currency }
  return JSON.stringify({ ...head, amount, goods, services, vat, facts, hash })
}

/** Reads a line of the exported journal; null for what this shop would not have written letter by letter. */
export function readSealed(written: string): Sealed | null {
  try {
    const line = v.parse(sealed, JSON.parse(written))
    return writeSealed(line) === written ? line : null
  } catch {
    return null
  }
}

import { addLine } from '#features/journal/queries.ts'
import type { LineKind } from '#features/journal/rules.ts'
import type { Settings } from '#features/settings/rules.ts'
import { localTime } from '#lib/dates.ts'
import type { Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { addDocument } from './queries.ts'
import { type Body, type DocumentKind, type Share, sumShares } from './rules.ts'

export type Issuing = {
  kind: DocumentKind
  line: Extract<LineKind, 'sale' | 'refund' | 'undone'>
  order: { id: string; currency: string }
  /** How many documents the order has. */
  nth: number
  cause: string
  shares: readonly Share[]
  body: Body
  /** How the money came or went: `stripe`, `cash` … */
  method: string
}

/** A document and its line in the journal, for the batch of the act that they document. */
export function issue(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { timeZone }: Pick<Settings['shop'], 'timeZone'>,
  { kind, line, order, nth, cause, shares, body, method }: Issuing,
): Statement[] {
  const { day } = localTime(now, timeZone)
  const id = newId('doc')
  const { currency } = order
  const made = { id, kind, year: Number(day.slice(0, 4)), orderId: order.id, nth, cause, at: now }
  return [
    addDocument(db, { ...made, currency, shares, body }),
    addLine(db, {
      at: now,
      day,
      kind: line,
      orderId: order.id,
      documentId: id,
      method,
      currency,
      ...sumShares(shares),
      facts: JSON.stringify(shares),
    }),
  ]
}

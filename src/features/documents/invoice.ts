import { deliveryShares } from '#features/pricing/rules.ts'
import type { Settings } from '#features/settings/rules.ts'
import type { Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import {
  creditLines,
  headOf,
  type Returned,
  type Sold,
  type SoldLine,
  soldLines,
  undoneLines,
} from './body.ts'
import { issue } from './issue.ts'
import type { DocumentRow } from './queries.ts'
import { creditShares, invoiceShares, negated, type Share } from './rules.ts'

type Writing = Pick<Tools, 'db' | 'now'>

/** What the delivery of an order cost before any discount; null when nothing was delivered. */
export type Carriage = { full: number } | null

const carries = ({ kind }: SoldLine) => kind === 'physical' || kind === 'bundle'

/** The delivery of an order, or a part of it, by the rates of what it carried. */
function carriedShares(lines: readonly SoldLine[], amount: number) {
  const items = lines.map((line) => ({ basisPoints: line.basisPoints, physical: carries(line) }))
  const left = lines.map(({ total, discount }) => total - discount)
  return deliveryShares(items, left, amount)
}

/** The invoice of an order that becomes paid, and its line in the journal. Stands in the settling batch. */
export function invoice(
  tools: Writing,
  settings: Settings,
  sale: { order: Sold; lines: readonly SoldLine[]; carriage: Carriage; method: string },
): Statement[] {
  const { order, lines, carriage, method } = sale
  const full = carriage && {
    amount: carriage.full,
    shares: carriedShares(lines, carriage.full),
  }
  return issue(tools, settings.shop, {
    kind: 'invoice',
    line: 'sale',
    order,
    nth: 0,
    cause: order.id,
    shares: invoiceShares(lines, carriedShares(lines, order.deliveryTotal)),
    body: {
      ...headOf(order, lines, settings, method),
      lines: soldLines(order, lines, full),
      corrects: null,
      reason: '',
    },
    method,
  })
}

/** Money that went back, as its credit note tells it. Minor units. */
export type Refunded = {
  id: string
  amount: number
  delivery: number
  units: readonly Returned[]
  /** As the refund's reason is kept. */
  reason: string
}

/**
 * The credit note of a refund that has worked, and its line in the journal. Nothing for an order that never had an
 * invoice: what came for it was no sale. Two of one order that were reckoned at once cannot both be written: the second
 * fails its batch (`document.order_id`) and is reckoned anew. The buyer is who the invoice names, and the
 * VAT what it was then, whatever the order has forgotten or the shop has changed since.
 */
export function creditNote(
  tools: Writing,
  settings: Settings,
  sale: { order: Sold; lines: readonly SoldLine[]; documents: readonly DocumentRow[] },
  refund: Refunded,
): Statement[] {
  const { order, lines, documents } = sale
  const [sold, ...corrections] = documents
  if (!sold) return []
  const gone = negated(corrections.flatMap(({ shares }) => shares))
  const { id, amount, delivery, units, reason } = refund
  const extra = amount - delivery - units.reduce((sum, unit) => sum + unit.amount, 0)
  const carried = carriedShares(lines, delivery)
  const shares = creditShares(sold.shares, gone, {
    amount,
    delivery: carried,
    lines: units.flatMap(({ lineId, amount: part }) => {
      const line = lines.find((known) => known.id === lineId)
      return line ? [{ kind: line.kind, basisPoints: line.basisPoints, amount: part }] : []
    }),
  })
  const { method, buyer, untaxed, mentions } = sold.body
  return issue(tools, settings.shop, {
    kind: 'credit_note',
    line: 'refund',
    order,
    nth: documents.length,
    cause: id,
    shares: negated(shares),
    body: {
      ...headOf(order, lines, settings, method),
      buyer,
      untaxed,
      mentions,
      lines: creditLines(order, lines, { units, delivery: carried, extra, shares }),
      corrects: sold.number,
      reason,
    },
    method,
  })
}

/** What undoes the credit note of a refund that the bank sent back. Nothing when there was none. */
export function undoCreditNote(
  tools: Writing,
  settings: Settings,
  sale: { order: Sold; lines: readonly SoldLine[]; documents: readonly DocumentRow[] },
  refundId: string,
): Statement[] {
  const { order, lines, documents } = sale
  const note = documents.find(({ cause }) => cause === refundId)
  if (!note) return []
  const shares: Share[] = negated(note.shares)
  const { method, reason, buyer, untaxed, mentions } = note.body
  return issue(tools, settings.shop, {
    kind: 'invoice',
    line: 'undone',
    order,
    nth: documents.length,
    cause: `${refundId}:undone`,
    shares,
    body: {
      ...headOf(order, lines, settings, method),
      buyer,
      untaxed,
      mentions,
      lines: undoneLines(order.lang, 0 - note.amount, shares),
      corrects: note.number,
      reason,
    },
    method,
  })
}

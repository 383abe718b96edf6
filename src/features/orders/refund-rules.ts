import { split } from '#lib/money.ts'
import { type Refunded, type RefundState, unitsRefunded } from './rules.ts'

/** Why the maker gives money back. */
export const REASONS = ['withdrawal', 'broken', 'lost', 'unavailable', 'gesture', 'other'] as const
/** A lost dispute is money that the bank took back. */
export type Reason = (typeof REASONS)[number] | 'dispute'

type Line = { id: string; quantity: number; total: number; discount: number }
type Given = { id: string; state: RefundState; deliveryAmount: number }
type Sums = { capturedTotal: number; refundedTotal: number; deliveryTotal: number }

/** What of an order may still go back: money in minor units, units of each line. */
export type Left = { amount: number; delivery: number; units: ReadonlyMap<string, number> }

/** What may still go back, after the refunds that stand. One that failed gave nothing. */
export function leftToRefund(
  { order, lines }: { order: Sums; lines: readonly Line[] },
  refunds: readonly Given[],
  parts: Refunded['refundLines'],
): Left {
  const standing = refunds.filter(({ state }) => state !== 'failed')
  const gone = unitsRefunded({ refunds, refundLines: parts })
  const amount = order.capturedTotal - order.refundedTotal
  const delivery = order.deliveryTotal - sum(standing.map((given) => given.deliveryAmount))
  return {
    amount,
    delivery: Math.max(0, Math.min(delivery, amount)),
    units: new Map(lines.map((line) => [line.id, line.quantity - (gone.get(line.id) ?? 0)])),
  }
}

/**
 * What some units of a line were paid, when so many are left of it: its total less its discount, split over its units
 * without losing a cent, so that all parts together are the whole.
 */
export function paidFor({ quantity, total, discount }: Line, left: number, units: number): number {
  const shares = split(
    total - discount,
    Array.from({ length: quantity }, () => 1),
  )
  return sum(shares.slice(quantity - left, quantity - left + units))
}

export type Asked = {
  units: readonly { lineId: string; quantity: number; restock: boolean }[]
  delivery: number
  /** Money that belongs to nothing in particular. */
  extra: number
}

export type Sum = {
  units: { lineId: string; quantity: number; restock: boolean; amount: number }[]
  delivery: number
  extra: number
  amount: number
  /** Whether less goes back than was asked, because the rest has gone back already. */
  capped: boolean
}

/** What a refund comes to: its units, delivery and extra, and never more than is left; then each gives its share. */
export function sumRefund(asked: Asked, lines: readonly Line[], left: Left): Sum {
  const units = asked.units.map((unit) => {
    const line = lines.find(({ id }) => id === unit.lineId)
    const amount = line ? paidFor(line, left.units.get(line.id) ?? 0, unit.quantity) : 0
    return { ...unit, amount }
  })
  const wanted = [...units.map(({ amount }) => amount), asked.delivery, asked.extra]
  const amount = Math.min(sum(wanted), left.amount)
  const capped = amount < sum(wanted)
  const [extra = 0, delivery = 0, ...shares] = (
    capped ? split(amount, wanted) : wanted
  ).toReversed()
  return {
    units: units.map((unit, i) => ({ ...unit, amount: shares[units.length - 1 - i] ?? 0 })),
    delivery,
    extra,
    amount,
    capped,
  }
}

/** A refund of all that is left of an order. */
export function allLeft(lines: readonly Line[], left: Left, restock: boolean): Sum {
  const units = lines.flatMap(({ id }) => {
    const quantity = left.units.get(id) ?? 0
    return quantity > 0 ? [{ lineId: id, quantity, restock }] : []
  })
  const sums = sumRefund({ units, delivery: left.delivery, extra: 0 }, lines, left)
  const extra = left.amount - sums.amount
  return { ...sums, extra, amount: left.amount, capped: false }
}

/**
 * Where news of Stripe leads a refund; null when they change nothing. Events come in any order: a refund that came back
 * from the bank stays failed, but one that Stripe seemed to refuse and made all the same has worked.
 */
export function refundAfter(
  known: { state: RefundState; stripeId: string | null },
  told: RefundState,
): 'succeeded' | 'failed' | null {
  if (told === 'pending' || told === known.state) return null
  if (known.state === 'failed') return known.stripeId === null ? 'succeeded' : null
  return told
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

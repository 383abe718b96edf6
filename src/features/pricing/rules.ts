import { split, vatInside } from '#lib/money.ts'

/** What is added up: prices in minor units with VAT inside; rates in hundredths of a percent. */
export type Item = {
  unitPrice: number
  quantity: number
  basisPoints: number
  /** Whether it travels: delivery is taxed as what it carries. */
  physical: boolean
}

/** What an offer takes off: of each item, in the order given, and of the delivery. */
export type Discount = {
  promotionId: string
  off: { lines: readonly number[]; delivery: number }
}

/** A change to the total beside the lines, with its reason; a discount is negative. */
export type Adjustment = {
  kind: 'delivery' | 'discount'
  promotionId: string | null
  amount: number
  vat: number
}

export type Totals = {
  /** Of each line, in the order given: the VAT is that of the total without the discount. */
  lines: { total: number; discount: number; vat: number }[]
  /** The lines before any discount. */
  goods: number
  /** What was taken off the lines. */
  discountTotal: number
  /** What is left of the lines. */
  subtotal: number
  /** What is left of the delivery. */
  deliveryTotal: number
  adjustments: Adjustment[]
  /** VAT inside the total. */
  vat: number
  total: number
}

/**
 * Adds up an order, in this order: lines, discounts, delivery, VAT, total.
 * VAT is inside prices: each line's is computed from what is left of its total and rounded half up. Delivery follows
 * what it carries (CGI art. 267 I 2°, accessory): its amount is split over the goods in proportion to what they cost,
 * each share taxed at their rate. The VAT total is the sum of these, so it always adds up; a discount's own VAT is what
 * it changed of the lines'.
 */
export function totals(
  items: readonly Item[],
  delivery: number | null,
  discounts: readonly Discount[] = [],
): Totals {
  const full = items.map(({ unitPrice, quantity }) => unitPrice * quantity)
  const taken = items.map((_, i) => sum(discounts.map(({ off }) => off.lines[i] ?? 0)))
  const left = minus(full, taken)
  const vats = vatOf(items, left)
  const carried = delivery ?? 0
  const deliveryOff = Math.min(carried, sum(discounts.map(({ off }) => off.delivery)))
  const vatOnDelivery = deliveryVat(items, left, carried)
  const lines = full.map((total, i) => ({ total, discount: taken[i] ?? 0, vat: vats[i] ?? 0 }))
  const goods = sum(full)
  const subtotal = sum(left)
  const deliveryTotal = carried - deliveryOff
  const kept = deliveryOff > 0 ? deliveryVat(items, left, deliveryTotal) : vatOnDelivery
  return {
    lines,
    goods,
    discountTotal: goods - subtotal,
    subtotal,
    deliveryTotal,
    adjustments: [
      ...onLines(items, full, discounts),
      ...(delivery === null
        ? []
        : [of('delivery', null, { amount: delivery, vat: vatOnDelivery })]),
      ...discounts
        .filter(({ off }) => off.delivery > 0)
        .map(({ promotionId }) =>
          of('discount', promotionId, { amount: -deliveryOff, vat: kept - vatOnDelivery }),
        ),
    ],
    vat: sum(vats) + kept,
    total: subtotal + deliveryTotal,
  }
}

function of(kind: Adjustment['kind'], promotionId: string | null, sums: Sums): Adjustment {
  return { kind, promotionId, ...sums }
}

type Sums = { amount: number; vat: number }

/** What each discount took off the lines, one after the other, with the VAT that went with it. */
function onLines(items: readonly Item[], full: readonly number[], discounts: readonly Discount[]) {
  let left = full
  return discounts.flatMap(({ promotionId, off }) => {
    const next = minus(left, off.lines)
    const vat = sum(vatOf(items, next)) - sum(vatOf(items, left))
    const amount = sum(next) - sum(left)
    left = next
    return amount === 0 ? [] : [of('discount', promotionId, { amount, vat })]
  })
}

const minus = (amounts: readonly number[], off: readonly number[]) =>
  amounts.map((amount, i) => amount - (off[i] ?? 0))

const vatOf = (items: readonly Item[], amounts: readonly number[]) =>
  items.map(({ basisPoints }, i) => vatInside(amounts[i] ?? 0, basisPoints))

/**
 * A delivery's amount by the rates of what it carries, each with its VAT inside: the shares add up to the amount.
 * `left` is what is left of each item's total.
 */
export function deliveryShares(
  items: readonly Pick<Item, 'basisPoints' | 'physical'>[],
  left: readonly number[],
  delivery: number,
): { basisPoints: number; gross: number; vat: number }[] {
  const carried = items.flatMap(({ basisPoints, physical }, i) =>
    physical ? [{ basisPoints, amount: left[i] ?? 0 }] : [],
  )
  const rates = [...new Set(carried.map(({ basisPoints }) => basisPoints))]
  const weights = rates.map((rate) =>
    sum(carried.map(({ basisPoints, amount }) => (basisPoints === rate ? amount : 0))),
  )
  return split(delivery, weights).map((gross, i) => {
    const basisPoints = rates[i] ?? 0
    return { basisPoints, gross, vat: vatInside(gross, basisPoints) }
  })
}

function deliveryVat(items: readonly Item[], left: readonly number[], delivery: number): number {
  return sum(deliveryShares(items, left, delivery).map(({ vat }) => vat))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

import { split, vatInside } from '#lib/money.ts'

/** What is added up: prices in minor units with VAT inside; rates in hundredths of a percent. */
export type Item = {
  unitPrice: number
  quantity: number
  basisPoints: number
  /** Whether it travels: delivery is taxed as what it carries. */
  physical: boolean
}

/** A change to the total beside the lines, with its reason. */
export type Adjustment = { kind: 'delivery'; amount: number; vat: number }

export type Totals = {
  /** Of each line, in the order given. */
  lines: { total: number; vat: number }[]
  subtotal: number
  adjustments: Adjustment[]
  /** VAT inside the total. */
  vat: number
  total: number
}

/**
 * Adds up an order, in this order: lines, delivery, VAT, total.
 * VAT is inside prices: each line's is computed from its total and rounded half up. Delivery follows what it carries
 * (CGI art. 267 I 2°, accessory): its amount is split over the goods in proportion to their totals, each share taxed
 * at their rate. The VAT total is the sum of these, so it always adds up.
 */
export function totals(items: readonly Item[], delivery: number | null): Totals {
  const lines = items.map(({ unitPrice, quantity, basisPoints }) => {
    const total = unitPrice * quantity
    return { total, vat: vatInside(total, basisPoints) }
  })
  const subtotal = sum(lines.map((line) => line.total))
  const adjustments: Adjustment[] =
    delivery === null
      ? []
      : [{ kind: 'delivery', amount: delivery, vat: deliveryVat(items, delivery) }]
  return {
    lines,
    subtotal,
    adjustments,
    vat: sum([...lines, ...adjustments].map(({ vat }) => vat)),
    total: subtotal + sum(adjustments.map(({ amount }) => amount)),
  }
}

function deliveryVat(items: readonly Item[], delivery: number): number {
  const carried = items.filter((item) => item.physical)
  const rates = [...new Set(carried.map((item) => item.basisPoints))]
  const weights = rates.map((rate) =>
    sum(carried.filter((i) => i.basisPoints === rate).map((i) => i.unitPrice * i.quantity)),
  )
  return sum(split(delivery, weights).map((share, i) => vatInside(share, rates[i] ?? 0)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

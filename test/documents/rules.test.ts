import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditShares, invoiceShares, type Share, sumShares } from '#features/documents/rules.ts'
import { deliveryShares } from '#features/pricing/rules.ts'
import { vatInside } from '#lib/money.ts'

const RATES = [0, 550, 1000, 2000, 2550]
const KINDS = ['physical', 'digital', 'service', 'gift_card', 'bundle'] as const

const LINE = fc.record({
  kind: fc.constantFrom(...KINDS),
  unitPrice: fc.integer({ min: 1, max: 50_000 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  off: fc.nat(100),
  basisPoints: fc.constantFrom(...RATES),
})

const SALE = fc.record({
  lines: fc.array(LINE, { minLength: 1, maxLength: 5 }),
  delivery: fc.nat(3000),
})

function sold({ lines, delivery }: { lines: readonly Typed[]; delivery: number }) {
  const rows = lines.map(({ kind, unitPrice, quantity, off, basisPoints }) => {
    const total = unitPrice * quantity
    const discount = Math.floor((total * off) / 100)
    return { kind, total, discount, basisPoints, vat: vatInside(total - discount, basisPoints) }
  })
  const items = rows.map(({ kind, basisPoints }) => ({
    basisPoints,
    physical: kind === 'physical' || kind === 'bundle',
  }))
  const carried = deliveryShares(
    items,
    rows.map(({ total, discount }) => total - discount),
    delivery,
  )
  return { rows, carried, shares: invoiceShares(rows, carried) }
}

type Typed = {
  kind: (typeof KINDS)[number]
  unitPrice: number
  quantity: number
  off: number
  basisPoints: number
}
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('the shares of an invoice add up to what was paid and to its VAT, to the cent', () => {
  fc.assert(
    fc.property(SALE, (sale) => {
      const { rows, carried, shares } = sold(sale)
      const sums = sumShares(shares)
      expect(sums.amount).toBe(
        sum(rows.map(({ total, discount }) => total - discount)) +
          sum(carried.map((one) => one.gross)),
      )
      expect(sums.vat).toBe(sum(rows.map(({ vat }) => vat)) + sum(carried.map(({ vat }) => vat)))
    }),
  )
})

test('credit notes of an order, however it is given back, take exactly what was sold and its VAT', () => {
  fc.assert(
    fc.property(SALE, fc.array(fc.nat(20_000), { maxLength: 6 }), (sale, amounts) => {
      const { rows, carried, shares } = sold(sale)
      let gone: Share[] = []
      const whole = sumShares(shares).amount
      // Parts first, of a line or of nothing in particular; then all that is left.
      for (const [i, amount] of [...amounts, whole].entries()) {
        const row = rows[i]
        const left = whole - sumShares(gone).amount
        const asked = Math.min(amount, left)
        const part = row ? Math.min(asked, row.total - row.discount) : 0
        const delivery = i === 1 && carried.length > 0 ? Math.min(asked - part, 500) : 0
        const credit = creditShares(shares, gone, {
          amount: asked,
          delivery: carried
            .slice(0, 1)
            .map(({ basisPoints }) => ({ basisPoints, gross: delivery })),
          lines: row ? [{ kind: row.kind, basisPoints: row.basisPoints, amount: part }] : [],
        })
        expect(sumShares(credit).amount).toBe(asked)
        for (const { gross, vat } of credit) {
          expect(gross).toBeGreaterThan(0)
          expect(vat).toBeGreaterThanOrEqual(0)
          expect(vat).toBeLessThanOrEqual(gross)
        }
        gone = [...gone, ...credit]
      }
      expect(sumShares(gone)).toEqual(sumShares(shares))
    }),
  )
})

test('half of a mug at 20 % takes half of its VAT, and the rest takes the rest', () => {
  const shares: Share[] = [{ basisPoints: 2000, nature: 'goods', gross: 3401, vat: 567 }]
  const half = creditShares(shares, [], { amount: 1700, delivery: [], lines: [] })
  expect(half).toEqual([{ basisPoints: 2000, nature: 'goods', gross: 1700, vat: 283 }])
  const rest = creditShares(shares, half, { amount: 1701, delivery: [], lines: [] })
  expect(rest).toEqual([{ basisPoints: 2000, nature: 'goods', gross: 1701, vat: 284 }])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totals } from '#features/pricing/rules.ts'

const mug = { unitPrice: 3400, quantity: 2, basisPoints: 2000, physical: true }
const bowl = { unitPrice: 3200, quantity: 1, basisPoints: 2000, physical: true }
const guide = { unitPrice: 900, quantity: 1, basisPoints: 550, physical: false }
const card = { unitPrice: 5000, quantity: 1, basisPoints: 0, physical: false }

test('two mugs and a bowl with their parcel cost 107,90 €, of which 17,98 € are VAT', () => {
  const sum = totals([mug, bowl], 790)
  expect(sum).toMatchObject({ subtotal: 10_000, total: 10_790, vat: 1133 + 533 + 132 })
  expect(sum.vat).toBe(1798)
})

test('a file is taxed at its own rate and a gift card not at all', () => {
  const sum = totals([guide, card], null)
  expect(sum.lines.map((line) => line.vat)).toEqual([47, 0])
  expect(sum.adjustments).toEqual([])
  expect(sum.total).toBe(5900)
})

test('delivery is taxed like the goods that it carries, not like files beside them', () => {
  const reduced = { unitPrice: 1000, quantity: 1, basisPoints: 550, physical: true }
  expect(totals([mug, guide], 600).adjustments[0]?.vat).toBe(100)
  expect(totals([{ ...mug, quantity: 1, unitPrice: 1000 }, reduced], 600).adjustments[0]?.vat).toBe(
    50 + 16,
  )
})

const item = fc.record({
  unitPrice: fc.integer({ min: 0, max: 1_000_000 }),
  quantity: fc.integer({ min: 1, max: 99 }),
  basisPoints: fc.constantFrom(0, 550, 1000, 2000, 2550),
  physical: fc.boolean(),
})

test('P13: ten thousand random carts add up to the cent, lines and VAT alike', () => {
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1, maxLength: 20 }),
      fc.option(fc.integer({ min: 0, max: 10_000 })),
      (items, delivery) => {
        const sum = totals(items, delivery)
        const lines = items.reduce((all, { unitPrice, quantity }) => all + unitPrice * quantity, 0)
        expect(sum.subtotal).toBe(lines)
        expect(sum.total).toBe(lines + (delivery ?? 0))
        const parts = [...sum.lines, ...sum.adjustments]
        expect(sum.vat).toBe(parts.reduce((all, { vat }) => all + vat, 0))
        for (const [i, line] of sum.lines.entries()) {
          const rate = items[i]?.basisPoints ?? 0
          const exact = (line.total * rate) / (10_000 + rate)
          expect(Math.abs(line.vat - exact)).toBeLessThanOrEqual(0.5)
        }
      },
    ),
    { numRuns: 10_000 },
  )
})

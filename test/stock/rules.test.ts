import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  demand,
  fit,
  pageOfCount,
  PIECES_AT_ONCE,
  VARIANTS_AT_ONCE,
} from '#features/stock/rules.ts'

const line = (variantId: string, quantity: number) => ({ variantId, quantity, parts: [] })
const set = (quantity: number) => ({
  variantId: 'set',
  quantity,
  parts: [
    { partId: 'mug', quantity: 2 },
    { partId: 'bowl', quantity: 1 },
  ],
})

test('S3: the same piece on two lines and in a bundle is asked for once, summed', () => {
  const free = new Map([
    ['mug', 10],
    ['bowl', 10],
  ])
  expect(demand([line('mug', 1), line('mug', 1), set(2)], free)).toEqual(
    new Map([
      ['mug', 6],
      ['bowl', 2],
    ]),
  )
})

test('what is not counted asks for no stock and is never short', () => {
  expect(demand([line('file', 3)], new Map())).toEqual(new Map())
  expect(fit([line('file', 3)], new Map())).toEqual([3])
})

test('lines that share a piece get what is left, in order', () => {
  const free = new Map([
    ['mug', 3],
    ['bowl', 9],
  ])
  expect(fit([line('mug', 2), line('mug', 2)], free)).toEqual([2, 1])
  expect(fit([set(2), line('mug', 5)], free)).toEqual([1, 1])
})

test('what fits never asks for more than is there, and nothing that would fit is refused', () => {
  const ids = ['a', 'b', 'c']
  const stock = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 })
  const lines = fc.array(
    fc.record({
      variantId: fc.constantFrom(...ids),
      quantity: fc.integer({ min: 1, max: 5 }),
      parts: fc.uniqueArray(
        fc.record({ partId: fc.constantFrom(...ids), quantity: fc.integer({ min: 1, max: 3 }) }),
        { maxLength: 2, selector: (part) => part.partId },
      ),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(stock, lines, (levels, wanted) => {
      const free = new Map(ids.map((id, i) => [id, levels[i] ?? 0]))
      const granted = fit(wanted, free)
      const kept = wanted.map((want, i) => ({ ...want, quantity: granted[i] ?? 0 }))
      for (const [id, units] of demand(kept, free)) {
        expect(units).toBeLessThanOrEqual(free.get(id) ?? 0)
      }
      const more = wanted.findIndex((want, i) => (granted[i] ?? 0) < want.quantity)
      if (more >= 0) {
        const upTo = kept
          .slice(0, more + 1)
          .map((want, i) =>
            i === more ? { ...want, quantity: want.quantity === 0 ? 0 : want.quantity + 1 } : want,
          )
        const over = [...demand(upTo, free)].some(([id, units]) => units > (free.get(id) ?? 0))
        expect(over || upTo[more]?.quantity === 0).toBe(true)
      }
    }),
  )
})

test('a count shows whole pieces, and every variant once, however many each has', () => {
  const shop = fc.array(fc.integer({ min: 1, max: VARIANTS_AT_ONCE }), { maxLength: 60 })
  fc.assert(
    fc.property(shop, (sizes) => {
      const shelf = sizes.flatMap((size, piece) =>
        Array.from({ length: size }, () => ({ productId: String(piece).padStart(3, '0') })),
      )
      const seen: unknown[] = []
      let next: string | null = ''
      while (next !== null) {
        const after: string = next
        const here = shelf.filter(({ productId }) => productId > after)
        const pieces = [...new Set(here.map(({ productId }) => productId))]
        const members = new Set(pieces.slice(0, PIECES_AT_ONCE + 1))
        const read = here.filter(({ productId }) => members.has(productId))
        const page = pageOfCount(read.slice(0, VARIANTS_AT_ONCE + 1))
        seen.push(...page.rows)
        next = page.next
      }
      expect(seen).toEqual(shelf)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BulkPiece,
  changedPrice,
  crossedOut,
  type Leaf,
  parentsFor,
  placed,
  planBulk,
  planUndo,
  salePrice,
  treeOf,
} from '#features/assortment/rules.ts'

const DAY = 86_400_000
const price = fc.integer({ min: 1, max: 10_000_000 })

test('a percentage is rounded to the cent, halves up', () => {
  expect(changedPrice(2850, { by: 'percent', value: -1000, to90: false })).toBe(2565)
  expect(changedPrice(2801, { by: 'percent', value: -5000, to90: false })).toBe(1401)
  expect(changedPrice(1999, { by: 'percent', value: 1250, to90: false })).toBe(2249)
  expect(changedPrice(2800, { by: 'amount', value: -250, to90: false })).toBe(2550)
})

test('a changed price is within half a cent of the exact one, and never loses its order', () => {
  fc.assert(
    fc.property(price, price, fc.integer({ min: -9000, max: 50_000 }), (a, b, value) => {
      const act = { by: 'percent' as const, value, to90: false }
      const exact = (a * (10_000 + value)) / 10_000
      expect(Math.abs(changedPrice(a, act) - exact)).toBeLessThanOrEqual(0.5 + 1e-6)
      if (a <= b) expect(changedPrice(a, act)).toBeLessThanOrEqual(changedPrice(b, act))
    }),
  )
})

test('a price that is to end in 90 ends in 90, half a unit away at most', () => {
  fc.assert(
    fc.property(price, fc.integer({ min: -5000, max: 5000 }), (amount, value) => {
      const plain = changedPrice(amount, { by: 'amount', value, to90: false })
      const round = changedPrice(amount, { by: 'amount', value, to90: true })
      expect(((round % 100) + 100) % 100).toBe(90)
      expect(Math.abs(round - plain)).toBeLessThanOrEqual(50)
    }),
  )
})

test('taking a change back gives what was, whatever the change', () => {
  const piece = fc.record<BulkPiece>({
    id: fc.uuid(),
    kind: fc.constantFrom('physical', 'gift_card', 'bundle'),
    state: fc.constantFrom('draft', 'published', 'archived', 'scheduled'),
    publishedAt: fc.nat(),
    collectionIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    variants: fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        price: fc.nat(100_000),
        offered: fc.boolean(),
        units: fc.option(fc.nat(20)),
      }),
      { selector: ({ id }) => id, maxLength: 4 },
    ),
  })
  const act = fc.oneof(
    fc.record({
      do: fc.constant('price' as const),
      by: fc.constantFrom('percent' as const, 'amount' as const),
      value: fc.integer({ min: -2000, max: 2000 }),
      to90: fc.boolean(),
    }),
    fc.record({
      do: fc.constant('state' as const),
      state: fc.constantFrom('draft' as const, 'published' as const, 'archived' as const),
    }),
    fc.record({
      do: fc.constantFrom('join' as const, 'leave' as const),
      collection: fc.constantFrom('a', 'b', 'd'),
    }),
    fc.record({ do: fc.constant('stock' as const), made: fc.integer({ min: 1, max: 50 }) }),
  )
  fc.assert(
    fc.property(act, piece, (wish, before) => {
      const { changes } = planBulk(wish, [before], 9)
      const after = changes.reduce(made, before)
      const { back, kept } = planUndo(changes, [after])
      expect(kept).toEqual([])
      expect(back.reduce(made, after)).toEqual(before)
    }),
  )
})

type Change = ReturnType<typeof planBulk>['changes'][number]

/** A piece once a change was made to it. */
function made(piece: BulkPiece, { state, collections, prices = [], stock = [] }: Change) {
  return {
    ...piece,
    ...(state && { state: state.to, publishedAt: state.now }),
    ...(collections && { collectionIds: collections.to }),
    variants: piece.variants.map((variant) => ({
      ...variant,
      price: prices.find(({ id }) => id === variant.id)?.to ?? variant.price,
      units:
        variant.units === null
          ? null
          : variant.units + (stock.find(({ id }) => id === variant.id)?.made ?? 0),
    })),
  }
}

const leaf = (id: string, parentId: string | null, position: number): Leaf => ({
  id,
  parentId,
  position,
})
const SHELVES = [
  leaf('cups', 'table', 1),
  leaf('table', null, 2),
  leaf('home', null, 1),
  leaf('bowls', 'table', 0),
  leaf('small', 'cups', 0),
]

test('collections read as a tree, each below the one it is in', () => {
  expect(treeOf(SHELVES).map((branch) => [branch.leaf.id, branch.level, branch.last])).toEqual([
    ['home', 1, false],
    ['table', 1, true],
    ['bowls', 2, false],
    ['cups', 2, true],
    ['small', 3, true],
  ])
  expect(treeOf([leaf('lost', 'gone', 0)])).toHaveLength(1)
})

test('a collection goes neither into itself, nor below itself, nor below the third level', () => {
  const parents = (id: string) => parentsFor(SHELVES, id).map((branch) => branch.leaf.id)
  expect(parents('')).toEqual(['home', 'table', 'bowls', 'cups'])
  expect(parents('table')).toEqual([])
  expect(parents('cups')).toEqual(['home', 'table'])
  expect(parents('small')).toEqual(['home', 'table', 'bowls', 'cups'])
})

test('a collection goes up or down among those beside it, once', () => {
  expect(placed(SHELVES, 'cups', 0)).toEqual(['cups', 'bowls'])
  expect(placed(SHELVES, 'cups', 1)).toBeNull()
  expect(placed(SHELVES, 'cups', 2)).toBeNull()
  expect(placed(SHELVES, 'gone', 0)).toBeNull()
})

test('a sale price is the variant’s own, else the percentage of the sale', () => {
  expect(salePrice(2800, null, { basisPoints: 1500 })).toBe(2380)
  expect(salePrice(2800, 2000, { basisPoints: 1500 })).toBe(2000)
})

test('what is crossed out is the lowest price of the 30 days, and nothing when that is no reduction', () => {
  const now = 1000 * DAY
  const since = (days: number, amount: number) => ({ at: now - days * DAY, price: amount })
  expect(crossedOut([since(90, 2800)], 2000, now)).toBe(2800)
  expect(crossedOut([since(90, 2500), since(10, 3800)], 3000, now)).toBeNull()
  expect(crossedOut([since(90, 2500), since(40, 3800)], 3000, now)).toBe(3800)
  expect(crossedOut([], 3000, now)).toBeNull()
})

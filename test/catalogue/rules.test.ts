import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureFor, picturesFor, priceBefore, sortFrom } from '#features/catalogue/rules.ts'

const DAY_MS = 86_400_000

type Change = { day: number; price: number }

const history = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: 0, max: 120 }),
    // Few prices, so that reductions, rises and repetitions all happen.
    price: fc.integer({ min: 1, max: 6 }).map((euros) => euros * 100),
  }),
  { selector: (change) => change.day, minLength: 1, maxLength: 12 },
)

test('the crossed-out price is the lowest of the 30 days before the first of the reductions', () => {
  const today = fc.integer({ min: 0, max: 140 })
  fc.assert(
    fc.property(history, today, (changes, now) => {
      const given = changes.map(({ day, price }) => ({ at: day * DAY_MS, price }))
      expect(priceBefore(given, now * DAY_MS)).toBe(slowly(changes, now))
    }),
    { numRuns: 5000 },
  )
})

/** The same, day by day: prices change at midnight. */
function slowly(changes: Change[], now: number): number | null {
  const priceOn = (day: number) =>
    changes.filter((change) => change.day <= day).toSorted((a, b) => b.day - a.day)[0]?.price
  let start = now
  while (start > 0 && (priceOn(start - 1) ?? 0) >= (priceOn(start) ?? 0)) start--
  let cut = start + 1
  while (cut <= now && priceOn(cut) === priceOn(cut - 1)) cut++
  const price = priceOn(now)
  if (price === undefined || cut > now) return null
  const before = Array.from({ length: 30 }, (_, i) => priceOn(cut - 1 - i) ?? Infinity)
  const lowest = Math.min(...before)
  return lowest > price ? lowest : null
}

test('a price that only rose has no price before', () => {
  const rise = [
    { at: 0, price: 2000 },
    { at: 10, price: 2400 },
  ]
  expect(priceBefore(rise, 20)).toBeNull()
  expect(priceBefore([], 20)).toBeNull()
})

test('an order that the shop does not know is the newest first', () => {
  expect(sortFrom('price-up')).toBe('price-up')
  expect(sortFrom('toString')).toBe('newest')
  expect(sortFrom(undefined)).toBe('newest')
})

test('the picture of a choice is the one of its glaze, even when it was taken of another size', () => {
  const picture = (glaze: string, size: string) => ({ choice: { glaze, size } })
  const blue = picture('blue', 'large')
  const black = picture('black', 'large')
  const small = picture('white', 'small')
  const plain = { choice: {} }
  expect(picturesFor([blue, black, plain], { glaze: 'black', size: 'small' })).toEqual([
    black,
    blue,
    plain,
  ])
  expect(picturesFor([blue, small], { glaze: 'blue', size: 'small' })[0]).toBe(blue)
  expect(pictureFor({ glaze: 'green', size: 'tiny' }, [plain, blue])).toBe(plain)
  expect(pictureFor({}, [])).toBeNull()
})

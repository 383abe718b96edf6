import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULTS } from '#features/settings/rules.ts'
import { change, type DayRow, figures, missing, NEEDS, SPANS } from '#features/today/rules.ts'
import { addDays } from '#lib/dates.ts'

const TODAY = '2026-11-22'

const days = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: -900, max: 3 }).map((ago) => addDays(TODAY, ago)),
    orders: fc.nat(20),
    revenue: fc.nat(100_000),
    refunded: fc.nat(1000),
    units: fc.nat(50),
    visits: fc.nat(900),
  }),
  { selector: ({ day }) => day, maxLength: 60 },
)

const inside = (rows: DayRow[], from: string, to: string) =>
  rows
    .filter(({ day }) => day >= from && day <= to)
    .reduce((sum, { revenue, refunded }) => sum + revenue - refunded, 0)

test('bars stand for every day of a span once, and add up to its sum', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...SPANS), (rows, span) => {
      const { now, before, bars, start } = figures(rows, TODAY, span)
      expect(bars[0]?.from).toBe(addDays(TODAY, 1 - span))
      expect(bars.at(-1)?.to).toBe(TODAY)
      bars.slice(1).forEach((bar, at) => expect(bar.from).toBe(addDays(bars[at]?.to ?? '', 1)))
      expect(bars.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(now.revenue)
      expect(now.revenue).toBe(inside(rows, start, TODAY))
      expect(before.revenue).toBe(inside(rows, addDays(start, -span), addDays(start, -1)))
    }),
  )
})

test('a year has one bar a month, the first and the last cut where the year is', () => {
  const { bars } = figures([], TODAY, 365)
  expect(bars).toHaveLength(13)
  expect([bars[0]?.from, bars[0]?.to]).toEqual(['2025-11-23', '2025-11-30'])
})

const SUMS = [
  { now: 120, before: 100, says: 20 },
  { now: 50, before: 100, says: -50 },
  { now: 10, before: 0, says: null },
  { now: null, before: 10, says: null },
]

test.each(SUMS)('$now after $before is a change of $says %', ({ now, before, says }) => {
  expect(change(now, before)).toBe(says)
})

test('the average basket and the visits that buy are told when there is something to divide', () => {
  const day = { day: TODAY, orders: 2, revenue: 5001, refunded: 0, units: 3, visits: 64 }
  expect(figures([day], TODAY, 7).now).toMatchObject({ basket: 2501, conversion: 3.1 })
  expect(figures([], TODAY, 7).now).toMatchObject({ basket: null, conversion: null })
  expect(figures([{ ...day, visits: 1 }], TODAY, 7).now.conversion).toBeNull()
})

test('a new shop misses everything, a complete one nothing', () => {
  const nothing = {
    settings: DEFAULTS,
    saved: [],
    live: false,
    roles: [],
    products: false,
    travels: true,
    delivery: false,
    keys: 1,
  }
  expect(missing(nothing)).toEqual([...NEEDS])
  const address = {
    ...DEFAULTS.shop.address,
    line1: '3 venelle',
    postalCode: '29200',
    city: 'Brest',
  }
  const settings = {
    ...DEFAULTS,
    shop: { ...DEFAULTS.shop, address },
    legal: { ...DEFAULTS.legal, owner: 'Anne', siren: '732829320', mediator: 'CM2C' },
    mail: { ...DEFAULTS.mail, transport: 'binding' as const },
  }
  const complete = {
    settings,
    saved: ['shop', 'tax'],
    live: true,
    roles: ['terms', 'legal', 'privacy'],
    products: true,
    travels: false,
    delivery: false,
    keys: 2,
  }
  expect(missing(complete)).toEqual([])
  expect(missing({ ...complete, travels: true })).toEqual(['delivery'])
})

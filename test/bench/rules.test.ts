import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  add,
  type Costs,
  firstLimit,
  freeShares,
  monthOf,
  NOTHING,
  paidMonth,
  times,
} from './cost.ts'
import { figuresOf, median, percentile, type Sample, timesThe } from './figures.ts'
import { readOptions } from './options.ts'
import { METERS, type Usage } from './prices.ts'
import { shown, table } from './table.ts'
import { type Traffic, TRAFFIC } from './traffic.ts'

const sample = (round: number, cpuMicroseconds: number, latencies: number[] = []): Sample => ({
  round,
  cpuMicroseconds,
  perSecond: 10,
  latencies,
})

const page = { ...NOTHING, requests: 2, cpuMs: 1, rowsRead: 100 }

const COSTS: Costs = {
  pages: { home: page, 'collection of 24': page, product: page, search: page },
  picture: { ...NOTHING, requests: 2, r2Reads: 1 },
  addition: { ...NOTHING, requests: 1, objectCalls: 1 },
  cartPage: { ...NOTHING, requests: 1, rowsRead: 50, objectCalls: 1 },
  checkout: { ...NOTHING, requests: 1, rowsRead: 50, objectCalls: 1 },
  placed: { ...NOTHING, requests: 1, rowsWritten: 30 },
  paid: { ...NOTHING, requests: 3, rowsWritten: 30 },
  deskPage: { ...NOTHING, requests: 1, rowsRead: 200 },
  clockADay: { ...NOTHING, requests: 1440, rowsRead: 14_400 },
  files: 5,
}

test('the middle and the last hundredth of some numbers are found', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBe(0)
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(percentile(hundred, 0.5)).toBe(50)
  expect(percentile(hundred, 0.99)).toBe(99)
  expect(percentile([7], 0.99)).toBe(7)
})

test('a round in which the whole machine was slow does not change a ratio', () => {
  const hello = [sample(1, 40), sample(2, 400), sample(3, 44)]
  const act = [sample(1, 80), sample(2, 800), sample(3, 88)]
  expect(timesThe(act, hello)).toBe(2)
  expect(timesThe([sample(9, 80)], hello)).toBe(0)
})

test('rounds of an act are put together', () => {
  const figures = figuresOf([sample(1, 50, [1, 2]), sample(2, 70, [3, 40]), sample(3, 60, [5])])
  expect(figures).toEqual({ requests: 5, cpu: 60, leastCpu: 50, perSecond: 10, p50: 3, p99: 40 })
})

test('options are read, and what is not one is refused', () => {
  expect(readOptions([])).toMatchObject({ sizes: [100, 10_000, 100_000] })
  expect(readOptions(['--quick'])).toMatchObject({ sizes: [100], rounds: 3 })
  const typed = ['--sizes', '10000,100', '--rounds', '2', '--ms', '50', '--out', 'a.json']
  expect(readOptions(typed)).toEqual({
    sizes: [100, 10_000],
    rounds: 2,
    milliseconds: 50,
    out: 'a.json',
  })
  for (const wrong of [['--rounds', '0'], ['--sizes', '1,x'], ['--fast'], ['quick']]) {
    expect(readOptions(wrong), wrong.join(' ')).toBeNull()
  }
})

test('a table lines its numbers up', () => {
  const text = table(
    ['act', 'µs'],
    [
      ['hello', 40.2],
      ['home', 1234.4],
      ['', 0.123],
    ],
  )
  expect(text.split('\n')).toEqual([
    'act       µs',
    '------------',
    'hello     40',
    'home   1,234',
    '        0.12',
  ])
  expect(shown(Infinity)).toBe('–')
})

test('a month is its orders, their visitors, the crawlers and the clock', () => {
  const orders = 100
  const month = monthOf(orders, COSTS, TRAFFIC, 'shop')
  const pages = orders * 40 * 5 + 1000 * 30
  const pictures = orders * 40 * 15
  const files = orders * 40 * 0.8 * 5
  const others = orders * (6 + 8 + 2 + 1.3 + 3 + 8) + 1440 * 30
  expect(month.requests).toBeCloseTo(2 * pages + 2 * pictures + files + others, 3)
  expect(month.rowsRead).toBeCloseTo(
    pages * 0.05 * 100 + orders * (8 * 50 + 2 * 50 + 8 * 200) + 14_400 * 30,
    3,
  )
  expect(month.r2Reads).toBeCloseTo(pictures * 0.02, 3)
  const bucket = monthOf(orders, COSTS, TRAFFIC, 'bucket')
  expect(bucket.requests).toBeCloseTo(month.requests - 2 * pictures, 3)
  expect(bucket.r2Reads).toBeCloseTo(month.r2Reads, 3)
})

test.each<[Partial<Usage>, number]>([
  [{}, 5],
  [{ requests: 10e6 }, 5],
  [{ requests: 15e6 }, 6.5],
  [{ requests: 15e6, cpuMs: 7 * 15e6 }, 8],
  [{ requests: 100e6, cpuMs: 7 * 100e6 }, 45.4],
  [{ rowsWritten: 51e6 }, 6],
  [{ objectCalls: 3e6 }, 5.3],
  [{ r2Reads: 20e6 }, 8.6],
])('the paid plan asks for %o what Cloudflare gives as examples: %f dollars', (used, dollars) => {
  const paid = paidMonth({ ...NOTHING, ...used })
  expect(paid.dollars).toBeCloseTo(dollars, 6)
  expect(paid.euros).toBeCloseTo(dollars / 1.0411, 6)
})

test('the first limit of the free plan is where its busiest day is full, and nothing else is', () => {
  for (const pictures of ['shop', 'bucket'] as const) {
    const { meter, orders } = firstLimit(COSTS, TRAFFIC, pictures)
    const at = (n: number) => freeShares(monthOf(n, COSTS, TRAFFIC, pictures), TRAFFIC)
    expect(at(orders)[meter]).toBeLessThanOrEqual(1)
    expect(at(orders + 1)[meter]).toBeGreaterThan(1)
    expect(Math.max(...METERS.map((each) => at(orders)[each]))).toBe(at(orders)[meter])
  }
})

test('more orders, a cache that answers less or dearer acts never cost less', () => {
  const some = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(some, some, fc.double({ min: 0, max: 1, noNaN: true }), (few, more, hitRate) => {
      const cost = (orders: number, costs = COSTS, traffic: Traffic = TRAFFIC) =>
        paidMonth(monthOf(orders, costs, traffic, 'shop')).dollars
      expect(cost(few + more)).toBeGreaterThanOrEqual(cost(few) - 1e-9)
      const dearer = { ...COSTS, checkout: add(COSTS.checkout, times(page, 3)) }
      expect(cost(few, dearer)).toBeGreaterThanOrEqual(cost(few) - 1e-9)
      const colder = { ...TRAFFIC, hitRate: TRAFFIC.hitRate * hitRate }
      expect(cost(few, COSTS, colder)).toBeGreaterThanOrEqual(cost(few) - 1e-9)
    }),
  )
})

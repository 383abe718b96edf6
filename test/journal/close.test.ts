import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { readClosing } from '#features/journal/tally-rules.ts'
import { verifyJournal } from '#features/journal/verify.ts'
import { outbox } from '#features/mail/table.ts'
import { LONG } from '../support/faults.ts'
import { tools } from '../support/worker.ts'
import { allLines, closeAt, closings, counted, emptyJournal, write } from './lines.ts'

const { db } = tools()
const DAY = 86_400_000

beforeEach(() => emptyJournal())

const names = async () => (await closings()).map(({ kind, number }) => `${kind} ${number}`)

test('a day is closed ten minutes after midnight where the shop is, with what its lines come to', async () => {
  await write(Date.parse('2026-11-21T09:00+01:00'), [2400, 6000, -1200])
  await closeAt('2026-11-22T00:09+01:00')
  expect(await closings()).toEqual([])
  await closeAt('2026-11-22T00:10+01:00')
  const [day, ...more] = await closings()
  expect(more).toEqual([])
  expect(day).toMatchObject({ kind: 'day', number: '2026-11-21', day: '2026-11-22' })
  expect(day).toMatchObject({ amount: 7200, goods: 3600, services: 3600, vat: 600, method: '' })
  expect(JSON.parse(day?.facts ?? '')).toEqual({
    first: 1,
    last: 3,
    sales: 2,
    corrections: 1,
    sold: 8400,
    refunded: 1200,
    total: 7200,
    methods: { cash: -1200, stripe: 8400 },
    shares: [
      { basisPoints: 2000, nature: 'goods', gross: 3600, vat: 600 },
      { basisPoints: 0, nature: 'services', gross: 3600, vat: 0 },
    ],
  })
})

test.each([
  ['2026-03-28T23:30+01:00', '2026-03-30T00:10+02:00', [1, 23, 2]],
  ['2026-10-24T23:30+02:00', '2026-10-26T00:10+01:00', [1, 25]],
])(
  'the days on which the clock changes are closed whole: hourly sales from %s',
  async (from, then, sales) => {
    await write(
      Date.parse(from),
      Array.from({ length: 26 }, () => 1000),
    )
    await closeAt(Date.parse(then) - 60_000)
    expect(await closings()).toHaveLength(1)
    await closeAt(sales.length === 3 ? '2026-03-31T00:10+02:00' : then)
    expect((await closings()).map((line) => readClosing(line).sales)).toEqual(sales)
  },
)

test('days that nobody closed are closed later, each by itself, and months and years after their last day', async () => {
  await write(Date.parse('2026-11-28T12:00Z'), [1000])
  await write(Date.parse('2026-11-30T12:00Z'), [2000])
  await write(Date.parse('2026-12-31T12:00Z'), [3000])
  await write(Date.parse('2027-02-01T12:00Z'), [4000])
  await closeAt('2027-02-01T13:00Z')
  expect(await names()).toEqual([
    'day 2026-11-28',
    'day 2026-11-30',
    'month 2026-11',
    'day 2026-12-31',
    'month 2026-12',
    'year 2026',
  ])
  await closeAt('2027-02-28T13:00Z')
  await closeAt('2027-03-01T01:00Z')
  expect((await names()).slice(6)).toEqual(['day 2027-02-01', 'month 2027-02'])
  const totals = (await closings()).map((line) => readClosing(line).total)
  expect(totals).toEqual([1000, 3000, 3000, 6000, 6000, 6000, 10_000, 10_000])
  expect((await verifyJournal(tools())).verdict).toMatchObject({ ok: true, lines: 12 })
})

test('clocks that run at once close each span once', async () => {
  await write(Date.parse('2026-10-30T12:00Z'), [1000, 2000, 3000])
  await write(Date.parse('2026-11-20T12:00Z'), [4000])
  await Promise.all(Array.from({ length: 8 }, () => closeAt('2026-11-22T12:00Z')))
  expect(await names()).toEqual(['day 2026-10-30', 'month 2026-10', 'day 2026-11-20'])
  expect((await verifyJournal(tools())).verdict).toMatchObject({ ok: true, lines: 7 })
})

test('the closing of a month leaves the shop by mail with the seal of its line, once', async () => {
  await write(Date.parse('2026-10-30T12:00Z'), [12_345])
  await Promise.all([closeAt('2026-11-01T12:00Z'), closeAt('2026-11-01T12:00Z')])
  await closeAt('2026-11-01T12:01Z')
  const mails = await db.select().from(outbox)
  expect(mails).toMatchObject([{ key: 'closing:2026-10', template: 'closing', facts: { seq: 3 } }])
})

test('the days, months and years add up to all lines, whatever was sold and whenever the clock ran', async () => {
  const sale = fc.record({
    after: fc.integer({ min: 0, max: 9 * DAY }),
    amount: fc.integer({ min: -9999, max: 9999 }),
  })
  const runs = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(sale, { minLength: 1, maxLength: 12 }), runs, async (sales, ran) => {
      await emptyJournal()
      let at = Date.parse('2026-11-20T12:00Z')
      for (const [n, { after, amount }] of sales.entries()) {
        at += after
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await write(at, [amount])
        // oxlint-disable-next-line no-await-in-loop
        if (ran[n]) await closeAt(at)
      }
      await closeAt(at + 400 * DAY)
      const lines = await allLines()
      const all = lines.filter(({ kind }) => kind === 'sale' || kind === 'refund')
      const total = all.reduce((sum, { amount }) => sum + amount, 0)
      for (const kind of ['day', 'month', 'year'] as const) {
        const spans = lines.filter((line) => line.kind === kind)
        expect(spans.reduce((sum, { amount }) => sum + amount, 0)).toBe(total)
        for (const span of spans) {
          // oxlint-disable-next-line no-await-in-loop
          expect(readClosing(span)).toMatchObject((await counted(span.number)) ?? {})
        }
        expect(readClosing(spans.at(-1) ?? expect.fail(kind)).total).toBe(total)
      }
      expect((await verifyJournal(tools())).verdict).toMatchObject({
        ok: true,
        lines: lines.length,
      })
    }),
    { numRuns: LONG ? 60 : 4 },
  )
}, 180_000)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totals } from '#features/pricing/rules.ts'
import {
  type Basket,
  type BasketLine,
  choose,
  CODE,
  dayAndHour,
  easyCode,
  hourOf,
  judge,
  plainCode,
  type Promotion,
  standingOf,
} from '#features/promotions/rules.ts'

const NOW = Date.parse('2026-12-01T10:00:00Z')
const NOBODY = new Map<string, number>()

const offer = (given: Partial<Promotion> = {}): Promotion => ({
  id: 'pro_1',
  title: { fr: 'Offre' },
  code: null,
  kind: 'percent',
  basisPoints: 1000,
  amount: null,
  take: null,
  pay: null,
  minimum: 0,
  startsAt: null,
  endsAt: null,
  scope: { products: [], collections: [] },
  usesMost: null,
  usesPerBuyer: null,
  uses: 0,
  combines: false,
  active: true,
  ...given,
})

const line = (given: Partial<BasketLine> = {}): BasketLine => ({
  productId: 'mug',
  kind: 'physical',
  collectionIds: ['tasses', 'table'],
  quantity: 2,
  total: 6800,
  ...given,
})

const CART: Basket = {
  lines: [line(), line({ productId: 'bol', collectionIds: ['table'], quantity: 1, total: 3200 })],
  physical: true,
  delivery: 790,
}

const off = (given: Partial<Promotion>, cart = CART) => {
  const verdict = judge(offer(given), cart, NOBODY, NOW)
  return verdict.ok ? verdict.off : verdict
}

test('each kind of offer takes off what it says', () => {
  expect(off({})).toEqual({ lines: [680, 320], delivery: 0 })
  expect(off({ kind: 'amount', amount: 1000 })).toEqual({ lines: [680, 320], delivery: 0 })
  expect(off({ kind: 'amount', amount: 99_999 })).toEqual({ lines: [6800, 3200], delivery: 0 })
  expect(off({ kind: 'free_delivery' })).toEqual({ lines: [0, 0], delivery: 790 })
  // Three pieces for the price of two: the bowl is the cheapest.
  expect(off({ kind: 'n_for_m', take: 3, pay: 2 })).toEqual({ lines: [0, 3200], delivery: 0 })
  expect(off({ kind: 'n_for_m', take: 2, pay: 1 })).toEqual({ lines: [0, 3200], delivery: 0 })
})

test('an offer is for the pieces and collections that it names, and never for gift cards', () => {
  expect(off({ scope: { products: ['bol'], collections: [] } })).toMatchObject({ lines: [0, 320] })
  expect(off({ scope: { products: [], collections: ['tasses'] } })).toMatchObject({
    lines: [680, 0],
  })
  expect(off({ scope: { products: [], collections: ['table'] } })).toMatchObject({
    lines: [680, 320],
  })
  const card = { ...CART, lines: [line({ kind: 'gift_card' })] }
  expect(off({}, card)).toMatchObject({ ok: false, because: 'none' })
})

test.each<[Partial<Promotion>, object]>([
  [{ active: false }, { because: 'paused' }],
  [{ startsAt: NOW + 1 }, { because: 'notYet' }],
  [{ endsAt: NOW }, { because: 'over' }],
  [{ usesMost: 7, uses: 7 }, { because: 'usedUp' }],
  [{ minimum: 12_500 }, { because: 'minimum', missing: 2500 }],
  [
    { minimum: 5000, scope: { products: ['bol'], collections: [] } },
    { because: 'minimum', missing: 1800 },
  ],
  [{ scope: { products: ['vase'], collections: [] } }, { because: 'none' }],
  [
    { kind: 'n_for_m', take: 5, pay: 4 },
    { because: 'units', missing: 2 },
  ],
])('what keeps %j from applying is told', (given, said) => {
  expect(off(given)).toMatchObject({ ok: false, ...said })
})

test('a buyer has had an offer as often as it says', () => {
  const once = offer({ usesPerBuyer: 1 })
  expect(judge(once, CART, NOBODY, NOW).ok).toBe(true)
  expect(judge(once, CART, new Map([['pro_1', 1]]), NOW)).toMatchObject({ because: 'usedByYou' })
})

test('nothing that travels, no free delivery', () => {
  expect(
    off({ kind: 'free_delivery' }, { ...CART, physical: false, delivery: null }),
  ).toMatchObject({ because: 'nothingSent' })
})

const chosen = (...offers: Promotion[]) =>
  choose(
    offers.map((one) => judge(one, CART, NOBODY, NOW)),
    CART,
  ).map(({ promotion, off }) => [promotion.id, off.lines.reduce((a, b) => a + b, off.delivery)])

test('offers that combine add up on what is left; else the best for the shopper wins', () => {
  const ten = offer({ id: 'ten', combines: true })
  const five = offer({ id: 'five', kind: 'amount', amount: 500, combines: true })
  const sent = offer({ id: 'sent', kind: 'free_delivery', combines: true })
  const big = offer({ id: 'big', basisPoints: 3000 })
  const small = offer({ id: 'small', basisPoints: 1200 })
  expect(chosen(five, sent, ten)).toEqual([
    ['ten', 1000],
    ['five', 500],
    ['sent', 790],
  ])
  expect(chosen(five, big, ten)).toEqual([['big', 3000]])
  expect(chosen(five, small, ten)).toEqual([
    ['ten', 1000],
    ['five', 500],
  ])
  expect(chosen()).toEqual([])
})

test('where an offer is in its life', () => {
  const is = (given: Partial<Promotion>) => standingOf(offer(given), NOW)
  expect(is({})).toBe('running')
  expect(is({ startsAt: NOW + 1 })).toBe('planned')
  expect(is({ endsAt: NOW, active: false })).toBe('over')
  expect(is({ active: false })).toBe('paused')
  expect(is({ usesMost: 1, uses: 1 })).toBe('usedUp')
})

test('a code is the same however it is typed', () => {
  expect(['noel 26', ' Noël26 ', 'NOEL26'].map(plainCode)).toEqual(['NOEL26', 'NOEL26', 'NOEL26'])
  expect(['AB', '-AB', 'A_B', 'A'.repeat(31)].filter((code) => CODE.test(code))).toEqual([])
})

test('a code that the shop makes is easy to read aloud', () => {
  for (const byte of [0, 77, 255]) {
    expect(easyCode(new Uint8Array(8).fill(byte))).toMatch(/^[A-HJ-NP-Z2-9]{8}$/)
  }
})

test('an hour is that of the shop, in winter and in summer; 24 is the end of the day', () => {
  const at = (day: string, hour: number) =>
    new Date(hourOf(day, hour, 'Europe/Paris')).toISOString()
  expect(at('2026-12-24', 18)).toBe('2026-12-24T17:00:00.000Z')
  expect(at('2026-07-14', 24)).toBe('2026-07-14T22:00:00.000Z')
  const midnight = hourOf('2026-07-14', 24, 'Europe/Paris')
  expect(dayAndHour(midnight, 'Europe/Paris', true)).toEqual({ day: '2026-07-14', hour: 24 })
  expect(dayAndHour(midnight, 'Europe/Paris', false)).toEqual({ day: '2026-07-15', hour: 0 })
})

const anyLine = fc.record({
  productId: fc.constantFrom('a', 'b', 'c', 'd'),
  kind: fc.constantFrom('physical', 'digital', 'gift_card'),
  collectionIds: fc.subarray(['x', 'y']),
  quantity: fc.integer({ min: 1, max: 12 }),
  unitPrice: fc.integer({ min: 0, max: 90_000 }),
  basisPoints: fc.constantFrom(0, 550, 1000, 2000, 2550),
})

const anyOffer = fc.record({
  kind: fc.constantFrom('percent', 'amount', 'free_delivery', 'n_for_m'),
  basisPoints: fc.integer({ min: 1, max: 10_000 }),
  amount: fc.integer({ min: 1, max: 50_000 }),
  take: fc.integer({ min: 2, max: 5 }),
  pay: fc.integer({ min: 1, max: 4 }),
  minimum: fc.integer({ min: 0, max: 20_000 }),
  scope: fc.record({ products: fc.subarray(['a', 'b']), collections: fc.subarray(['x']) }),
  combines: fc.boolean(),
})

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

test('P13: of random carts with random offers every sum adds up, to the cent', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 1, maxLength: 12 }),
      fc.array(anyOffer, { maxLength: 4 }),
      fc.option(fc.integer({ min: 0, max: 5000 })),
      (given, offers, delivery) => {
        const lines = given.map((one) => ({ ...one, total: one.unitPrice * one.quantity }))
        const physical = lines.some(({ kind }) => kind === 'physical')
        const cart = { lines, physical, delivery: physical ? delivery : null }
        const verdicts = offers.map((one, i) =>
          judge(offer({ ...one, id: `pro_${i}` }), cart, NOBODY, NOW),
        )
        const applied = choose(verdicts, cart)
        const items = lines.map((one) => ({ ...one, physical: one.kind === 'physical' }))
        const discounts = applied.map(({ promotion, off }) => ({ promotionId: promotion.id, off }))
        const sums = totals(items, cart.delivery, discounts)
        // No offer ever makes a cart dearer, and none pays the shopper.
        expect(sums.total).toBeLessThanOrEqual(totals(items, cart.delivery).total)
        expect(sums.lines.every((one) => one.discount >= 0 && one.discount <= one.total)).toBe(true)
        expect(sum(sums.lines.map((one) => one.total - one.discount))).toBe(sums.subtotal)
        expect(sums.goods - sums.discountTotal).toBe(sums.subtotal)
        expect(sums.subtotal + sums.deliveryTotal).toBe(sums.total)
        expect(sums.goods + sum(sums.adjustments.map(({ amount }) => amount))).toBe(sums.total)
        const before = totals(items, null)
        expect(before.vat + sum(sums.adjustments.map(({ vat }) => vat))).toBe(sums.vat)
        for (const [i, one] of sums.lines.entries()) {
          const rate = lines[i]?.basisPoints ?? 0
          const exact = ((one.total - one.discount) * rate) / (10_000 + rate)
          expect(Math.abs(one.vat - exact)).toBeLessThanOrEqual(0.5)
        }
        // Nobody would have had more off with any one of the offers alone.
        const off = (one: (typeof applied)[number]) => sum(one.off.lines) + one.off.delivery
        const most = sum(applied.map(off))
        for (const verdict of verdicts) {
          if (verdict.ok) expect(off(verdict)).toBeLessThanOrEqual(most)
        }
      },
    ),
    { numRuns: process.env['LONG'] ? 10_000 : 1000 },
  )
})

import { expect, test } from 'vitest'
import { rateOn } from '#features/tax/rules.ts'

const rates = [
  { country: 'FR', taxClass: 'standard', from: '2014-01-01', basisPoints: 2000 },
  { country: 'FR', taxClass: 'standard', from: '2000-04-01', basisPoints: 1960 },
  { country: 'FR', taxClass: 'book', from: '2012-12-31', basisPoints: 550 },
]
const french = { regime: 'domestic' as const, country: 'FR' }

test.each([
  ['today', 'standard', '2026-11-21', 2000],
  ['the first day of a rate', 'standard', '2014-01-01', 2000],
  ['the day before it', 'standard', '2013-12-31', 1960],
  ['a class of its own', 'book', '2026-11-21', 550],
  ['a class without a rate', 'pottery', '2026-11-21', 2000],
])('%s has the rate that was in force', (_, taxClass, day, basisPoints) => {
  expect(rateOn(rates, french, taxClass, day)).toBe(basisPoints)
})

test('a shop under the franchise charges no VAT', () => {
  expect(rateOn([], { ...french, regime: 'exempt' }, 'standard', '2026-11-21')).toBe(0)
})

test('a shop that charges VAT without a rate does not sell', () => {
  expect(() => rateOn(rates, { ...french, country: 'DE' }, 'standard', '2026-11-21')).toThrow(/DE/)
})

import { expect, test } from 'vitest'
import { franchiseAlarms, rateOn, vatTerritory } from '#features/tax/rules.ts'
import { EU } from '#lib/countries.ts'
import { STANDARD_RATES } from '#lib/vat-rates.ts'

const rates = [
  { country: 'FR', taxClass: 'standard', from: '2014-01-01', basisPoints: 2000 },
  { country: 'FR', taxClass: 'standard', from: '2000-04-01', basisPoints: 1960 },
  { country: 'FR', taxClass: 'book', from: '2012-12-31', basisPoints: 550 },
  { country: 'DE', taxClass: 'book', from: '2020-01-01', basisPoints: 700 },
]
const french = { regime: 'domestic' as const, country: 'FR' }
const abroad = { ...french, regime: 'destination' as const }
const DAY = '2026-11-21'

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
  expect(rateOn([], { ...french, regime: 'exempt' }, 'standard', DAY)).toBe(0)
})

test('a shop that charges VAT without a rate does not sell', () => {
  expect(() => rateOn(rates, { ...french, country: 'CH' }, 'standard', DAY)).toThrow(/CH/)
})

test('a country of the Union without rates of its own has its standard rate', () => {
  expect(rateOn([], french, 'standard', DAY)).toBe(2000)
})

test.each([
  ['a mug to Brest', 'physical', 'FR', '29200', 'standard', 2000],
  ['a mug to Monaco', 'physical', 'MC', '98000', 'standard', 2000],
  ['a mug to Berlin', 'physical', 'DE', '10115', 'standard', 1900],
  ['a mug to Helgoland', 'physical', 'DE', '27498', 'standard', 0],
  ['a book to Berlin', 'physical', 'DE', '10115', 'book', 700],
  ['a set to Budapest', 'bundle', 'HU', '1011', 'standard', 2700],
  ['a mug to Helsinki', 'physical', 'FI', '00100', 'standard', 2550],
  ['a mug to Åland', 'physical', 'FI', '22100', 'standard', 0],
  ['a mug to Madrid', 'physical', 'ES', '28001', 'standard', 2100],
  ['a mug to the Canaries', 'physical', 'ES', '35001', 'standard', 0],
  ['a mug to Réunion', 'physical', 'FR', '97400', 'standard', 0],
  ['a mug to Geneva', 'physical', 'CH', '1200', 'standard', 0],
  ['a mug to London', 'physical', 'GB', 'EC1A 1AA', 'standard', 0],
  ['a mug to Belfast', 'physical', 'GB', 'BT1 5GS', 'standard', 2000],
  ['a file to Belfast', 'digital', 'GB', 'BT1 5GS', 'standard', 0],
  ['a file to Berlin', 'digital', 'DE', '10115', 'standard', 1900],
  ['a workshop for somebody of Berlin', 'workshop', 'DE', '10115', 'standard', 2000],
  ['a gift card for somebody of Berlin', 'gift_card', 'DE', '10115', 'standard', 2000],
])(
  'taxed by destination, %s bears the VAT of its place',
  (_, kind, country, postalCode, taxClass, bp) => {
    expect(rateOn(rates, abroad, taxClass, DAY, { kind, country, postalCode })).toBe(bp)
    expect(rateOn(rates, french, taxClass, DAY, { kind, country, postalCode })).toBe(
      taxClass === 'book' ? 550 : 2000,
    )
  },
)

test('the rates that come with the shop cover the Union, on the days that they changed', () => {
  expect(EU.filter((country) => !STANDARD_RATES.some((rate) => rate.country === country))).toEqual(
    [],
  )
  const of = (country: string, day: string) => rateOn([], { ...french, country }, 'standard', day)
  expect([of('SK', '2024-12-31'), of('SK', '2025-01-01')]).toEqual([2000, 2300])
  expect([of('EE', '2025-06-30'), of('EE', '2025-07-01')]).toEqual([2200, 2400])
  expect([of('RO', '2025-07-31'), of('RO', '2025-08-01')]).toEqual([1900, 2100])
  expect(vatTerritory('US')).toBeNull()
})

test.each([
  [6_799_999, 'far'],
  [6_800_000, 'near'],
  [8_500_000, 'near'],
  [8_500_001, 'over'],
  [9_350_001, 'at_once'],
] as const)('L10: goods for %i cents are %s from the end of the franchise', (goods, state) => {
  expect(franchiseAlarms({ goods, services: 0 }).map((alarm) => alarm.state)).toEqual([state])
})

test.each([
  [2_999_999, 0, 'far', 'far'],
  [3_000_000, 0, 'far', 'near'],
  [3_750_001, 0, 'far', 'over'],
  [4_125_001, 0, 'far', 'at_once'],
  [2_000_000, 6_500_001, 'over', 'far'],
] as const)(
  'L10: services for %i cents beside goods for %i have a threshold of their own',
  (services, goods, all, own) => {
    const alarms = franchiseAlarms({ goods, services })
    expect(alarms.map(({ of, state }) => [of, state])).toEqual([
      ['all', all],
      ['services', own],
    ])
  },
)

import { expect, test } from 'vitest'
import {
  closedUntil,
  deliveryCountries,
  deliveryOptions,
  deliveryPrice,
  moved,
  promiseFor,
  trackingLink,
  zoneOf,
} from '#features/delivery/rules.ts'
import { DEFAULTS } from '#features/settings/rules.ts'

const parcel = {
  code: 'parcel',
  kind: 'parcel' as const,
  title: {},
  promise: {},
  speed: 'standard' as const,
  countries: ['FR', 'BE'],
  bands: [
    { upToG: 5000, price: 1290 },
    { upToG: 1000, price: 790 },
  ],
  freeAbove: 15_000,
  minDays: 2,
  maxDays: 4,
}
const pickup = { ...parcel, code: 'pickup', kind: 'pickup' as const, countries: [], bands: [] }
const need = { country: 'FR', weightG: 900, subtotal: 5000 }

test.each([
  ['a light parcel', need, 790],
  ['exactly the weight of a band', { ...need, weightG: 1000 }, 790],
  ['one gram more', { ...need, weightG: 1001 }, 1290],
  ['heavier than the last band', { ...need, weightG: 5001 }, null],
  ['a country it does not go to', { ...need, country: 'JP' }, null],
  ['one cent under the free threshold', { ...need, subtotal: 14_999 }, 790],
  ['the free threshold itself', { ...need, subtotal: 15_000 }, 0],
])('%s costs what the table says', (_, asked, price) => {
  expect(deliveryPrice(parcel, asked)).toBe(price)
})

test('pickup is free, wherever the buyer lives', () => {
  expect(deliveryOptions([parcel, pickup], { ...need, country: 'JP' })).toEqual([
    { ...pickup, price: 0 },
  ])
})

test('the own country comes first among those that parcels go to', () => {
  expect(deliveryCountries([{ ...parcel, countries: ['BE', 'FR'] }, pickup], 'FR')).toEqual([
    'FR',
    'BE',
  ])
  expect(deliveryCountries([pickup], 'FR')).toEqual([])
})

type Holiday = (typeof DEFAULTS)['holiday']

const promise = (moment: string, holiday: Holiday = { plan: null }) =>
  promiseFor(parcel, { ...DEFAULTS, holiday }, Date.parse(moment))
const at = (moment: string) => promise(moment)

test('ordered on a Saturday, it leaves on Monday and arrives between Wednesday and Friday', () => {
  expect(at('2026-11-21T09:00:00+01:00')).toEqual({
    orderBy: '2026-11-23',
    cutoffHour: 12,
    from: '2026-11-25',
    to: '2026-11-27',
  })
})

test('before noon of a working day it leaves the same day, from noon on the next', () => {
  expect(at('2026-11-23T11:59:59+01:00').orderBy).toBe('2026-11-23')
  expect(at('2026-11-23T12:00:00+01:00').orderBy).toBe('2026-11-24')
})

test('nothing is delivered on a Sunday', () => {
  expect(at('2026-11-27T08:00:00+01:00')).toMatchObject({ from: '2026-11-30', to: '2026-12-02' })
})

test('the day is the day where the shop is, not in London', () => {
  expect(at('2026-11-23T23:30:00Z').orderBy).toBe('2026-11-24')
})

test.each([
  ['over Christmas', '2026-12-23T09:00:00+01:00', '2026-12-23', '2026-12-26', '2026-12-29'],
  ['over New Year', '2026-12-31T13:00:00+01:00', '2027-01-02', null, null],
  ['over Easter', '2026-04-02T09:00:00+02:00', '2026-04-02', '2026-04-04', '2026-04-08'],
  ['on Ascension Day', '2026-05-14T09:00:00+02:00', '2026-05-15', '2026-05-18', '2026-05-20'],
])('%s nothing leaves and nothing arrives on a public holiday', (_, moment, orderBy, from, to) => {
  const found = promiseFor(
    parcel,
    { ...DEFAULTS, dispatch: { ...DEFAULTS.dispatch, weekdays: [1, 2, 3, 4, 5, 6] } },
    Date.parse(moment),
  )
  expect(found.orderBy).toBe(orderBy)
  if (from) expect(found).toMatchObject({ from, to })
})

const away = { from: '2026-08-03', until: '2026-08-24', message: {} }

test('during a holiday orders leave from the day of its end, and before it the last ones still do', () => {
  const shift = { plan: { ...away, mode: 'shift' as const } }
  expect(promise('2026-07-31T09:00:00+02:00', shift).orderBy).toBe('2026-07-31')
  expect(promise('2026-07-31T13:00:00+02:00', shift).orderBy).toBe('2026-08-24')
  expect(promise('2026-08-10T09:00:00+02:00', shift)).toMatchObject({
    orderBy: '2026-08-24',
    from: '2026-08-26',
    to: '2026-08-28',
  })
})

test('a holiday that ends on a day without dispatch waits for the next one', () => {
  const shift = { plan: { ...away, until: '2026-08-15', mode: 'shift' as const } }
  expect(promise('2026-08-10T09:00:00+02:00', shift).orderBy).toBe('2026-08-17')
})

test.each([
  ['the evening before', '2026-08-02T23:59:59+02:00', 'closed', null],
  ['the first day', '2026-08-03T00:00:00+02:00', 'closed', '2026-08-24'],
  ['the last evening', '2026-08-23T23:59:59+02:00', 'closed', '2026-08-24'],
  ['the day of return', '2026-08-24T00:00:00+02:00', 'closed', null],
  ['a day of a holiday that only shifts', '2026-08-10T12:00:00+02:00', 'shift', null],
] as const)('%s the shop is closed or not', (_, moment, mode, until) => {
  const holiday = { plan: { ...away, mode } }
  expect(closedUntil({ ...DEFAULTS, holiday }, Date.parse(moment))).toBe(until)
})

test.each([
  ['29200', 'FR'],
  ['20000', 'FR'],
  ['97400', 'FR-OM'],
  [' 98 800', 'FR-OM'],
  ['98000', 'FR'],
  ['', 'FR'],
])('the postcode %j is in the zone %s', (postalCode, zone) => {
  expect(zoneOf('FR', postalCode)).toBe(zone)
  expect(zoneOf('DE', postalCode)).toBe('DE')
})

test('a parcel for overseas France takes a way that goes there, and only that one', () => {
  const overseas = { ...parcel, code: 'om', countries: ['FR-OM'] }
  const ways = (postalCode: string) =>
    deliveryOptions([parcel, overseas], { ...need, postalCode }).map(({ code }) => code)
  expect(ways('97400')).toEqual(['om'])
  expect(ways('29200')).toEqual(['parcel'])
  expect(deliveryCountries([overseas], 'FR')).toEqual(['FR'])
})

test('a way moves by one place and never out of the list', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a'], 'x', 1)).toEqual(['a'])
})

test('a carrier shows the way of a parcel; numbers and postcodes cannot change the address', () => {
  const { carriers } = DEFAULTS
  const link = (carrier: string, number: string) =>
    trackingLink(carriers, { carrier, number }, '29 200')
  expect(link('Colissimo', '6A/1&x=2')).toBe(
    'https://www.laposte.fr/outils/suivre-vos-envois?code=6A%2F1%26x%3D2',
  )
  expect(link('Mondial Relay', '12345678')).toBe(
    'https://www.mondialrelay.fr/suivi-de-colis?numeroExpedition=12345678&codePostal=29%20200',
  )
  expect(link('Colissimo', '')).toBeNull()
  expect(link('Nobody', '1')).toBeNull()
  const odd = [{ name: 'Odd', pattern: 'javascript:{n}' }]
  expect(trackingLink(odd, { carrier: 'Odd', number: '1' }, '')).toBeNull()
})

import { expect, test } from 'vitest'
import {
  deliveryCountries,
  deliveryOptions,
  deliveryPrice,
  promiseFor,
  trackingLink,
} from '#features/delivery/rules.ts'
import { DEFAULTS } from '#features/settings/rules.ts'

const parcel = {
  code: 'parcel',
  kind: 'parcel' as const,
  title: {},
  promise: {},
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

const dispatch = {
  weekdays: [1, 2, 3, 4, 5],
  cutoffHour: 12,
  assurances: [],
  returns: {},
  next: null,
}
const at = (moment: string) => promiseFor(parcel, dispatch, Date.parse(moment), 'Europe/Paris')

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

import { expect, test } from 'vitest'
import {
  bandRows,
  type MethodForm,
  readMethod,
  typedMethod,
  ZONES,
} from '#features/delivery/form.ts'

const ground = { currency: 'EUR', languages: ['fr', 'en'] as const }
const good = {
  kind: 'parcel',
  'title.fr': 'Colissimo',
  'title.en': 'Colissimo',
  'promise.fr': '2 à 3 jours',
  speed: 'standard',
  offered: 'yes',
  'to.FR': 'yes',
  'up_to.0': '1 000',
  'price.0': '6,90',
  min_days: '2',
  max_days: '3',
}

test('a way to deliver comes back from its own fields as it was, in both languages of the desk', () => {
  const method: MethodForm = {
    kind: 'parcel',
    title: { fr: 'Colis', en: 'Parcel' },
    promise: { fr: '2 jours' },
    speed: 'express',
    hours: null,
    offered: false,
    countries: ['BE', 'FR', 'FR-OM'],
    bands: [
      { upToG: 500, price: 490 },
      { upToG: 1000, price: 690 },
    ],
    freeAbove: 15_000,
    minDays: 1,
    maxDays: 2,
  }
  for (const lang of ['fr', 'en'] as const) {
    const read = readMethod(typedMethod(method, 'EUR', lang), method, ground)
    expect(read).toMatchObject({ ok: true, value: { ...method, countries: expect.anything() } })
    if (read.ok) expect(read.value.countries.toSorted()).toEqual(method.countries)
  }
})

test.each([
  ['no name', { 'title.fr': ' ' }, 'title.fr'],
  ['nowhere to go', { 'to.FR': '' }, 'to.FR'],
  ['no price', { 'up_to.0': '', 'price.0': '' }, 'up_to.0'],
  ['a weight without a price', { 'price.0': '' }, 'price.0'],
  ['a price without a weight', { 'up_to.0': '' }, 'up_to.0'],
  ['a weight of zero', { 'up_to.0': '0' }, 'up_to.0'],
  ['a price that is none', { 'price.0': 'beaucoup' }, 'price.0'],
  ['the same weight twice', { 'up_to.1': '1000', 'price.1': '8' }, 'up_to.1'],
  ['the latest before the earliest', { max_days: '1' }, 'max_days'],
  ['no days', { min_days: '' }, 'min_days'],
  ['a kind of its own', { kind: 'drone' }, 'kind'],
])('a form with %s is refused at that field', (_, typed, field) => {
  const read = readMethod({ ...good, ...typed }, null, ground)
  expect(read).toMatchObject({ ok: false, problems: { [field]: expect.anything() } })
})

test('rows come in the order of their weights, a group is ticked as a whole, what is unknown is left out', () => {
  const read = readMethod(
    { ...good, 'up_to.1': '500', 'price.1': '4.90', 'all.eu': 'yes', 'to.XX': 'yes' },
    null,
    ground,
  )
  if (!read.ok) throw new Error('Refused')
  expect(read.value.bands).toEqual([
    { upToG: 500, price: 490 },
    { upToG: 1000, price: 690 },
  ])
  expect(read.value.countries.toSorted()).toEqual([...ZONES.eu, 'FR'].toSorted())
})

test('a pickup needs neither countries nor prices', () => {
  const read = readMethod(
    { ...good, kind: 'pickup', 'up_to.0': '', 'price.0': '', 'hours.fr': 'Le samedi' },
    null,
    ground,
  )
  expect(read).toMatchObject({
    ok: true,
    value: { countries: [], bands: [], hours: { fr: 'Le samedi' } },
  })
})

test('there is always a row to type in, and one more when it is asked for', () => {
  expect(bandRows({})).toBe(1)
  expect(bandRows(good)).toBe(1)
  expect(bandRows(good, true)).toBe(2)
  expect(bandRows({ 'up_to.99': '1' }, true)).toBe(20)
})

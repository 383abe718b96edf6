import { expect, test } from 'vitest'
import { readHoliday, typedHoliday } from '#features/settings/holiday-form.ts'
import { readShop, typedShop } from '#features/settings/identity-form.ts'
import { readLegal } from '#features/settings/legal-form.ts'
import { isSiren, isVatNumber, missingFacts } from '#features/settings/legal-rules.ts'
import { DEFAULTS } from '#features/settings/rules.ts'
import {
  carrierRows,
  readCarriers,
  readWorkshop,
  typedCarriers,
  typedWorkshop,
} from '#features/settings/workshop-form.ts'

const was = { ...DEFAULTS, shop: { ...DEFAULTS.shop, name: 'Atelier', hours: { fr: 'Le samedi' } } }
const typed = typedShop(was.shop)
const both = ['fr', 'en'] as const

test('every form comes back from its own fields as it was', () => {
  expect(readShop(typed, was, false)).toEqual({ ok: true, value: { shop: was.shop, tax: was.tax } })
  const dispatch = {
    ...DEFAULTS.dispatch,
    assurances: [{ fr: 'Emballé' }, { fr: 'Réparé', en: 'Mended' }],
    next: { day: '2026-12-12', sold: { fr: 'Le {date}' }, closing: {} },
  }
  const workshop = { dispatch, stock: DEFAULTS.stock }
  expect(readWorkshop(typedWorkshop(workshop), workshop, both)).toEqual({
    ok: true,
    value: workshop,
  })
  const { carriers } = DEFAULTS
  expect(readCarriers(typedCarriers(carriers))).toEqual({ ok: true, value: { carriers } })
  const plan = { from: '2026-08-03', until: '2026-08-24', mode: 'closed' as const, message: {} }
  const asked = { languages: both, today: '2026-07-01' }
  expect(readHoliday(typedHoliday({ plan }), { plan }, asked)).toEqual({
    ok: true,
    value: { holiday: { plan } },
  })
})

test.each([
  ['name', ' '],
  ['name', 'x'.repeat(61)],
  ['email', ''],
  ['email', 'bonjour'],
  ['phone', 'appelez-moi'],
  ['country', 'ZZ'],
  ['languages', 'de'],
  ['currency', 'DOGE'],
  ['time_zone', 'Mars/Olympus'],
])('an identity whose %s is %j is refused at that field', (field, value) => {
  expect(readShop({ ...typed, [field]: value }, was, false)).toMatchObject({
    ok: false,
    problems: { [field]: expect.anything() },
  })
})

test('the currency stays once there is an order; what is said in a language that is put away stays too', () => {
  const changed = readShop({ ...typed, currency: 'CHF' }, was, true)
  expect(changed).toMatchObject({ ok: true, value: { shop: { currency: 'EUR' } } })
  const english = { ...was, shop: { ...was.shop, languages: ['en' as const] } }
  expect(readShop({ ...typed, 'hours.en': 'Saturdays' }, english, false)).toMatchObject({
    ok: true,
    value: { shop: { hours: { fr: 'Le samedi', en: 'Saturdays' } } },
  })
})

test('a shop that moves within the Union is taxed where it is, and Monaco is France', () => {
  const moved = (country: string) => readShop({ ...typed, country }, was, false)
  expect(moved('BE')).toMatchObject({ value: { tax: { country: 'BE' } } })
  expect(moved('MC')).toMatchObject({ value: { tax: { country: 'FR' } } })
  expect(moved('CH')).toMatchObject({ value: { tax: { country: 'FR' } } })
})

test.each([
  ['732829320', true],
  ['404833048', true],
  ['732829321', false],
  ['000000000', false],
  ['73282932', false],
  ['7328293200', false],
  ['73282932A', false],
])('%s is a SIREN: %s', (digits, good) => {
  expect(isSiren(digits)).toBe(good)
})

test.each([
  ['FR44732829320', true],
  ['FR83404833048', true],
  ['FR45732829320', false],
  ['FRK7732829320', true],
  ['FRO7732829320', false],
  ['FR44732829321', false],
  ['BE0123456749', true],
  ['DE123456789', true],
  ['12345', false],
  ['FR', false],
])('%s may be a VAT number: %s', (number, good) => {
  expect(isVatNumber(number)).toBe(good)
})

test.each([
  ['siren', '732 829 321'],
  ['siren', '732 829 320 00074'],
  ['vatNumber', 'FR 45 732829320'],
  ['vatNumber', 'FR83404833048'],
  ['owner', 'x'.repeat(301)],
])('a legal notice whose %s is %s is refused at that field', (field, value) => {
  expect(readLegal({ siren: '732 829 320', [field]: value })).toMatchObject({
    ok: false,
    problems: { [field]: expect.anything() },
  })
})

test('legal numbers are kept without spaces, and what is still missing is known', () => {
  const read = readLegal({
    owner: 'Anne Le Goff, EI',
    siren: '732 829 320',
    vatNumber: 'fr 44732829320',
  })
  if (!read.ok) throw new Error('Refused')
  const { legal } = read.value
  expect(legal).toMatchObject({ siren: '732829320', vatNumber: 'FR44732829320', host: '' })
  const { tax } = DEFAULTS
  expect(missingFacts({ legal, tax })).toEqual(['director', 'host', 'mediator', 'packagingId'])
  const exempt = { ...tax, regime: 'exempt' as const }
  expect(missingFacts({ legal: DEFAULTS.legal, tax: exempt })).not.toContain('vatNumber')
  expect(missingFacts({ legal: DEFAULTS.legal, tax })).toContain('vatNumber')
})

const workshop = typedWorkshop(DEFAULTS)

test.each([
  ['day.1', { 'day.1': '', 'day.2': '', 'day.3': '', 'day.4': '', 'day.5': '' }],
  ['cutoff', { cutoff: '24' }],
  ['cutoff', { cutoff: '' }],
  ['low_at', { low_at: '-1' }],
  ['next_day', { next_day: 'bientôt' }],
  ['assurance.0.fr', { 'assurance.0.fr': 'x'.repeat(121) }],
])('a workshop is refused at %s', (field, change) => {
  expect(readWorkshop({ ...workshop, ...change }, DEFAULTS, both)).toMatchObject({
    ok: false,
    problems: { [field]: expect.anything() },
  })
})

test.each([
  ['name.0', { 'pattern.0': 'https://a.example/{n}' }],
  ['pattern.0', { 'name.0': 'A', 'pattern.0': 'http://a.example/{n}' }],
  ['pattern.0', { 'name.0': 'A', 'pattern.0': 'https://a.example/' }],
  ['pattern.0', { 'name.0': 'A', 'pattern.0': 'javascript:alert({n})' }],
  ['name.1', { 'name.0': 'La Poste', 'name.1': 'la poste' }],
])('carriers are refused at %s', (field, change) => {
  expect(readCarriers(change)).toMatchObject({
    ok: false,
    problems: { [field]: expect.anything() },
  })
})

test('a carrier whose fields are emptied is taken out, and blank rows wait for others', () => {
  const fields = { ...typedCarriers(DEFAULTS.carriers), 'name.0': '', 'pattern.0': '' }
  const read = readCarriers(fields)
  if (!read.ok) throw new Error('Refused')
  expect(read.value.carriers).toEqual(DEFAULTS.carriers.slice(1))
  expect(carrierRows(typedCarriers(DEFAULTS.carriers))).toBe(DEFAULTS.carriers.length + 2)
  expect(carrierRows({})).toBe(2)
})

test.each([
  ['until', '2026-08-03', '2026-08-03'],
  ['until', '2026-08-24', '2026-08-03'],
  ['until', '2026-06-01', '2026-06-20'],
  ['until', '2026-08-03', '2028-08-03'],
  ['until', '2026-08-03', ''],
  ['from', '', '2026-08-03'],
  ['from', 'demain', '2026-08-03'],
])('a holiday is refused at %s when it runs from %j until %j', (field, from, until) => {
  const asked = { languages: both, today: '2026-07-01' }
  expect(readHoliday({ from, until, mode: 'shift' }, { plan: null }, asked)).toMatchObject({
    ok: false,
    problems: { [field]: expect.anything() },
  })
})

import { expect, test } from 'vitest'
import { basisPointsIn, readRate, readTax, typedTax } from '#features/tax/form.ts'

const rates = [{ country: 'FR', taxClass: 'standard', from: '2014-01-01', basisPoints: 2000 }]
const TODAY = '2026-11-21'
const good = { country: 'FR', class: 'standard', rate: '21', from: '2027-01-01', source: 'Loi' }

test.each([
  ['20', 2000],
  ['5,5', 550],
  ['5.5 %', 550],
  ['25,50', 2550],
  ['0', 0],
  ['', null],
  ['-1', null],
  ['120', null],
  ['5,555', null],
  ['vingt', null],
])('%j is a rate or none', (typed, basisPoints) => {
  expect(basisPointsIn(typed)).toBe(basisPoints)
})

test('a rate starts on a day to come where there is one, and on any day where there is none', () => {
  const { class: _, ...rest } = good
  expect(readRate(good, rates, TODAY)).toMatchObject({
    ok: true,
    value: { taxClass: 'standard', basisPoints: 2100, from: '2027-01-01' },
  })
  const first = { ...rest, class: 'book', rate: '5,5', from: '2013-01-01' }
  expect(readRate(first, rates, TODAY).ok).toBe(true)
})

test.each([
  ['today', { from: TODAY }, 'from'],
  ['a day that is over', { from: '2020-01-01' }, 'from'],
  ['a day with a rate already', { from: '2014-01-01' }, 'from'],
  ['no day', { from: '' }, 'from'],
  ['a country that is none', { country: 'ZZ' }, 'country'],
  ['a rate above every other', { rate: '41' }, 'rate'],
  ['words', { rate: 'vingt' }, 'rate'],
  ['an odd class', { class: '<b>' }, 'class'],
])('a rate with %s is refused at its field', (_, typed, field) => {
  const read = readRate({ ...good, ...typed }, rates, TODAY)
  expect(read).toMatchObject({ ok: false, problems: { [field]: expect.anything() } })
})

test('without VAT the shop says why, in the words of the law unless the maker has others', () => {
  const was = { regime: 'domestic' as const, country: 'FR', mention: {} }
  expect(typedTax(was)['mention.fr']).toBe('TVA non applicable, art. 293 B du CGI')
  expect(readTax({ regime: 'exempt' }, was, ['fr', 'en'])).toMatchObject({
    ok: false,
    problems: { 'mention.fr': expect.anything() },
  })
  const typed = { ...typedTax(was), regime: 'exempt' }
  expect(readTax(typed, was, ['fr', 'en'])).toMatchObject({
    ok: true,
    value: { tax: { regime: 'exempt', country: 'FR' } },
  })
})

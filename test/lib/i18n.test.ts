import { expect, test } from 'vitest'
import { fill, isLang, pick, plural, say } from '#lib/i18n.ts'

test('a text that is missing in a language is shown in the one that has it', () => {
  expect(pick({ fr: 'Bol', en: 'Bowl' }, 'en')).toBe('Bowl')
  expect(pick({ fr: 'Bol' }, 'en')).toBe('Bol')
  expect(pick({ fr: '', en: 'Bowl' }, 'fr')).toBe('Bowl')
  expect(pick(null, 'fr')).toBe('')
})

test('marks are filled, and an unknown one shows', () => {
  expect(fill('{a} et {b}', { a: 1 })).toBe('1 et {b}')
  expect(fill('{constructor}')).toBe('{constructor}')
  expect(say({ fr: 'Encore {n}', en: '{n} left' }, 'en', { n: 3 })).toBe('3 left')
})

test('French counts 0 in the singular, English in the plural', () => {
  const one = { fr: '{count} pièce', en: '{count} piece' }
  const many = { fr: '{count} pièces', en: '{count} pieces' }
  expect([0, 1, 2].map((n) => plural(n, 'fr', one, many))).toEqual([
    '0 pièce',
    '1 pièce',
    '2 pièces',
  ])
  expect([0, 1, 2].map((n) => plural(n, 'en', one, many))).toEqual([
    '0 pieces',
    '1 piece',
    '2 pieces',
  ])
})

test('only the languages of the shop are languages', () => {
  expect(['fr', 'en', 'de', '', undefined, 'FR'].map(isLang)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

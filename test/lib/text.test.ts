import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, firstSentence, fold, slugify } from '#lib/text.ts'

test('words are compared without case, accents and ligatures', () => {
  expect(fold('Œuvre ÉMAILLÉE, grès à la Straße')).toBe('oeuvre emaillee, gres a la strasse')
})

test('a slug holds only small letters, digits and single hyphens', () => {
  expect(slugify('Théière « Brume »  n° 3')).toBe('theiere-brume-n-3')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(slugify(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*-?)?$/)
    }),
  )
})

test('the first sentence ends before a capital, not at an abbreviation', () => {
  expect(firstSentence('Un bol de 0.5 l. Il est bleu.\n\nSuite')).toEqual({
    first: 'Un bol de 0.5 l.',
    rest: 'Il est bleu.\n\nSuite',
  })
  expect(firstSentence('Sans point')).toEqual({ first: 'Sans point', rest: '' })
})

test('an excerpt is plain and cut at a word', () => {
  expect(excerpt('# Titre\n\nUn **bol** [bleu](/x) et rond', 100)).toBe('Titre Un bol bleu et rond')
  expect(excerpt('un deux trois quatre', 10)).toBe('un deux…')
})

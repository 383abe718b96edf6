import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  MARKS,
  fillUp,
  inNamedChoice,
  indexWords,
  isNameable,
  matchExpression,
  nearExpression,
  ofThing,
  postWords,
  searchTerm,
  shortened,
  sentenceWith,
} from '#features/search/rules.ts'

const NO_WORDS =
  /^\((?:"[\p{L}\p{N}]+"\*?(?: OR )?)+\)(?: AND \((?:"[\p{L}\p{N}]+"\*?(?: OR )?)+\))*$/u
const NEAR = /^"[\p{L}\p{N}]+"\*(?: OR "[\p{L}\p{N}]+"\*)*$/u

test('théière is found without its accents, and in capitals', () => {
  expect(matchExpression('theiere')).toBe(matchExpression('THÉIÈRE'))
})

test('bœuf is found as boeuf', () => {
  expect(matchExpression('bœuf')).toBe(matchExpression('boeuf'))
})

test('a word that is being typed finds what it begins', () => {
  expect(matchExpression('bou')).toBe('("bou"*)')
})

test('every word must be found', () => {
  expect(matchExpression('bol gris')).toBe('("bol"*) AND ("gris"* OR "gri")')
})

test.each([
  ['bols', 'bol'],
  ['vases', 'vase'],
  ['gâteaux', 'gateau'],
  ['bocaux', 'bocal'],
  ['dishes', 'dish'],
  ['boxes', 'box'],
  ['berries', 'berry'],
  ['bleues', 'bleu'],
  ['verte', 'vert'],
  ['blanche', 'blanc'],
])('%s finds what is called %s', (typed, found) => {
  expect(matchExpression(typed)).toContain(`"${found}"`)
})

test('grès finds grès, and not everything that begins with gr', () => {
  expect(matchExpression('grès')).toBe('("gres"* OR "gre")')
})

test('small words do not count, unless there is nothing else', () => {
  expect(matchExpression('un vase pour l’entrée')).toBe(matchExpression('vase entrée'))
  expect(matchExpression('pour')).toBe('("pour"*)')
})

test('tea is not a small word', () => {
  expect(matchExpression('bol à thé')).toContain('"the"*')
})

test('signs alone look for nothing', () => {
  for (const signs of ['', '   ', '"', '***', '-', '()', '🏺', '\u0000', '’']) {
    expect(matchExpression(signs)).toBeNull()
    expect(nearExpression(signs)).toBeNull()
  }
})

test('words of the query language are words like others', () => {
  expect(matchExpression('bol NEAR vase')).toBe('("bol"*) AND ("near"*) AND ("vase"* OR "vas")')
  expect(matchExpression('title:bol -vase*')).toBe(
    '("title"* OR "titl") AND ("bol"*) AND ("vase"* OR "vas")',
  )
})

test('whatever is typed becomes quoted words or nothing', () => {
  const typed = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )
  fc.assert(
    fc.property(typed, (query) => {
      const expression = matchExpression(query)
      const near = nearExpression(query)
      expect(expression === null || NO_WORDS.test(expression)).toBe(true)
      expect(near === null || NEAR.test(near)).toBe(true)
      expect((expression ?? '').length).toBeLessThan(5000)
    }),
  )
})

test('a long search keeps its first eight words', () => {
  const expression = matchExpression(Array.from({ length: 2000 }, (_, i) => `mot${i}`).join(' '))
  expect(expression?.split(' AND ')).toHaveLength(8)
})

test('a mistyped word still comes near', () => {
  expect(nearExpression('𠀀㐀𠀀𠀀㐀')).toBe('"𠀀㐀𠀀𠀀"*')
  expect(nearExpression('théirère bleue')).toBe('"thei"* OR "bleu"*')
})

test('what was typed is one line of at most a hundred letters', () => {
  expect(searchTerm(undefined)).toBe('')
  expect(searchTerm('  bol\n\tbleu ')).toBe('bol bleu')
  expect(searchTerm(`${' '.repeat(300)}bol`)).toBe('bol')
  expect(searchTerm('🏺'.repeat(5000))).toBe('🏺'.repeat(100))
})

test('what was typed never holds half a letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      expect(searchTerm(typed).isWellFormed()).toBe(true)
    }),
  )
})

test('a piece that is missing is named when its name reads well', () => {
  expect(isNameable('saladier')).toBe(true)
  expect(isNameable('bol à thé')).toBe(true)
  expect(isNameable('<b>')).toBe(false)
  expect(isNameable('10 cl')).toBe(false)
  expect(isNameable('a'.repeat(40))).toBe(false)
})

test('French drops the e before a vowel', () => {
  expect(ofThing('saladier')).toBe('de saladier')
  expect(ofThing('assiette')).toBe('d’assiette')
  expect(ofThing('Écuelle')).toBe('d’Écuelle')
})

test('a journal page shows the sentence that holds the word', () => {
  const text = '## Tous les jours\n\nUne phrase. Pour nos tasses, bols et assiettes. Fin.'
  expect(sentenceWith(text, 'bol bleu')).toEqual(['Pour nos tasses, ', 'bols', ' et assiettes.'])
  expect(sentenceWith(text, 'assiette')?.[1]).toBe('assiettes')
  expect(sentenceWith(text, 'saladier')).toBeNull()
})

test('a product is found by its title, its materials and collections, and its text', () => {
  const words = indexWords(
    {
      title: { fr: 'Théière Brume', en: 'Brume teapot' },
      subtitle: { fr: 'Grès' },
      description: { fr: 'Une **théière** ronde.' },
      tags: ['thé'],
      options: [{ values: [{ label: { fr: 'Bleu marée' } }] }],
    },
    [{ fr: 'La table' }],
    'fr',
  )
  expect(words).toEqual({
    title: 'theiere brume',
    material: 'gres bleu maree la table the',
    body: `${MARKS.product}fr une theiere ronde.`,
  })
})

test('a journal post is found by its title, its excerpt and its text', () => {
  const post = { title: { fr: 'Émaux' }, excerpt: { fr: 'Cendre' }, body: { fr: 'Le *feu*.' } }
  expect(postWords(post, 'fr')).toEqual({
    title: 'emaux',
    material: 'cendre',
    body: `${MARKS.post}fr le feu.`,
  })
})

test('a search that names a colour shows the piece in that colour', () => {
  const picture = { hash: 'pink', width: 1, height: 1, ground: '0' }
  const blue = { ...picture, hash: 'blue', choice: { glaze: 'tide' } }
  const bowl = {
    card: { image: picture },
    options: [
      {
        name: 'glaze',
        values: [
          { value: 'shell', label: { fr: 'Rose coquille' } },
          { value: 'tide', label: { fr: 'Bleu marée' } },
        ],
      },
    ],
    pictures: [{ ...picture, choice: { glaze: 'shell' } }, blue],
  }
  expect(inNamedChoice(bowl, 'bol bleue', 'fr').card.image).toBe(blue)
  expect(inNamedChoice(bowl, 'bol vert', 'fr').card.image).toBe(picture)
})

test('what comes near is made up to four, none twice', () => {
  const [a, b, c] = [{ slug: 'a' }, { slug: 'b' }, { slug: 'c' }]
  expect(fillUp([b], [a, b, c], 2)).toEqual([b, a])
  expect(fillUp([], [a], 4)).toEqual([a])
})

test('a title quotes the beginning of a long search', () => {
  expect(shortened('bol')).toBe('bol')
  expect(shortened('x'.repeat(100))).toBe(`${'x'.repeat(40)}…`)
})

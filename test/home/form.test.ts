import { expect, test } from 'vitest'
import { readBlock, typedBlock } from '#features/home/form.ts'
import { withPieces } from '#features/home/rules.ts'
import type { Block } from '#features/settings/rules.ts'

const AROUND = { languages: ['fr', 'en'] as const, origin: 'https://shop.test' }
const HASH = '0123456789abcdef01234567'
const both = (word: string) => ({ fr: word, en: `${word} (en)` })
const link = { label: both('Voir'), link: { type: 'collection', slug: 'all' } } as const

const BLOCKS: Block[] = [
  { type: 'hero', image: HASH, alt: {}, title: both('Titre'), text: both('Texte'), button: link },
  { type: 'statement', title: both('Phrase'), text: {}, link: null },
  { type: 'swatches', title: both('Émaux'), option: 'glaze' },
  { type: 'newest', title: both('Neuf'), link, lead: 'jarre' },
  { type: 'collections', title: both('Étagères') },
  {
    type: 'feature',
    product: 'stage',
    image: HASH,
    alt: both('Le tour'),
    title: both('Stage'),
    text: both('Trois heures'),
    note: {},
  },
  { type: 'journal', title: both('Journal'), link },
  { type: 'promises', items: [{ title: both('Sans plastique'), text: both('Carton') }] },
  {
    type: 'banner',
    title: both('Marché'),
    text: both('Venez'),
    link: { label: both('Y aller'), link: { type: 'product', slug: 'bol' } },
    image: '',
    alt: {},
    from: '2026-12-05',
    until: null,
  },
  { type: 'products', title: both('Choix'), link: null, pieces: ['a', 'b'], collection: 'tasses' },
]

test.each(BLOCKS)('what is in a block of type $type comes back through its form', (block) => {
  const read = readBlock(typedBlock(block), block.type, AROUND)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { block: found, named } = read.value
  const slugs = named.pieces.map(({ name }) => name)
  expect(withPieces(found, slugs)).toEqual(block)
})

test.each<[Block['type'], Record<string, string>, string[]]>([
  ['hero', {}, ['title.fr', 'image', 'button.label.fr', 'button.to']],
  ['statement', { 'title.fr': 'x', 'link.label.fr': 'Voir' }, ['link.to']],
  ['products', { 'title.fr': 'x' }, ['pieces.1']],
  ['promises', {}, ['items.0.title.fr']],
  ['feature', { 'title.fr': 'x' }, ['product.1', 'image']],
  ['banner', { 'title.fr': 'x', from: '2026-12-05', until: '2026-12-04' }, ['until']],
  ['banner', { 'title.fr': 'x', image: '../../etc' }, ['image']],
  ['swatches', { 'title.fr': 'x' }, ['option']],
])('a block of type %s says what it lacks', (type, fields, wrong) => {
  const read = readBlock(fields, type, AROUND)
  expect(read.ok ? [] : Object.keys(read.problems)).toEqual(wrong)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readProduct, type Shelf } from '#features/catalogue/product-form.ts'
import { readOptions } from '#features/catalogue/option-form.ts'
import { combinations, planVariants, referenceFor } from '#features/catalogue/option-rules.ts'
import { marginOf, type Option, unitPrice } from '#features/catalogue/rules.ts'
import { refreshed, typedOptions } from '#features/catalogue/typed-product.ts'

const SHELF: Shelf = {
  languages: ['fr', 'en'],
  currency: 'EUR',
  timeZone: 'Europe/Paris',
  now: Date.parse('2026-11-22T10:00:00Z'),
  variantIds: ['var_a', 'var_b'],
  collectionIds: ['col_a'],
  taxClasses: ['standard', 'book'],
}

const RIGHT: Record<string, string> = {
  kind: 'physical',
  state: 'published',
  'title.fr': 'Bol',
  tax_class: 'standard',
  when_gone: 'sold',
  content_unit: '',
  price_var_a: '28,00 €',
  sku_var_a: 'BOL-A',
  stock_var_a: '4',
  shown_var_a: '3',
  price_var_b: '30',
  sku_var_b: 'BOL-B',
  stock_var_b: '',
  shown_var_b: '',
}

function problems(typed: Record<string, string>): string[] {
  const read = readProduct({ ...RIGHT, ...typed }, SHELF)
  return read.ok ? [] : Object.keys(read.problems)
}

test.each<[string, Record<string, string>, string[]]>([
  ['nothing is wrong', {}, []],
  ['it has no name', { 'title.fr': ' ', 'title.en': 'Bowl' }, ['title.fr']],
  ['its kind is unknown', { kind: 'car' }, ['kind']],
  ['it is out without a price', { price_var_a: '' }, ['price_var_a']],
  ['it is out for nothing', { price_var_a: '0' }, ['price_var_a']],
  ['its price is no amount', { price_var_a: 'douze' }, ['price_var_a']],
  ['two variants share a reference', { sku_var_b: 'BOL-A' }, ['sku_var_b']],
  [
    'a draft has neither price nor reference',
    { state: 'draft', price_var_a: '', sku_var_a: '' },
    [],
  ],
  [
    'a draft that is published with the other button',
    { state: 'draft', publish: 'yes', price_var_a: '' },
    ['price_var_a'],
  ],
  ['counted stock is left empty', { stock_var_a: '' }, ['stock_var_a']],
  ['stock is below zero', { stock_var_a: '-1' }, ['stock_var_a']],
  ['there are two of one of a kind', { one_of_a_kind: 'yes' }, ['stock_var_a']],
  ['made to order in nobody knows how long', { when_gone: 'order' }, ['lead_weeks']],
  ['it is scheduled for no day', { state: 'scheduled' }, ['publish_day']],
  [
    'it is scheduled for no hour',
    { state: 'scheduled', publish_day: '2026-12-01' },
    ['publish_time'],
  ],
  [
    'it is scheduled for an hour ago',
    { state: 'scheduled', publish_day: '2026-11-22', publish_time: '10:00' },
    ['publish_day'],
  ],
  ['a fact has no value', { 'attribute_0_name.fr': 'Matière' }, ['attribute_0_value.fr']],
  ['a fact has no name', { 'attribute_1_value.fr': 'Grès' }, ['attribute_1_name.fr']],
  ['a field to fill in has no label', { personal_0_most: '20' }, ['personal_0_label.fr']],
  ['a set of nothing is out', { kind: 'bundle' }, ['part_0_sku']],
  [
    'a part without a reference',
    { kind: 'bundle', part_0_quantity: '2', part_1_sku: 'X' },
    ['part_0_sku'],
  ],
  ['nine pieces beside it', { related: 'a b c d e f g h i' }, ['related']],
  ['a size of three metres', { length: '30000' }, ['length']],
])('the form says when %s', (_, typed, wrong) => {
  expect(problems(typed)).toEqual(wrong)
})

test('what is right is read as it is meant', () => {
  const read = readProduct(
    {
      ...RIGHT,
      state: 'scheduled',
      publish_day: '2026-12-24',
      publish_time: '18:30',
      tags: 'thé, café,, thé',
      in_col_a: 'yes',
      in_col_x: 'yes',
      related: 'https://shop.test/products/mug-ressac?variant=1\nBOL-2',
      'attribute_0_name.fr': 'Matière',
      'attribute_0_value.fr': 'Grès',
      'personal_0_label.fr': 'Prénom',
      cost_var_a: '9,5',
      content_unit: 'g',
      content_var_a: '250',
    },
    SHELF,
  )
  const value = read.ok ? read.value : expect.fail(JSON.stringify(read))
  expect(value.publishAt).toBe(Date.parse('2026-12-24T17:30:00Z'))
  expect(value.tags).toEqual(['thé', 'café'])
  expect(value.collectionIds).toEqual(['col_a'])
  expect(value.related).toEqual(['mug-ressac', 'BOL-2'])
  expect(value.attributes).toMatchObject([{ name: 'matiere', value: 'gres' }])
  expect(value.personal).toMatchObject([{ name: 'prenom', most: 50, price: 0, required: false }])
  expect(value.variants[0]).toMatchObject({
    price: 2800,
    cost: 950,
    content: 250,
    stock: 4,
    shown: 3,
  })
  expect(value.variants[1]).toMatchObject({ stock: null, shown: null })
})

test('a file is neither weighed nor counted nor measured', () => {
  const read = readProduct({ ...RIGHT, kind: 'digital', weight_var_a: '300', length: '20' }, SHELF)
  const value = read.ok ? read.value : expect.fail(JSON.stringify(read))
  expect(value.variants[0]).toMatchObject({ weightG: 0, stock: null })
  expect(value.lengthMm).toBeNull()
})

const GLAZE: Option = {
  name: 'glaze',
  label: { fr: 'Émail', en: 'Glaze' },
  values: [
    { value: 'maree', label: { fr: 'Bleu marée' }, swatch: '#2f5d6b' },
    { value: 'craie', label: { fr: 'Blanc craie' } },
  ],
}

test('options are read as they were, keys and all; what is cleared goes', () => {
  const typed = typedOptions([GLAZE])
  const same = readOptions(typed, ['fr', 'en'])
  expect(same).toEqual({ ok: true, value: [GLAZE] })
  const renamed = readOptions(
    { ...typed, 'option_0_value_0_label.fr': 'Marine', 'option_0_value_1_label.fr': '' },
    ['fr', 'en'],
  )
  expect(renamed.ok && renamed.value[0]?.values.map(({ value }) => value)).toEqual(['maree'])
})

test.each<[string, Record<string, string>, string]>([
  ['an option without values', { 'option_0_label.fr': 'Taille' }, 'option_0_value_0_label.fr'],
  ['values of nothing', { 'option_0_value_0_label.fr': 'Grand' }, 'option_0_label.fr'],
  [
    'a detail of nothing',
    { 'option_0_label.fr': 'T', 'option_0_value_1_detail.fr': '38 cl' },
    'option_0_value_1_label.fr',
  ],
  [
    'a colour that is none',
    { 'option_0_label.fr': 'T', 'option_0_value_0_label.fr': 'B', option_0_value_0_swatch: 'bleu' },
    'option_0_value_0_swatch',
  ],
])('the options are not %s', (_, typed, field) => {
  const read = readOptions(typed, ['fr'])
  expect(read.ok ? [] : Object.keys(read.problems)).toContain(field)
})

test('a hundred variants is the most', () => {
  const typed = Object.fromEntries(
    [0, 1, 2].flatMap((at) => [
      [`option_${at}_label.fr`, `O${at}`],
      ...[0, 1, 2, 3, 4].map((nth) => [`option_${at}_value_${nth}_label.fr`, `v${nth}`]),
    ]),
  )
  expect(readOptions(typed, ['fr']).ok).toBe(false)
})

const optionOf = (name: string) =>
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).map((values): Option => ({
    name,
    label: { fr: name },
    values: values.map((value) => ({ value, label: { fr: value } })),
  }))
const someOptions = fc
  .subarray(['size', 'glaze', 'foot'])
  .chain((names) => fc.tuple(...names.map(optionOf)))

test('after a change of options there is one variant for each combination, and none that was there is another', () => {
  fc.assert(
    fc.property(someOptions, someOptions, (before, after) => {
      const variants = combinations(before).map((choice, position) => ({
        id: `var_${position}`,
        choice,
        offered: true,
        position,
      }))
      const plan = planVariants(variants, after)
      expect(plan.rows.map(({ choice }) => choice)).toEqual(combinations(after))
      const staying = plan.rows.flatMap((row) => (row.is === 'gained' ? [] : [row.variant.id]))
      expect(new Set(staying).size).toBe(staying.length)
      const known = [...staying, ...plan.lost.map(({ id }) => id)]
      expect(known.toSorted()).toEqual(variants.map(({ id }) => id).toSorted())
      for (const row of plan.rows) {
        if (row.is === 'gained') continue
        for (const [name, value] of Object.entries(row.variant.choice)) {
          if (row.choice[name] !== undefined) expect(row.choice[name]).toBe(value)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('a choice that comes back is what it was, and a new one is like its nearest', () => {
  const old = { id: 'var_old', choice: { glaze: 'craie' }, offered: false, position: 1 }
  const blue = { id: 'var_blue', choice: { glaze: 'maree' }, offered: true, position: 0 }
  const black = { value: 'basalte', label: { fr: 'Noir' } }
  const plan = planVariants([old, blue], [{ ...GLAZE, values: [...GLAZE.values, black] }])
  expect(plan.rows).toMatchObject([
    { is: 'kept', variant: { id: 'var_blue' } },
    { is: 'back', variant: { id: 'var_old' } },
    { is: 'gained', like: { id: 'var_blue' } },
  ])
  expect(referenceFor('AE-MUG-MAR', [GLAZE], { glaze: 'basalte' })).toBe('AE-MUG-BASA')
})

test('the price of a kilogram is exact to half a cent, and nothing measured has none', () => {
  expect(unitPrice(1290, 250)).toBe(5160)
  expect(unitPrice(1000, 333)).toBe(3003)
  expect(unitPrice(1290, null)).toBeNull()
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e7 }),
      fc.integer({ min: 1, max: 1e6 }),
      (price, content) => {
        const told = unitPrice(price, content) ?? 0
        expect(Math.abs(told * content - price * 1000) * 2).toBeLessThanOrEqual(content)
      },
    ),
  )
})

test('what is left of a price is what the VAT and the making leave', () => {
  expect(marginOf(2400, 800, 2000)).toEqual({ left: 1200, percent: 60 })
  expect(marginOf(1000, 1500, 0)).toEqual({ left: -500, percent: -50 })
})

test('a form that came too late follows the stock that was not touched and names the one that was', () => {
  const variant = (id: string, available: number) => ({
    id,
    productId: 'prd',
    sku: id,
    position: 0,
    choice: {},
    price: 100,
    priceBefore: null,
    cost: null,
    weightG: 0,
    content: null,
    offered: true,
    available,
    lowAt: null,
    sold: 0,
  })
  const typed = { stock_a: '7', shown_a: '7', stock_b: '9', shown_b: '7' }
  const now = refreshed(typed, [variant('a', 5), variant('b', 6)], { currency: 'EUR' }, 'fr')
  expect(now.typed).toMatchObject({ stock_a: '5', shown_a: '5', stock_b: '9', shown_b: '6' })
  expect(Object.keys(now.problems)).toEqual(['stock_b'])
  expect(now.problems['stock_b']?.fr).toBe(
    'Entre-temps il en reste 6, et non 7. Enregistrez encore pour en écrire 9.',
  )
})

test('a piece that goes out without a reference is given one by its name; a draft may wait', () => {
  const skuOf = (typed: Record<string, string>) => {
    const read = readProduct({ ...RIGHT, 'title.fr': 'Bol à thé', sku_var_b: '', ...typed }, SHELF)
    return read.ok && read.value.variants.map(({ sku }) => sku)
  }
  expect(skuOf({})).toEqual(['BOL-A', 'BOL-A-THE-AR_B'])
  expect(skuOf({ state: 'draft' })).toEqual(['BOL-A', ''])
})

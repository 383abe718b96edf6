import { expect, test } from 'vitest'
import { readAddition, readQuantity } from '#features/cart/form.ts'
import { quantityFrom, stillFits, unitsIn, writtenFrom } from '#features/cart/rules.ts'

test.each(['1', '2', '09', '99'])('%s is a quantity', (value) => {
  expect(quantityFrom(value, 1)).toBe(Number(value))
})

test.each(['', '0', '-1', '1.5', '1e9', '100', ' 1', '0x1', 'deux', '١', null, undefined, 3])(
  '%s is not a quantity to add',
  (value) => {
    expect(quantityFrom(value, 1)).toBeNull()
  },
)

test('a line may be set to nothing, which takes it out', () => {
  expect(quantityFrom('0', 0)).toBe(0)
  expect(readQuantity({ quantity: '0' }, 0)).toEqual({ ok: true, quantity: 0 })
})

test('an addition needs a variant and a quantity', () => {
  expect(readAddition({ variant: 'var_1', quantity: '2' })).toEqual({
    ok: true,
    variantId: 'var_1',
    quantity: 2,
    texts: {},
  })
  const written = readAddition({ variant: 'var_1', quantity: '1', 'text.name': 'Léa', name: 'x' })
  expect(written).toMatchObject({ texts: { name: 'Léa' } })
  expect(readAddition({ quantity: '2' })).toEqual({ ok: false, because: 'incomplete' })
  expect(readAddition({ variant: 'var_1' })).toEqual({ ok: false, because: 'incomplete' })
  expect(readAddition({ variant: 'var_1', quantity: '-1' })).toEqual({
    ok: false,
    because: 'quantity',
  })
})

test('the number beside the cart counts units, not lines', () => {
  const lines = [
    { variantId: 'a', quantity: 2 },
    { variantId: 'b', quantity: 1 },
  ]
  expect(unitsIn(lines)).toBe(3)
  expect(unitsIn([])).toBe(0)
})

const NAME = { name: 'name', most: 8, required: true }
const DAY = { name: 'day', most: 10, required: false }

test('what is written on a piece is kept as its fields ask, emoji and accents included', () => {
  expect(writtenFrom({ name: ' Zoé\n 🌿 ', day: '', other: 'x' }, [NAME, DAY])).toEqual({
    ok: true,
    written: [{ name: 'name', text: 'Zoé 🌿' }],
  })
  expect(writtenFrom({ name: '👨‍👩‍👧' }, [NAME]).ok).toBe(true)
})

test.each([
  ['', 'textMissing'],
  ['   ', 'textMissing'],
  ['Maximilien', 'textLong'],
  ['Zo\u202eé', 'textUnprintable'],
  ['Zo\u0000é', 'textUnprintable'],
  ['Zo\ud83c', 'textUnprintable'],
])('%j cannot be written on it', (text, because) => {
  expect(writtenFrom({ name: text }, [NAME])).toMatchObject({ ok: false, because, field: NAME })
})

test('what was written fits as long as the piece asks the same', () => {
  const lea = [{ name: 'name', text: 'Léa' }]
  expect(stillFits(lea, [NAME, DAY])).toBe(true)
  expect(stillFits(lea, [DAY])).toBe(false)
  expect(stillFits([], [NAME])).toBe(false)
  expect(stillFits(lea, [{ ...NAME, most: 2 }])).toBe(false)
})

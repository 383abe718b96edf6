import { expect, test } from 'vitest'
import { readAddition, readQuantity } from '#features/cart/form.ts'
import { quantityFrom, unitsIn } from '#features/cart/rules.ts'

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
  })
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

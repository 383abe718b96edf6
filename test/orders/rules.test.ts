import { expect, test } from 'vitest'
import { mayMove, MOVES, statesBefore } from '#features/orders/rules.ts'

test('an order comes from a cart, is paid or given up, and stays that way', () => {
  expect(statesBefore('paid').toSorted()).toEqual(['awaiting_payment', 'held', 'pending'])
  expect(statesBefore('pending')).toEqual([])
  expect(MOVES.paid).toEqual([])
})

test('money that comes for an order that was given up is looked at before anything else', () => {
  expect(mayMove('cancelled', 'held')).toBe(true)
  expect(mayMove('cancelled', 'paid')).toBe(false)
})

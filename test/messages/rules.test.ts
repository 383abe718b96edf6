import { expect, test } from 'vitest'
import { orderNumberIn, sameness } from '#features/messages/rules.ts'

test.each([
  ['1042', 1042],
  ['n° 1042', 1042],
  ['#1042 ', 1042],
  ['1 042', 1042],
  ['', null],
  ['ma commande', null],
  ['12 ou 13', null],
  ['10420000000000', null],
])('of "%s" the order’s number is %s', (typed, number) => {
  expect(orderNumberIn(typed)).toBe(number)
})

test('the same words of the same address are one message a day', () => {
  const one = { email: 'a@example.com', text: 'Bonjour', day: '2026-11-22' }
  expect(sameness(one)).toBe(sameness({ ...one }))
  for (const other of [{ email: 'b@example.com' }, { text: 'Bonsoir' }, { day: '2026-11-23' }]) {
    expect(sameness({ ...one, ...other })).not.toBe(sameness(one))
  }
})

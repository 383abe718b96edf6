import { expect, test } from 'vitest'
import { buyersAs, searchFor } from '#features/customers/rules.ts'
import { asRows, isForgettingTime, lastDay } from '#features/people/rules.ts'

test('a search asks for the beginnings of words, whatever is typed between them', () => {
  expect(searchFor(' Le-Goff, "anne" ')).toBe('"Le"* "Goff"* "anne"*')
  expect(searchFor('" * - :')).toBe('')
})

test('addresses are asked for as phrases, and a quote in one ends nothing', () => {
  expect(buyersAs(['a@x.fr', 'b"c@x.fr'])).toBe('buyer : ("a@x.fr" OR "b c@x.fr")')
})

test('the clock forgets in one minute of the day', () => {
  const start = Date.UTC(2026, 10, 22)
  const minutes = Array.from({ length: 1440 }, (_, minute) => start + minute * 60_000)
  expect(minutes.filter(isForgettingTime)).toHaveLength(1)
})

test('a proof that may go on New Year’s Day is kept until the last of December', () => {
  expect(lastDay(Date.UTC(2037, 0, 1), 'Europe/Paris')).toBe('2036-12-31')
})

test('an export says which row of which table says what, and leaves out what is empty', () => {
  const rows = [
    { email: 'a@x.fr', note: '', address: null },
    { total: 0, pieces: ['bol'] },
  ]
  expect(asRows([{ table: 'order', rows }])).toEqual([
    ['order', 1, 'email', 'a@x.fr'],
    ['order', 2, 'total', 0],
    ['order', 2, 'pieces', '["bol"]'],
  ])
})

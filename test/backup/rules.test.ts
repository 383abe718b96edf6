import { expect, test } from 'vitest'
import { readPart } from '#features/backup/form.ts'
import { differences, isStale, partsFor, type Totals } from '#features/backup/rules.ts'

const keys = (count: number) =>
  Array.from({ length: count }, (_, i) => `originals/${String(i).padStart(5, '0')}`)

test('a shop without pictures is one file, one with many is its rows and some hundreds of them at a time', () => {
  expect(partsFor([])).toEqual([{ rows: true, after: '', upTo: '' }])
  expect(partsFor(keys(400))).toHaveLength(2)
  expect(partsFor(keys(401))).toHaveLength(3)
})

test('every picture is in one part and in no other, one that comes later in the last', () => {
  const all = [...keys(1001), 'renditions/late']
  const parts = partsFor(keys(1001)).slice(1)
  const within = parts.map(({ after, upTo }) =>
    all.filter((key) => key > after && (upTo === null || key <= upTo)),
  )
  expect(within.flat()).toEqual(all)
  expect(Math.max(...within.map(({ length }) => length))).toBeLessThanOrEqual(400)
})

test('a form asks for rows, for some pictures or for nothing', () => {
  expect(readPart({ part: 'rows', after: 'x' })).toEqual({ rows: true, after: '', upTo: '' })
  expect(readPart({ part: 'pictures', after: 'a', upTo: 'b' })).toEqual({
    rows: false,
    after: 'a',
    upTo: 'b',
  })
  expect(readPart({ part: 'pictures' })).toEqual({ rows: false, after: '', upTo: null })
  expect(readPart({})).toBeNull()
})

test('a backup of thirty days is recent, of thirty-one old, and none is too', () => {
  const now = Date.UTC(2026, 10, 22)
  const days = (count: number) => now - count * 86_400_000
  expect([30, 31].map((count) => isStale(days(count), now))).toEqual([false, true])
  expect(isStale(null, now)).toBe(true)
})

test('what differs between two stores is said line by line', () => {
  const was: Totals = {
    rows: { order: 3, level: 2 },
    months: [['2026-11', 'EUR', 3, 900, 0]],
    stock: [2, 10, 0, 3, 0],
    journal: { journal_line: '[3,[3]]' },
  }
  expect(differences(was, was)).toEqual([])
  const is = { ...was, rows: { order: 2, level: 2 }, stock: [2, 10, 0, 3, 1] }
  expect(differences(was, is)).toEqual([
    'order: 2 rows instead of 3',
    'stock: [2,10,0,3,1] instead of [2,10,0,3,0]',
  ])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOf, readPlace, writePlace } from '#lib/pages.ts'

test('a full page says that there is more only when one more row was found', () => {
  expect(pageOf([1, 2, 3], 2)).toEqual({ rows: [1, 2], more: true })
  expect(pageOf([1, 2], 2)).toEqual({ rows: [1, 2], more: false })
  expect(pageOf([], 2)).toEqual({ rows: [], more: false })
})

test('a place is read as it was written', () => {
  const place = { at: Date.UTC(2026, 10, 22), id: 'prd_7k2m9x0c4d5f6g7h' }
  expect(writePlace(place)).toBe('mwr2lmo0.prd_7k2m9x0c4d5f6g7h')
  const at = fc.integer({ min: -1e12, max: 1e14 })
  const id = fc.stringMatching(/^[\w-]{1,40}$/)
  fc.assert(
    fc.property(at, id, (at, id) => {
      expect(readPlace(writePlace({ at, id }))).toEqual({ at, id })
    }),
  )
})

test('what is no place is not read, nor a place that is written another way', () => {
  for (const text of [
    undefined,
    '',
    '2',
    'a.',
    '.b',
    'A.b',
    '0a.b',
    'a.b c',
    "a.b' or 1",
    '-0.b',
  ]) {
    expect(readPlace(text), text).toBeNull()
  }
})

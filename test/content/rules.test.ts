import { expect, test } from 'vitest'
import { pageOf } from '#features/content/rules.ts'

test('a full page says that there is more only when one more row was found', () => {
  expect(pageOf([1, 2, 3], 2)).toEqual({ rows: [1, 2], more: true })
  expect(pageOf([1, 2], 2)).toEqual({ rows: [1, 2], more: false })
  expect(pageOf([], 2)).toEqual({ rows: [], more: false })
})

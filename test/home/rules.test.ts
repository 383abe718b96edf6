import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BLOCK_TYPES, FIELDS, markOf, moved, shownBlocks } from '#features/home/rules.ts'
import type { Block } from '#features/settings/rules.ts'

const banner = (title: string, from: string | null, until: string | null): Block => ({
  type: 'banner',
  title: { fr: title },
  text: {},
  link: null,
  image: '',
  alt: {},
  from,
  until,
})
const shelf: Block = { type: 'collections' }

test('a banner is shown on its days, both included', () => {
  const blocks = [shelf, banner('marché', '2026-12-05', '2026-12-06')]
  const on = (day: string) => shownBlocks(blocks, day).length
  expect(['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07'].map(on)).toEqual([1, 2, 2, 1])
})

test('several banners take turns by the day, each at its own place', () => {
  const blocks = [banner('a', null, null), shelf, banner('b', null, null)]
  const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']
  const shown = days.map((day) => shownBlocks(blocks, day).map(({ type }) => type))
  const [one, two, three] = shown
  expect(one).not.toEqual(two)
  expect(one).toEqual(three)
  for (const types of shown) expect(types.toSorted()).toEqual(['banner', 'collections'])
})

test('moving keeps every block, and moving back undoes it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 8 }), fc.nat(9), (items, at) => {
      const down = moved(items, at, 1)
      expect(down.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b))
      if (at < items.length - 1) expect(moved(down, at + 1, -1)).toEqual(items)
      else expect(down).toEqual(items)
    }),
  )
})

test('every type of block has a form, and a mark that changes with what it says', () => {
  expect(Object.keys(FIELDS).toSorted()).toEqual([...BLOCK_TYPES].toSorted())
  expect(markOf(banner('a', null, null))).not.toBe(markOf(banner('b', null, null)))
})

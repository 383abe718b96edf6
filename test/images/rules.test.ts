import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GROUNDS, groundOf, renditionFrom, WIDTHS, widthsFor } from '#features/images/rules.ts'

test('only the renditions that the shop serves are made', () => {
  expect(renditionFrom('480.avif')).toEqual({ width: 480, format: 'avif' })
  expect(renditionFrom('160.jpg')).toEqual({ width: 160, format: 'jpg' })
  const refused = ['481.avif', '480.png', '480', '480.', '.avif', '0480.avif', '4.8e2.avif', '']
  expect(refused.map(renditionFrom)).toEqual(refused.map(() => null))
})

test('no rendition is wider than its original, but there is always one', () => {
  expect(widthsFor(1000)).toEqual([160, 320, 480, 800])
  expect(widthsFor(1800)).toEqual([...WIDTHS])
  expect(widthsFor(8)).toEqual([160])
})

test('the ground of a picture is the nearest of the colours', () => {
  for (const [name, colour] of Object.entries(GROUNDS)) expect(groundOf([colour])).toBe(name)
  const channel = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(fc.array(fc.tuple(channel, channel, channel), { minLength: 1 }), (pixels) => {
      expect(Object.keys(GROUNDS)).toContain(groundOf(pixels))
    }),
  )
  expect(groundOf([])).toMatch(/^[0-9ab]$/)
})

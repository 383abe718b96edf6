import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareWebp } from '#features/images/bare-webp.ts'
import { readHeader } from '#features/images/read-header.ts'
import {
  GROUNDS,
  groundOf,
  MAX_BYTES,
  PLAIN_UP_TO,
  refusalOf,
  renditionFrom,
  renditionKey,
  renditionsOf,
  SHARED_UP_TO,
  widestFor,
  WIDTHS,
  widthsFor,
} from '#features/images/rules.ts'
import { imagePath } from '#links.ts'
import { srcset } from '#ui/picture.tsx'

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

test('whatever a page prints of a picture is among its renditions, wherever it stands', () => {
  const side = fc.integer({ min: 1, max: 2400 })
  fc.assert(
    fc.property(side, side, (width, upTo) => {
      const made = renditionsOf(width).map((one) => `/${renditionKey('x', one)}`)
      expect(new Set(made).size).toBe(made.length)
      expect(made.length).toBeLessThanOrEqual(17)
      const image = { hash: 'x', width, height: 1, ground: '0' }
      const printed = (['avif', 'webp'] as const).flatMap((format) =>
        srcset({ picture: imagePath }, image, format, upTo)
          .split(',')
          .map((one) => one.split(' ')[0]),
      )
      const plain = [Math.min(upTo, PLAIN_UP_TO), SHARED_UP_TO].map((most) =>
        imagePath('x', widestFor(width, most), 'jpg'),
      )
      for (const path of [...printed, ...plain]) expect(made).toContain(path)
    }),
  )
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

test('a picture is refused by its size before anything of it is drawn', () => {
  const cases = [
    [8000, 5000, null],
    [8000, 5001, 'large'],
    [12_000, 3333, null],
    [12_001, 1, 'large'],
    [1, 1, null],
  ] as const
  for (const [width, height, refusal] of cases) {
    expect(refusalOf({ width, height }, 100), `${width} × ${height}`).toBe(refusal)
  }
  expect(refusalOf({ width: 1, height: 1 }, MAX_BYTES)).toBeNull()
  expect(refusalOf({ width: 1, height: 1 }, MAX_BYTES + 1)).toBe('heavy')
})

test('no file, whatever its bytes, breaks the reading of its first ones', () => {
  const starts = [
    [],
    [0xff, 0xd8, 0xff],
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [...new TextEncoder().encode('RIFF....WEBPVP8X')],
    [...new TextEncoder().encode('....ftypavif........meta')],
  ]
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      const header = readHeader(Uint8Array.from([...start, ...rest]))
      if (header === null || header === 'svg') return
      expect(Math.min(header.width, header.height)).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})

test('a WebP is bare after it was made so, and stays as it is', () => {
  const chunk = fc.tuple(
    fc.constantFrom('VP8 ', 'VP8L', 'ALPH', 'EXIF', 'XMP ', 'ANIM', 'evil'),
    fc.uint8Array({ maxLength: 20 }),
  )
  fc.assert(
    fc.property(fc.array(chunk), fc.uint8Array({ maxLength: 9 }), (chunks, after) => {
      const bare = bareWebp(Uint8Array.from([...webp(chunks), ...after]))
      const kept = chunks.filter(([name]) => ['VP8 ', 'VP8L', 'ALPH'].includes(name))
      expect(bare).toEqual(kept.length > 0 ? webp(kept) : null)
    }),
  )
})

function webp(chunks: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const letters = (text: string) => [...new TextEncoder().encode(text)]
  const body = chunks.flatMap(([name, bytes]) => [
    ...letters(name),
    bytes.length,
    0,
    0,
    0,
    ...bytes,
    ...(bytes.length % 2 ? [0] : []),
  ])
  const size = body.length + 4
  return Uint8Array.from([
    ...letters('RIFF'),
    size & 255,
    size >> 8,
    0,
    0,
    ...letters('WEBP'),
    ...body,
  ])
}

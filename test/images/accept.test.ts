import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { acceptPicture } from '#features/images/accept-picture.ts'
import { bareWebp } from '#features/images/bare-webp.ts'
import { refusals } from '#features/images/desk-words.ts'
import { imagesByHash } from '#features/images/queries.ts'
import { readHeader } from '#features/images/read-header.ts'
import { MAX_BYTES, originalKey } from '#features/images/rules.ts'
import { shop, tools } from '../support/worker.ts'
import {
  claimedPng,
  damaged,
  drawn,
  exifSegment,
  holds,
  joined,
  photograph,
  SECRET,
} from './corpus.ts'

const FORMATS = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const
declare global {
  interface ImportMeta {
    /** What Vite lets through of the environment: names that begin with `VITE_`. */
    readonly env: Partial<Record<string, string>>
  }
}

/** How many damaged files are tried: more of them when there is time (`VITE_LONG=1`). */
const DAMAGED = import.meta.env['VITE_LONG'] ? 500 : 100

const accept = (bytes: Uint8Array | string) => acceptPicture(tools(), new Blob([bytes]))

/** What the shop keeps of a file that it takes. */
async function kept(bytes: Uint8Array) {
  const accepted = await accept(bytes)
  if (!accepted.ok) throw new Error(`Refused: ${accepted.problem.en}`)
  const object = await env.PICTURES.get(originalKey(accepted.image.hash))
  const stored = new Uint8Array((await object?.arrayBuffer()) ?? [])
  return { image: accepted.image, stored, type: object?.httpMetadata?.contentType }
}

test('a JPEG, a PNG, a WebP and an AVIF become pictures, by what they are and not by their name', async () => {
  for (const format of FORMATS) {
    // oxlint-disable-next-line no-await-in-loop
    const { image, stored, type } = await kept(await drawn(format))
    expect([image.width, image.height, type], format).toEqual([60, 40, 'image/webp'])
    expect(readHeader(stored), format).toEqual({ format: 'webp', width: 60, height: 40 })
  }
})

test('what the phone knows is not kept: no place, no maker, and the picture stands upright', async () => {
  const sent = await photograph()
  expect(holds(sent, SECRET)).toBe(true)
  const { image, stored } = await kept(sent)
  expect([image.width, image.height]).toEqual([40, 60])
  for (const trace of [SECRET, 'Exif', 'EXIF', 'XMP ', 'GPS'])
    expect(holds(stored, trace)).toBe(false)
  const served = await shop().ask(`/images/${image.hash}/160.jpg`)
  const bytes = new Uint8Array(await served.arrayBuffer())
  expect([holds(bytes, SECRET), holds(bytes, 'Exif')]).toEqual([false, false])
  expect(served.headers.get('content-type')).toBe('image/jpeg')
  expect(served.headers.get('x-content-type-options')).toBe('nosniff')
})

test('even if the binding kept the camera’s notes, the shop takes them out', async () => {
  const webp = await drawn('image/webp')
  const chunk = (name: string, body: Uint8Array) =>
    joined(name, [body.length & 255, body.length >> 8, 0, 0], body, body.length % 2 ? [0] : [])
  const head = chunk('VP8X', Uint8Array.from([0x0c, 0, 0, 0, 59, 0, 0, 39, 0, 0]))
  const inside = joined(
    head,
    webp.slice(12),
    chunk('EXIF', exifSegment()),
    chunk('XMP ', exifSegment()),
  )
  const size = inside.length + 4
  const noisy = joined(
    'RIFF',
    [size & 255, size >> 8, 0, 0],
    'WEBP',
    inside,
    'PK\u0003\u0004 hidden',
  )
  const bare = bareWebp(noisy) ?? new Uint8Array()
  expect([holds(bare, SECRET), holds(bare, 'hidden'), holds(bare, 'EXIF')]).toEqual([
    false,
    false,
    false,
  ])
  expect((await kept(bare)).image).toMatchObject({ width: 60, height: 40 })
  expect(bareWebp(bare)).toEqual(bare)
  expect(bareWebp(new TextEncoder().encode('RIFF'))).toBeNull()
})

test('what hides behind a picture does not survive it', async () => {
  const hidden = 'PK\u0003\u0004<script>alert(1)</script>evil.html'
  for (const format of FORMATS) {
    // oxlint-disable-next-line no-await-in-loop
    const accepted = await kept(joined(await drawn(format), hidden)).catch(() => null)
    if (accepted) expect(holds(accepted.stored, 'alert'), format).toBe(false)
  }
  const zip = await kept(joined(await drawn('image/jpeg'), hidden))
  expect(zip.image).toMatchObject({ width: 60, height: 40 })
})

test('what is no picture is refused with a sentence that says what to do', async () => {
  const jpeg = await drawn('image/jpeg')
  const png = await drawn('image/png', 300, 200)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const cases: [string, Uint8Array | string, keyof typeof refusals][] = [
    ['nothing', '', 'empty'],
    ['an SVG with a script', svg, 'drawing'],
    ['an SVG behind a declaration', `\uFEFF<?xml version="1.0"?>\n<!-- x -->${svg}`, 'drawing'],
    ['HTML named .jpg', '<!doctype html><script>alert(1)</script>', 'other'],
    ['a GIF that is a script', 'GIF89a/*\u0001\u0000*/=1;alert(1)', 'other'],
    ['a ZIP', 'PK\u0003\u0004 a file of many files', 'other'],
    ['a PDF', '%PDF-1.7 and so on', 'other'],
    ['a few bytes of a JPEG', jpeg.slice(0, 11), 'other'],
    ['a PNG of 30,000 × 30,000', claimedPng(30_000, 30_000), 'large'],
    ['a PNG of 12,001 × 10', claimedPng(12_001, 10), 'large'],
    ['a PNG of 10 × 0', claimedPng(10, 0), 'other'],
    ['a PNG of the size that is allowed, with nothing in it', claimedPng(8000, 5000), 'broken'],
    ['half a PNG', png.slice(0, png.length / 2), 'broken'],
    ['half a JPEG', jpeg.slice(0, jpeg.length - 40), 'broken'],
    ['more than 10 MB', new Uint8Array(MAX_BYTES + 1), 'heavy'],
  ]
  for (const [name, bytes, why] of cases) {
    const start = Date.now()
    // oxlint-disable-next-line no-await-in-loop
    expect(await accept(bytes), name).toEqual({ ok: false, problem: refusals[why] })
    expect(Date.now() - start, name).toBeLessThan(1000)
  }
})

test('a large picture is kept at 2400 pixels a side', async () => {
  const { image } = await kept(await drawn('image/png', 3000, 300))
  expect([image.width, image.height]).toEqual([2400, 240])
}, 10_000)

test('damaged files are refused, or nothing of them is kept but a drawing', async () => {
  const sound = [await photograph(), ...(await Promise.all(FORMATS.map((format) => drawn(format))))]
  const seeds = Array.from({ length: DAMAGED }, (_, seed) => seed)
  const outcomes = new Set<boolean>()
  const told = new Set<string>(Object.values(refusals).map(({ fr }) => fr))
  for (const seed of seeds) {
    const base = sound[seed % sound.length] ?? new Uint8Array()
    // oxlint-disable-next-line no-await-in-loop
    const accepted = await accept(damaged(base, seed))
    outcomes.add(accepted.ok)
    if (accepted.ok) {
      // oxlint-disable-next-line no-await-in-loop
      const object = await env.PICTURES.get(originalKey(accepted.image.hash))
      // oxlint-disable-next-line no-await-in-loop
      const stored = new Uint8Array((await object?.arrayBuffer()) ?? [])
      expect([holds(stored, SECRET), holds(stored, 'Exif')], `seed ${seed}`).toEqual([false, false])
      expect(bareWebp(stored), `seed ${seed}`).toEqual(stored)
    } else {
      expect(told.has(accepted.problem.fr), `seed ${seed}`).toBe(true)
    }
  }
  expect(outcomes.size).toBe(2)
}, 120_000)

test('the same file twice is one picture', async () => {
  const bytes = await drawn('image/jpeg', 33, 44)
  const [one, two] = [await kept(bytes), await kept(bytes)]
  expect(one.image).toEqual(two.image)
  expect(await imagesByHash(tools().db, [one.image.hash])).toEqual([one.image])
})

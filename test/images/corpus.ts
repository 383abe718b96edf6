import { env } from 'cloudflare:workers'
import { picture } from '../support/pictures.ts'

const ascii = (text: string) => new TextEncoder().encode(text)

export function joined(...parts: (Uint8Array | string | number[])[]): Uint8Array {
  const pieces = parts.map((part) =>
    typeof part === 'string' ? ascii(part) : Uint8Array.from(part),
  )
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** Whether bytes hold a text anywhere. */
export function holds(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes(text)
}

export const SECRET = 'SECRET-OF-THE-CAMERA'

/** A picture of one colour in one of the formats, drawn by the Images binding. */
export async function drawn(
  format: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif',
  width = 60,
  height = 40,
): Promise<Uint8Array> {
  const png = await picture(`${format} ${width} ${height}`, width, height)
  const made = await env.IMAGES.input(new Blob([png]).stream()).output({ format })
  return new Uint8Array(await made.response().arrayBuffer())
}

/** The camera's notes as a JPEG carries them: it lay on its side (6), a maker's name, a place on Earth, a thumbnail's worth. */
export function exifSegment(orientation = 6): Uint8Array {
  const word = (value: number) => [value & 255, value >> 8]
  const long = (value: number) => [...word(value & 0xffff), ...word(value >>> 16)]
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    ...word(tag),
    ...word(type),
    ...long(count),
    ...value,
  ]
  const make = ascii(`${SECRET}\0`)
  const gpsAt = 8 + 2 + 3 * 12 + 4
  const makeAt = gpsAt + 2 + 2 * 12 + 4
  const latitudeAt = makeAt + make.length
  const tiff = joined(
    [0x49, 0x49, 0x2a, 0, ...long(8)],
    word(3),
    entry(0x010f, 2, make.length, long(makeAt)),
    entry(0x0112, 3, 1, [...word(orientation), 0, 0]),
    entry(0x8825, 4, 1, long(gpsAt)),
    long(0),
    word(2),
    entry(1, 2, 2, [0x4e, 0, 0, 0]),
    entry(2, 5, 3, long(latitudeAt)),
    long(0),
    make,
    [48, 1, 24, 1, 30, 1].flatMap(long),
  )
  const body = joined('Exif', [0, 0], tiff)
  return joined([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255], body)
}

/** A JPEG as a phone makes it: 60 pixels wide and 40 high, to be turned by a quarter, with what the phone knows. */
export async function photograph(): Promise<Uint8Array> {
  const jpeg = await drawn('image/jpeg')
  return joined(jpeg.slice(0, 2), exifSegment(), jpeg.slice(2))
}

/** A PNG of a few bytes that claims to be of any size; its checksum is right. */
export function claimedPng(width: number, height: number): Uint8Array {
  const long = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)
  const chunk = (name: string, body: number[]) => {
    const named = joined(name, body)
    return joined(long(body.length), named, long(crc(named)))
  }
  return joined(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', [...long(width), ...long(height), 8, 2, 0, 0, 0]),
    chunk('IDAT', [0x78, 0x9c, 0x63, 0, 0, 0, 1, 0, 1]),
    chunk('IEND', []),
  )
}

function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return (rest ^ 0xffffffff) >>> 0
}

/** The same bytes with a few of them changed, cut or doubled: the same seed, the same damage. */
export function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  let state = seed * 2654435761 + 1
  const chance = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822507) + 0x9e3779b9) | 0
    return (state >>> 0) % below
  }
  const copy = bytes.slice()
  for (let i = 0; i <= seed % 12; i++) copy[chance(copy.length)] = chance(256)
  if (seed % 5 === 1) return copy.slice(0, chance(copy.length))
  if (seed % 5 === 2) return joined(copy, copy.slice(chance(copy.length)))
  return copy
}

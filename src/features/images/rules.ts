/** The widths a picture is served at, in pixels. */
export const WIDTHS = [160, 320, 480, 800, 1200, 1800] as const

export const FORMATS = {
  avif: { type: 'image/avif', quality: 55 },
  webp: { type: 'image/webp', quality: 76 },
  jpg: { type: 'image/jpeg', quality: 78 },
} as const

export type Format = keyof typeof FORMATS

export type Rendition = { width: number; format: Format }

/** What is drawn by browsers that know neither AVIF nor WebP is no wider than this. */
export const PLAIN_UP_TO = 800
/** What other sites show of a page is no wider than this. */
export const SHARED_UP_TO = 1200
export const LOGO = { width: 480, format: 'webp' } as const

/** The widths that make sense for an original: never wider than it is, but always one. */
export function widthsFor(original: number): number[] {
  const widths = WIDTHS.filter((width) => width <= original)
  return widths.length > 0 ? widths : [WIDTHS[0]]
}

/** The widest rendition of an original for a place that can use so many pixels. */
export function widestFor(original: number, upTo: number): number {
  return widthsFor(Math.min(original, upTo)).at(-1) ?? WIDTHS[0]
}

/** Every rendition that a page may print of an original so wide. What mails print is made when one is opened. */
export function renditionsOf(original: number): Rendition[] {
  const widths = widthsFor(original)
  return [
    ...widths.flatMap((width) => [
      { width, format: 'avif' as const },
      { width, format: 'webp' as const },
    ]),
    ...widthsFor(Math.min(original, SHARED_UP_TO)).map((width) => ({
      width,
      format: 'jpg' as const,
    })),
    ...(widths.includes(LOGO.width) ? [] : [LOGO]),
  ]
}

/** Reads `480.avif`; null for a width or format that the shop does not serve. */
export function renditionFrom(name: string): Rendition | null {
  const [size, extension] = name.split('.')
  const width = WIDTHS.find((known) => String(known) === size)
  const format = (['avif', 'webp', 'jpg'] as const).find((known) => known === extension)
  return width && format ? { width, format } : null
}

/** Where R2 keeps the original of a picture, in a bucket that is nobody's but the shop's. */
export const originalKey = (hash: string) => `originals/${hash}`

export type RenditionKey = `images/${string}/${number}.${Format}`

/** Where R2 keeps a rendition, in the bucket of them alone: its path at the shop, so another domain may serve it there. */
export const renditionKey = (hash: string, { width, format }: Rendition): RenditionKey =>
  `images/${hash}/${width}.${format}`

/** Colours a picture's place may have while it loads; the style sheet knows them as `.g0` … `.gb`. */
export const GROUNDS = {
  '0': [0xd0, 0xc6, 0xb8],
  '1': [0xc7, 0xb3, 0x96],
  '2': [0xc9, 0xc4, 0xba],
  '3': [0xbc, 0xb4, 0xa7],
  '4': [0xe2, 0xdd, 0xd4],
  '5': [0xf4, 0xf3, 0xf0],
  '6': [0xd3, 0xd6, 0xd8],
  '7': [0x9a, 0x9a, 0x96],
  '8': [0x5e, 0x5b, 0x57],
  '9': [0x22, 0x24, 0x26],
  a: [0x8c, 0x6f, 0x55],
  b: [0x4f, 0x66, 0x6e],
} as const

/** The ground nearest to the mean colour of some pixels, given as `[red, green, blue]`. */
export function groundOf(pixels: readonly (readonly number[])[]): string {
  const mean = [0, 1, 2].map(
    (channel) => pixels.reduce((sum, pixel) => sum + (pixel[channel] ?? 0), 0) / pixels.length,
  )
  const distance = (colour: readonly number[]) =>
    colour.reduce((sum, value, channel) => sum + (value - (mean[channel] ?? 0)) ** 2, 0)
  const nearest = Object.entries(GROUNDS).toSorted((a, b) => distance(a[1]) - distance(b[1]))[0]
  return nearest?.[0] ?? '0'
}

export const MAX_BYTES = 10 * 1024 * 1024
export const MAX_PIXELS = 40_000_000
export const MAX_SIDE = 12_000
/** A picture is kept at this many pixels a side at most. */
export const MOST_KEPT = 2400
export const MOST_PICTURES = 20
/** Where nothing else was chosen: the middle of nine places. */
export const CENTRE = 4

export type Refusal = 'empty' | 'heavy' | 'drawing' | 'other' | 'large'

/** Why a file is refused before it is decoded, from what its first bytes say; null when it is not. */
export function refusalOf(
  header: { width: number; height: number } | 'svg' | null,
  bytes: number,
): Refusal | null {
  if (bytes === 0) return 'empty'
  if (bytes > MAX_BYTES) return 'heavy'
  if (header === 'svg') return 'drawing'
  if (header === null) return 'other'
  const { width, height } = header
  const fits = Math.max(width, height) <= MAX_SIDE && width * height <= MAX_PIXELS
  return fits ? null : 'large'
}

/** Whether a text can be what the shop calls a picture. */
export const isHash = (text: string) => /^[0-9a-f]{24}$/.test(text)

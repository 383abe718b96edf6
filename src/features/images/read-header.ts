export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic'
export type Header = { format: PictureFormat; width: number; height: number }

/**
 * What the first bytes of a file say that it is, whatever its name: a picture with its size in pixels, a drawing, or
 * nothing that the shop takes. Nothing is decoded, so a small file that claims a huge picture costs nothing.
 */
export function readHeader(bytes: Uint8Array): Header | 'svg' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const size = sizeOf(view)
    if (size) return size.width > 0 && size.height > 0 ? size : null
  } catch (error) {
    // The file ends before its header does.
    if (!(error instanceof RangeError)) throw error
    return null
  }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return /<svg[\s>]/i.test(start) ? 'svg' : null
}

function sizeOf(view: DataView): Header | null {
  if (view.byteLength < 12) return null
  if (view.getUint32(0) === 0x89504e47) return pngSize(view)
  if (view.getUint16(0) === 0xffd8) return jpegSize(view)
  if (letters(view, 0) === 'RIFF' && letters(view, 8) === 'WEBP') return webpSize(view)
  if (letters(view, 4) === 'ftyp') return heifSize(view)
  return null
}

function pngSize(view: DataView): Header | null {
  if (view.getUint32(4) !== 0x0d0a1a0a || letters(view, 12) !== 'IHDR') return null
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Goes from segment to segment to the one that begins a frame. */
function jpegSize(view: DataView): Header | null {
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { format: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    } else if (marker === 0xd9 || marker === 0xda) {
      return null
    } else {
      at += 2 + view.getUint16(at + 2)
    }
  }
  return null
}

function webpSize(view: DataView): Header | null {
  const format = 'webp'
  switch (letters(view, 12)) {
    case 'VP8X': {
      const side = (at: number) => (view.getUint8(at + 2) << 16) + view.getUint16(at, true) + 1
      return { format, width: side(24), height: side(27) }
    }
    case 'VP8 ': {
      const side = (at: number) => view.getUint16(at, true) & 0x3fff
      return { format, width: side(26), height: side(28) }
    }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { format, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    default:
      return null
  }
}

const BRANDS: Record<string, PictureFormat> = {
  avif: 'avif',
  avis: 'avif',
  heic: 'heic',
  heix: 'heic',
  heim: 'heic',
  heis: 'heic',
  hevc: 'heic',
  mif1: 'heic',
  msf1: 'heic',
}

/** AVIF and HEIC: the largest of the sizes that the file lists, for it may also hold tiles and a thumbnail. */
function heifSize(view: DataView): Header | null {
  const end = view.byteLength
  const brand = BRANDS[letters(view, 8)]
  const meta = boxes(view, 0, end).find(({ type }) => type === 'meta')
  const parts = meta && boxes(view, meta.from + 4, meta.to).find(({ type }) => type === 'iprp')
  const list = parts && boxes(view, parts.from, parts.to).find(({ type }) => type === 'ipco')
  if (!brand || !list) return null
  const sizes = boxes(view, list.from, list.to)
    .filter(({ type }) => type === 'ispe')
    .map(({ from }) => ({ width: view.getUint32(from + 4), height: view.getUint32(from + 8) }))
  if (sizes.length === 0) return null
  return {
    format: brand,
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  }
}

const MOST_BOXES = 1000

/** The boxes that follow each other in a part of a file; those that say a wrong length are the last. */
function boxes(view: DataView, start: number, end: number) {
  const found: { type: string; from: number; to: number }[] = []
  let at = start
  while (at + 8 <= end && found.length < MOST_BOXES) {
    const length = view.getUint32(at)
    if (length < 8) break
    const to = Math.min(at + length, end)
    found.push({ type: letters(view, at + 4), from: at + 8, to })
    at = to
  }
  return found
}

function letters(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))
}

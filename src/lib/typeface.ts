/** A TrueType face, as much of it as a PDF needs. Measures are in thousandths of the size, as PDF counts them. */
export type Face = {
  bytes: Uint8Array<ArrayBuffer>
  ascent: number
  descent: number
  box: number[]
  /** The glyph of a code point; 0 when the face has none. */
  glyphOf: (codePoint: number) => number
  widthOf: (glyph: number) => number
}

/** Reads a TrueType file whose characters are in a table of format 4, the one for letters of everyday writing. */
export function readFace(bytes: Uint8Array<ArrayBuffer>): Face {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = tablesOf(view)
  const at = (tag: string) => tables.get(tag) ?? missing(tag)
  const head = at('head')
  const hhea = at('hhea')
  const hmtx = at('hmtx')
  const scale = 1000 / view.getUint16(head + 18)
  const measured = view.getUint16(hhea + 34)
  const measure = (offset: number) => Math.round(view.getInt16(offset) * scale)
  return {
    bytes,
    ascent: measure(hhea + 4),
    descent: measure(hhea + 6),
    box: [36, 38, 40, 42].map((offset) => measure(head + offset)),
    glyphOf: glyphsOf(view, at('cmap')),
    widthOf: (glyph) =>
      Math.round(view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1)) * scale),
  }
}

function tablesOf(view: DataView): Map<string, number> {
  const tables = new Map<string, number>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i
    const tag = [0, 1, 2, 3].map((k) => String.fromCodePoint(view.getUint8(entry + k))).join('')
    tables.set(tag, view.getUint32(entry + 8))
  }
  return tables
}

function glyphsOf(view: DataView, cmap: number): Face['glyphOf'] {
  const offsets = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => {
    return cmap + view.getUint32(cmap + 8 + 8 * i)
  })
  const table = offsets.find((offset) => view.getUint16(offset) === 4) ?? missing('cmap 4')
  const size = view.getUint16(table + 6)
  const [ends, starts, deltas, ranges] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size] as const
  return (codePoint) => {
    if (codePoint > 0xff_ff) return 0
    for (let i = 0; i < size; i += 2) {
      if (view.getUint16(table + ends + i) < codePoint) continue
      const start = view.getUint16(table + starts + i)
      if (start > codePoint) return 0
      const range = view.getUint16(table + ranges + i)
      const delta = view.getUint16(table + deltas + i)
      if (range === 0) return (codePoint + delta) & 0xff_ff
      const glyph = view.getUint16(table + ranges + i + range + 2 * (codePoint - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xff_ff
    }
    return 0
  }
}

function missing(tag: string): never {
  throw new Error(`The face has no table ${tag}`)
}

/** A glyph of one of several faces, with the text that it stands for. */
export type Glyph = { face: number; glyph: number; text: string; width: number }

/** Spaces and hyphens that faces lack or draw alike: one glyph has one meaning when it is copied. */
const LIKE: Record<string, string> = { '\u00a0': ' ', '\u202f': ' ', '\u2011': '-' }

/** What is never drawn: control characters, and marks of direction, with which a name could turn what is beside it. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu

/**
 * A text in the first of the faces that has each letter. A letter that none has loses its accents, or becomes a
 * question mark: no name keeps a document from being drawn.
 */
export function setText(faces: readonly Face[], text: string): Glyph[] {
  return lettersOf(text).flatMap((letter) => {
    const found = glyphFor(faces, letter) ?? glyphFor(faces, letter.normalize('NFKD').charAt(0))
    if (found) return [found]
    const unknown = /\p{M}/u.test(letter) ? null : glyphFor(faces, '?')
    return unknown ? [unknown] : []
  })
}

/** Whether faces have every letter of a text. */
export function covers(faces: readonly Face[], text: string): boolean {
  return lettersOf(text).every((letter) => glyphFor(faces, letter) !== null)
}

function lettersOf(text: string): string[] {
  const letters = Array.from(text.normalize('NFC').replace(UNSEEN, ''))
  return letters.map((letter) => LIKE[letter] ?? letter)
}

function glyphFor(faces: readonly Face[], letter: string): Glyph | null {
  const codePoint = letter.codePointAt(0) ?? 0
  for (const [at, face] of faces.entries()) {
    const glyph = face.glyphOf(codePoint)
    if (glyph > 0) return { face: at, glyph, text: letter, width: face.widthOf(glyph) }
  }
  return null
}

/** How wide a text is at a size. */
export function widthOfText(faces: readonly Face[], text: string, size: number): number {
  return (setText(faces, text).reduce((sum, { width }) => sum + width, 0) * size) / 1000
}

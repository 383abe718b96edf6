import { type Face, type Glyph, setText, widthOfText } from './typeface.ts'

/** A4, in points: 1/72 inch. */
export const PAPER = { width: 595.28, height: 841.89 }

type Bytes = Uint8Array<ArrayBuffer>

/** What stands on a page; `y` counts from the top. A grey goes from 0, black, to 1. */
export type Mark =
  | { text: string; x: number; y: number; size: number; grey?: number; align?: 'left' | 'right' }
  | { from: [x: number, y: number]; to: [x: number, y: number]; thick: number; grey?: number }
  | { moon: [x: number, y: number]; radius: number }

export type Pdf = {
  title: string
  author: string
  lang: string
  /** The moment that it bears. */
  at: number
  /** What tells it from all others. */
  id: string
  pages: readonly (readonly Mark[])[]
}

/** The object of a face: before it 1 is the catalogue, 2 the pages, 3 the facts; each face has five. */
const faceAt = (i: number) => 4 + 5 * i

/**
 * Writes a PDF 1.7: text that can be selected and searched, in faces that it carries along. The same document always
 * gives the same bytes.
 */
export async function writePdf(
  faces: readonly Face[],
  { title, author, lang, at, id, pages }: Pdf,
): Promise<Bytes> {
  const used = new Map<number, Map<number, Glyph>>()
  const contents = pages.map((marks) => marks.map((mark) => draw(faces, mark, used)).join('\n'))
  const worn = [...used.keys()].toSorted((a, b) => a - b)
  // After the faces each page, and what is on it.
  const pageAt = (i: number) => faceAt(worn.length) + 2 * i
  const kids = pages.map((_, i) => `${pageAt(i)} 0 R`).join(' ')
  const fonts = worn.map((face, i) => `/F${face} ${faceAt(i)} 0 R`).join(' ')
  const moment = stamp(at)
  const objects = [
    bytesOf(
      `<< /Type /Catalog /Pages 2 0 R /Lang (${lang}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    ),
    bytesOf(
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${PAPER.width} ${PAPER.height}] /Resources << /Font << ${fonts} >> >> >>`,
    ),
    bytesOf(
      `<< /Title ${hexOf(title)} /Author ${hexOf(author)} /CreationDate (${moment}) /ModDate (${moment}) >>`,
    ),
  ]
  for (const [i, index] of worn.entries()) {
    const face = faces[index]
    // oxlint-disable-next-line no-await-in-loop -- at most six, each of which waits for its compression
    if (face) objects.push(...(await faceObjects(face, used.get(index) ?? new Map(), faceAt(i))))
  }
  for (const [i, content] of contents.entries()) {
    objects.push(
      bytesOf(`<< /Type /Page /Parent 2 0 R /Contents ${pageAt(i) + 1} 0 R >>`),
      // oxlint-disable-next-line no-await-in-loop
      await stream(bytesOf(content)),
    )
  }
  return assemble(objects, id)
}

type Used = Map<number, Map<number, Glyph>>

function draw(faces: readonly Face[], mark: Mark, used: Used): string {
  if ('from' in mark) {
    const { from, to, thick, grey = 0 } = mark
    return `${grey} G ${thick} w ${at(from)} m ${at(to)} l S`
  }
  if ('moon' in mark) return moon(mark.moon, mark.radius)
  const { text, x, y, size, grey = 0, align = 'left' } = mark
  const left = align === 'right' ? x - widthOfText(faces, text, size) : x
  let shown = `BT ${grey} g 1 0 0 1 ${at([left, y])} Tm`
  let worn = -1
  for (const { face, glyphs } of runsOf(setText(faces, text))) {
    if (face !== worn) shown += ` /F${face} ${size} Tf`
    worn = face
    const known = used.get(face) ?? new Map<number, Glyph>()
    used.set(face, known)
    for (const glyph of glyphs) if (!known.has(glyph.glyph)) known.set(glyph.glyph, glyph)
    shown += ` <${glyphs.map(({ glyph }) => hex4(glyph)).join('')}> Tj`
  }
  return `${shown} ET`
}

function runsOf(glyphs: readonly Glyph[]): { face: number; glyphs: Glyph[] }[] {
  const runs: { face: number; glyphs: Glyph[] }[] = []
  for (const glyph of glyphs) {
    const last = runs.at(-1)
    if (last?.face === glyph.face) last.glyphs.push(glyph)
    else runs.push({ face: glyph.face, glyphs: [glyph] })
  }
  return runs
}

/** A half moon: a ring, its right half filled. */
function moon([x, y]: [number, number], radius: number): string {
  const reach = radius * 0.5523
  const quarter = (...points: [number, number][]) => `${points.map(at).join(' ')} c`
  const right = [
    `${at([x, y - radius])} m`,
    quarter([x + reach, y - radius], [x + radius, y - reach], [x + radius, y]),
    quarter([x + radius, y + reach], [x + reach, y + radius], [x, y + radius]),
  ].join(' ')
  const left = [
    quarter([x - reach, y + radius], [x - radius, y + reach], [x - radius, y]),
    quarter([x - radius, y - reach], [x - reach, y - radius], [x, y - radius]),
  ].join(' ')
  return `0 G 0 g 1.2 w ${right} h f ${right} ${left} S`
}

async function faceObjects(face: Face, used: Map<number, Glyph>, first: number) {
  const glyphs = [...used.values()].toSorted((a, b) => a.glyph - b.glyph)
  const name = `/ECHOPP+Ysabeau${first}`
  const widths = glyphs.map(({ glyph, width }) => `${glyph} [${width}]`).join(' ')
  const { ascent, descent, box } = face
  const map = glyphs.map(({ glyph, text }) => `<${hex4(glyph)}> <${utf16(text)}>`)
  return [
    bytesOf(
      `<< /Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${first + 1} 0 R] /ToUnicode ${first + 4} 0 R >>`,
    ),
    bytesOf(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor ${first + 2} 0 R /DW 0 /W [${widths}] >>`,
    ),
    bytesOf(
      `<< /Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [${box.join(' ')}] /ItalicAngle 0 /Ascent ${ascent} /Descent ${descent} /CapHeight ${ascent} /StemV 80 /FontFile2 ${first + 3} 0 R >>`,
    ),
    await stream(face.bytes, `/Length1 ${face.bytes.length}`),
    await stream(bytesOf(unicodeMap(map))),
  ]
}

/** What each glyph says, a hundred at a time at most. */
function unicodeMap(lines: readonly string[]): string {
  const parts = Array.from({ length: Math.ceil(lines.length / 100) }, (_, i) => {
    const some = lines.slice(100 * i, 100 * (i + 1))
    return `${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`
  })
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${parts.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`
}

async function stream(bytes: Bytes, more = ''): Promise<Bytes> {
  const packed = new Response(bytes).body?.pipeThrough(new CompressionStream('deflate'))
  const content = new Uint8Array(await new Response(packed).arrayBuffer())
  const head = bytesOf(`<< /Length ${content.length} /Filter /FlateDecode ${more} >>\nstream\n`)
  return join([head, content, bytesOf('\nendstream')])
}

function assemble(objects: readonly Bytes[], id: string): Bytes {
  // The second line tells mail and copying programs that these are bytes, not text.
  const parts = [Uint8Array.from([...bytesOf('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (part: Bytes) => {
    parts.push(part)
    length += part.length
  }
  for (const [i, object] of objects.entries()) {
    offsets.push(length)
    add(join([bytesOf(`${i + 1} 0 obj\n`), object, bytesOf('\nendobj\n')]))
  }
  const start = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const mark = hexOf(id)
  add(bytesOf(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`))
  add(
    bytesOf(
      `trailer\n<< /Size ${size} /Root 1 0 R /Info 3 0 R /ID [${mark} ${mark}] >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return join(parts)
}

function join(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

const bytesOf = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text))
const hex4 = (value: number) => value.toString(16).padStart(4, '0')

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => hex4(text.charCodeAt(i))).join('')
}

/** A text of the document's facts, in UTF-16: no character of it means anything to a reader of PDF. */
const hexOf = (text: string) => `<feff${utf16(text)}>`

/** A place on the page as PDF counts it: upwards, in hundredths of a point. */
function at([x, y]: [number, number]): string {
  return `${round(x)} ${round(PAPER.height - y)}`
}

const round = (value: number) => Math.round(value * 100) / 100

function stamp(moment: number): string {
  return `D:${new Date(moment).toISOString().replace(/\D/g, '').slice(0, 14)}Z`
}

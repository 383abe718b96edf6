import { writePdf } from '#lib/pdf.ts'
import { covers, type Face, readFace } from '#lib/typeface.ts'
import type { Tools } from '#platform/tools.ts'
import { layOut } from './lay-out.ts'
import type { DocumentView } from './queries.ts'
import { pdfKey } from './rules.ts'
import { type Sheet, sheetOf } from './sheet.ts'

/**
 * The PDF of a document. It is made when somebody first asks for it, kept, and given as it is from then on: neither a
 * later version of this software nor another look of the shop ever changes it.
 */
export async function readPdf(
  { env }: Pick<Tools, 'env'>,
  row: DocumentView,
  timeZone: string,
): Promise<ReadableStream | Uint8Array<ArrayBuffer>> {
  const key = pdfKey(row)
  const kept = await env.PICTURES.get(key)
  if (kept) return kept.body
  const made = await makePdf(env, row, timeZone)
  const put = await env.PICTURES.put(key, made, {
    httpMetadata: { contentType: 'application/pdf' },
    onlyIf: { etagDoesNotMatch: '*' },
  })
  // Somebody else was faster: theirs is the one that is kept.
  const theirs = put ? null : await env.PICTURES.get(key)
  return theirs?.body ?? made
}

async function makePdf({ ASSETS }: Tools['env'], row: DocumentView, timeZone: string) {
  const sheet = sheetOf(row, row.orderNumber, timeZone)
  const faces = await facesFor(ASSETS, sheet)
  return writePdf(faces, {
    title: `${sheet.kind} ${sheet.number}`,
    author: sheet.seller.name,
    lang: sheet.lang,
    at: row.at,
    id: row.id,
    pages: layOut(faces, sheet),
  })
}

const MORE = ['latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const

/** The face of western Europe, and the others only for a document with a letter that it lacks. */
async function facesFor(assets: Fetcher, sheet: Sheet): Promise<Face[]> {
  const latin = await fetchFace(assets, 'latin')
  if (covers([latin], JSON.stringify(sheet))) return [latin]
  return [latin, ...(await Promise.all(MORE.map((script) => fetchFace(assets, script))))]
}

async function fetchFace(assets: Fetcher, script: string): Promise<Face> {
  const file = await assets.fetch(`https://assets.local/fonts/ysabeau-office-${script}-400.ttf`)
  if (!file.ok) throw new Error(`No face for ${script}`)
  return readFace(new Uint8Array(await file.arrayBuffer()))
}

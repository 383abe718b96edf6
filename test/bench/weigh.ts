import { brotliCompressSync, constants } from 'node:zlib'
import { inTurn } from './in-turn.ts'

/** Bytes of one file: as it is, with the brotli of a server that compresses as it answers, and with the best brotli. */
export type Weight = { path: string; kind: Kind; plain: number; sent: number; best: number }
export type Kind = 'page' | 'styles' | 'islands' | 'font'

const SENT_LEVEL = 4
const BEST_LEVEL = 11

/** What the browser loads for a page besides its pictures: style sheets with their fonts, islands with their parts. */
export async function weighPage(url: string, path: string): Promise<Weight[]> {
  const page = await bytesOf(url, path)
  const html = page.toString()
  const styles = attributes(html, /<link[^>]+rel="stylesheet"[^>]*>/g, /href="([^"]+)"/)
  const scripts = attributes(html, /<script[^>]+src="[^"]+"[^>]*>/g, /src="([^"]+)"/)
  const sheets = await inTurn(styles, async (at) => ({ at, bytes: await bytesOf(url, at) }))
  const islands = await withParts(url, scripts)
  const preloaded = attributes(html, /<link[^>]+as="font"[^>]*>/g, /href="([^"]+)"/)
  const named = sheets.flatMap(({ bytes }) =>
    [...bytes.toString().matchAll(/url\(["']?([^"')]+\.woff2)/g)].map((match) => match[1] ?? ''),
  )
  const fonts = await inTurn(new Set([...preloaded, ...named]), async (at) => ({
    at,
    bytes: await bytesOf(url, at),
  }))
  return [
    weigh(path, 'page', page),
    ...sheets.map(({ at, bytes }) => weigh(at, 'styles', bytes)),
    ...islands.map(({ at, bytes }) => weigh(at, 'islands', bytes)),
    ...fonts.map(({ at, bytes }) => weigh(at, 'font', bytes)),
  ]
}

type File = { at: string; bytes: Buffer }

/** Modules, and those that they import from the start. */
async function withParts(url: string, paths: string[]): Promise<File[]> {
  const files = new Map<string, Buffer>()
  const queue = [...paths]
  for (let at = queue.shift(); at; at = queue.shift()) {
    if (files.has(at)) continue
    // oxlint-disable-next-line no-await-in-loop -- each says which others there are
    const bytes = await bytesOf(url, at)
    files.set(at, bytes)
    for (const [, part = ''] of bytes
      .toString()
      .matchAll(/(?:from|import)\s*["'](\.\/[\w-]+\.js)["']/g)) {
      queue.push(new URL(part, new URL(at, url)).pathname)
    }
  }
  return [...files].map(([at, bytes]) => ({ at, bytes }))
}

function attributes(html: string, tag: RegExp, attribute: RegExp): string[] {
  return (html.match(tag) ?? []).flatMap((found) => attribute.exec(found)?.[1] ?? [])
}

async function bytesOf(url: string, path: string): Promise<Buffer> {
  const answer = await fetch(new URL(path, url))
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

function weigh(path: string, kind: Kind, bytes: Buffer): Weight {
  const plain = bytes.byteLength
  // Fonts are compressed already.
  if (kind === 'font') return { path, kind, plain, sent: plain, best: plain }
  return { path, kind, plain, sent: brotli(bytes, SENT_LEVEL), best: brotli(bytes, BEST_LEVEL) }
}

const brotli = (bytes: Buffer, level: number) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: level } }).byteLength

import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { brotliCompressSync, constants } from 'node:zlib'
import { parse } from 'node-html-parser'
import { beforeAll, expect, test } from 'vitest'
import { pages } from '#app.tsx'
import { asset } from '#ui/assets.ts'
import { FACE } from '#ui/preloads.ts'
import { growCatalogue } from '../support/grow.ts'
import { meteredDb } from '../support/meter.ts'
import { loadDemo } from '../support/worker.ts'

const KB = 1000

/** What every copy of a piece is found by. */
const COMMON = ['/search?q=autre', '/search/suggestions?q=autre']
/** Two rankings of two hundred matches, and 24 cards of up to fifteen variants each. */
const MOST_ROWS = 3000

const PAGES = [
  '/',
  '/en',
  '/collections/tasses-et-bols',
  '/collections/all',
  '/collections/all?sort=price-up',
  '/products/mug-ressac',
  '/products/coffret-petit-dejeuner',
  '/en/products/stage-tournage-3h',
  '/search?q=theiere',
  '/search?q=rien-de-tel',
  '/search/suggestions?q=theiere',
  '/journal',
  '/journal/cuire-avec-la-cendre-de-goemon',
  '/pages/conditions-de-vente',
]

async function ask(path: string) {
  const meter = meteredDb(env.DB)
  const response = await pages.fetch(
    new Request(env.SHOP_URL + path),
    { ...env, DB: meter.db },
    createExecutionContext(),
  )
  const body = await response.text()
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body.slice(0, 300)}`)
  return { body, headers: response.headers, ...meter.read() }
}

const brotli = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength

beforeAll(() => loadDemo())

const WEIGHED = [
  '/',
  '/en',
  '/collections/all',
  '/products/mug-ressac',
  '/products/coffret-petit-dejeuner',
  '/en/products/stage-tournage-3h',
  '/search?q=bol',
  '/search?q=rien-de-tel',
  '/journal',
  '/journal/cuire-avec-la-cendre-de-goemon',
]

test('a page of the shop with all its styles weighs at most 10 kB, the face of its titles 30 kB', async () => {
  const file = (path: string) => env.ASSETS.fetch(new URL(path, env.SHOP_URL))
  const styles = brotli(await (await file(asset('shop.css'))).text())
  for (const path of WEIGHED) {
    const { body } = await ask(path)
    const page = brotli(body)
    expect(page + styles, `${path}: ${page} + ${styles}`).toBeLessThanOrEqual(10 * KB)
  }
  expect((await (await file(FACE)).arrayBuffer()).byteLength).toBeLessThanOrEqual(30 * KB)
})

test('the only things a page waits for are its style sheet and its font', async () => {
  for (const path of ['/', '/collections/all', '/products/mug-ressac']) {
    const { body } = await ask(path)
    expect(body.match(/<link[^>]+rel="stylesheet"/g)).toHaveLength(1)
    const scripts = body.match(/<script[^>]*>/g) ?? []
    expect(scripts.every((script) => /type="module"|defer|async/.test(script))).toBe(true)
    expect(body).not.toMatch(/<style|style="|@import/)
  }
})

const WITH_PICTURE = [
  '/',
  '/collections/all',
  '/products/mug-ressac',
  '/search?q=bol',
  '/journal',
  '/journal/cuire-avec-la-cendre-de-goemon',
]

test('the header asks for style sheet, face and largest picture, just as the page then does', async () => {
  for (const path of WITH_PICTURE) {
    const { body, headers } = await ask(path)
    const html = parse(body)
    const link = headers.get('link') ?? ''
    expect(link.match(/rel=preload/g), path).toHaveLength(3)
    const sheet = html.querySelector('link[rel=stylesheet]')?.getAttribute('href')
    expect(link).toContain(`<${sheet}>; rel=preload; as=style`)
    expect(link).toContain(`<${FACE}>; rel=preload; as=font; type="font/woff2"; crossorigin`)
    const [largest, ...others] = html.querySelectorAll('img[fetchpriority=high]')
    expect(others).toEqual([])
    const source = largest?.parentNode?.querySelector('source[type="image/avif"]')
    const choice = `imagesrcset="${source?.getAttribute('srcset')}"; imagesizes="${source?.getAttribute('sizes')}"`
    expect(link, path).toContain(choice)
    expect(body).not.toContain('rel="preload"')
  }
})

test('every picture has its place before it is there, and those further down wait until they come near', async () => {
  for (const path of WITH_PICTURE) {
    const pictures = parse((await ask(path)).body).querySelectorAll('img')
    const placed = pictures.filter((one) => one.getAttribute('width') && one.getAttribute('height'))
    expect(placed, path).toHaveLength(pictures.length)
    expect(pictures.slice(4).every((one) => one.getAttribute('loading') === 'lazy')).toBe(true)
  }
})

test('the islands of a product page weigh at most 8 kB', async () => {
  const { body } = await ask('/products/mug-ressac')
  const seen = new Set<string>()
  const queue = [...body.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1] ?? '')
  let bytes = 0
  for (let path = queue.shift(); path; path = queue.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    const code = await (await env.ASSETS.fetch(new URL(path, env.SHOP_URL))).text()
    bytes += brotli(code)
    for (const [, part] of code.matchAll(/["'](\.\/[\w-]+\.js)["']/g)) {
      queue.push(new URL(part ?? '', new URL(path, env.SHOP_URL)).pathname)
    }
  }
  expect(seen.size).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(8 * KB)
})

test('no public page reads or sets a cookie', async () => {
  for (const path of PAGES) expect((await ask(path)).headers.get('set-cookie')).toBeNull()
})

test('every public page asks D1 once, and reads no more rows when the catalogue is ten times as large', async () => {
  // Large enough for every list to be full, then ten times that.
  await growCatalogue(env.DB, 2, 8)
  const before = new Map<string, number>()
  for (const path of PAGES) {
    const { roundTrips, rowsRead } = await ask(path)
    expect(roundTrips, path).toBe(1)
    before.set(path, rowsRead)
  }
  await growCatalogue(env.DB, 8, 80)
  for (const path of PAGES) {
    const rows = before.get(path) ?? 0
    const { rowsRead } = await ask(path)
    expect(rowsRead, `${path} read ${rows} rows before`).toBeLessThanOrEqual(rows * 1.1)
  }
  // However many pieces bear a word, only so many are ranked.
  for (const path of COMMON) {
    const { roundTrips, rowsRead } = await ask(path)
    expect(roundTrips, path).toBe(1)
    expect(rowsRead, path).toBeLessThanOrEqual(MOST_ROWS)
  }
}, 120_000)

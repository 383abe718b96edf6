import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { brotliCompressSync, constants } from 'node:zlib'
import { parse } from 'node-html-parser'
import { beforeAll, expect, test } from 'vitest'
import { pages } from '#app.tsx'
import { type Place, writePlace } from '#lib/pages.ts'
import { asset } from '#ui/assets.ts'
import { FACE } from '#ui/preloads.ts'
import { growCatalogue } from '../support/grow.ts'
import { type Asked, meteredDb } from '../support/meter.ts'
import { loadDemo } from '../support/worker.ts'

const LONG = import.meta.env['VITE_LONG'] === '1'
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

/** What machines read; a sitemap's parts are asked for by the ids that they begin with. */
const MACHINES = [
  '/sitemap.xml',
  '/sitemap/shop.xml',
  '/robots.txt',
  '/journal.xml',
  '/theme/x.css',
]

const NARROWED = ['?f.matiere=gres', '?f.matiere=gres&f.couleur=bleu&sort=price-up'].map(
  (query) => `/collections/all${query}`,
)

/** Answers that are no page, each known after the same one question. */
const OTHER_ANSWERS = [
  ['/nulle-part', 404],
  ['/en/nowhere', 404],
  ['/products/nulle-part', 404],
  ['/collections/nulle-part', 404],
  ['/journal/nulle-part', 404],
  ['/pages/nulle-part', 404],
  ['/sitemap/prd_0.xml', 404],
  ['/products/vase-phare', 410],
  ['/products/autrefois', 301],
  ['/collections/autrefois', 301],
  ['/fr/collections/all', 301],
  ['/collections/all?f.matiere=verre', 302],
  ['/collections/all?after=-1.prd_1', 302],
  ['/journal?after=-1.ent_1', 302],
] as const

/** A session that answers from whichever copy of the database is nearest. */
const NEAREST = ['first-unconstrained']

/**
 * What may be gone through: what the maker sets up and does not grow with what is sold, what is in the statement itself,
 * and matches of the search index, which are found and not gone through.
 */
const MAY_BE_SCANNED =
  /^SCAN (setting|collection|delivery_method|CONSTANT ROW|\(subquery-\d+\)|found|part|w|shelved|(block|piece|j|json_each) VIRTUAL TABLE.*|search VIRTUAL TABLE INDEX \d+:.*M\d.*)$/

async function askAny(path: string) {
  const meter = meteredDb(env.DB)
  const response = await pages.fetch(
    new Request(env.SHOP_URL + path),
    { ...env, DB: meter.db },
    createExecutionContext(),
  )
  const body = await response.text()
  return { status: response.status, body, headers: response.headers, ...meter.read() }
}

async function ask(path: string) {
  const answer = await askAny(path)
  if (answer.status !== 200) {
    throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 300)}`)
  }
  return answer
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

/** Where a list goes on after so many pieces, by the address that its pager would say. */
async function deepIn(collection: string, pieces: number): Promise<string> {
  const place = await env.DB.prepare(
    `select m.published_at as at, m.product_id as id from membership m
      join collection c on c.id = m.collection_id where c.slug = ?
      order by m.published_at desc, m.product_id desc limit 1 offset ?`,
  )
    .bind(collection, pieces - 1)
    .first<Place>()
  return `/collections/${collection}?after=${place ? writePlace(place) : ''}`
}

async function piecesIn(): Promise<number> {
  const row = await env.DB.prepare('select count(*) as n from product').first<{ n: number }>()
  return row?.n ?? 0
}

/** What a statement goes through and should not. */
async function scansIn({ sql, values }: Asked): Promise<string[]> {
  const plan = env.DB.prepare(`explain query plan ${sql}`).bind(...values)
  const { results } = await plan.all<{ detail: string }>()
  return results
    .filter(({ detail }) => /^SCAN|AUTOMATIC/.test(detail) && !MAY_BE_SCANNED.test(detail))
    .map(({ detail }) => `${detail}: ${sql}`)
}

test('every public page asks D1 once, a copy near its visitor, whatever it answers', async () => {
  await env.DB.batch([
    env.DB.prepare("update product set state = 'archived' where slug = 'vase-phare'"),
    ...['product', 'collection'].map((kind) =>
      env.DB.prepare(`insert into former_slug (kind, slug, leads_to, at)
        select '${kind}', 'autrefois', id, 0 from ${kind} where slug in ('mug-ressac', 'tasses-et-bols')`),
    ),
  ])
  const deep = await deepIn('all', 24)
  for (const path of [...PAGES, ...MACHINES, deep]) {
    const { roundTrips, sessions } = await ask(path)
    expect({ path, roundTrips, sessions }).toEqual({ path, roundTrips: 1, sessions: NEAREST })
  }
  for (const [path, answer] of OTHER_ANSWERS) {
    const { status, roundTrips, sessions } = await askAny(path)
    expect({ path, status, sessions }).toEqual({ path, status: answer, sessions: NEAREST })
    expect(roundTrips, path).toBe(1)
  }
})

test('no statement of a public page goes through a table that grows', async () => {
  await growCatalogue(env.DB, 2, 4)
  const scans = new Set<string>()
  const others = OTHER_ANSWERS.map(([path]) => path)
  const asked = [...PAGES, ...COMMON, ...MACHINES, ...others, ...NARROWED, await deepIn('all', 30)]
  for (const path of asked) {
    for (const statement of (await askAny(path)).statements) {
      for (const scan of await scansIn(statement)) scans.add(`${path}: ${scan}`)
    }
  }
  expect([...scans]).toEqual([])
})

test('every public page reads no more rows when the catalogue is ten times as large, nor far down a list', async () => {
  // Large enough for every list to be full, then ten times that; or as many pieces as a large shop has.
  const demo = (await piecesIn()) / 3
  await growCatalogue(env.DB, 4, 8)
  const before = new Map<string, number>()
  for (const path of PAGES) before.set(path, (await ask(path)).rowsRead)
  const second = await ask(await deepIn('all', 24))
  const sizes = LONG ? [10_000, 100_000].map((size) => Math.ceil(size / demo)) : [80]
  let copies = 8
  for (const size of sizes) {
    await growCatalogue(env.DB, copies, size)
    copies = size
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
    // As far down as there are pages: the 4,000th of a hundred thousand pieces.
    const last = await ask(await deepIn('all', Math.floor((await piecesIn()) / 24 - 2) * 24))
    expect(last.rowsRead).toBeLessThanOrEqual(second.rowsRead * 1.1)
    // The sitemap names every piece: it reads one index entry for each, and one part.
    const { rowsRead } = await ask('/sitemap.xml')
    expect(rowsRead).toBeLessThanOrEqual((await piecesIn()) * 1.1 + 10_000)
  }
}, 1_200_000)

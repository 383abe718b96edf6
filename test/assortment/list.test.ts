import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { type Asked, listProducts, unpublished } from '#features/assortment/list-products.ts'
import { PER_PAGE, SORTS } from '#features/assortment/rules.ts'
import { openDb } from '#platform/db.ts'
import { growCatalogue } from '../support/grow.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { meteredDb } from '../support/meter.ts'
import { atDesk, makeStaff } from '../support/staff.ts'

const db = openDb(env.DB)
/** 51 pieces, each with its variant, its level and the collections it is in. */
const MOST_ROWS = 900

let atFirst = ''

beforeAll(async () => {
  atFirst = (await (await owner()).get('/admin/products')).words('.order-none')
  const shelf = { slug: 'bols', title: { fr: 'Bols' }, description: {}, image: null }
  await makeShop({ collections: [shelf] })
  for (const fr of ['Bol Houle', 'Bol Ressac', 'Vase']) {
    // oxlint-disable-next-line no-await-in-loop
    await makeProduct({ title: { fr }, collections: ['bols'] })
  }
  await growCatalogue(env.DB, 1, 1000)
  await env.DB.batch([
    env.DB.prepare("update product set state = 'draft' where id like '%-1_'"),
    env.DB.prepare('update product set updated_at = rowid % 700'),
  ])
}, 30_000)

const owner = async () => atDesk(await makeStaff('owner'))

async function collectionId(): Promise<string> {
  const row = await env.DB.prepare("select id from collection where slug = 'bols'").first('id')
  return String(row)
}

async function read(given: Partial<Asked>) {
  const meter = meteredDb(env.DB)
  const metered = openDb(meter.db)
  const empty = { state: null, sort: 'edited', collection: '', q: '', before: '' } as const
  const asked: Asked = { ...empty, lang: 'fr', ...given }
  const [rows] = await metered.batch([listProducts(metered, asked)])
  return { rows, ...meter.read() }
}

test('a shop without pieces says what to do first', () => {
  expect(atFirst).toContain('Ajoutez votre première pièce')
})

test.each<[string, Partial<Asked>]>([
  ['all pieces', {}],
  ['all pieces, further on', { before: '300.prd_z' }],
  ['what is on sale', { state: 'published' }],
  ['the drafts', { state: 'draft' }],
  ['all pieces by title', { sort: 'title' }],
  ['all pieces by English title, further on', { sort: 'title', lang: 'en', before: 'bol m' }],
  ['what is on sale by title, further on', { state: 'published', sort: 'title', before: 'bol m' }],
  ['the drafts by price', { state: 'draft', sort: 'price-up' }],
  [
    'all pieces, the dearest first, further on',
    { sort: 'price-down', before: '000000004200prd_z' },
  ],
  ['a search', { q: 'autre' }],
  ['a search, further on', { q: 'autre', before: '900' }],
])('the list of %s reads a bounded number of rows', async (_, asked) => {
  const { rows, rowsRead } = await read(asked)
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.length).toBeLessThanOrEqual(PER_PAGE + 1)
  expect(rowsRead).toBeLessThan(MOST_ROWS)
})

test.each(SORTS)(
  'a collection by %s lists what is on sale in it, and reads few rows',
  async (sort) => {
    const { rows, rowsRead } = await read({ collection: await collectionId(), sort })
    expect(rows).toHaveLength(PER_PAGE + 1)
    expect(rows[0]?.collections).toEqual([{ fr: 'Bols' }])
    expect(rowsRead).toBeLessThan(MOST_ROWS)
  },
)

test('pieces are sorted by name whatever their accents, and by price both ways', async () => {
  for (const [fr, price] of [
    ['Étui 2', 300],
    ['etui 1', 200],
    ['Œillet', 100],
    ['Zellige', 90_000],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop
    await makeProduct({ title: { fr } }, { price })
  }
  const ours = /^(etui|œillet|zellige|vase$)/i
  const names = async (query: string) => {
    const page = await (await owner()).get(`/admin/products?${query}`)
    return page.all('.piece-name b')
  }
  const sorted = (await names(new URLSearchParams({ sort: 'title', before: 'etu' }).toString()))
    .map((name) => name.replace('É', 'e'))
    .filter((name) => ours.test(name))
  expect([...new Set(sorted)]).toEqual(['etui 1', 'etui 2', 'Œillet', 'Vase'])
  expect((await names('sort=price-up'))[0]).toBe('Œillet')
  expect((await names('sort=price-down'))[0]).toBe('Zellige')
})

test('the order that was asked is in the address of every way on, and a search keeps it', async () => {
  const page = await (await owner()).get('/admin/products?state=published&sort=price-down')
  expect(page.words('.sorting [aria-current]')).toBe('Prix décroissant')
  const links = page.html
    .querySelectorAll('.piece-states a, a[rel=next]')
    .map((a) => a.getAttribute('href') ?? '')
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((href) => !href.includes('sort=price-down'))).toEqual([])
  expect(page.html.querySelector('.piece-find [name=sort]')?.getAttribute('value')).toBe(
    'price-down',
  )
})

test.each(SORTS)('the pages by %s follow one another without a gap or a double', async (sort) => {
  const desk = await owner()
  const seen: string[] = []
  let path: string | undefined = `/admin/products?sort=${sort}`
  for (let pages = 0; path && pages < 4; pages++) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await desk.get(path)
    seen.push(...page.html.querySelectorAll('.piece-link').map((a) => a.getAttribute('href') ?? ''))
    path = page.html.querySelector('a[rel=next]')?.getAttribute('href')?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(4 * PER_PAGE)
  expect(new Set(seen).size).toBe(seen.length)
})

test('a piece is found by a word of it, a draft too, and a search that finds nothing says so', async () => {
  const desk = await owner()
  await env.DB.prepare(
    "update product set state = 'draft' where title like '%Houle%' and id not like '%-%'",
  ).run()
  const page = await desk.get('/admin/products?q=houle')
  expect(page.all('.piece-name b')).toEqual(['Bol Houle'])
  expect(page.words('.piece-state')).toBe('Brouillon')
  expect((await desk.get('/admin/products?q=théière')).words('.order-none')).toContain('Rien pour')
  expect((await desk.get('/admin/products?state=archived')).words('.order-none')).toContain(
    'Rien d’archivé',
  )
  const [counts] = await unpublished(db)
  expect(counts).toEqual({ draft: 31, scheduled: 0 })
})

test('a whole page can be ticked and goes to the change of many', async () => {
  const desk = await owner()
  const list = await desk.get('/admin/products')
  const ids = list.html.querySelectorAll('.piece-box input').map((box) => box.getAttribute('value'))
  expect(ids).toHaveLength(PER_PAGE)
  const query = ids.map((id) => `id=${id}`).join('&')
  const ask = await desk.get(`/admin/products/bulk?${query}`)
  expect(ask.words('h1')).toBe(`Modifier ${PER_PAGE} pièces`)
})

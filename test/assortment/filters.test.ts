import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { pages } from '#app.tsx'
import { relist } from '#features/catalogue/relist.ts'
import { product } from '#features/catalogue/table.ts'
import { openDb, runBatch } from '#platform/db.ts'
import { createExecutionContext } from 'cloudflare:test'
import { parse } from 'node-html-parser'
import { growCatalogue } from '../support/grow.ts'
import { makeProduct, makeShop, productDocument } from '../support/make.ts'
import { meteredDb } from '../support/meter.ts'
import { shop } from '../support/worker.ts'

const db = openDb(env.DB)

const attribute = (name: string, label: string, value: string, valueLabel: string) => ({
  name,
  label: { fr: label, en: label },
  value,
  valueLabel: { fr: valueLabel, en: valueLabel },
})
const CLAY = attribute('matiere', 'Matière', 'gres', 'Grès')
const CHINA = attribute('matiere', 'Matière', 'porcelaine', 'Porcelaine')
const BLUE = attribute('couleur', 'Couleur', 'bleu', 'Bleu')

const PIECES = {
  'Bol bleu': { attributes: [CLAY, BLUE], price: 2000 },
  'Bol gris': { attributes: [CLAY], price: 1000 },
  'Vase bleu': { attributes: [CHINA, BLUE], price: 3000 },
  Carte: { attributes: [], price: 5000 },
}

beforeAll(async () => {
  const shelf = { slug: 'bols', title: { fr: 'Bols' }, description: {}, image: null }
  const documents = Object.entries(PIECES).map(([fr, { price }]) =>
    productDocument({ title: { fr }, collections: ['bols'] }, { price }),
  )
  await makeShop({ collections: [shelf], products: documents })
  const rows = await db.select().from(product)
  await runBatch(db, [
    ...rows.map((row) => {
      const made = Object.entries(PIECES).find(([title]) => title === row.title.fr)?.[1]
      const attributes = JSON.stringify(made?.attributes ?? [])
      return db.run(sql`update product set attributes = ${attributes} where id = ${row.id}`)
    }),
    ...relist(
      db,
      rows.map(({ id }) => id),
    ),
  ])
})

const titles = async (query: string) =>
  (await shop().get(`/collections/bols${query}`)).all('.cards h2')

test.each([
  ['?f.matiere=gres', ['Bol bleu', 'Bol gris']],
  ['?f.matiere=gres&sort=price-up', ['Bol gris', 'Bol bleu']],
  ['?f.matiere=gres&f.couleur=bleu', ['Bol bleu']],
  ['?f.couleur=bleu&sort=price-down', ['Vase bleu', 'Bol bleu']],
  ['?f.matiere=gres&f.couleur=rouge', ['Bol bleu', 'Bol gris']],
])('%s shows what it asks for', async (query, expected) => {
  expect(await titles(query)).toEqual(expected)
})

test('what nobody knows is as if it were not asked', async () => {
  const all = await titles('')
  expect(all).toHaveLength(4)
  for (const query of ['?f.matiere=verre', '?f.matiere=', '?f.x=y&utm=1', "?f.matiere=' or 1"]) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await titles(query), query).toEqual(all)
  }
})

test('a filter says how many it has, stays when the order changes, and can be taken away', async () => {
  const plain = await shop().get('/collections/bols')
  expect(plain.all('#f-matiere option')).toEqual(['Matière', 'Grès (2)', 'Porcelaine (1)'])
  const page = await shop().submit(plain, '.sorter form', { 'f.matiere': 'gres', sort: 'price-up' })
  expect(page.words('.sorter p')).toBe('2 pièces')
  expect(page.html.querySelector('#f-matiere [selected]')?.textContent).toBe('Grès (2)')
  expect(page.all('#f-couleur option')).toEqual(['Couleur', 'Bleu'])
  const canonical = page.html.querySelector('link[rel=canonical]')?.getAttribute('href')
  expect(canonical).toBe(`${env.SHOP_URL}/collections/bols?f.matiere=gres`)
  const back = page.html.querySelector('.chosen a')?.getAttribute('href')
  expect(back).toBe('/collections/bols?sort=price-up')
  const none = await shop().get('/collections/bols?f.matiere=porcelaine&f.couleur=bleu')
  expect(none.words('.sorter p')).toBe('1 pièce')
  const english = await shop().get('/en/collections/bols?f.matiere=gres')
  expect(english.words('.sorter p')).toBe('2 pieces')
})

test('a shelf without attributes shows no filters', async () => {
  await makeShop({
    collections: [{ slug: 'vide', title: { fr: 'Vide' }, description: {}, image: null }],
  })
  expect((await shop().get('/collections/vide')).all('.sorter select')).toHaveLength(1)
})

/** A page of the shelf, with what it read. */
async function ask(path: string) {
  const meter = meteredDb(env.DB)
  const answer = await pages.fetch(
    new Request(env.SHOP_URL + path),
    { ...env, DB: meter.db },
    createExecutionContext(),
  )
  expect(answer.status, path).toBe(200)
  const html = parse(await answer.text())
  return {
    cards: html.querySelectorAll('.card').length,
    words: html.querySelector('main')?.textContent ?? '',
    next: html.querySelector('.pager a[rel=next]')?.getAttribute('href') ?? null,
    previous: html.querySelector('.pager a[rel=prev]')?.getAttribute('href') ?? null,
    ...meter.read(),
  }
}

test('in a large shop a narrowed list is one question and reads few rows, far down too', async () => {
  await growCatalogue(env.DB, 1, 1500)
  for (const query of ['', '?f.matiere=gres', '?f.matiere=gres&f.couleur=bleu']) {
    let path: string | null = `/collections/bols${query}`
    for (let page = 1; page <= 4; page++) {
      // oxlint-disable-next-line no-await-in-loop
      const found: Awaited<ReturnType<typeof ask>> = await ask(path ?? '')
      expect([found.cards, found.roundTrips], path ?? '').toEqual([24, 1])
      expect(found.rowsRead, path ?? '').toBeLessThan(2000)
      path = found.next
    }
  }
}, 20_000)

test('what has two attributes is found however far down it is, a few rows at a time, and back again', async () => {
  // Of three thousand in clay only the last two are blue, after fifteen hundred that are blue and not of clay.
  const clay = sql`(select product_id from facet where collection_id = 'all' and name = 'matiere' and value = 'gres')`
  const kept = sql`(select product_id from facet where name = 'couleur' and collection_id = 'all'
    and product_id in ${clay} order by published_at limit 2)`
  await db.run(
    sql`delete from facet where name = 'couleur' and product_id in ${clay} and product_id not in ${kept}`,
  )
  const start = '/collections/all?f.matiere=gres&f.couleur=bleu'
  const cards: number[] = []
  const met: string[] = []
  for (let path: string | null = start; path;) {
    // oxlint-disable-next-line no-await-in-loop
    const page: Awaited<ReturnType<typeof ask>> = await ask(path)
    expect(page.rowsRead, path).toBeLessThan(3000)
    expect(page.words).toContain(page.cards ? 'Plus d’une page' : 'Les suivantes peut-être.')
    cards.push(page.cards)
    met.push(path)
    path = page.next
  }
  expect(cards).toEqual([0, 0, 0, 2])
  for (let path = met.at(-1) ?? '', at = met.length - 1; at > 0; at--) {
    // oxlint-disable-next-line no-await-in-loop
    path = (await ask(path)).previous ?? ''
    expect(path).toBe(met[at - 1])
  }
}, 20_000)

test('many values of one attribute leave room for the others, and each can still be asked for', async () => {
  await makeShop({
    collections: [{ slug: 'palette', title: { fr: 'Palette' }, description: {}, image: null }],
  })
  const { id } = await makeProduct({ collections: ['palette'] })
  const colours = Array.from({ length: 150 }, (_, i) =>
    attribute('couleur', 'Couleur', `c${1000 + i}`, `Bleu ${i}`),
  )
  const attributes = JSON.stringify([...colours, CLAY])
  await runBatch(db, [
    db.run(sql`update product set attributes = ${attributes} where id = ${id}`),
    ...relist(db, [id]),
  ])
  const page = await shop().get('/collections/palette')
  expect(page.all('#f-matiere option')).toEqual(['Matière', 'Grès (1)'])
  expect(page.all('#f-couleur option')).toHaveLength(120)
  for (const query of ['?f.matiere=gres', '?f.couleur=c1149', '?f.couleur=c1149&f.matiere=gres']) {
    // oxlint-disable-next-line no-await-in-loop
    const asked = await shop().get(`/collections/palette${query}`)
    expect(asked.at, query).toBe(`/collections/palette${query}`)
    expect(asked.all('.cards h2'), query).toHaveLength(1)
  }
})

import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { collection } from '#features/catalogue/table.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop } from '../support/worker.ts'

const db = openDb(env.DB)
const FORM = '.piece-desk form.sheet'
const owner = async () => atDesk(await makeStaff('owner'))
const shelf = (slug: string, fr: string, parent?: string) => ({
  slug,
  title: { fr, en: fr },
  description: {},
  image: null,
  ...(parent ? { parent } : {}),
})

/** A table with cups and bowls, a house, and one cup. */
async function shelves() {
  await env.DB.batch(
    ['facet', 'membership', 'former_slug', 'collection'].map((table) =>
      env.DB.prepare(`delete from ${table}`),
    ),
  )
  await makeShop({
    collections: [
      shelf('table', 'La table'),
      shelf('cups', 'Tasses', 'table'),
      shelf('bowls', 'Bols', 'table'),
      shelf('house', 'La maison'),
    ],
  })
  const cup = await makeProduct({ collections: ['cups'], title: { fr: 'Tasse', en: 'Cup' } })
  const rows = await db.select().from(collection)
  const id = (slug: string) => rows.find((row) => row.slug === slug)?.id ?? expect.fail(slug)
  return { cup, id }
}

async function counts(): Promise<Record<string, number>> {
  const rows = await db.select().from(collection)
  return Object.fromEntries(rows.map((row) => [row.slug, row.productCount]))
}

test('a collection moves with its pieces: the ones above gain them, the others lose them', async () => {
  const { id } = await shelves()
  const desk = await owner()
  expect(await counts()).toEqual({ all: 1, table: 1, cups: 1, bowls: 0, house: 0 })
  const form = await desk.get(`/admin/collections/${id('cups')}`)
  const saved = await desk.submit(form, 'form.sheet', { parent: id('house') })
  expect(saved.words('.notice')).toBe('La collection est enregistrée.')
  expect(await counts()).toEqual({ all: 1, table: 0, cups: 1, bowls: 0, house: 1 })
  expect((await shop().get('/collections/house')).text).toContain('Tasse')
  const wrong = await desk.submit(
    await desk.get(`/admin/collections/${id('house')}`),
    'form.sheet',
    {
      parent: id('cups'),
    },
  )
  expect(wrong.words('#parent-problem')).toContain('ne peut pas aller là')
})

test('a collection goes up and down by its arrows, and twice the same arrow once', async () => {
  const { id } = await shelves()
  const desk = await owner()
  const shown = await desk.get('/admin/collections')
  expect(shown.all('.tree b')).toEqual([
    'La table',
    'Tasses',
    'Bols',
    'La maison',
    'Toute la boutique',
  ])
  const moves = `form[action$="${id('cups')}/place"]`
  expect(shown.html.querySelectorAll(`${moves} [disabled]`)).toHaveLength(1)
  await desk.submit(shown, moves, { place: 1 })
  const after = await desk.submit(shown, moves, { place: 1 })
  expect(after.all('.tree b').slice(1, 3)).toEqual(['Bols', 'Tasses'])
})

test('a new address leads from the old one, and one that is taken is told', async () => {
  const { id } = await shelves()
  const desk = await owner()
  const form = await desk.get(`/admin/collections/${id('cups')}`)
  await desk.submit(form, 'form.sheet', { slug: 'Tasses & bols' })
  expect((await shop().get('/collections/tasses-bols')).status).toBe(200)
  const led = await env.DB.prepare('select kind, slug, leads_to from former_slug').first()
  expect(led).toEqual({ kind: 'collection', slug: 'cups', leads_to: id('cups') })
  const taken = await desk.submit(form, 'form.sheet', { slug: 'house' })
  expect([taken.status, taken.words('#slug-problem')]).toEqual([
    409,
    'Une autre collection a cette adresse : écrivez-en une autre.',
  ])
  await desk.submit(form, 'form.sheet', { slug: 'cups' })
  const left = await env.DB.prepare('select slug from former_slug').all()
  expect(left.results).toEqual([{ slug: 'tasses-bols' }])
})

test('a collection that is deleted leaves its pieces and what was inside it to the one above', async () => {
  const { cup, id } = await shelves()
  const desk = await owner()
  await desk.submit(await desk.get(`/admin/collections/${id('bowls')}`), 'form.sheet', {
    parent: id('cups'),
  })
  const form = await desk.get(`/admin/collections/${id('cups')}`)
  const after = await desk.submit(form, '.ask-once form')
  expect(after.words('.notice')).toContain('Ses pièces sont restées')
  expect(after.all('.tree b')).toEqual(['La table', 'Bols', 'La maison', 'Toute la boutique'])
  expect(await counts()).toEqual({ all: 1, table: 1, bowls: 0, house: 0 })
  expect((await shop().get('/collections/table')).text).toContain('Tasse')
  const kept = await env.DB.prepare('select collection_ids from product where id = ?')
    .bind(cup.id)
    .first('collection_ids')
  expect(kept).toBe(JSON.stringify([id('table')]))
  expect(await env.DB.prepare('select leads_to from former_slug').first('leads_to')).toBe(
    id('table'),
  )
  const all = await desk.get('/admin/collections/all')
  expect(all.html.querySelector('.ask-once')).toBeNull()
  expect((await desk.post('/admin/collections/all/removal')).status).toBe(404)
})

test('a new collection is made once a form, with an address from its name', async () => {
  await shelves()
  const desk = await owner()
  const form = await desk.get('/admin/collections/new')
  const empty = await desk.submit(form, 'form.sheet')
  expect([empty.status, empty.words('[id="title.fr-problem"]')]).toEqual([422, 'À remplir.'])
  const fields = { 'title.fr': 'Dîner d’été', 'searchTitle.fr': 'Vaisselle d’été' }
  await desk.submit(form, 'form.sheet', fields)
  const twice = await desk.submit(form, 'form.sheet', fields)
  expect(twice.all('.tree b').filter((name) => name === 'Dîner d’été')).toHaveLength(1)
  const page = await shop().get('/collections/diner-d-ete')
  expect([page.status, page.words('title')]).toEqual([200, 'Vaisselle d’été · Atelier Essai'])
  const lost = await desk.post(`/admin/collections/${newId('col')}`, { 'title.fr': 'X' })
  expect(lost.status).toBe(404)
})

test('only those who may see the pieces see the collections and the sales', async () => {
  const helper = await atDesk(await makeStaff('helper'))
  for (const path of ['/admin/products', '/admin/collections', '/admin/sales']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await helper.get(path)).status, path).toBe(404)
  }
})

test('under its new name the pieces of a collection are found, and no longer under the old one', async () => {
  const { cup, id } = await shelves()
  const tagged = await makeProduct({ tags: ['zephyrines'], collections: ['cups', 'house'] })
  const desk = await owner()
  for (const { id: piece } of [cup, tagged]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await desk.submit(await desk.get(`/admin/products/${piece}`), FORM)
  }
  const rename = async (title: string) => {
    const form = await desk.get(`/admin/collections/${id('cups')}`)
    expect((await desk.submit(form, 'form.sheet', { 'title.fr': title })).status).toBe(200)
  }
  const found = async (q: string) => {
    const { text } = await shop().get(`/search?q=${q}`)
    return [cup, tagged].map(({ slug }) => text.includes(`/products/${slug}"`))
  }
  await rename('Zéphyrines')
  expect(await found('zephyrines')).toEqual([true, true])
  await rename('Gobelets élégants')
  expect([await found('elegants'), await found('gobelets')]).toEqual([
    [true, true],
    [true, true],
  ])
  // Its own tag says so still.
  expect(await found('zephyrines')).toEqual([false, true])
  expect(await found('maison')).toEqual([false, true])
})

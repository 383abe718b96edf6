import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { TYPES } from '#features/home/desk-words.ts'
import { homePieces, homeShelves } from '#features/home/queries.ts'
import { BLOCK_TYPES } from '#features/home/rules.ts'
import { keepImage } from '#features/images/queries.ts'
import { storeImage } from '#features/images/store-image.ts'
import { allSettings, readSettings, writeSetting } from '#features/settings/queries.ts'
import { openDb } from '#platform/db.ts'
import { growCatalogue } from '../support/grow.ts'
import { makeProduct, makeShop, productDocument } from '../support/make.ts'
import { meteredDb } from '../support/meter.ts'
import { picture } from '../support/pictures.ts'
import type { Page, Shopper } from '../support/shopper.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tick, tools } from '../support/worker.ts'

const HOME = '/admin/content'
const FORM = 'form.sheet'

let desk: Shopper
let hash: string
beforeAll(async () => {
  const glaze = {
    name: 'glaze',
    label: { fr: 'Émail' },
    values: [{ value: 'sea', label: { fr: 'Mer' }, swatch: '#1d4b5c' }],
  }
  const collections = [{ slug: 'tasses', title: { fr: 'Tasses' }, description: {}, image: null }]
  await makeShop({
    collections,
    products: [
      productDocument(
        { slug: 'bol', title: { fr: 'Bol Houle' }, collections: ['tasses'], options: [glaze] },
        { options: { glaze: 'sea' } },
      ),
    ],
  })
  const db = openDb(env.DB)
  const image = await storeImage(env, await picture('hero.png'))
  await keepImage(db, image)
  ;({ hash } = image)
  desk = await atDesk(await makeStaff('owner'))
})

async function blocksNow() {
  return readSettings(await allSettings(openDb(env.DB))).home.blocks
}

/** Every field that any type of block asks for; each form takes its own. */
const filled = () => ({
  'title.fr': 'Un titre à voir',
  'text.fr': 'Un texte.',
  image: hash,
  'alt.fr': 'La table',
  'button.label.fr': 'Entrer',
  'button.to': 'collection:all',
  option: 'glaze',
  'product.1': 'Bol Houle (bol)',
  'pieces.1': 'bol',
  'items.0.title.fr': 'Un titre à voir',
})

test.each(BLOCK_TYPES)('a block of type %s is added by its form, and drawn', async (type) => {
  const form = await desk.get(`${HOME}/new/${type}`)
  const names = form.html.querySelectorAll(`${FORM} [name]`).map((f) => f.getAttribute('name'))
  const own = Object.fromEntries(Object.entries(filled()).filter(([name]) => names.includes(name)))
  const done = await desk.submit(form, FORM, own)
  expect([done.at, done.words('.notice')]).toEqual([
    `${HOME}?done=saved`,
    'Enregistré. L’accueil a changé.',
  ])
  expect(done.all('.block-rows b').at(-1)).toBe(TYPES[type].name.fr)
  const again = await desk.submit(form, FORM, own)
  expect(again.all('.block-rows b')).toEqual(done.all('.block-rows b'))
  // A journal without a post has nothing to show.
  if (type !== 'journal') expect((await shop().get('/')).text).toContain('Un titre à voir')
})

test('blocks go up and down, are changed and taken away, each as it was seen', async () => {
  const first = await desk.get(HOME)
  const names = first.all('.block-rows b')
  const second = first.html.querySelectorAll('.block-rows form')[1]?.getAttribute('action') ?? ''
  const up = await desk.post(second, { to: 'up' })
  expect(up.all('.block-rows b').slice(0, 2)).toEqual([names[1], names[0]])
  const href = up.html.querySelector('.block-rows a')?.getAttribute('href') ?? ''
  const changed = await desk.submit(await desk.get(href), FORM, { 'title.fr': 'Un marché' })
  expect(changed.words('.block-rows li')).toContain('Un marché')
  // The form that was seen before the change is of a block that is not there any more.
  const late = await desk.post(href, { 'title.fr': 'Trop tard' })
  expect([late.status, late.words('.notice')]).toEqual([409, expect.stringContaining('a changé')])
  const now = changed.html.querySelector('.block-rows a')?.getAttribute('href') ?? ''
  const gone = await desk.submit(await desk.get(now), '.ask-once form')
  expect(gone.all('.block-rows b')).toHaveLength(names.length - 1)
  const [act] = await actsOn(tools().db, 'home', 1)
  expect([act?.act, act?.facts]).toEqual(['settings.home', { fields: 'blocks' }])
})

test('what a block lacks stands beside its field, and what was typed stays', async () => {
  const form = await desk.get(`${HOME}/new/feature`)
  const wrong = await desk.submit(form, FORM, {
    'title.fr': 'Gardé',
    'product.1': 'Nulle part',
    image: hash,
  })
  expect([wrong.status, wrong.words('[id="product.1-problem"]')]).toEqual([
    422,
    expect.stringContaining('Aucune pièce de ce nom'),
  ])
  expect(wrong.html.querySelector('[id="title.fr"]')?.getAttribute('value')).toBe('Gardé')
  expect(wrong.html.querySelector('#image')?.getAttribute('value')).toBe(hash)
  expect((await desk.get(`${HOME}/new/nothing`)).status).toBe(404)
})

test('two editors of the home page do not undo each other', async () => {
  const db = openDb(env.DB)
  const form = await desk.get(`${HOME}/new/statement`)
  await writeSetting(db, 'home', { blocks: [...(await blocksNow()), { type: 'collections' }] })
  const before = await blocksNow()
  await desk.submit(form, FORM, { 'title.fr': 'Et moi' })
  expect(await blocksNow()).toEqual([
    ...before,
    expect.objectContaining({ title: { fr: 'Et moi' } }),
  ])
})

test('a collection that a block shows is read no further than its newest pieces', async () => {
  await growCatalogue(env.DB, 2, 60)
  const title = { fr: 'Les dernières' }
  const shelf = { type: 'products', title, link: null, pieces: [], collection: 'tasses' }
  await writeSetting(openDb(env.DB), 'home', { blocks: [shelf] })
  const meter = meteredDb(env.DB)
  const db = openDb(meter.db)
  const [pieces, shelves] = await db.batch([homePieces(db), homeShelves(db)])
  expect([pieces.length, shelves.length]).toEqual([0, 8])
  expect(meter.read().rowsRead).toBeLessThan(120)
  expect((await shop().get('/')).all('.cards h3')).toHaveLength(8)
})

test('every piece that the desk lets the home page name is on it', async () => {
  await growCatalogue(env.DB, 60, 100)
  const { results } = await env.DB.prepare('select slug from product limit 80').all<{
    slug: string
  }>()
  const slugs = results.map(({ slug }) => slug)
  const shelves = Array.from({ length: 10 }, (_, i) => `rayon-${i}`)
  await makeShop({
    collections: shelves.map((slug) => ({
      slug,
      title: { fr: slug },
      description: {},
      image: null,
    })),
  })
  await env.DB.exec(
    "insert into membership (collection_id, product_id, published_at, price) select c.id, p.id, p.published_at, 100 from collection c, (select * from product limit 8) p where c.slug like 'rayon-%'",
  )
  const block = { type: 'products', title: { fr: 'Choisies' }, link: null }
  await writeSetting(openDb(env.DB), 'home', {
    blocks: [
      ...shelves.map((_, i) => ({
        ...block,
        pieces: slugs.slice(i * 8, i * 8 + 8),
        collection: '',
      })),
      ...shelves.map((collection) => ({ ...block, pieces: [], collection })),
    ],
  })
  await tick()
  expect((await shop().get('/')).all('.cards h3')).toHaveLength(160)
})

test('what the home page names stays on it under another address', async () => {
  const db = openDb(env.DB)
  await makeShop({
    collections: [{ slug: 'carafes', title: { fr: 'Carafes' }, description: {}, image: null }],
  })
  const title = { fr: 'Carafe Écume', en: 'Carafe' }
  const { id, slug } = await makeProduct({ title, collections: ['carafes'] })
  const own = { link: null, title: { fr: slug } }
  const words = { alt: {}, text: {}, note: {}, image: hash }
  await writeSetting(db, 'home', {
    blocks: [
      { type: 'feature', product: slug, ...words, title: { fr: 'Vedette' } },
      { type: 'newest', lead: slug, ...own },
      { type: 'products', pieces: ['bol', slug], collection: '', ...own },
      { type: 'products', pieces: [], collection: 'carafes', ...own },
    ],
  })
  const seen = async () => {
    await tick()
    const home = await shop().get('/')
    const links = home.html.querySelectorAll('main a').map((a) => a.getAttribute('href') ?? '')
    return {
      feature: home.html.querySelector('.feature a')?.getAttribute('href'),
      cards: home.all('.cards h3').filter((name) => name === title.fr).length,
      links: links.filter((href) => href.startsWith('/products/')).length,
    }
  }
  const before = await seen()
  expect(before).toMatchObject({ feature: `/products/${slug}`, cards: 3 })
  const collectionId = await env.DB.prepare(
    "select id from collection where slug = 'carafes'",
  ).first<string>('id')
  const shelf = await desk.get(`/admin/collections/${collectionId}`)
  expect((await desk.submit(shelf, FORM, { slug: 'pichets' })).status).toBe(200)
  const piece = await desk.get(`/admin/products/${id}`)
  expect((await desk.submit(piece, `.piece-desk ${FORM}`, { slug: 'ecume' })).status).toBe(200)
  expect(await seen()).toEqual({ ...before, feature: '/products/ecume' })
  // What the maker wrote is no address.
  expect(await blocksNow()).toMatchObject([
    { product: 'ecume' },
    { lead: 'ecume', title: { fr: slug } },
    { pieces: ['bol', 'ecume'] },
    { collection: 'pichets' },
  ])
})

function menu(page: Page) {
  return page.html.querySelectorAll('header nav a').map((a) => a.getAttribute('href'))
}

test('a menu is arranged without a script and saved whole', async () => {
  const piece = await makeProduct()
  let page = await desk.get(`${HOME}/menus/main`)
  page = await desk.submit(page, FORM, { act: 'add' })
  const first = { 'row.0.label.fr': 'Tasses', 'row.0.to': 'collection:tasses', act: 'add' }
  page = await desk.submit(page, FORM, first)
  expect(page.words('.save-bar')).toContain('Pas encore enregistré')
  const second = { 'row.1.label.fr': 'La pièce', 'row.1.to': 'at', 'row.1.at': piece.slug }
  page = await desk.submit(page, FORM, { ...second, act: 'up.1' })
  expect(page.html.querySelector('[id="row.0.label.fr"]')?.getAttribute('value')).toBe('La pièce')
  const wrong = await desk.submit(page, FORM, { 'row.0.at': '/products/nulle-part' })
  expect([wrong.status, wrong.words('[id="row.0.at-problem"]')]).toEqual([
    422,
    'Aucune pièce à cette adresse.',
  ])
  const saved = await desk.submit(page, FORM)
  expect([saved.at, saved.words('.desk-doors li')]).toEqual([
    `${HOME}/menus?done=saved`,
    'En haut de page La pièce, Tasses',
  ])
  expect(menu(await shop().get('/'))).toEqual(
    expect.arrayContaining([`/products/${piece.slug}`, '/collections/tasses']),
  )
  const stale = await desk.submit(page, FORM, { 'row.0.label.fr': 'Autre' })
  expect([stale.status, stale.words('.notice')]).toEqual([409, expect.stringContaining('ailleurs')])
  expect((await desk.get(`${HOME}/menus/nothing`)).status).toBe(404)
})

test('a look is tried, checked and worn; nothing but its values reaches the style sheet', async () => {
  const form = await desk.get(`${HOME}/look`)
  const pale = await desk.submit(form, FORM, { soft: '#c0c4c4' })
  expect([pale.status, pale.words('#soft-problem')]).toEqual([
    422,
    expect.stringMatching(/^Contraste 1,\d .*il en faut 4,5\. #[0-9a-f]{6} convient\.$/),
  ])
  const mended = await desk.submit(pale, FORM, { act: 'mend' })
  expect(mended.words('.save-bar')).toContain('Pas encore enregistré')
  const fine = await desk.submit(mended, FORM, { corners: 'round', logo: hash })
  expect([fine.at, fine.words('.notice')]).toEqual([`${HOME}/look?done=saved`, 'Enregistré.'])
  const home = await shop().get('/')
  expect(home.html.querySelector('.mark img')?.getAttribute('src')).toContain(hash)
  const sheet = home.html.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? ''
  expect(sheet).toMatch(/^\/theme\//)
  const css = (await shop().get(sheet)).text
  expect(css).toMatch(/:root\{[^{}]*--radius:1\.75rem[^{}]*\}$/)
  const face = 'as=font'
  expect(home.headers.get('link')).toContain(face)
  await desk.submit(await desk.get(`${HOME}/look`), FORM, { letters: 'plain' })
  expect((await shop().get('/')).headers.get('link')).not.toContain(face)
  const back = await desk.submit(await desk.get(`${HOME}/look?from=stoneware`), FORM, { logo: '' })
  expect(back.status).toBe(200)
  expect(readSettings(await allSettings(openDb(env.DB))).theme).toEqual({})
})

test('the sheet of a preview holds colours and choices, whatever its address asks', async () => {
  const evil = encodeURIComponent('red}body{background:url(//evil.example)')
  const answer = await desk.get(
    `${HOME}/look/preview.css?ink=${evil}&corners=${evil}&letters=book&ground=fff`,
  )
  expect(answer.headers.get('content-type')).toContain('text/css')
  expect(answer.text).toMatch(/^\.look-sample\{[^{}]+\}$/)
  expect(answer.text).toContain('--ground:#ffffff')
  expect(answer.text).toContain('--ink:#15252b')
  expect(answer.text).not.toContain('evil')
  expect((await shop().ask(`${HOME}/look/preview.css`)).status).toBe(303)
})

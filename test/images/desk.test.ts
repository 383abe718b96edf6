import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { product } from '#features/catalogue/table.ts'
import { picturesOf } from '#features/catalogue/queries.ts'
import { newestImages, PER_PAGE } from '#features/images/desk-queries.ts'
import { image } from '#features/images/table.ts'
import { openDb } from '#platform/db.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { makeProduct } from '../support/make.ts'
import { meteredDb } from '../support/meter.ts'
import { picture } from '../support/pictures.ts'
import type { Shopper } from '../support/shopper.ts'
import { shop, tools } from '../support/worker.ts'

const GLAZE = {
  name: 'glaze',
  label: { fr: 'Émail', en: 'Glaze' },
  values: [
    { value: 'sea', label: { fr: 'Bleu marée', en: 'Tide blue' } },
    { value: 'chalk', label: { fr: 'Blanc craie', en: 'Chalk' } },
  ],
}

const owner = async () => atDesk(await makeStaff('owner'))
const at = (id: string, part = '') => `/admin/pictures/products/${id}${part}`

/** Sends files as a form of the desk does; `json` as its script does. */
function send(desk: Shopper, path: string, files: [string, Uint8Array | string][], json = false) {
  const body = new FormData()
  for (const [name, bytes] of files) body.append('file', new File([bytes], name))
  const accept = json ? 'application/json' : 'text/html'
  return desk.ask(path, { method: 'POST', headers: { origin: env.SHOP_URL, accept }, body })
}

/** A piece with pictures of these names, and with the one that it was made with first. */
async function pieceWith(desk: Shopper, names: readonly string[]) {
  const made = await makeProduct({ options: [GLAZE] }, { options: { glaze: 'sea' } })
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop
    await send(desk, at(made.id), [[`${name}.png`, await picture(made.id + name)]])
  }
  const hashes = await hashesOf(made.id)
  return { ...made, hashes }
}

const hashesOf = async (id: string) => (await picturesOf(tools().db, id)).map(({ hash }) => hash)

async function productNow(id: string) {
  const [row] = await openDb(env.DB).select().from(product).where(eq(product.id, id))
  return row
}

const cardOf = async (id: string) => (await productNow(id))?.card

test('only whoever may touch the pieces sends pictures', async () => {
  const { id, hashes } = await pieceWith(await owner(), [])
  const helper = await atDesk(await makeStaff('helper'))
  const file: [string, Uint8Array][] = [['a.png', await picture('helper')]]
  const before = await hashesOf(id)
  for (const path of ['/admin/pictures', at(id)]) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await send(helper, path, file)).status).toBe(404)
    // oxlint-disable-next-line no-await-in-loop
    expect((await send(shop(), path, file)).headers.get('location')).toContain('/admin/sign-in')
  }
  expect((await helper.get(at(id, `/${hashes[0]}`))).status).toBe(404)
  expect((await helper.post(at(id, '/removal'), { picture: hashes[0] ?? '' })).status).toBe(404)
  const foreign = await (
    await owner()
  ).ask('/admin/pictures', {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new FormData(),
  })
  expect(foreign.status).toBe(403)
  expect(await hashesOf(id)).toEqual(before)
})

test('several files at once become pictures of the piece; the same file again is the same picture', async () => {
  const desk = await owner()
  const { id } = await makeProduct({ images: [] })
  const files: [string, Uint8Array][] = [
    ['a.png', await picture(`${id}a`)],
    ['b.png', await picture(`${id}b`)],
  ]
  const sent = await send(desk, at(id), files)
  expect(sent.headers.get('location')).toBe(`/admin/products/${id}?done=pictures#pictures`)
  const hashes = await hashesOf(id)
  expect(hashes).toHaveLength(2)
  expect((await cardOf(id))?.image?.hash).toBe(hashes[0])
  await send(desk, at(id), files)
  expect(await hashesOf(id)).toEqual(hashes)
  const acts = await actsOn(tools().db, id, 5)
  expect(acts.map(({ act }) => act)).toEqual(['picture.added', 'picture.added'])
})

test('the script is answered with the picture, or with a sentence in the reader’s language', async () => {
  const desk = await owner()
  const { id } = await makeProduct()
  const kept = await send(desk, at(id), [['a.png', await picture(`${id}x`)]], true)
  expect(await kept.json()).toMatchObject({ width: 8, height: 10 })
  const svg: [string, string][] = [['logo.jpg', '<svg xmlns="http://www.w3.org/2000/svg"/>']]
  for (const path of ['/admin/pictures', at(id)]) {
    // oxlint-disable-next-line no-await-in-loop
    const refused = await send(desk, path, svg, true)
    expect(refused.status).toBe(422)
    // oxlint-disable-next-line no-await-in-loop
    const { problem } = await refused.json<{ problem: string }>()
    expect(problem).toContain('Un dessin SVG')
  }
  const nothing = await send(desk, at(id), [], true)
  expect(await nothing.json()).toEqual({ problem: 'Choisissez d’abord une photo.' })
  expect((await send(desk, at('prd_0000000000000000'), svg, true)).status).toBe(404)
})

test('without a script, each file that was refused is named with its reason; the others are there', async () => {
  const desk = await owner()
  const { id } = await makeProduct({ images: [] })
  const answer = await send(desk, at(id), [
    ['bonne.png', await picture(`${id}good`)],
    ['<b>page</b>.jpg', '<!doctype html><p>'],
  ])
  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(text).toContain('&lt;b&gt;page&lt;/b&gt;.jpg')
  expect(text).toContain('n’est pas une photo que nous savons lire')
  expect(text).toContain('Une photo est ajoutée.')
  expect(await hashesOf(id)).toHaveLength(1)
})

test('a file that is too heavy for the desk is refused before it is read', async () => {
  const desk = await owner()
  const heavy = await send(desk, '/admin/pictures', [['a.jpg', new Uint8Array(11 * 1024 * 1024)]])
  expect(heavy.status).toBe(413)
})

test('a piece shows twenty pictures and refuses the one after', async () => {
  const desk = await owner()
  const { id } = await makeProduct({ images: [] })
  const rows = Array.from({ length: 20 }, (_, n) => ({
    hash: `${id.slice(4)}${String(n).padStart(8, '0')}`.replace(/[^0-9a-f]/g, '0').slice(-24),
    n,
  }))
  const db = env.DB
  await db.batch(
    rows.flatMap(({ hash, n }) => [
      db
        .prepare("insert into image (hash, width, height, ground) values (?, 8, 10, '0')")
        .bind(hash),
      db.prepare("insert into product_image values (?, ?, ?, '{}', '{}', 4)").bind(id, n, hash),
    ]),
  )
  const refused = await send(desk, at(id), [['a.png', await picture(`${id}21`)]], true)
  expect([refused.status, await refused.json()]).toEqual([
    422,
    { problem: 'Cette pièce a déjà ses 20 photos\u00a0: retirez-en une d’abord.' },
  ])
  expect(await hashesOf(id)).toHaveLength(20)
})

test('pictures are put in order, and the cover follows to the lists', async () => {
  const desk = await owner()
  const { id, hashes } = await pieceWith(desk, ['b', 'c', 'd'])
  const [a = '', b = '', c = '', d = ''] = hashes
  const before = await productNow(id)
  const cases: [string, number, string[]][] = [
    [c, 0, [c, a, b, d]],
    [c, 0, [c, a, b, d]],
    [c, 2, [a, b, c, d]],
    [a, 3, [b, c, d, a]],
    [a, 99, [b, c, d, a]],
    [d, 1, [b, d, c, a]],
    ['f'.repeat(24), 0, [b, d, c, a]],
  ]
  for (const [picture, to, order] of cases) {
    // oxlint-disable-next-line no-await-in-loop
    await desk.post(at(id, '/order'), { picture, to })
    // oxlint-disable-next-line no-await-in-loop
    expect(await hashesOf(id)).toEqual(order)
  }
  expect((await cardOf(id))?.image?.hash).toBe(b)
  // The form of the piece that stands open meanwhile is still about what it shows.
  expect((await productNow(id))?.updatedAt).toBe(before?.updatedAt)
  const page = await desk.get(at(id, `/${d}`))
  expect(page.words('h1')).toBe('Photo 2 sur 4')
  const moved = await desk.submit(page, '.picture-moves', { to: 2 })
  expect(moved.words('h1')).toBe('Photo 3 sur 4')
  expect(moved.words('[role=status]')).toBe('La photo est déplacée.')
})

test('a picture says what it shows, for which choice, and what stays in sight', async () => {
  const desk = await owner()
  const { id, slug, hashes } = await pieceWith(desk, [])
  const [hash = ''] = hashes
  const page = await desk.get(at(id, `/${hash}`))
  expect(page.all('h1')).toHaveLength(1)
  const answer = await desk.ask(at(id, '/words'), {
    method: 'POST',
    headers: { origin: env.SHOP_URL },
    body: new URLSearchParams({
      picture: hash,
      'alt.fr': 'Le mug, vu de haut',
      'alt.en': '',
      focus: '1',
      choice_glaze: 'chalk',
      choice_colour: 'x',
    }),
  })
  expect(answer.headers.get('location')).toBe(`/admin/products/${id}?done=pictures#pictures`)
  const [row] = await picturesOf(tools().db, id)
  expect(row).toMatchObject({
    alt: { fr: 'Le mug, vu de haut' },
    choice: { glaze: 'chalk' },
    focus: 1,
  })
  expect((await cardOf(id))?.image?.focus).toBe(1)
  const list = await shop().get('/collections/all')
  const card = list.html.querySelectorAll('.card').find((one) => one.innerHTML.includes(slug))
  expect(card?.querySelector('img')?.classNames).toContain('f1')
  const long = { 'alt.fr': 'x'.repeat(301), focus: 12 }
  const wrong = await desk.submit(page, '.picture-words', long)
  expect(wrong.status).toBe(422)
  expect(wrong.html.querySelector('[id="alt.fr"]')?.textContent).toContain('xxx')
  expect(wrong.words('[id="alt.fr-problem"]')).toContain('300')
})

test('a picture that is taken off leaves no gap, and can be put back', async () => {
  const desk = await owner()
  const { id, hashes } = await pieceWith(desk, ['b', 'c'])
  const [a = '', b = '', c = ''] = hashes
  const page = await desk.get(at(id, `/${a}`))
  await desk.submit(page, '.ask-once form')
  await desk.submit(page, '.ask-once form')
  expect(await hashesOf(id)).toEqual([b, c])
  expect((await cardOf(id))?.image?.hash).toBe(b)
  const { results } = await env.DB.prepare(
    'select position from product_image where product_id = ? order by position',
  )
    .bind(id)
    .all()
  expect(results).toEqual([{ position: 0 }, { position: 1 }])
  expect((await desk.get(at(id, `/${a}`))).status).toBe(404)
  const library = await desk.get(`/admin/pictures?for=${id}`)
  const again = library.html
    .querySelectorAll('.library form')
    .find((form) => form.querySelector(`[value="${a}"]`))
  expect(again).toBeDefined()
  await desk.post(at(id), { picture: a })
  expect(await hashesOf(id)).toEqual([b, c, a])
  const acts = (await actsOn(tools().db, id, 20)).map(({ act }) => act)
  expect(acts).toContain('picture.removed')
})

test('the page of all pictures takes one, shows its number, and goes on by pages', async () => {
  const desk = await owner()
  const sent = await send(desk, '/admin/pictures', [['a.png', await picture('library')]])
  const page = await desk.get(sent.headers.get('location') ?? '')
  const hash = page.words('.library code')
  expect(page.words('[role=status]')).toContain(hash)
  const empty = await desk.post('/admin/pictures', {})
  expect([empty.status, empty.words('#picture-files-problem')]).toEqual([
    422,
    'Choisissez d’abord une photo.',
  ])
  const many = Array.from({ length: 60 }, (_, n) => ({
    hash: n.toString(16).padStart(24, 'a'),
    width: 8,
    height: 10,
    ground: '0',
  }))
  await Promise.all(many.map((row) => openDb(env.DB).insert(image).values(row)))
  const one = await desk.get('/admin/pictures')
  const two = await desk.get(one.html.querySelector('[rel=next]')?.getAttribute('href') ?? '')
  const [first, second] = [one.all('.library code'), two.all('.library code')]
  expect([first.length, second.length]).toEqual([PER_PAGE, PER_PAGE])
  expect(new Set([...first, ...second]).size).toBe(2 * PER_PAGE)
  const metered = meteredDb(env.DB)
  const db = openDb(metered.db)
  await db.batch([newestImages(db, null)])
  expect(metered.read().rowsRead).toBeLessThanOrEqual(PER_PAGE + 1)
})

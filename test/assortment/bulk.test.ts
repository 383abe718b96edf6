import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { product, variant } from '#features/catalogue/table.ts'
import { levelOf } from '#features/stock/queries.ts'
import { openDb } from '#platform/db.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop } from '../support/worker.ts'

const db = openDb(env.DB)
const collection = (slug: string, fr: string, parent?: string) => ({
  slug,
  title: { fr, en: fr },
  description: {},
  image: null,
  ...(parent ? { parent } : {}),
})

const owner = async () => atDesk(await makeStaff('owner'))
const priceOf = async (id: string) =>
  (await db.select({ price: variant.price }).from(variant).where(eq(variant.id, id)))[0]?.price
const pieceOf = async (id: string) =>
  (await db.select().from(product).where(eq(product.id, id)))[0] ?? expect.fail('no piece')

type Desk = Awaited<ReturnType<typeof owner>>

/** Goes from the ticked pieces through the preview to the change. */
async function change(desk: Desk, ids: readonly string[], fields: Record<string, string>) {
  const query = new URLSearchParams({ ...fields, id: ids.join() }).toString()
  const preview = await desk.get(`/admin/products/bulk?${query}`)
  return { preview, after: await desk.submit(preview, 'main form') }
}

async function pieces(count: number, prices = [2800, 3400, 5000]) {
  return Promise.all(
    Array.from({ length: count }, (_, i) =>
      makeProduct({ title: { fr: `Bol ${i}`, en: `Bowl ${i}` } }, { price: prices[i] ?? 1000 }),
    ),
  )
}

test('prices go down by a percentage and end in 90, as the preview said, and come back', async () => {
  const made = await pieces(2)
  const desk = await owner()
  const ids = made.map(({ id }) => id)
  const variants = made.map(({ variants: [first] }) => first?.id ?? '')
  const fields = { act: 'price', sign: 'down', size: '10', by: 'percent', to90: 'yes' }
  const { preview, after } = await change(desk, ids, fields)
  expect(preview.all('.bulk-list li').toSorted()).toEqual([
    'Bol 0 28 € → devient 24,90 €',
    'Bol 1 34 € → devient 30,90 €',
  ])
  expect([after.at, after.words('.notice')]).toEqual(['/admin/products?done=bulk', 'C’est fait.'])
  expect(await Promise.all(variants.map(priceOf))).toEqual([2490, 3090])
  const page = await shop().get(`/products/${made[0]?.slug}`)
  expect(page.words('.price')).toContain('24,90')
  expect(page.words('.price s')).toContain('28')
  const twice = await desk.submit(preview, 'main form')
  expect([twice.status, await priceOf(variants[0] ?? '')]).toEqual([200, 2490])
  const back = await desk.submit(after, '.last-edit form')
  expect(back.words('.notice')).toBe('C’est annulé.')
  expect(back.html.querySelector('.last-edit')).toBeNull()
  expect(await Promise.all(variants.map(priceOf))).toEqual([2800, 3400])
  const again = await desk.submit(after, '.last-edit form')
  expect(again.words('.notice')).toContain('Rien n’a été annulé')
})

test('what has changed since the preview is shown anew; what has changed since the change stays', async () => {
  const [one, two] = await pieces(2)
  const desk = await owner()
  const ids = [one?.id ?? '', two?.id ?? '']
  const first = one?.variants[0]?.id ?? ''
  const fields = { act: 'price', sign: 'up', size: '2', by: 'amount' }
  const query = new URLSearchParams({ ...fields, id: ids.join() }).toString()
  const old = await desk.get(`/admin/products/bulk?${query}`)
  await change(desk, [ids[0] ?? ''], { act: 'price', sign: 'up', size: '10', by: 'amount' })
  const moved = await desk.submit(old, 'main form')
  expect([moved.status, await priceOf(first)]).toEqual([409, 3800])
  expect(moved.words('.bulk-list')).toContain('38 € → devient 40 €')
  const done = await desk.submit(moved, 'main form')
  expect(await priceOf(first)).toBe(4000)
  await db.update(variant).set({ price: 4500 }).where(eq(variant.id, first))
  const back = await desk.submit(done, '.last-edit form')
  expect(back.words('.notice')).toContain('elles restent comme elles sont : Bol 0.')
  expect(await priceOf(first)).toBe(4500)
  expect(await priceOf(two?.variants[0]?.id ?? '')).toBe(3400)
})

test('a gift card keeps its price, and no price falls to zero', async () => {
  const card = await makeProduct({ kind: 'gift_card', title: { fr: 'Carte', en: 'Card' } })
  const cheap = await makeProduct({ title: { fr: 'Dé', en: 'Die' } }, { price: 100 })
  const desk = await owner()
  const fields = { act: 'price', sign: 'down', size: '5', by: 'amount' }
  const query = new URLSearchParams({ ...fields, id: [card.id, cheap.id].join() }).toString()
  const page = await desk.get(`/admin/products/bulk?${query}`)
  expect(page.all('.bulk-list li').toSorted()).toEqual([
    'Carte une carte cadeau coûte ce qu’elle vaut',
    'Dé le prix tomberait à zéro',
  ])
  expect(page.all('main form button')).toEqual([])
})

test('pieces leave the shop and come back as they were', async () => {
  const [made] = await pieces(1)
  const id = made?.id ?? ''
  const desk = await owner()
  const before = await pieceOf(id)
  const { preview, after } = await change(desk, [id], { act: 'state', state: 'archived' })
  expect(preview.words('.bulk-list')).toContain('En ligne → devient Archivée')
  expect((await shop().get(`/products/${made?.slug}`)).status).toBe(410)
  await desk.submit(after, '.last-edit form')
  expect((await shop().get(`/products/${made?.slug}`)).status).toBe(200)
  expect((await pieceOf(id)).publishedAt).toBe(before.publishedAt)
})

test('a draft that is published is new, and one without a variant stays a draft', async () => {
  const [out, bare] = await pieces(2)
  const desk = await owner()
  const ids = [out?.id ?? '', bare?.id ?? '']
  await change(desk, ids, { act: 'state', state: 'draft' })
  await db
    .update(variant)
    .set({ offered: false })
    .where(eq(variant.productId, bare?.id ?? ''))
  const start = Date.now()
  const { preview } = await change(desk, ids, { act: 'state', state: 'published' })
  expect(preview.words('.bulk-list + .bulk-list')).toContain('aucune déclinaison à vendre')
  expect((await pieceOf(ids[0] ?? '')).publishedAt).toBeGreaterThanOrEqual(start)
  expect((await pieceOf(ids[1] ?? '')).state).toBe('draft')
})

test('pieces are put into a collection and found by its name, and taken out again', async () => {
  await makeShop({
    collections: [collection('table', 'Service'), collection('tasses', 'Gobelets', 'table')],
  })
  const [made] = await pieces(1)
  const id = made?.id ?? ''
  const desk = await owner()
  const [tasses] = await env.DB.prepare("select id from collection where slug = 'tasses'")
    .all<{ id: string }>()
    .then(({ results }) => results)
  const found = async (slug: string) =>
    (await shop().get(`/collections/${slug}`)).text.includes('Bol 0')
  await change(desk, [id], { act: 'join', join: tasses?.id ?? '' })
  expect([await found('tasses'), await found('table')]).toEqual([true, true])
  expect((await shop().get('/search?q=gobelet')).text).toContain('Bol 0')
  const { after } = await change(desk, [id], { act: 'leave', leave: tasses?.id ?? '' })
  expect([await found('tasses'), await found('table'), await found('all')]).toEqual([
    false,
    false,
    true,
  ])
  await desk.submit(after, '.last-edit form')
  expect(await found('tasses')).toBe(true)
})

test('what was made is added to the stock, and what is not sold yet can be taken back', async () => {
  const [made] = await pieces(1)
  const id = made?.variants[0]?.id ?? ''
  const desk = await owner()
  const left = async () => (await levelOf(db, id))[0]?.available
  const { after } = await change(desk, [made?.id ?? ''], { act: 'stock', made: '4' })
  expect(await left()).toBe(14)
  await desk.submit(after, '.last-edit form')
  expect(await left()).toBe(10)
})

test('what is wrong stands beside its field, and nothing typed is lost', async () => {
  const [made] = await pieces(1)
  const desk = await owner()
  const page = await desk.get(
    `/admin/products/bulk?id=${made?.id}&act=price&sign=down&size=95&by=percent`,
  )
  expect(page.status).toBe(422)
  expect(page.words('#size-problem')).toContain('C’est trop')
  expect(page.html.querySelector('#size')?.getAttribute('value')).toBe('95')
  const none = await desk.get('/admin/products/bulk')
  expect(none.words('.notice')).toContain('Cochez d’abord')
})

test('a copy is a draft with everything but the stock, once a button', async () => {
  const made = await makeProduct({ title: { fr: 'Vase', en: 'Vase' } }, { sku: 'V-1', price: 4200 })
  const desk = await owner()
  const list = await desk.get('/admin/products')
  const button = list.html
    .querySelectorAll('button[name=copy]')
    .map((found) => found.getAttribute('value') ?? '')
    .find((value) => value.startsWith(made.id))
  const copy = button?.split('.')[1] ?? ''
  const answer = await desk.ask('/admin/products/duplicate', {
    method: 'POST',
    headers: { origin: env.SHOP_URL },
    body: new URLSearchParams({ copy: button ?? '' }),
  })
  expect(answer.headers.get('location')).toBe(`/admin/products/${copy}`)
  await desk.post('/admin/products/duplicate', { copy: button ?? '' })
  const row = await pieceOf(copy)
  expect(row).toMatchObject({
    state: 'draft',
    slug: `${made.slug}-2`,
    title: { fr: 'Vase (copie)' },
  })
  expect(row.card.image).not.toBeNull()
  const [own] = await db.select().from(variant).where(eq(variant.productId, copy))
  expect(own).toMatchObject({ sku: 'V-1-2', price: 4200 })
  expect((await levelOf(db, own?.id ?? ''))[0]?.available).toBe(0)
  expect((await desk.get('/admin/products?q=copie')).all('.piece-name b')).toEqual(['Vase (copie)'])
})

test('only the last change is taken back, and only within its week', async () => {
  const [one, two] = await pieces(2)
  const desk = await owner()
  const id = one?.id ?? ''
  const variantId = one?.variants[0]?.id ?? ''
  const fields = { act: 'price', sign: 'up', size: '10', by: 'percent' }
  const first = await change(desk, [id], fields)
  await change(desk, [two?.id ?? ''], fields)
  const late = await desk.submit(first.after, '.last-edit form')
  expect([late.at, await priceOf(variantId)]).toEqual(['/admin/products?done=refused', 3080])
  const last = await change(desk, [id], fields)
  await env.DB.prepare('update bulk_edit set at = at - 8 * 86400000').run()
  const old = await desk.submit(last.after, '.last-edit form')
  expect([old.at, await priceOf(variantId)]).toEqual(['/admin/products?done=refused', 3388])
})

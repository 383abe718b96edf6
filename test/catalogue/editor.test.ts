import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import {
  dueProducts,
  everyVariantOf,
  piecesNamed,
  productById,
  slugsLike,
} from '#features/catalogue/desk-queries.ts'
import { readDeskProduct } from '#features/catalogue/read-desk-product.ts'
import { move } from '#features/stock/queries.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { growCatalogue } from '../support/grow.ts'
import { meteredDb } from '../support/meter.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { stockOf } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop } from '../support/worker.ts'

const db = openDb(env.DB)
const FORM = '.piece-desk form.sheet'
const page = (id: string) => `/admin/products/${id}`

async function pieceNow(id: string) {
  const [[product], variants] = await db.batch([productById(db, id), everyVariantOf(db, id)])
  return { product: product ?? expect.fail(`no ${id}`), variants }
}

const actionOf = (shown: {
  html: { querySelector: (s: string) => { getAttribute: (n: string) => string | undefined } | null }
}) => shown.html.querySelector(FORM)?.getAttribute('action')?.split('/').at(-1) ?? ''

test('the editor is behind the door, and there is no page for a piece that is not there', async () => {
  const { id } = await makeProduct()
  expect((await shop().get(page(id))).at).toBe('/admin/sign-in')
  const desk = await atDesk(await makeStaff('owner'))
  for (const path of [page('prd_0000000000000000'), `${page('prd_0000000000000000')}/options`]) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await desk.get(path)).status).toBe(404)
  }
})

test('a piece is made on one page: a draft first, then published with the other button', async () => {
  await makeShop()
  const desk = await atDesk(await makeStaff('owner'))
  const shown = await desk.get('/admin/products/new')
  const id = actionOf(shown)
  const typed = { 'title.fr': 'Jarre de lune', 'subtitle.fr': 'Pièce unique' }
  const draft = await desk.submit(shown, FORM, typed)
  expect([draft.status, draft.at]).toEqual([200, `${page(id)}?done=made`])
  expect(draft.words('.notice')).toContain('Ajoutez ses photos')
  expect((await shop().get('/products/jarre-de-lune')).status).toBe(404)
  const early = await desk.submit(draft, FORM, { publish: 'yes' })
  expect(early.status).toBe(422)
  const variant = id.replace('prd', 'var')
  expect(early.words(`#price_${variant}-problem`)).toContain('Il manque un prix')
  const out = await desk.submit(early, FORM, { [`price_${variant}`]: '180', publish: 'yes' })
  expect(out.words('.notice')).toBe('La pièce est en ligne.')
  const reference = out.html.querySelector(`#sku_${variant}`)?.getAttribute('value')
  expect(reference).toMatch(/^JARRE-DE-LUNE-\w{4}$/)
  const theirs = await shop().get('/products/jarre-de-lune')
  expect([theirs.status, theirs.words('h1')]).toEqual([200, 'Jarre de lune'])
  expect(await stockOf(variant)).toEqual({ available: 1, held: 0, sold: 0 })
  const again = await desk.submit(shown, FORM, typed)
  expect(again.status).toBe(409)
})

test('the form shows everything it saves: saved untouched, a piece stays what it was', async () => {
  const { id } = await makeProduct({
    subtitle: { fr: 'Grès', en: 'Stoneware' },
    tags: ['thé', 'café'],
    dimensions_mm: { length: 112, width: 82, height: 92 },
    care: { fr: 'À la main', en: 'By hand' },
    warnings: { fr: 'Brûlant' },
  })
  const desk = await atDesk(await makeStaff('owner', { lang: 'en' }))
  const before = await pieceNow(id)
  const saved = await desk.submit(await desk.get(page(id)), FORM)
  expect([saved.status, saved.words('.notice')]).toEqual([200, 'Saved.'])
  const { product, variants } = await pieceNow(id)
  expect({ ...product, updatedAt: 0 }).toEqual({ ...before.product, updatedAt: 0 })
  expect(variants).toEqual(before.variants)
})

test('what is wrong stands beside its field, and nothing that was typed is lost', async () => {
  const { id, variants } = await makeProduct()
  const desk = await atDesk(await makeStaff('owner'))
  const price = `price_${variants[0]?.id}`
  const wrong = await desk.submit(await desk.get(page(id)), FORM, {
    'title.fr': '',
    'description.fr': 'Tout **neuf**',
    [price]: 'douze',
    slug: 'Déjà & Là',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.words('.notice')).toContain('2 champs sont à revoir')
  expect(wrong.all('.problems a')).toEqual([
    'Nom : À remplir.',
    expect.stringContaining('Prix TTC : Un montant'),
  ])
  expect(wrong.html.querySelector(`#${price}`)?.getAttribute('value')).toBe('douze')
  expect(wrong.words('textarea[name="description.fr"]')).toBe('Tout **neuf**')
  const described = wrong.html.querySelector(`#${price}`)?.getAttribute('aria-describedby') ?? ''
  expect(wrong.words(`#${described}`)).toContain('Un montant')
})

test('a sale between the form and its posting is told with both numbers; saved once more, it holds', async () => {
  const { id, variants } = await makeProduct()
  const desk = await atDesk(await makeStaff('owner'))
  const variantId = variants[0]?.id ?? ''
  const shown = await desk.get(page(id))
  const sale = { id: newId('mov'), variantId, kind: 'hold' as const, quantity: 3, at: 1 }
  await move(db, sale)
  const typed = { [`stock_${variantId}`]: 12, 'title.fr': 'Bol recompté' }
  const told = await desk.submit(shown, FORM, typed)
  expect(told.status).toBe(409)
  expect(told.words(`#stock_${variantId}-problem`)).toContain('il en reste 7, et non 10')
  expect(told.html.querySelector('input[name="title.fr"]')?.getAttribute('value')).toBe(
    'Bol recompté',
  )
  expect(await stockOf(variantId)).toMatchObject({ available: 7 })
  const saved = await desk.submit(told, FORM)
  expect(saved.status).toBe(200)
  expect(await stockOf(variantId)).toMatchObject({ available: 12, held: 3 })
})

test('two editors: the second is told who was first and keeps what they typed', async () => {
  const { id, slug } = await makeProduct()
  const [mona, jean] = [
    await atDesk(await makeStaff('owner', { name: 'Mona' })),
    await atDesk(await makeStaff('owner')),
  ]
  const [first, second] = [await mona.get(page(id)), await jean.get(page(id))]
  await mona.submit(first, FORM, { 'title.fr': 'Le titre de Mona' })
  const told = await jean.submit(second, FORM, { 'title.fr': 'Le titre de Jean' })
  expect(told.status).toBe(409)
  expect(told.words('.notice')).toContain('Mona a enregistré cette pièce à')
  expect((await shop().get(`/products/${slug}`)).words('h1')).toBe('Le titre de Mona')
  expect((await jean.submit(told, FORM)).status).toBe(200)
  expect((await shop().get(`/products/${slug}`)).words('h1')).toBe('Le titre de Jean')
})

test('options are changed in two steps: what stays, comes and goes is seen before it is done', async () => {
  const { id, variants } = await makeProduct()
  const desk = await atDesk(await makeStaff('owner'))
  const form = await desk.get(`${page(id)}/options`)
  const typed = {
    'option_0_label.fr': 'Taille',
    'option_0_value_0_label.fr': 'Petit',
    'option_0_value_1_label.fr': 'Grand',
  }
  const more = await desk.submit(form, '.options-form', { ...typed, step: 'more' })
  expect(more.all('.value-rows > li').length).toBeGreaterThan(form.all('.value-rows > li').length)
  const plan = await desk.submit(more, '.options-form', { step: 'plan' })
  expect(plan.all('.plan h2')).toEqual(['Nouvelles 1', 'Restent 1'])
  expect(plan.words('.plan section:last-child')).toContain('10 en stock')
  expect((await pieceNow(id)).variants).toHaveLength(1)
  const done = await desk.submit(plan, 'main form', { step: 'save' })
  expect(done.words('.notice')).toContain('Les déclinaisons sont à jour')
  expect(done.all('.variant-name')).toEqual(['Petit', 'Grand'])
  expect((await pieceNow(id)).variants[0]?.id).toBe(variants[0]?.id)
  const late = await desk.submit(plan, 'main form', { step: 'save' })
  expect(late.status).toBe(409)
})

test('a draft is seen under its link, privately, and cannot be bought; the link is taken back', async () => {
  const { id, slug } = await makeProduct()
  const desk = await atDesk(await makeStaff('owner'))
  await desk.submit(await desk.get(page(id)), FORM, { state: 'draft' })
  const made = await desk.submit(await desk.get(page(id)), '#preview form')
  const path = made.html.querySelector('.preview-link a')?.getAttribute('href') ?? ''
  const seen = await shop().get(path)
  expect([seen.status, (await shop().get(`/products/${slug}`)).status]).toEqual([200, 404])
  expect(seen.words('.notice')).toContain('Ceci est un aperçu')
  expect(seen.html.querySelector('form.buy')).toBeNull()
  expect(seen.headers.get('cache-control')).toBe('private, no-store')
  expect(seen.headers.get('x-robots-tag')).toBe('noindex')
  const closed = await desk.submit(made, '#preview form')
  expect(closed.words('.notice')).toContain('ne mène plus nulle part')
  expect((await shop().get(path)).status).toBe(404)
  expect((await shop().get(`/preview/${'0'.repeat(32)}`)).status).toBe(404)
})

test('a description is shown as the shop will, and nothing of it runs', async () => {
  const desk = await atDesk(await makeStaff('owner'))
  const text = 'Un bol. Il est **rond** <script>alert(1)</script>.'
  const fields = { show: 'description.fr', 'description.fr': text }
  const shown = await desk.post('/admin/products/text', fields)
  expect(shown.words('.text-shown strong')).toBe('rond')
  expect(shown.html.querySelector('.text-shown script')).toBeNull()
})

test('a file is kept when it is what it says it is', async () => {
  const { id } = await makeProduct({ kind: 'digital' })
  const desk = await atDesk(await makeStaff('owner'))
  const send = (name: string, bytes: string) => {
    const body = new FormData()
    body.set('download', new File([bytes], name))
    body.set('max_downloads', '3')
    return desk.ask(`${page(id)}/file`, { method: 'POST', headers: { origin: env.SHOP_URL }, body })
  }
  expect((await send('guide.pdf', '<script>')).status).toBe(422)
  expect((await send('guide.exe', 'MZ')).status).toBe(422)
  expect((await send('Mon guide.pdf', '%PDF-1.7 …')).status).toBe(303)
  const { download } = (await pieceNow(id)).product
  expect(download).toMatchObject({ filename: 'Mon-guide.pdf', maxDownloads: 3 })
  expect(await env.PICTURES.head(download?.key ?? '')).not.toBeNull()
})

test('pieces to put beside one are found by name, with a bounded reading however many there are', async () => {
  await makeProduct({ slug: 'bol-voisin', title: { fr: 'Bol voisin', en: 'Bowl' } })
  const { id } = await makeProduct()
  const desk = await atDesk(await makeStaff('owner'))
  // What a load leaves to the search is written anew by a save.
  const found = await desk.get('/admin/products/pieces?q=voisin')
  expect(found.html.querySelector('[data-slug]')?.getAttribute('data-slug')).toBe('bol-voisin')
  const saved = await desk.submit(await desk.get(page(id)), FORM, {
    related: '/products/bol-voisin/',
  })
  expect(saved.words('textarea[name=related]')).toBe('bol-voisin')
  await growCatalogue(env.DB, 2, 60)
  const meter = meteredDb(env.DB)
  const metered = openDb(meter.db)
  await readDeskProduct(metered, id)
  const [due, named] = await metered.batch([
    dueProducts(metered, Date.now(), 25),
    piecesNamed(metered, 'autre', 8),
    slugsLike(metered, 'bol-voisin'),
  ])
  expect([due.length, named.length]).toEqual([0, 8])
  expect(meter.read().rowsRead).toBeLessThan(600)
})

test('every page has one title, unique ids, and speaks the language of who reads it', async () => {
  const { id } = await makeProduct()
  const desk = await atDesk(await makeStaff('owner', { lang: 'en' }))
  for (const path of ['/admin/products/new', page(id), `${page(id)}/options`]) {
    // oxlint-disable-next-line no-await-in-loop
    const shown = await desk.get(path)
    expect([shown.status, shown.all('h1').length]).toEqual([200, 1])
    expect(shown.html.querySelector('html')?.getAttribute('lang')).toBe('en')
    const ids = shown.html.querySelectorAll('[id]').map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const field of shown.html.querySelectorAll('input:not([type=hidden]), textarea, select')) {
      const named = field.closest('label') ?? shown.html.querySelector(`label[for="${field.id}"]`)
      expect(named, field.toString()).not.toBeNull()
    }
  }
})

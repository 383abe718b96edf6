import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { everyVariantOf, productById } from '#features/catalogue/desk-queries.ts'
import type { ProductValue } from '#features/catalogue/product-form.ts'
import { priceHistory } from '#features/catalogue/queries.ts'
import { publishScheduled } from '#features/catalogue/publish-scheduled.ts'
import { saveOptions } from '#features/catalogue/save-options.ts'
import { saveProduct, type Saving } from '#features/catalogue/save-product.ts'
import type { Option } from '#features/catalogue/rules.ts'
import { quote } from '#features/pricing/quote.ts'
import { DEFAULTS } from '#features/settings/rules.ts'
import { move } from '#features/stock/queries.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { stockOf } from '../support/orders.ts'
import { shop, tick, tools } from '../support/worker.ts'

const ACTOR = { staffId: 'stf_test', who: 'Mona' }
const db = openDb(env.DB)

beforeAll(() => makeShop())

/** What the form of a plain piece says, with one variant. */
function plain(id: string, given: Partial<ProductValue> = {}, variant = {}): ProductValue {
  return {
    kind: 'physical',
    state: 'published',
    publishAt: null,
    title: { fr: `Bol ${id}` },
    subtitle: {},
    description: {},
    care: null,
    madeIn: null,
    warnings: null,
    tags: [],
    attributes: [],
    personal: [],
    contentUnit: null,
    search: null,
    collectionIds: [],
    taxClass: 'standard',
    lengthMm: null,
    widthMm: null,
    heightMm: null,
    leadWeeks: null,
    oneOfAKind: false,
    slug: '',
    related: [],
    parts: [],
    variants: [
      {
        id: id.replace('prd', 'var'),
        sku: `SKU-${id}`,
        price: 2400,
        priceShown: null,
        cost: null,
        weightG: 400,
        content: null,
        stock: 5,
        shown: null,
        ...variant,
      },
    ],
    ...given,
  }
}

function save(id: string, seen: number, value: ProductValue, now = Date.now()) {
  const saving: Saving = { id, seen, value, settings: DEFAULTS }
  return saveProduct(tools(now), ACTOR, saving)
}

async function pieceNow(id: string) {
  const [[product], variants] = await db.batch([productById(db, id), everyVariantOf(db, id)])
  return { product: product ?? expect.fail(`no ${id}`), variants }
}

/** A saved piece with the moment that a second form would show. */
async function made(given: Partial<ProductValue> = {}, variant = {}) {
  const id = newId('prd')
  expect(await save(id, 0, plain(id, given, variant))).toMatchObject({ ok: true })
  const { product, variants } = await pieceNow(id)
  return { id, product, variants, variantId: variants[0]?.id ?? '' }
}

test('a new piece is in the shop, found, counted and told of; its form posted twice makes one', async () => {
  const id = newId('prd')
  const value = plain(id, { title: { fr: 'Saladier Grève' } })
  const [first, second] = await Promise.all([save(id, 0, value), save(id, 0, value)])
  expect([first.ok, second.ok]).toEqual([true, true])
  const variantId = id.replace('prd', 'var')
  expect(await stockOf(variantId)).toEqual({ available: 5, held: 0, sold: 0 })
  expect(await priceHistory(db, [variantId])).toMatchObject([{ price: 2400 }])
  const page = await shop().get('/products/saladier-greve')
  expect([page.status, page.words('h1')]).toEqual([200, 'Saladier Grève'])
  expect((await shop().get('/search?q=saladier')).text).toContain('/products/saladier-greve')
  expect((await shop().get('/collections/all')).text).toContain('/products/saladier-greve')
  const acts = await actsOn(db, id, 5)
  expect(acts.map(({ act }) => act)).toContain('product.made')
})

test('two pieces of one name have two addresses', async () => {
  const title = { fr: 'Tasse Jumelle' }
  const slugs = [await made({ title }), await made({ title })].map(({ product }) => product.slug)
  expect(slugs).toEqual(['tasse-jumelle', 'tasse-jumelle-2'])
})

test('a former address leads to the new one, and to nothing else once it is taken back', async () => {
  const { id, product } = await made({ slug: 'bol-ancien' })
  await save(id, product.updatedAt, plain(id, { slug: 'bol-neuf' }, { shown: 5 }))
  const moved = await shop().ask('/products/bol-ancien')
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/products/bol-neuf'])
  const english = await shop().ask('/en/products/bol-ancien')
  expect(english.headers.get('location')).toBe('/en/products/bol-neuf')
  const { product: now } = await pieceNow(id)
  await save(id, now.updatedAt, plain(id, { slug: 'bol-ancien' }, { shown: 5 }))
  expect((await shop().ask('/products/bol-ancien')).status).toBe(200)
  expect((await shop().ask('/products/bol-neuf')).status).toBe(301)
})

test('an address, a reference, a neighbour or a part that is not possible is named', async () => {
  const other = await made({ slug: 'bol-pris' })
  const id = newId('prd')
  const sku = other.variants[0]?.sku
  const value = plain(id, { slug: 'bol-pris', related: ['nulle-part'] }, { sku })
  const refused = await save(id, 0, {
    ...value,
    kind: 'bundle',
    parts: [{ at: 2, sku: 'NON', quantity: 1 }],
  })
  const fields = ['slug', `sku_${id.replace('prd', 'var')}`, 'related', 'part_2_sku']
  const named = 'problems' in refused ? Object.keys(refused.problems) : []
  expect(named.toSorted()).toEqual(fields.toSorted())
})

test('who saves second is told, and nothing of the first is lost', async () => {
  const { id, product } = await made()
  const form = (title: string) => plain(id, { title: { fr: title } }, { shown: 5 })
  const saved = await Promise.all([
    save(id, product.updatedAt, form('Bol de Mona')),
    save(id, product.updatedAt, form('Bol de Jean')),
  ])
  expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
  expect(saved.find(({ ok }) => !ok)).toEqual({ ok: false, because: 'changed' })
})

test('fifty sales while the maker saves: none is lost, and stock that moved is never overwritten', async () => {
  const { id, product, variantId } = await made({}, { stock: 60 })
  const sell = () =>
    move(db, { id: newId('mov'), variantId, kind: 'hold', quantity: 1, at: Date.now() })
  const [, untouched] = await Promise.all([
    Promise.all(Array.from({ length: 50 }, sell)),
    save(id, product.updatedAt, plain(id, {}, { stock: 60, shown: 60, price: 2600 })),
  ])
  expect(untouched.ok).toBe(true)
  expect(await stockOf(variantId)).toEqual({ available: 10, held: 50, sold: 0 })
  const { product: now } = await pieceNow(id)
  const recount = plain(id, { title: { fr: 'Autre' } }, { stock: 80, shown: 60 })
  expect(await save(id, now.updatedAt, recount)).toEqual({ ok: false, because: 'stock' })
  expect(await stockOf(variantId)).toMatchObject({ available: 10 })
  expect((await pieceNow(id)).product.title).toEqual(now.title)
  await save(id, now.updatedAt, plain(id, {}, { stock: 80, shown: 10 }))
  expect(await stockOf(variantId)).toMatchObject({ available: 80, held: 50 })
})

test('a lower price is crossed out by itself; references may be swapped', async () => {
  const { id, product } = await made({}, { price: 3000 })
  await save(id, product.updatedAt, plain(id, {}, { price: 2500, shown: 5 }))
  expect((await pieceNow(id)).variants[0]).toMatchObject({ price: 2500, priceBefore: 3000 })
  const pair = await makeProduct({
    options: [SIZE],
    variants: ['p', 'g'].map((size) => ({
      sku: `PAIR-${size}`,
      options: { size },
      price: 100,
      compare_at: null,
      stock: 1,
      weight_g: 1,
    })),
  })
  const { product: two, variants } = await pieceNow(pair.id)
  const value = plain(pair.id)
  const swapped = variants.map((variant, at) => ({
    id: variant.id,
    sku: variants[1 - at]?.sku ?? '',
    price: 100,
    cost: null,
    weightG: 1,
    content: null,
    stock: 1,
    priceShown: null,
    shown: 1,
  }))
  expect(await save(pair.id, two.updatedAt, { ...value, variants: swapped })).toMatchObject({
    ok: true,
  })
  expect((await pieceNow(pair.id)).variants.map(({ sku }) => sku)).toEqual(['PAIR-g', 'PAIR-p'])
})

const SIZE: Option = {
  name: 'size',
  label: { fr: 'Taille', en: 'Size' },
  values: [
    { value: 'p', label: { fr: 'Petit', en: 'Small' } },
    { value: 'g', label: { fr: 'Grand', en: 'Large' } },
  ],
}

test('options that come later keep what was there; a choice that goes is kept for its orders and may come back', async () => {
  const { id, product, variantId } = await made()
  const change = async (seen: number, options: Option[]) =>
    saveOptions(tools(), ACTOR, { id, seen, options, settings: DEFAULTS })
  expect(await change(product.updatedAt, [SIZE])).toBe(true)
  const { product: sized, variants } = await pieceNow(id)
  expect(variants.map(({ choice, price, available }) => ({ choice, price, available }))).toEqual([
    { choice: { size: 'p' }, price: 2400, available: 5 },
    { choice: { size: 'g' }, price: 2400, available: 0 },
  ])
  expect(variants[0]?.id).toBe(variantId)
  expect(await change(product.updatedAt, [])).toBe(false)
  const small = { ...SIZE, values: SIZE.values.slice(0, 1) }
  expect(await change(sized.updatedAt, [small])).toBe(true)
  const { product: less, variants: two } = await pieceNow(id)
  expect(two.map(({ offered }) => offered)).toEqual([true, false])
  const shown = await shop().get(`/products/${less.slug}`)
  expect(shown.text).not.toContain('Grand')
  await change(less.updatedAt, [SIZE])
  expect((await pieceNow(id)).variants.map((row) => [row.id, row.offered])).toEqual(
    variants.map((row) => [row.id, true]),
  )
})

test('what is scheduled comes out at its hour, once, and nobody sees it before', async () => {
  const now = Date.now()
  const { id, product } = await made({ state: 'scheduled', publishAt: now + 60_000 })
  expect((await shop().get(`/products/${product.slug}`)).status).toBe(404)
  await tick(now)
  expect((await pieceNow(id)).product.state).toBe('scheduled')
  const later = now + 61_000
  await Promise.all([publishScheduled(tools(later)), publishScheduled(tools(later))])
  expect((await pieceNow(id)).product).toMatchObject({
    state: 'published',
    publishedAt: now + 60_000,
  })
  expect((await shop().get(`/products/${product.slug}`)).status).toBe(200)
  const acts = await actsOn(db, id, 9)
  expect(acts.filter(({ act }) => act === 'product.came_out')).toHaveLength(1)
})

test('what is sold by measure says its price per kilogram, and facts stand with the measures', async () => {
  const { product } = await made(
    {
      contentUnit: 'g',
      attributes: [
        {
          name: 'matiere',
          label: { fr: 'Matière' },
          value: 'gres',
          valueLabel: { fr: 'Grès blanc' },
        },
      ],
      search: { title: { fr: 'Terre à modeler' } },
    },
    { content: 500, price: 1250 },
  )
  const page = await shop().get(`/products/${product.slug}`)
  expect(page.words('.cost')).toContain('soit 25,00 € par kg')
  expect(page.words('.about dl')).toContain('MatièreGrès blanc')
  expect(page.words('title')).toContain('Terre à modeler')
})

test('what is made to order from now on sells whatever its stock was, and counts again afterwards', async () => {
  const { id, product, variantId } = await made({}, { stock: 0 })
  const basket = async () =>
    (await quote(tools(), [{ variantId, quantity: 2 }], { cartId: 'c' })).units
  expect(await basket()).toBe(0)
  await save(id, product.updatedAt, plain(id, { leadWeeks: 5 }, { stock: null }))
  expect(await basket()).toBe(2)
  expect((await shop().get(`/products/${product.slug}`)).words('.stock')).toContain('5 semaines')
  const { product: now } = await pieceNow(id)
  await save(id, now.updatedAt, plain(id, {}, { stock: 1, shown: 0 }))
  expect(await basket()).toBe(1)
})

test('a piece that is made to order from now on sells as many as its cart takes, alone and in bundles', async () => {
  const { id, product, variantId } = await made({}, { stock: 0 })
  const other = await made({}, { stock: 3 })
  const part = (sku: string, at: number) => ({ at, sku, quantity: 1 })
  const mixed = await made(
    { kind: 'bundle', parts: [part(`SKU-${id}`, 0), part(`SKU-${other.id}`, 1)] },
    { stock: null },
  )
  const alone = await made({ kind: 'bundle', parts: [part(`SKU-${id}`, 0)] }, { stock: null })
  const shown = async (slug: string) => {
    const page = await shop().get(`/products/${slug}`)
    const bought = page.html.querySelector('form.buy button')
    return [page.all('form.buy option').length, bought?.hasAttribute('disabled')]
  }
  const most = async (of: string) =>
    (await quote(tools(), [{ variantId: of, quantity: 6 }], { cartId: 'c' })).units
  expect(await shown(mixed.product.slug)).toEqual([0, true])
  await save(id, product.updatedAt, plain(id, { leadWeeks: 5 }, { stock: null }))
  await tick()
  expect([await most(variantId), await most(mixed.variantId), await most(alone.variantId)]).toEqual(
    [6, 3, 6],
  )
  expect(await shown(product.slug)).toEqual([6, false])
  expect(await shown(mixed.product.slug)).toEqual([3, false])
  expect(await shown(alone.product.slug)).toEqual([6, false])
})

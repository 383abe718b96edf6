import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { setPrices } from '#features/catalogue/set-prices.ts'
import { variant } from '#features/catalogue/table.ts'
import { duplicateProduct } from '#features/assortment/duplicate-product.ts'
import { beginSale, runSales } from '#features/assortment/run-sales.ts'
import { planSale } from '#features/assortment/plan-sale.ts'
import { saleById } from '#features/assortment/sale-queries.ts'
import { actsOn } from '#features/audit/queries.ts'
import { openDb, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { makeProduct } from '../support/make.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tools } from '../support/worker.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const db = openDb(env.DB)
const NOBODY = { staffId: null, who: 'Mona' }

const owner = async () => atDesk(await makeStaff('owner'))
const stateOf = async (id: string) => (await saleById(db, id))[0]?.state
async function priceOf(id: string) {
  const [row] = await db.select().from(variant).where(eq(variant.id, id))
  return [row?.price, row?.priceBefore]
}

async function sold(price = 2800) {
  const piece = await makeProduct({ title: { fr: 'Mug', en: 'Mug' } }, { price })
  return { ...piece, variant: piece.variants[0]?.id ?? '' }
}

/** Plans a sale of some variants: 15 % off, from tomorrow for a week, unless told otherwise. */
async function planned(variantIds: readonly string[], given = {}) {
  const id = newId('sal')
  const now = Date.now()
  const form = {
    title: 'Soldes d’hiver',
    startsAt: now + DAY,
    endsAt: now + 8 * DAY,
    basisPoints: 1500,
    prices: new Map<string, number>(),
    ...given,
  }
  const plan = await planSale(tools(), NOBODY, id, { form, variantIds })
  return { id, plan, ...form }
}

test('a sale begins and ends by the clock, each once, and the shop crosses out the lawful price', async () => {
  const piece = await sold()
  const { id, startsAt, endsAt } = await planned([piece.variant])
  await runSales(tools(startsAt - 1))
  expect([await stateOf(id), await priceOf(piece.variant)]).toEqual(['planned', [2800, null]])
  await Promise.all([runSales(tools(startsAt)), runSales(tools(startsAt))])
  await runSales(tools(startsAt + 60_000))
  expect([await stateOf(id), await priceOf(piece.variant)]).toEqual(['running', [2380, 2800]])
  const page = await shop().get(`/products/${piece.slug}`)
  expect(page.words('.price')).toBe('23,80 € 28 €')
  expect((await shop().get('/collections/all')).words('.cards .price s')).toBe('28 €')
  await runSales(tools(endsAt))
  await runSales(tools(endsAt + 60_000))
  expect([await stateOf(id), await priceOf(piece.variant)]).toEqual(['over', [2800, null]])
  expect((await actsOn(db, id, 9)).map(({ act }) => act).toSorted()).toEqual([
    'sale.begun',
    'sale.ended',
    'sale.planned',
  ])
})

test('a price that was changed during the sale is the maker’s and stays', async () => {
  const [one, two] = [await sold(), await sold(5000)]
  const { startsAt, endsAt } = await planned([one.variant, two.variant])
  await runSales(tools(startsAt))
  await runBatch(
    db,
    await setPrices(tools(startsAt + HOUR), [{ variantId: one.variant, price: 2600 }]),
  )
  await runSales(tools(endsAt))
  expect((await priceOf(one.variant))[0]).toBe(2600)
  expect((await priceOf(two.variant))[0]).toBe(5000)
})

test('a piece that is edited while a sale ends keeps the price it went back to', async () => {
  const piece = await sold()
  const { startsAt, endsAt } = await planned([piece.variant])
  const desk = await owner()
  await runSales(tools(startsAt))
  const form = await desk.get(`/admin/products/${piece.id}`)
  const price = `[name="price_${piece.variant}"]`
  expect(form.html.querySelector(price)?.getAttribute('value')).toBe('23,80')
  await runSales(tools(endsAt))
  await desk.submit(form, 'form.sheet', { 'title.fr': 'Grand mug' })
  expect(await priceOf(piece.variant)).toEqual([2800, null])
  const page = await desk.get(`/admin/products/${piece.id}`)
  expect(page.html.querySelector('[name="title.fr"]')?.getAttribute('value')).toBe('Grand mug')
  await desk.submit(page, 'form.sheet', { [`price_${piece.variant}`]: '30' })
  expect((await priceOf(piece.variant))[0]).toBe(3000)
})

test('a price that was lowered before the sale is not raised by it', async () => {
  const piece = await sold()
  const { startsAt, endsAt } = await planned([piece.variant], {
    basisPoints: null,
    prices: new Map([[piece.variant, 2500]]),
  })
  await runBatch(db, await setPrices(tools(), [{ variantId: piece.variant, price: 2000 }]))
  await runSales(tools(startsAt))
  expect((await priceOf(piece.variant))[0]).toBe(2000)
  await runSales(tools(endsAt))
  expect((await priceOf(piece.variant))[0]).toBe(2000)
})

test('a variant is in one running sale at most', async () => {
  const piece = await sold()
  const first = await planned([piece.variant])
  const second = await planned([piece.variant])
  expect(second.plan).toEqual({ ok: false, clashes: ['Soldes d’hiver'] })
  const later = await planned([piece.variant], {
    title: 'Printemps',
    startsAt: first.endsAt,
    endsAt: null,
  })
  expect(later.plan.ok).toBe(true)
  await runSales(tools(first.startsAt))
  expect(await beginSale(tools(first.startsAt), first.id)).toBe(false)
  expect(await beginSale(tools(first.startsAt), later.id)).toBe(true)
  expect((await priceOf(piece.variant))[0]).toBe(2380)
})

test('one that ends as another begins gives its prices back, and is what the other is compared with', async () => {
  const piece = await sold()
  const first = await planned([piece.variant])
  await planned([piece.variant], { startsAt: first.endsAt, basisPoints: 5000, endsAt: null })
  await runSales(tools(first.startsAt))
  await runSales(tools(first.endsAt))
  expect(await priceOf(piece.variant)).toEqual([1400, 2380])
})

test('the maker plans a sale, sees what the law shows, and ends it', async () => {
  const piece = await sold()
  const raised = await sold(2000)
  const yesterday = tools(Date.now() - DAY)
  await runBatch(db, await setPrices(yesterday, [{ variantId: raised.variant, price: 4000 }]))
  const desk = await owner()
  const form = await desk.get(`/admin/sales/new?id=${piece.id},${raised.id}`)
  const fields = { title: 'Braderie', percent: '20', step: 'look' }
  const wrong = await desk.submit(form, '.sale-form', { ...fields, percent: '' })
  expect([wrong.status, wrong.words('#percent-problem')]).toEqual([422, 'À remplir.'])
  const preview = await desk.submit(form, '.sale-form', fields)
  expect(preview.words('#preview')).toContain('22,40 € 28 €barré : 28 €, le plus bas des 30 jours')
  expect(preview.words('#preview')).toContain('32 € rien de barré')
  expect(preview.words('#preview .warm')).toContain('Une réduction ne sera pas affichée')
  const done = await desk.submit(preview, '.sale-form', { step: 'plan' })
  expect(done.words('.notice')).toContain('La réduction est prévue')
  const twice = await desk.submit(preview, '.sale-form', { step: 'plan' })
  expect(twice.at).toBe(done.at)
  const id = /sal_\w+/.exec(done.at)?.[0] ?? ''
  await runSales(tools(Date.now() + 2 * DAY))
  expect((await priceOf(piece.variant))[0]).toBe(2240)
  const running = await desk.get(`/admin/sales/${id}`)
  expect(running.words('.sale-variants')).toContain('puis 28 €')
  const ended = await desk.submit(running, '.ask-once form')
  expect(ended.words('.notice')).toContain('Les prix sont revenus')
  expect((await priceOf(piece.variant))[0]).toBe(2800)
  expect((await desk.submit(running, '.ask-once form')).words('.notice')).toContain('n’a pas pu')
  expect((await desk.get('/admin/sales')).all('.sale-list b')).toContain('Braderie')
})

test('prices may be chosen one by one, and a planned sale can be deleted', async () => {
  const piece = await sold()
  const desk = await owner()
  const form = await desk.get(`/admin/sales/new?id=${piece.id}`)
  const field = `price_${piece.variant}`
  const fields = { title: 'Fin de série', by: 'prices', [field]: '30', step: 'plan' }
  const wrong = await desk.submit(form, '.sale-form', fields)
  expect(wrong.words(`#${field}-problem`)).toContain('plus bas que le prix')
  const done = await desk.submit(form, '.sale-form', { ...fields, [field]: '19,90' })
  expect(done.words('.sale-variants')).toContain('19,90')
  const gone = await desk.submit(done, '.ask-once form')
  expect([gone.at, gone.words('.notice')]).toEqual([
    '/admin/sales?done=removed',
    'La réduction est supprimée.',
  ])
})

test('a copy of a piece on sale costs what the piece will cost after; a price of the maker’s own stays', async () => {
  const [reduced, changed] = [await sold(2800), await sold(2800)]
  const { startsAt } = await planned([reduced.variant, changed.variant])
  await runSales(tools(startsAt))
  const later = tools(startsAt + HOUR)
  await runBatch(db, await setPrices(later, [{ variantId: changed.variant, price: 1900 }]))
  const copies = await Promise.all(
    [reduced, changed].map(async (piece) => {
      const id = newId('prd')
      await duplicateProduct(later, NOBODY, { from: piece.id, id, languages: ['fr'] })
      const [row] = await db.select().from(variant).where(eq(variant.productId, id))
      return [row?.price, row?.priceBefore]
    }),
  )
  expect(copies).toEqual([
    [2800, null],
    [1900, null],
  ])
})

import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { allMethods } from '#features/delivery/desk-queries.ts'
import { deliveryMethods } from '#features/delivery/queries.ts'
import { openDb } from '#platform/db.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop } from '../support/worker.ts'

const FORM = 'form.sheet'
const db = () => openDb(env.DB)
const owner = async () => atDesk(await makeStaff('owner'))
const codes = async () => (await allMethods(db())).map(({ title }) => title.fr)

const TYPED = {
  'title.fr': 'Colissimo outre-mer',
  'to.FR': '',
  'to.FR-OM': 'yes',
  'up_to.0': '2000',
  'price.0': '24,50',
  min_days: 6,
  max_days: 12,
}

beforeAll(async () => {
  await makeShop()
})

test('a way is added, changed, moved, put to rest and removed', async () => {
  const desk = await owner()
  const form = await desk.get('/admin/delivery/new')
  const added = await desk.submit(form, FORM, TYPED)
  expect([added.status, added.at]).toEqual([200, '/admin/delivery?done=added'])
  expect(added.all('.setting-list b')).toEqual([
    'Colis',
    'Retrait à l’atelier',
    'Colissimo outre-mer',
  ])
  expect(added.words('.setting-list li:last-child')).toContain(
    'France d’outre-mer, dès 24,50 €, 6 à 12 jours',
  )

  const again = await desk.submit(form, FORM, { ...TYPED, 'title.fr': 'Encore' })
  expect([again.at, (await codes()).length]).toEqual(['/admin/delivery?done=added', 3])

  const [, , made] = await allMethods(db())
  const path = `/admin/delivery/${made?.id}`
  const shown = await desk.get(path)
  expect(shown.words('h1')).toBe('Colissimo outre-mer')
  await desk.submit(shown, FORM, { 'price.0': '19', 'title.en': 'Overseas' })
  const stale = await desk.submit(shown, FORM, { 'price.0': '29' })
  expect(stale.status).toBe(409)
  expect(stale.words('.notice')).toContain('a changé entre-temps')
  expect((await allMethods(db()))[2]).toMatchObject({
    bands: [{ upToG: 2000, price: 1900 }],
    code: made?.code,
    title: { fr: 'Colissimo outre-mer', en: 'Overseas' },
  })

  await desk.post(`${path}/place`, { by: 'up' })
  await desk.post(`${path}/place`, { by: 'up' })
  await desk.post(`${path}/place`, { by: 'up' })
  expect(await codes()).toEqual(['Colissimo outre-mer', 'Colis', 'Retrait à l’atelier'])

  const { offered: _, ...rest } = { offered: '' }
  await desk.post(path, {
    ...TYPED,
    ...rest,
    kind: 'parcel',
    speed: 'standard',
    mark: await markOf(desk, path),
  })
  expect((await deliveryMethods(db())).map(({ title }) => title.fr)).not.toContain(
    'Colissimo outre-mer',
  )
  expect((await desk.get('/admin/delivery')).words('.setting-list')).toContain('pas proposé')

  const gone = await desk.submit(await desk.get(path), '.ask-once form')
  expect(gone.words('.notice')).toContain('Le mode de livraison est retiré')
  expect(await codes()).toEqual(['Colis', 'Retrait à l’atelier'])
  expect((await desk.get(path)).status).toBe(404)
})

async function markOf(desk: Awaited<ReturnType<typeof owner>>, path: string) {
  const page = await desk.get(path)
  return page.html.querySelector('[name=mark]')?.getAttribute('value') ?? ''
}

test('rows are added without a script and without losing what was typed; what is wrong is said', async () => {
  const desk = await owner()
  const form = await desk.get('/admin/delivery/new')
  const longer = await desk.submit(form, FORM, { ...TYPED, step: 'row' })
  expect([longer.status, longer.all('.band legend').length]).toEqual([200, 2])
  expect(longer.html.querySelector('[name="price.0"]')?.getAttribute('value')).toBe('24,50')
  const wrong = await desk.submit(longer, FORM, { 'title.fr': '', 'price.1': '30' })
  expect(wrong.status).toBe(422)
  expect(wrong.html.querySelector('[id="up_to.1-problem"]')).not.toBeNull()
  expect(wrong.all('.problems li')).toHaveLength(2)
  const english = await desk.get('/admin/delivery/new')
  expect(english.all('h1')).toHaveLength(1)
})

test('a shop without a delivery is told where to begin, and fifty are enough', async () => {
  const desk = await owner()
  const kept = await env.DB.prepare('select * from delivery_method').all()
  await env.DB.prepare('delete from delivery_method').run()
  expect((await desk.get('/admin/delivery')).words('.order-none')).toContain(
    'Commencez par un colis',
  )
  const rows = Array.from({ length: 50 }, (_, at) =>
    env.DB.prepare(
      `insert into delivery_method (id, code, kind, position, title, promise, countries, bands, min_days, max_days)
       values (?1, ?1, 'parcel', ?2, '{}', '{}', '["FR"]', '[]', 1, 2)`,
    ).bind(`del_${at}`, at),
  )
  await env.DB.batch(rows)
  const full = await desk.submit(await desk.get('/admin/delivery/new'), FORM, TYPED)
  expect(full.status).toBe(409)
  expect(full.words('.notice')).toContain('déjà cinquante modes de livraison')
  await env.DB.prepare('delete from delivery_method').run()
  await makeShop()
  expect((await codes()).length).toBe(kept.results.length)
})

test('a parcel to overseas France is refused until a way goes there, and then costs what that way costs', async () => {
  const { variants } = await makeProduct()
  const visitor = shop()
  await visitor.post('/cart/lines', { variant: variants[0]?.id ?? '', quantity: 1 })
  const reunion = { ...ANNE, postal_code: '97400', delivery: 'colis', terms: 'yes' }
  const till = await visitor.get('/checkout')
  const refused = await visitor.submit(till, ORDER_FORM, reunion)
  expect(refused.status).toBe(409)
  expect(refused.all('.option b')).toEqual(['Retrait à l’atelier'])
  const desk = await owner()
  await desk.submit(await desk.get('/admin/delivery/new'), FORM, TYPED)
  const now = await visitor.submit(till, ORDER_FORM, { ...reunion, step: 'update' })
  expect(now.all('.option b')).toEqual(['Retrait à l’atelier', 'Colissimo outre-mer'])
  const brest = await visitor.submit(till, ORDER_FORM, {
    ...reunion,
    postal_code: '29200',
    step: 'update',
  })
  expect(brest.all('.option b')).toEqual(['Colis', 'Retrait à l’atelier'])
})

test('an express way is told at the checkout, beside its days', async () => {
  const desk = await owner()
  const form = await desk.get('/admin/delivery/new')
  const fast = { 'title.fr': 'Chronopost', 'to.FR': 'yes', 'price.0': '14,90', speed: 'express' }
  await desk.submit(form, FORM, { ...TYPED, 'to.FR-OM': '', ...fast, min_days: 1, max_days: 1 })
  const { variants } = await makeProduct()
  const visitor = shop()
  await visitor.post('/cart/lines', { variant: variants[0]?.id ?? '', quantity: 1 })
  const page = await visitor.get('/checkout')
  const way = page.all('.options .option').find((words) => words.startsWith('Chronopost'))
  expect(way).toContain('express, ')
  expect(page.all('.options .option').filter((words) => words.includes('express'))).toHaveLength(1)
})

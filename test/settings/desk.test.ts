import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { entry } from '#features/content/table.ts'
import { allSettings, readSettings, writeSetting } from '#features/settings/queries.ts'
import { level } from '#features/stock/table.ts'
import { addDays, localTime } from '#lib/dates.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop } from '../support/worker.ts'

const PAGES = ['identity', 'legal', 'workshop', 'carriers', 'holiday', 'tax'] as const
const FORM = 'form.sheet'
const db = () => openDb(env.DB)
const owner = async () => atDesk(await makeStaff('owner'))
const settings = async () => readSettings(await allSettings(db()))
const today = () => localTime(Date.now(), 'Europe/Paris').day

beforeAll(async () => {
  await makeShop()
})

test('every page of settings is the owner’s, says its name once, and saves as it is shown', async () => {
  const [desk, helper] = await Promise.all([owner(), atDesk(await makeStaff('helper'))])
  const hub = await desk.get('/admin/settings')
  for (const name of PAGES) {
    const path = `/admin/${name}`
    expect(hub.html.querySelector(`.desk-doors a[href="${path}"]`), name).not.toBeNull()
    // oxlint-disable-next-line no-await-in-loop
    const page = await desk.get(path)
    expect([page.status, page.all('h1').length], name).toEqual([200, 1])
    // oxlint-disable-next-line no-await-in-loop
    expect((await helper.get(path)).status, name).toBe(404)
    if (name === 'holiday') continue
    // oxlint-disable-next-line no-await-in-loop
    const saved = await desk.submit(page, FORM)
    expect([saved.status, saved.at], name).toEqual([200, `${path}?done=saved`])
    expect(saved.words('.notice'), name).toBe('Enregistré.')
  }
  expect(await settings()).toMatchObject({ shop: { name: 'Atelier Essai' } })
})

test('who sells is changed, told to the log without what it says, and printed on the shop', async () => {
  const desk = await owner()
  const page = await desk.get('/admin/identity')
  const typed = { phone: '02 98 11 22 33', 'announcement.fr': 'Fournée samedi' }
  await desk.submit(page, FORM, typed)
  const home = await shop().get('/')
  expect(home.words('.bar')).toBe('Fournée samedi')
  expect(home.words('.foot address')).toContain('02 98 11 22 33')
  const [line] = await actsOn(db(), 'shop', 1)
  expect(line).toMatchObject({ act: 'settings.shop', facts: { fields: 'phone, announcement' } })
  expect((await desk.get('/admin/audit')).words('main')).toContain('a changé l’identité')
})

test('what is wrong stands beside its field, and nothing that was typed is lost', async () => {
  const desk = await owner()
  const typed = { email: 'bonjour', name: 'Un autre nom' }
  const page = await desk.submit(await desk.get('/admin/identity'), FORM, typed)
  expect(page.status).toBe(422)
  expect(page.words('#email-problem')).toContain('Une adresse complète')
  expect(page.words('.problems a')).toMatch(/^E-mail : Une adresse complète/)
  expect(page.html.querySelector('.problems a')?.getAttribute('href')).toBe('#email')
  expect(page.html.querySelector('#name')?.getAttribute('value')).toBe('Un autre nom')
  expect((await settings()).shop.name).toBe('Atelier Essai')
})

test('of two people who change the same form the second is told, and may save once more', async () => {
  const [one, other] = await Promise.all([owner(), owner()])
  const [first, second] = await Promise.all([one.get('/admin/legal'), other.get('/admin/legal')])
  await one.submit(first, FORM, { director: 'Anne' })
  const told = await other.submit(second, FORM, { owner: 'Mona' })
  expect([told.status, (await settings()).legal.owner]).toEqual([409, ''])
  expect(told.words('.notice')).toContain('ont changé entre-temps')
  expect(told.html.querySelector('#owner')?.getAttribute('value')).toBe('Mona')
  await other.submit(told, FORM)
  expect((await settings()).legal.owner).toBe('Mona')
})

test('the legal notice ends with the facts that the settings know', async () => {
  await db()
    .insert(entry)
    .values({
      id: newId('ent'),
      kind: 'page',
      slug: 'mentions',
      role: 'legal',
      title: { fr: 'Mentions légales' },
      excerpt: {},
      body: { fr: 'Qui nous sommes.' },
      publishedAt: 0,
    })
  const desk = await owner()
  const typed = { siren: '732 829 320', host: 'Cloudflare, Inc.', mediator: '<b>Médiation</b>' }
  await desk.submit(await desk.get('/admin/legal'), FORM, typed)
  const page = await shop().get('/pages/mentions')
  expect(page.words('.facts-of-law')).toContain('SIREN732829320')
  expect(page.text).toContain('&lt;b&gt;Médiation&lt;/b&gt;')
})

test('the threshold of low stock moves what was at it, and nothing else', async () => {
  const made = await Promise.all([makeProduct(), makeProduct()])
  const [usual = '', own = ''] = made.map(({ variants }) => variants[0]?.id ?? '')
  await env.DB.batch([
    env.DB.prepare('update level set low_at = 2 where variant_id = ?').bind(usual),
    env.DB.prepare('update level set low_at = 9 where variant_id = ?').bind(own),
  ])
  const desk = await owner()
  await desk.submit(await desk.get('/admin/workshop'), FORM, { low_at: 4 })
  const rows = await db().select().from(level)
  const lowAt = new Map(rows.map((row) => [row.variantId, row.lowAt]))
  expect([lowAt.get(usual), lowAt.get(own)]).toEqual([4, 9])
})

/** A visitor with one piece in the cart, and the piece. */
async function withCart() {
  const product = await makeProduct()
  const visitor = shop()
  await visitor.post('/cart/lines', { variant: product.variants[0]?.id ?? '', quantity: 1 })
  return { visitor, product }
}

test('while the shop is closed it says so everywhere, nothing can be ordered, and carts are kept', async () => {
  const { visitor, product } = await withCart()
  const till = await visitor.get('/checkout')
  const desk = await owner()
  const until = addDays(today(), 14)
  const typed = { from: today(), until, mode: 'closed', 'message.en': 'Gone fishing' }
  const saved = await desk.submit(await desk.get('/admin/holiday'), FORM, typed)
  expect(saved.words('.setting-now')).toContain('Vous êtes en congé jusqu’au')
  expect((await shop().get('/')).words('.bar')).toContain('La boutique est fermée. Elle rouvre le')
  expect((await shop().get('/en')).words('.bar')).toBe('Gone fishing')
  const piece = await shop().get(`/products/${product.slug}`)
  expect(piece.words('.buy button')).toContain('Fermé jusqu’au')
  expect(piece.html.querySelector('.buy button')?.hasAttribute('disabled')).toBe(true)
  const cart = await visitor.get('/cart')
  expect(cart.words('.sum')).toContain('Votre panier est gardé.')
  expect(cart.html.querySelector('.sum a[href="/checkout"]')).toBeNull()
  expect((await visitor.get('/checkout')).html.querySelector('.final button')).toBeNull()
  const refused = await visitor.submit(till, ORDER_FORM, { ...ANNE, terms: 'yes' })
  expect(refused.status).toBe(409)
  expect(refused.words('.notice')).toContain('La boutique est fermée jusqu’au')
  expect(refused.html.querySelector('[name=email]')?.getAttribute('value')).toBe(ANNE.email)
  const orders = await env.DB.prepare('select count(*) as n from "order"').first<{ n: number }>()
  expect(orders?.n).toBe(0)
  const open = await desk.submit(saved, '.setting-now form')
  expect(open.words('main')).toContain('Aucun congé prévu.')
  expect((await visitor.get('/cart')).all('.line')).toHaveLength(1)
  expect((await visitor.get('/checkout')).words('.final button')).toContain('Commander')
})

test('during a holiday that only shifts, orders are taken and the promise begins on the day of return', async () => {
  const { visitor, product } = await withCart()
  const until = addDays(today(), 30)
  const plan = { from: today(), until, mode: 'shift' as const, message: {} }
  await writeSetting(db(), 'holiday', { plan })
  expect((await shop().get('/')).words('.bar')).toContain('les colis partent à partir du')
  const piece = await shop().get(`/products/${product.slug}`)
  expect(piece.words('.panel .stock')).toContain('Nous expédions à partir du')
  expect(piece.html.querySelector('.buy button[disabled]')).toBeNull()
  expect((await visitor.get('/checkout')).words('.final button')).toContain('Commander')
  await writeSetting(db(), 'holiday', { plan: null })
})

test('the currency is asked for until there is an order, and then only shown', async () => {
  const desk = await owner()
  const before = await desk.get('/admin/identity')
  expect(before.html.querySelector('#currency')).not.toBeNull()
  const { visitor } = await withCart()
  await visitor.submit(await visitor.get('/checkout'), ORDER_FORM, { ...ANNE, terms: 'yes' })
  const late = await desk.submit(before, FORM, { currency: 'CHF' })
  expect(late.at).toBe('/admin/identity?done=saved')
  expect((await settings()).shop.currency).toBe('EUR')
  expect((await desk.get('/admin/identity')).html.querySelector('#currency')).toBeNull()
})

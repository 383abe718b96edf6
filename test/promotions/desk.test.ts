import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { listOffers, PER_PAGE } from '#features/promotions/desk-queries.ts'
import { quote } from '#features/pricing/quote.ts'
import { LISTS, standingOf } from '#features/promotions/rules.ts'
import { openDb } from '#platform/db.ts'
import { meteredDb } from '../support/meter.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import type { Page, Shopper } from '../support/shopper.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tools } from '../support/worker.ts'
import { changeOffer, makeOffer, offerNow } from './make-offer.ts'

const LIST = '/admin/promotions'
const FORM = 'form.offer'
const ALL = { list: null, q: '', before: '' } as const
let desk: Shopper

beforeAll(async () => {
  await makeShop()
  desk = await atDesk(await makeStaff('owner'))
})

const idOf = (page: Page) => /pro_[0-9a-z]{16}/.exec(page.at)?.[0] ?? ''

let made = 0
/** What a maker types for ten per cent with a code. */
const typed = (more: Record<string, string> = {}) => ({
  'title.fr': 'Offre de Noël',
  percent: '10',
  code: `noël ${++made} ${Date.now()}`.slice(0, 24),
  ...more,
})

test('offers are for whoever may make them, and an empty list says what to do first', async () => {
  const empty = await desk.get(LIST)
  expect(empty.words('.order-none a')).toBe('Faire une première offre')
  const helper = await atDesk(await makeStaff('helper'))
  expect((await helper.get(LIST)).status).toBe(404)
  expect((await shop().get(LIST)).at).toBe('/admin/sign-in')
})

test('an offer is made once a form, is said in a sentence, and lowers carts', async () => {
  const form = await desk.get(`${LIST}/new`)
  const fields = typed({
    minimum: '20',
    end_day: '2030-12-24',
    end_hour: '18',
    uses_per_buyer: '1',
  })
  const page = await desk.submit(form, FORM, fields)
  await desk.submit(form, FORM, fields)
  expect([page.status, page.words('.notice')]).toEqual([200, 'L’offre est enregistrée.'])
  const offer = await offerNow(idOf(page))
  expect(offer).toMatchObject({ basisPoints: 1000, minimum: 2000, active: true, usesPerBuyer: 1 })
  expect(offer.code).toMatch(/^NOEL\d+/)
  expect(new Date(offer.endsAt ?? 0).toISOString()).toBe('2030-12-24T17:00:00.000Z')
  expect(page.words('.offer-said')).toBe(
    `10 % de moins sur toute la boutique, dès 20 €, jusqu’au 24 décembre 2030, 18 h, avec le code ${offer.code}, une fois par personne.`,
  )
  const list = await desk.get(LIST)
  expect(list.words('.offer-rows li')).toContain('Offre de Noël')
  expect(await actsOn(tools().db, offer.id, 5)).toHaveLength(1)
  const { variants } = await makeProduct()
  const line = { variantId: variants[0]?.id ?? '', quantity: 1 }
  const priced = await quote(tools(), [line], { cartId: 'x', code: offer.code })
  expect(priced.totals.discountTotal).toBe(240)
  // Nothing that was typed is lost on the way through the database.
  const again = await desk.submit(await desk.get(page.at), FORM)
  expect(again.words('.notice')).toBe('L’offre est changée.')
  expect(await offerNow(offer.id)).toEqual(offer)
})

test.each<[string, Record<string, string>, string[]]>([
  ['nothing', { 'title.fr': '', percent: '', code: '' }, ['title.fr', 'code', 'percent']],
  ['a code with signs', { code: 'A_B!' }, ['code']],
  ['more than everything', { percent: '101' }, ['percent']],
  ['three for four', { kind: 'n_for_m', take: '3', pay: '4' }, ['pay']],
  ['an amount in words', { kind: 'amount', amount: 'dix' }, ['amount']],
  ['an end before its start', { start_day: '2030-01-02', end_day: '2030-01-01' }, ['end_day']],
  ['some pieces, none of them', { scope: 'some' }, ['scope']],
])('%s is refused beside its field, and what was typed stays', async (_, fields, wrong) => {
  const page = await desk.submit(await desk.get(`${LIST}/new`), FORM, typed(fields))
  expect(page.status).toBe(422)
  const links = page.html.querySelectorAll('.problems a').map((a) => a.getAttribute('href'))
  expect(new Set(links)).toEqual(new Set(wrong.map((name) => `#${name}`)))
  expect(links).toHaveLength(wrong.length)
  for (const name of wrong) expect(page.html.querySelector(`[id="${name}-problem"]`)).not.toBeNull()
  const kept = page.html.querySelector('[name="title.fr"]')?.getAttribute('value')
  expect(kept ?? '').toBe(fields['title.fr'] ?? 'Offre de Noël')
})

test('two offers never have one code', async () => {
  const { code } = await makeOffer()
  const page = await desk.submit(await desk.get(`${LIST}/new`), FORM, typed({ code }))
  expect([page.status, page.words('#code-problem')]).toEqual([
    409,
    'Une autre offre a déjà ce code.',
  ])
})

test('the shop makes codes that are easy to read, and says the offer while it is typed', async () => {
  const form = await desk.get(`${LIST}/new`)
  const page = await desk.submit(form, FORM, { kind: 'free_delivery', step: 'code' })
  const code = page.html.querySelector('#code')?.getAttribute('value') ?? ''
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/)
  expect(page.words('.offer-said')).toBe(
    `La livraison offerte sur toute la boutique, avec le code ${code}.`,
  )
  const said = await desk.submit(form, FORM, { way: 'automatic', percent: '12,5', step: 'say' })
  expect(said.words('.offer-said')).toBe('12,5 % de moins sur toute la boutique, sans code.')
  expect(said.html.querySelector('.notice')).toBeNull()
})

test('pieces are found by their names and ticked', async () => {
  const { id, slug } = await makeProduct()
  const name = slug.replace('piece-', '')
  const form = await desk.get(`${LIST}/new`)
  const found = await desk.submit(form, FORM, typed({ scope: 'some', find: name }))
  expect(found.all('.offer-boxes .check')).toContain(`Pièce ${name}`)
  const page = await desk.submit(found, FORM, { [`piece.${id}`]: 'yes' })
  expect((await offerNow(idOf(page))).scope).toEqual({ products: [id], collections: [] })
  expect(page.words('.offer-said')).toContain(`sur Pièce ${name}`)
  const none = await desk.submit(form, FORM, { scope: 'some', find: 'zzzz' })
  expect(none.words('.if-some')).toContain('Aucune pièce ne s’appelle « zzzz ».')
})

test('an offer rests and goes on; it is deleted only while nobody has used it', async () => {
  const { id } = await makeOffer()
  const page = await desk.get(`${LIST}/${id}`)
  const paused = await desk.submit(page, 'form[action$="/rest"]')
  expect(paused.words('.notice')).toContain('en pause')
  expect((await offerNow(id)).active).toBe(false)
  await desk.submit(paused, 'form[action$="/rest"]')
  expect((await offerNow(id)).active).toBe(true)
  await changeOffer(id, { uses: 1 })
  const refused = await desk.submit(page, 'form[action$="/removal"]')
  expect([refused.status, refused.words('[role=alert]')]).toEqual([
    409,
    'Une commande vient de s’en servir : elle ne se supprime plus. Mettez-la en pause.',
  ])
  const fewer = await desk.submit(page, FORM, { uses_most: '1' })
  expect(fewer.status).toBe(200)
  await changeOffer(id, { uses: 0, usesMost: null })
  const gone = await desk.submit(page, 'form[action$="/removal"]')
  expect([gone.at, gone.words('.notice')]).toEqual([
    `${LIST}?done=removed`,
    'L’offre est supprimée.',
  ])
  expect((await desk.submit(page, 'form[action$="/removal"]')).status).toBe(200)
  expect((await desk.get(`${LIST}/${id}`)).status).toBe(404)
})

test('a limit below what was used is refused', async () => {
  const { id } = await makeOffer({ uses: 3 })
  const page = await desk.submit(await desk.get(`${LIST}/${id}`), FORM, { uses_most: '2' })
  expect([page.status, page.words('#uses_most-problem')]).toEqual([
    409,
    'Elle a déjà servi plus souvent : 3 fois.',
  ])
})

test('offers are listed by where they stand, as each says itself, and found by name or code', async () => {
  const now = Date.now()
  const standing = {
    running: await makeOffer({ title: { fr: 'Été' }, code: 'ETE26' }),
    planned: await makeOffer({ startsAt: now + 1e9 }),
    paused: await makeOffer({ active: false }),
    over: await makeOffer({ endsAt: now - 1 }),
    usedUp: await makeOffer({ usesMost: 3, uses: 3, active: false }),
  }
  const db = openDb(env.DB)
  for (const list of LISTS) {
    // oxlint-disable-next-line no-await-in-loop
    const rows = await listOffers(db, { ...ALL, list }, now)
    const stands = rows.map((row) => standingOf(row, now))
    const isIn = (one: string) => (one === 'usedUp' ? list === 'over' : one === list)
    expect(
      stands.filter((one) => !isIn(one)),
      list,
    ).toEqual([])
    const ids = Object.entries(standing).flatMap(([one, { id }]) => (isIn(one) ? [id] : []))
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  }
  expect((await desk.get(`${LIST}?q=ete`)).all('.offer-rows b')).toEqual(['Été'])
  expect((await desk.get(`${LIST}?q=été 2`)).all('.offer-code code')).toEqual(['ETE26'])
  expect((await desk.get(`${LIST}?q=zzz`)).words('.order-none')).toContain('Toutes les offres')
})

test('a long list is read a page at a time', async () => {
  for (let i = 0; i < 70; i++) {
    // oxlint-disable-next-line no-await-in-loop -- each one newer than the one before
    await makeOffer({ createdAt: Date.now() + i })
  }
  const meter = meteredDb(env.DB)
  const db = openDb(meter.db)
  await db.batch([
    listOffers(db, ALL, 0),
    listOffers(db, { ...ALL, before: `${Date.now() + 30}-pro_x` }, 0),
  ])
  expect(meter.read().rowsRead).toBeLessThanOrEqual(4 * (PER_PAGE + 1))
  const first = await desk.get(LIST)
  expect(first.html.querySelectorAll('.offer-rows li')).toHaveLength(PER_PAGE)
  const next = first.html.querySelector('[rel=next]')?.getAttribute('href') ?? ''
  const second = await desk.get(next)
  const titles = [...first.all('.offer-rows b'), ...second.all('.offer-rows b')]
  expect(new Set(titles).size).toBe(titles.length)
})

test('every page has one title, ids of its own, and English words for who reads English', async () => {
  const { id } = await makeOffer()
  for (const path of [LIST, `${LIST}/new`, `${LIST}/${id}`]) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await desk.get(path)
    expect([page.status, page.all('h1').length]).toEqual([200, 1])
    const ids = page.html.querySelectorAll('[id]').map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('of two people who change an offer the second is told, and may save once more', async () => {
  const { id } = await makeOffer()
  const [first, second] = [await desk.get(`${LIST}/${id}`), await desk.get(`${LIST}/${id}`)]
  await desk.submit(first, FORM, { percent: '20' })
  const told = await desk.submit(second, FORM, { percent: '30' })
  expect([told.status, (await offerNow(id)).basisPoints]).toEqual([409, 2000])
  expect(told.words('.notice')).toContain('a changé entre-temps')
  expect(told.html.querySelector('#percent')?.getAttribute('value')).toBe('30')
  await desk.submit(told, FORM)
  expect((await offerNow(id)).basisPoints).toBe(3000)
  // At the same moment, both having read the same: one of them wins, and the other is told.
  const again = await desk.get(`${LIST}/${id}`)
  const answers = await Promise.all(
    ['40', '50'].map((percent) => desk.submit(again, FORM, { percent })),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
})

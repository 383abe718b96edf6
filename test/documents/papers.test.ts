import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { writeSetting } from '#features/settings/queries.ts'
import { erasePerson } from '#features/people/erase-person.ts'
import { forgetOld } from '#features/people/forget-old.ts'
import { pdfKey } from '#features/documents/rules.ts'
import { deskLink } from '#links.ts'
import { newToken } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { BUYER, orderNow } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tools } from '../support/worker.ts'
import { giveBack } from './give-back.ts'
import { bothOf, openWorkshop, pathOf, pdfOf, SELLER, sell } from './shop.ts'

const { db } = tools()

beforeAll(async () => {
  await makeShop()
  await openWorkshop({ regime: 'domestic' })
})

async function sellOne(wish: Parameters<typeof sell>[1] = {}, quantity = 1) {
  const { variants } = await makeProduct({}, { stock: 200 })
  return sell([{ variantId: variants[0]?.id ?? '', quantity }], { delivery: 'retrait', ...wish })
}

test('L9: a PDF is made once: byte for byte the same for everybody, whatever becomes of the shop', async () => {
  const { order, invoice } = await sellOne()
  const askedAtOnce = await Promise.all(
    Array.from({ length: 6 }, () => pdfOf(order.token, invoice.number)),
  )
  await writeSetting(db, 'shop', { ...SELLER.shop, name: 'Autre nom', timeZone: 'Asia/Tokyo' })
  await writeSetting(db, 'legal', { ...SELLER.legal, owner: 'Quelqu’un d’autre' })
  const later = await pdfOf(order.token, invoice.number)
  const owner = await atDesk(await makeStaff('owner'))
  const desk = await owner.ask(deskLink.document(order.id, invoice.number))
  const atDeskToo = new Uint8Array(await desk.arrayBuffer())
  const [first] = askedAtOnce
  for (const bytes of [...askedAtOnce, later, atDeskToo]) expect(bytes).toEqual(first)
  // Lost and made anew, it is the same again.
  await openWorkshop({ regime: 'domestic' })
  await env.PICTURES.delete(pdfKey(invoice))
  expect(await pdfOf(order.token, invoice.number)).toEqual(first)
  // Other tests have a first invoice of the year too.
  const { objects } = await env.PICTURES.list({ prefix: `documents/${invoice.number}` })
  const own = objects.filter(({ key }) => key.includes(invoice.id))
  expect(own.map(({ key }) => key)).toEqual([pdfKey(invoice)])
})

test('X10: an order’s address opens its own documents and nobody else’s', async () => {
  const [a, b] = [await sellOne(), await sellOne()]
  const wrong = [
    pathOf(a.order.token, b.invoice.number),
    pathOf(newToken(), a.invoice.number),
    pathOf(a.order.id, a.invoice.number),
    pathOf(String(a.order.number), a.invoice.number),
    pathOf(a.order.token, 'F2026-9999'),
    pathOf(a.order.token, a.invoice.id),
  ]
  const unknown = await shop().get(`/orders/${newToken()}`)
  const blank = (text: string) => text.replaceAll(/\/orders\/[\w/.%'-]*/g, '/orders/')
  for (const path of wrong.flatMap((one) => [one, `${one}.pdf`])) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await shop().get(path)
    expect([path, page.status, blank(page.text)]).toEqual([path, 404, blank(unknown.text)])
  }
  for (const path of [
    pathOf(a.order.token, a.invoice.number),
    pathOf(a.order.token, a.invoice.number) + '.pdf',
  ]) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await shop().ask(path)
    expect([answer.status, await answer.blob().then(({ size }) => size > 1000)]).toEqual([
      200,
      true,
    ])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    })
  }
  // What is kept beside the pictures is no picture.
  for (const path of [
    pdfKey(a.invoice),
    `images/${pdfKey(a.invoice)}`,
    `built/${pdfKey(a.invoice)}`,
  ]) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await shop().get(`/${path}`)).status).toBe(404)
  }
})

test('the owner reads every document, a helper those of the orders they pack, a stranger none', async () => {
  const { order, invoice } = await sellOne()
  const pdf = deskLink.document(order.id, invoice.number)
  const other = await sellOne()
  const [owner, helper] = [
    await atDesk(await makeStaff('owner')),
    await atDesk(await makeStaff('helper')),
  ]
  const answers = async (who: ReturnType<typeof shop>) =>
    Promise.all(
      [pdf, deskLink.documents(), deskLink.document(order.id, other.invoice.number)].map(
        async (path) => (await who.ask(path)).status,
      ),
    )
  expect(await answers(owner)).toEqual([200, 200, 404])
  expect(await answers(helper)).toEqual([200, 404, 404])
  expect(await answers(shop())).toEqual([303, 303, 303])
  const page = await helper.get(deskLink.order(order.id))
  expect(page.text).toContain(`href="${pdf}"`)
})

test('a buyer finds the invoice on the order’s page, and the credit note after a refund', async () => {
  const sold = await sellOne({}, 2)
  const { documents } = await giveBack(sold, 1)
  const page = await shop().get(`/orders/${sold.order.token}`)
  const links = documents.map(({ number }) => pathOf(sold.order.token, number))
  for (const href of links) expect(page.text).toContain(`href="${href}"`)
  const sheet = await shop().get(links[1] ?? '')
  expect(sheet.words('h1')).toContain(documents[1]?.number)
  expect(sheet.html.querySelectorAll('h1')).toHaveLength(1)
})

test('names that mean something to HTML or to PDF are letters like others', async () => {
  const names = [
    '<script>alert(1)</script>',
    ') Tj ET endstream endobj (',
    'Łukasz Żółć, Ştefan Ðặng, Γιώργος Щербаков',
    '李小龙 🎉 \u202Egnissap',
  ]
  for (const lastName of names) {
    // oxlint-disable-next-line no-await-in-loop
    const { order, invoice } = await sellOne({ buyer: { ...BUYER, firstName: 'Zoé', lastName } })
    // oxlint-disable-next-line no-await-in-loop
    const { page, pdf, totalPages } = await bothOf(order.token, invoice.number)
    expect(page.html.querySelectorAll('main script')).toHaveLength(0)
    expect(totalPages).toBe(1)
    expect(pdf).toContain('Zoé')
    if (lastName.includes('(') || lastName.includes('Łukasz')) expect(pdf).toContain(lastName)
  }
})

test('when a buyer is erased the order’s address leads to no document; the owner still has them', async () => {
  const email = 'partie@example.com'
  const { order, invoice } = await sellOne({ buyer: { ...BUYER, email, lastName: 'Partie' } })
  const before = await pdfOf(order.token, invoice.number)
  await env.DB.prepare(`update "order" set state = 'delivered' where id = ?`).bind(order.id).run()
  expect(await erasePerson(tools(), ACTOR, email)).toEqual({ ok: true })
  const path = pathOf(order.token, invoice.number)
  expect((await shop().get(path)).status).toBe(404)
  expect((await shop().get(`${path}.pdf`)).status).toBe(404)
  expect((await shop().get(`/orders/${order.token}`)).text).not.toContain(invoice.number)
  const owner = await atDesk(await makeStaff('owner'))
  const kept = await owner.ask(deskLink.document(order.id, invoice.number))
  expect(new Uint8Array(await kept.arrayBuffer())).toEqual(before)
  // A refund that comes later still has its credit note, in the name of whoever bought.
  const { documents } = await giveBack(await orderNow(order.id), 1)
  expect(documents[1]?.body.buyer).toEqual(invoice.body.buyer)
})

test('L4: a document and its file go after ten full years, and not a day before', async () => {
  const { order, invoice } = await sellOne()
  const year = new Date().getUTCFullYear()
  const copy = (years: number) =>
    env.DB.prepare(
      `insert into document select ?1, kind, ?2, 1, ?3, order_id, nth + 10 + ?4, ?1, at, currency, amount, vat, shares, body
        from document where id = ?5`,
    )
      .bind(`doc_old${years}`, year - years, `F${year - years}-0001`, years, invoice.id)
      .run()
  await Promise.all([copy(10), copy(11), copy(12)])
  const [young, old] = [10, 11].map((n) => ({ number: `F${year - n}-0001`, id: `doc_old${n}` }))
  const tenth = await pdfOf(order.token, young?.number ?? '')
  await pdfOf(order.token, old?.number ?? '')
  const owner = await atDesk(await makeStaff('owner'))
  expect((await owner.get(deskLink.person())).words('.people-forget')).toMatch(
    /dix années pleines ?2/,
  )
  const night = Date.UTC(year, 11, 31, 3, 15)
  await forgetOld(tools(night))
  const numbers = (await orderNow(order.id)).documents.map(({ number }) => number)
  expect(numbers).toEqual([invoice.number, young?.number])
  const { objects } = await env.PICTURES.list({ prefix: 'documents/' })
  const keys = objects.map(({ key }) => key)
  expect(keys).toContain(pdfKey(young ?? invoice))
  expect(keys).not.toContain(pdfKey(old ?? invoice))
  expect(await pdfOf(order.token, young?.number ?? '')).toEqual(tenth)
})

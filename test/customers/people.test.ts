import { expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { cartOf } from '#features/cart/read-cart.ts'
import { archive, customer } from '#features/customers/table.ts'
import { message } from '#features/messages/table.ts'
import { order } from '#features/orders/table.ts'
import { erasePerson } from '#features/people/erase-person.ts'
import { forgetOld } from '#features/people/forget-old.ts'
import { payment } from '#features/payments/table.ts'
import { eq } from 'drizzle-orm'
import { ACTOR, paidOrder } from '../orders/desk.ts'
import { makeProduct } from '../support/make.ts'
import { placed } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tools } from '../support/worker.ts'
import { canaries, fill, whereIs, wordsOf } from './canaries.ts'

const DAY_MS = 86_400_000
const { db } = tools()

test('one act gives everything of one person, as JSON and as CSV, and nobody else’s', async () => {
  const [hers, his] = [canaries('zqheron'), canaries('zqloutre')]
  await fill(hers)
  await fill(his)
  const desk = await atDesk(await makeStaff('owner'))
  const [row] = await db.select().from(customer).where(eq(customer.email, hers.email))
  const page = await desk.get(`/admin/customers/${row?.id}`)
  for (const format of ['json', 'csv']) {
    // oxlint-disable-next-line no-await-in-loop
    const file = await desk.submit(page, '.copy-form', { format })
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; .*\.(json|csv)"$/)
    const lower = file.text.toLowerCase()
    expect(wordsOf(hers).filter((word) => !lower.includes(word))).toEqual([])
    expect(lower).not.toContain('zqloutre')
  }
  expect((await actsOn(db, row?.id ?? '', 5)).map(({ act }) => act)).toEqual([
    'person.exported',
    'person.exported',
  ])
})

test('after an erasure the person is found in the archive and on invoices only, as the law wants', async () => {
  const is = canaries('zqbaleine')
  const view = await fill(is)
  await cartOf(tools(), view.order.cartId).add('var_x', 1)
  expect(Object.keys(await whereIs(is.mark))).toContain('order_search_data')
  const desk = await atDesk(await makeStaff('owner'))
  const [row] = await db.select().from(customer).where(eq(customer.email, is.email))
  const question = await desk.get(`/admin/customers/${row?.id}/erasure`)
  expect(question.words('.erasure')).toContain('jusqu’au 31 décembre')
  const done = await desk.submit(question, '.order-act')
  expect(done.words('[role=status]')).toContain('C’est effacé.')
  const left = await whereIs(is.mark)
  expect(Object.keys(left)).toEqual(['archive', 'document'])
  const proven = [is.first, is.last, is.line1, is.line2, is.city, is.note, is.personal, is.parcel]
  expect(proven.filter((word) => !left['archive']?.includes(word))).toEqual([])
  expect([is.remark, is.memory, is.text].filter((word) => left['archive']?.includes(word))).toEqual(
    [],
  )
  await expect.poll(() => cartOf(tools(), view.order.cartId).lines()).toEqual([])
  // The same form once more: nothing is left to erase, and nothing else is written down.
  const again = await desk.submit(question, '.order-act')
  expect(again.status).toBe(200)
  const acts = await actsOn(db, row?.id ?? '', 5)
  expect(acts.map(({ act, facts }) => [act, facts])).toEqual([
    ['person.erased', { orders: 1, messages: 1, kept: 1 }],
  ])
})

test('the pages of an erased buyer’s order still draw, and its proof can be fetched once written down', async () => {
  const is = canaries('zqphoque')
  const { order: sold } = await fill(is)
  expect(await erasePerson(tools(), ACTOR, is.email)).toEqual({ ok: true })
  const desk = await atDesk(await makeStaff('owner'))
  const paths = ['/admin/orders', `/admin/orders/${sold.id}`, `/admin/orders/${sold.id}/slip`]
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop
    const shown = await desk.get(path)
    expect([shown.status, shown.text.includes(is.mark)]).toEqual([200, false])
  }
  const month = new Date().toISOString().slice(0, 7)
  expect((await desk.get(`/admin/orders/export.csv?month=${month}`)).text).not.toContain(is.mark)
  const theirs = await shop().get(`/orders/${sold.token}`)
  expect([theirs.status, theirs.text.includes(is.mark)]).toEqual([200, false])
  const proof = await desk.post(`/admin/people/proofs/${sold.id}`)
  expect(JSON.parse(proof.text)).toMatchObject({
    order: sold.number,
    buyer: { firstName: is.first, parcels: [{ number: is.parcel }] },
  })
  const [act] = await actsOn(db, sold.id, 1)
  expect([act?.act, act?.facts]).toEqual(['proof.fetched', { order: sold.number }])
})

test('an order that still waits for something keeps its buyer, and the page names it', async () => {
  const email = 'attend@example.com'
  const { order: open } = await paidOrder([1], { buyer: { email } })
  const desk = await atDesk(await makeStaff('owner'))
  const [row] = await db.select().from(customer).where(eq(customer.email, email))
  const question = await desk.get(`/admin/customers/${row?.id}/erasure`)
  expect(question.html.querySelector('.order-act')).toBeNull()
  expect(question.words('.erasure .notice')).toContain(`Commande ${open.number}`)
  const forced = await desk.post('/admin/people/erasure', { email })
  expect(forced.status).toBe(409)
  const pending = await placed(
    [{ variantId: (await makeProduct()).variants[0]?.id ?? '', quantity: 1 }],
    { buyer: { email: 'pending@example.com' } },
  )
  expect(await erasePerson(tools(), ACTOR, 'pending@example.com')).toEqual({
    ok: false,
    because: 'unfinished',
  })
  const rows = await db.select().from(order).where(eq(order.id, pending.order.id))
  expect(rows[0]?.email).toBe('pending@example.com')
})

test('somebody who only wrote is found by their address, and erased', async () => {
  const email = 'ecrit@example.com'
  const id = `msg_${'e'.repeat(32)}`
  await db.insert(message).values({ id, at: 1, name: 'Zoé', email, lang: 'fr', text: 'Bonjour' })
  const desk = await atDesk(await makeStaff('owner'))
  const people = await desk.get('/admin/people')
  const wrong = await desk.submit(people, '.people-find', { email: 'personne' })
  expect([wrong.status, wrong.words('#email-problem')]).toEqual([
    422,
    'Une adresse, comme nom@exemple.fr.',
  ])
  const nobody = await desk.submit(people, '.people-find', { email: 'inconnu@example.com' })
  expect(nobody.words('[role=status]')).toContain('ne sait rien de inconnu@example.com')
  const found = await desk.submit(people, '.people-find', { email: 'Ecrit@Example.com' })
  expect(found.words('.people-text')).toContain('1 message')
  await desk.submit(found, '.order-act')
  expect(await db.select().from(message).where(eq(message.id, id))).toEqual([])
})

test('the clock forgets unpaid buyers, old messages and archived proofs once a day', async () => {
  const at = Date.UTC(2030, 4, 2, 3, 15)
  const is = canaries('zqsterne')
  const { variants } = await makeProduct()
  const buyer = { email: is.email, firstName: is.first, lastName: is.last, note: is.note }
  const old = await placed([{ variantId: variants[0]?.id ?? '', quantity: 1 }], { buyer })
  const young = await placed([{ variantId: variants[0]?.id ?? '', quantity: 1 }], {
    buyer: { email: 'jeune@example.com', lastName: 'Jeune' },
  })
  const cancelled = { state: 'cancelled' as const }
  await db
    .update(order)
    .set({ ...cancelled, holdUntil: at - 91 * DAY_MS })
    .where(eq(order.id, old.order.id))
  await db
    .update(order)
    .set({ ...cancelled, holdUntil: at - 89 * DAY_MS })
    .where(eq(order.id, young.order.id))
  const over = { orderId: 'ord_over', buyer: {}, at: 1, until: at - 1 }
  await db.insert(archive).values([over, { ...over, orderId: 'ord_kept', until: at + 1 }])
  const known = (id: string, when: number) => ({
    id: `msg_${id.repeat(32)}`,
    at: when,
    name: 'Ana',
    email: `${id}@example.com`,
    lang: 'fr' as const,
    text: 'Bonjour',
  })
  await db.insert(message).values([known('a', at - 1096 * DAY_MS), known('b', at - 1090 * DAY_MS)])
  await forgetOld(tools(at - 60_000))
  expect(Object.keys(await whereIs(is.mark))).toContain('order')
  await forgetOld(tools(at))
  expect(await whereIs(is.mark)).toEqual({})
  const [kept] = await db.select().from(order).where(eq(order.id, young.order.id))
  expect(kept?.lastName).toBe('Jeune')
  const proofs = await db.select().from(archive)
  expect(proofs.map(({ orderId }) => orderId)).toContain('ord_kept')
  expect(proofs.map(({ orderId }) => orderId)).not.toContain('ord_over')
  const messages = await db.select({ id: message.id }).from(message)
  expect(messages).toContainEqual({ id: `msg_${'b'.repeat(32)}` })
  expect(messages).not.toContainEqual({ id: `msg_${'a'.repeat(32)}` })
  const [act] = await actsOn(db, 'shop', 1)
  expect(act).toMatchObject({ act: 'shop.forgot', staffId: null, facts: { unpaid: 1 } })
})

test('the four last digits of a card go, its kind stays', async () => {
  const is = canaries('zqcrabe')
  const { order: sold } = await fill(is)
  await erasePerson(tools(), ACTOR, is.email)
  const rows = await db.select().from(payment).where(eq(payment.orderId, sold.id))
  expect(rows.map(({ method, url }) => [method, url])).toEqual([['visa', null]])
})

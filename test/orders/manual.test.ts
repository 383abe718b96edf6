import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { mailsOf } from '#features/mail/queries.ts'
import { payOrder } from '#features/payments/pay-order.ts'
import { reconcile } from '#features/payments/reconcile.ts'
import { settle } from '#features/payments/settle.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, stockOf } from '../support/orders.ts'
import type { Shopper } from '../support/shopper.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { eventsOf, stripe, tell } from '../support/stripe.ts'
import { shop, tick, tools } from '../support/worker.ts'

const NEW = '/admin/orders/new'
const FORM = 'form.manual'
const CHECK = 'form.refund-check'
const HOUR_MS = 3_600_000

const signIn = async () => atDesk(await makeStaff('helper'))

async function piece(stock = 5) {
  const { variants, slug } = await makeProduct({}, { stock })
  const { id = '', sku = '' } = variants[0] ?? {}
  return { id, sku, slug }
}

/** Writes an order of so many of one piece, step by step as the maker does. */
async function written(desk: Shopper, fields: Record<string, string>, units = 2, stock = 5) {
  const { id, sku } = await piece(stock)
  const found = await desk.submit(await desk.get(NEW), FORM, { find: sku, step: 'find' })
  expect(found.all('.manual-found b')).toHaveLength(1)
  const added = await desk.submit(found, FORM, { add: id })
  const checked = await desk.submit(added, FORM, {
    [`units_${id}`]: units,
    step: 'check',
    ...fields,
  })
  expect(checked.status, checked.words('.problems')).toBe(200)
  const page = await desk.submit(checked, CHECK, { step: 'send' })
  const orderId = /ord_\w+/.exec(page.at)?.[0] ?? expect.fail(page.at)
  return { page, checked, orderId, variantId: id }
}

async function dayOf() {
  const row = await env.DB.prepare(
    'select coalesce(sum(orders), 0) o, coalesce(sum(revenue), 0) r from day_total',
  ).first<{ o: number; r: number }>()
  return row ?? { o: 0, r: 0 }
}

test.each(['cash', 'card', 'cheque', 'transfer'])(
  'a sale at the stall that is paid by %s is an order like any other, at once',
  async (paid) => {
    const desk = await signIn()
    const before = await dayOf()
    const { page, checked, orderId, variantId } = await written(desk, { paid, off: '5' })
    expect(page.words('.order-where')).toContain('au stand')
    const { order, payment, lines, adjustments, events } = await orderNow(orderId)
    expect(order).toMatchObject({ state: 'paid', channel: 'stall', total: 4300, delivery: null })
    expect(order).toMatchObject({ subtotal: 4300, discountTotal: 500 })
    expect(order.number).toBeGreaterThan(1000)
    expect(lines[0]).toMatchObject({ total: 4800, discount: 500, vat: order.vatTotal })
    expect(adjustments).toMatchObject([{ kind: 'discount', amount: -500, label: 'Remise' }])
    expect(payment).toMatchObject({ kind: paid, state: 'paid', amount: 4300 })
    expect(events.map(({ kind }) => kind)).toEqual(['placed', 'paid'])
    expect(await stockOf(variantId)).toEqual({ available: 3, held: 0, sold: 2 })
    const after = await dayOf()
    expect([after.o - before.o, after.r - before.r]).toEqual([1, 4300])
    const again = await desk.submit(checked, CHECK, { step: 'send' })
    expect(again.at).toContain(orderId)
    expect((await orderNow(orderId)).events).toHaveLength(2)
  },
)

test('an order on the phone is sent, and confirmed to who left an address', async () => {
  const desk = await signIn()
  const { orderId } = await written(desk, {
    channel: 'phone',
    first_name: 'Paul',
    last_name: 'Guen',
    email: 'paul@example.com',
    delivery: 'colis',
    line1: '3 rue Haute',
    postal_code: '29200',
    city: 'Brest',
    country: 'FR',
    paid: 'transfer',
  })
  const { order } = await orderNow(orderId)
  expect(order).toMatchObject({ total: 5490, deliveryTotal: 690, address: { city: 'Brest' } })
  const mails = await mailsOf(tools().db, orderId)
  expect(mails.map(({ template }) => template)).toEqual(['confirmation'])
  const list = await desk.get('/admin/orders?list=to_pack')
  expect(list.all('.order-rows b')).toContain('Paul Guen')
})

test('what is wrong stands beside its field, what was typed stays, and nothing is written', async () => {
  const desk = await signIn()
  const { id } = await piece()
  const shown = await desk.get(NEW)
  const empty = await desk.submit(shown, FORM, { step: 'check', first_name: 'Paul' })
  expect(empty.status).toBe(422)
  expect(empty.words('#find-problem')).toContain('ajoutez-la')
  expect(empty.html.querySelector('#first_name')?.getAttribute('value')).toBe('Paul')
  const wrong = await desk.submit(shown, FORM, {
    step: 'check',
    [`units_${id}`]: 1,
    email: 'paul@',
    delivery: 'colis',
    paid: 'link',
    days: '40',
  })
  expect(wrong.status).toBe(422)
  const problems = ['email', 'line1', 'postal_code', 'city', 'days', 'first_name']
  for (const name of problems) expect(wrong.words(`#${name}-problem`), name).not.toBe('')
})

test('what went meanwhile is told before anything is written', async () => {
  const desk = await signIn()
  const { id } = await piece(1)
  const page = await desk.submit(await desk.get(NEW), FORM, { [`units_${id}`]: 1, step: 'check' })
  const other = await desk.submit(await desk.get(NEW), FORM, { [`units_${id}`]: 1, step: 'check' })
  expect((await desk.submit(other, CHECK, { step: 'send' })).at).toContain('/admin/orders/ord_')
  const late = await desk.submit(page, CHECK, { step: 'send' })
  expect(late.status).toBe(422)
  expect(await stockOf(id)).toEqual({ available: 0, held: 0, sold: 1 })
})

test('a link is paid after its first page has expired; the pieces are kept meanwhile', async () => {
  const desk = await signIn()
  const { page, orderId, variantId } = await written(desk, {
    paid: 'link',
    first_name: 'Paul',
    email: 'paul@example.com',
    days: '3',
  })
  const { order } = await orderNow(orderId)
  expect(page.words('#pay-link')).toContain(`/orders/${order.token}/pay`)
  expect(await stockOf(variantId)).toEqual({ available: 3, held: 2, sold: 0 })
  const [mail] = await mailsOf(tools().db, orderId)
  expect(mail?.template).toBe('pay_link')
  const path = `/orders/${order.token}/pay`
  const pay = await shop().get(path)
  expect(pay.words('form.order-pay-form button')).toBe('Commander avec obligation de paiement')
  expect((await shop().post(path)).words('#terms-problem')).toContain('Cochez la case')
  const post = () =>
    shop().ask(path, {
      method: 'POST',
      headers: { origin: env.SHOP_URL },
      body: new URLSearchParams({ terms: 'yes' }),
    })
  const answers = await Promise.all([post(), post()])
  const urls = answers.map((answer) => answer.headers.get('location'))
  expect(new Set(urls).size).toBe(1)
  const first = (await orderNow(orderId)).payment?.sessionId ?? expect.fail('no session')
  await stripe.expire(first)
  const expired = (await eventsOf(first)).find(({ type }) => type.endsWith('expired'))
  expect(await tell(shop(), expired ?? expect.fail('no event'))).toBe(200)
  expect((await orderNow(orderId)).order.state).toBe('pending')
  await env.DB.prepare('update payment set expires_at = 1 where order_id = ?').bind(orderId).run()
  await tick(Date.now() + HOUR_MS)
  expect((await stockOf(variantId)).held).toBe(2)
  expect((await post()).status).toBe(303)
  const second = (await orderNow(orderId)).payment?.sessionId ?? expect.fail('no session')
  expect(second).not.toBe(first)
  await stripe.pay(second)
  await settle(tools(), (await readSession(tools(), second)) ?? expect.fail('no fact'))
  const now = await orderNow(orderId)
  expect(now.order.state).toBe('paid')
  expect(await stockOf(variantId)).toEqual({ available: 3, held: 0, sold: 2 })
  const told = await post()
  expect(told.headers.get('location')).toBe(`/orders/${order.token}`)
})

test('a debit on the second page of a link is awaited, though its first page expired and the days are over', async () => {
  const desk = await signIn()
  const { orderId, variantId } = await written(desk, { paid: 'link', days: '1' })
  const later = Date.now() + HOUR_MS
  const first = await pageOf(orderId)
  await stripe.expire(first)
  const second = await pageOf(orderId, later)
  expect(second).not.toBe(first)
  await stripe.pay(second, { iban: 'succeeds' })
  await settle(tools(later), (await readSession(tools(), second)) ?? expect.fail('no fact'))
  await reconcile(tools(later + 30 * HOUR_MS))
  const waiting = await orderNow(orderId)
  expect(waiting.order.state).toBe('awaiting_payment')
  expect(waiting.payment?.sessionId).toBe(second)
  expect((await stockOf(variantId)).held).toBe(2)
  await stripe.settleDelayed(second, 'succeeded')
  await reconcile(tools(later + 31 * HOUR_MS))
  expect((await orderNow(orderId)).order.state).toBe('paid')
})

test('a link works as soon as Stripe does, however long after the try that failed', async () => {
  const desk = await signIn()
  const { orderId } = await written(desk, { paid: 'link' })
  await stripe.trouble({ about: orderId, kind: 'refuse', times: 1000 })
  const { order } = await orderNow(orderId)
  expect(await payOrder(tools(), order)).toEqual({ ok: false, because: 'down' })
  await stripe.calm(orderId)
  // Ten minutes on, Stripe would not make the first page any more: it makes none for less than thirty.
  await env.DB.prepare('update payment set expires_at = ? where order_id = ?')
    .bind(Date.now() + 21 * 60_000, orderId)
    .run()
  expect(await payOrder(tools(), order)).toMatchObject({ ok: true })
  expect(await stripe.sessions(orderId)).toHaveLength(1)
})

/** The payment page of an order that is paid by a link, at a moment. */
async function pageOf(orderId: string, now = Date.now()): Promise<string> {
  const { order } = await orderNow(orderId)
  expect(await payOrder(tools(now), order)).toMatchObject({ ok: true })
  return (await orderNow(orderId)).payment?.sessionId ?? expect.fail('no session')
}

test('a link that nobody paid in time gives its pieces back', async () => {
  const desk = await signIn()
  const { orderId, variantId } = await written(desk, { paid: 'link', days: '1' })
  await tick(Date.now() + 23 * HOUR_MS)
  expect((await stockOf(variantId)).held).toBe(2)
  await tick(Date.now() + 25 * HOUR_MS)
  expect((await orderNow(orderId)).order.state).toBe('cancelled')
  expect(await stockOf(variantId)).toEqual({ available: 5, held: 0, sold: 0 })
})

test.each([
  ['48', 'Il n’y a rien à payer'],
  ['47,70', 'Un lien demande au moins 0,50'],
])('a link is not made for what cannot be paid by it: %s € off', async (off, told) => {
  const desk = await signIn()
  const { id } = await piece()
  const form = await desk.get(NEW)
  const fields = { [`units_${id}`]: 2, step: 'check', off, paid: 'link' }
  const refused = await desk.submit(form, FORM, fields)
  expect([refused.status, refused.words('.problems')]).toEqual([422, expect.stringContaining(told)])
  const byHand = await desk.submit(form, FORM, { ...fields, paid: 'cash' })
  expect(byHand.status).toBe(200)
})

import { env } from 'cloudflare:workers'
import { beforeAll, expect, inject, test } from 'vitest'
import { compare } from '#features/payments/compare.ts'
import { reconcile } from '#features/payments/reconcile.ts'
import { refundOf } from '#features/payments/rules.ts'
import { settleRefund } from '#features/payments/settle-refund.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { settle } from '#features/payments/settle.ts'
import { openStripe } from '#platform/stripe.ts'
import { controlAt } from '../stripe/remote.ts'
import { LONG } from '../support/faults.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { orderNow, placed, stockOf } from '../support/orders.ts'
import { expectSound } from '../support/sound.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { tools } from '../support/worker.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const PAYMENTS = LONG ? 100 : 24
const lost = controlAt(inject('lostStripeUrl'))

/** Tools whose Stripe never reaches the shop by itself. */
function at(now = Date.now()) {
  const api = { ...env, STRIPE_API: inject('lostStripeUrl') }
  return tools(now, { stripe: async () => openStripe(api) })
}

const soon = () => at(Date.now() + 11 * MINUTE_MS)

async function open(stock = 5) {
  const { variants } = await makeProduct({}, { stock })
  const variantId = variants[0]?.id ?? ''
  return { variantId, ...(await placed([{ variantId, quantity: 1 }], { tools: at() })) }
}

/** A session that the shop does not know: of an order that is not there any more, or has another one. */
async function orphan(orderId = 'ord_gone', amount = 2400) {
  const stripe = await at().stripe()
  const { id } = await stripe.checkout.sessions.create({
    mode: 'payment',
    client_reference_id: orderId,
    metadata: { order: orderId },
    success_url: 'https://shop.test/ok',
    line_items: [
      {
        quantity: 1,
        price_data: { currency: 'eur', unit_amount: amount, product_data: { name: 'Bol' } },
      },
    ],
  })
  return { sessionId: id }
}

async function differences() {
  const { results } = await env.DB.prepare(
    'select key, kind, settled_at as settled from difference order by kind',
  ).all<{ key: string; kind: string; settled: number | null }>()
  return results
}

async function mails(template: string) {
  const row = await env.DB.prepare('select count(*) as n from outbox where template = ?')
    .bind(template)
    .first<{ n: number }>()
  return row?.n ?? 0
}

beforeAll(async () => {
  await makeShop()
  await lost.settings({ mostRows: 10 })
})

test(
  'P16: when every webhook of many payments is lost, one run settles them all, and a second changes nothing',
  { timeout: 120_000 },
  async () => {
    const { variants } = await makeProduct({}, { stock: PAYMENTS })
    const variantId = variants[0]?.id ?? ''
    const orders: string[] = []
    for (let i = 0; i < PAYMENTS; i++) {
      // One after the other: a hundred orders at once is another test.
      // oxlint-disable-next-line no-await-in-loop
      const { order, sessionId } = await placed([{ variantId, quantity: 1 }], { tools: at() })
      // oxlint-disable-next-line no-await-in-loop
      await lost.pay(sessionId)
      orders.push(order.id)
    }
    expect(await reconcile(at())).toEqual({ asked: 0, settled: 0, failed: 0 })
    expect(await reconcile(soon())).toEqual({ asked: PAYMENTS, settled: PAYMENTS, failed: 0 })
    expect(await reconcile(soon())).toEqual({ asked: 0, settled: 0, failed: 0 })
    expect(await stockOf(variantId)).toEqual({ available: 0, held: 0, sold: PAYMENTS })
    const last = await orderNow(orders.at(-1) ?? '')
    expect(last.order.state).toBe('paid')
    expect(last.payment?.method).toBe('visa 4242')
    await expectSound()
  },
)

test('P16: what was not paid, failed or is still awaited is settled as what it is', async () => {
  const [expired, failed, awaited] = [await open(), await open(), await open()]
  await lost.expire(expired.sessionId)
  await lost.pay(failed.sessionId, { iban: 'fails' })
  await lost.settleDelayed(failed.sessionId, 'failed')
  await lost.pay(awaited.sessionId, { iban: 'succeeds' })
  expect(await reconcile(soon())).toMatchObject({ asked: 3, settled: 3, failed: 0 })
  expect((await orderNow(expired.order.id)).order.state).toBe('cancelled')
  expect((await orderNow(failed.order.id)).order.state).toBe('cancelled')
  expect((await orderNow(awaited.order.id)).order.state).toBe('awaiting_payment')
  await lost.settleDelayed(awaited.sessionId, 'succeeded')
  expect(await reconcile(at(Date.now() + 14 * DAY_MS))).toMatchObject({ settled: 1 })
  expect((await orderNow(awaited.order.id)).order.state).toBe('paid')
  await expectSound()
})

test('P16: while Stripe is down nothing changes, and the next run settles', async () => {
  const { order, sessionId } = await open()
  await lost.pay(sessionId)
  await lost.trouble({ path: '/v1/checkout/sessions', method: 'GET', kind: '500', times: 2 })
  await expect(reconcile(soon())).rejects.toThrow('unknown error')
  expect((await orderNow(order.id)).order.state).toBe('pending')
  await reconcile(soon())
  expect((await orderNow(order.id)).order.state).toBe('paid')
})

test('P16: a day of payments that Stripe and the shop agree on has no difference; the events that were lost are heard', async () => {
  const { order, sessionId } = await open()
  await lost.pay(sessionId)
  const first = await compare(at(Date.now() + 2 * HOUR_MS), 0)
  expect(first.differences).toBe(0)
  expect(first.sessions).toBeGreaterThan(PAYMENTS)
  expect(first.orders).toBeGreaterThanOrEqual(PAYMENTS)
  expect((await orderNow(order.id)).order.state).toBe('paid')
  expect(await compare(at(Date.now() + 2 * HOUR_MS), 0)).toEqual(first)
  expect(await differences()).toEqual([])
  expect(await mails('differences')).toBe(0)
  await expectSound()
})

test('P16: an order that was lost here, a sum that is another and a payment that Stripe never saw are found, shown and mailed once', async () => {
  const [gone, other, unseen] = [await orphan(), await open(), await open()]
  await lost.pay(gone.sessionId)
  await lost.pay(other.sessionId)
  await reconcile(soon())
  const fact = (await readSession(at(), unseen.sessionId)) ?? expect.fail('no session')
  expect(await settle(at(), { ...fact, outcome: 'paid' })).toBe('settled')
  // What no act of the shop does: somebody at the database.
  const paidLess = env.DB.prepare(
    'update "order" set captured_total = captured_total - ? where id = ?',
  )
  await paidLess.bind(1, other.order.id).run()
  const run = () => compare(at(Date.now() + 2 * HOUR_MS), 0)
  await run()
  const found = [
    { key: `${other.sessionId}:amount`, kind: 'amount', settled: null },
    { key: `${gone.sessionId}:no_order`, kind: 'no_order', settled: null },
    { key: `${unseen.order.id}:not_at_stripe`, kind: 'not_at_stripe', settled: null },
  ]
  expect(await differences()).toEqual(found)
  await run()
  expect(await differences()).toEqual(found)
  expect(await mails('differences')).toBe(1)

  const desk = await atDesk(await makeStaff('owner'))
  const page = await desk.get('/admin/payments')
  expect(page.all('.difference')).toHaveLength(3)
  expect(page.text).toContain('Payée ici, inconnue de Stripe')
  expect((await desk.get('/admin')).text).toContain('3 différences entre Stripe et les commandes')

  await paidLess.bind(-1, other.order.id).run()
  await lost.pay(unseen.sessionId)
  await run()
  expect((await differences()).map(({ settled }) => settled === null)).toEqual([false, true, false])
  expect((await desk.get('/admin/payments')).all('.difference')).toHaveLength(1)
  expect((await desk.get('/admin/payments?list=all')).all('.difference')).toHaveLength(3)
})

test('P16: an order that was paid a second time, by another payment page, is found, shown and mailed', async () => {
  const { order, sessionId } = await open()
  const second = await orphan(order.id, order.total)
  await lost.pay(sessionId)
  await reconcile(soon())
  await lost.pay(second.sessionId)
  const mailed = await mails('differences')
  await compare(at(Date.now() + 2 * HOUR_MS), 0)
  expect(await differences()).toContainEqual({
    key: `${second.sessionId}:twice`,
    kind: 'twice',
    settled: null,
  })
  expect(await mails('differences')).toBe(mailed + 1)
  const desk = await atDesk(await makeStaff('owner'))
  const shown = (await desk.get('/admin/payments')).words('.difference')
  expect(shown).toContain('Payée deux fois chez Stripe')
  const sdk = await at().stripe()
  const intent = (await readSession(at(), second.sessionId))?.paymentIntent ?? ''
  const back = await sdk.refunds.create({ payment_intent: intent })
  expect(await settleRefund(at(), refundOf(back)), 'what was given back at Stripe').toBe('again')
  expect((await orderNow(order.id)).order.refundedTotal).toBe(0)
  expect((await orderNow(order.id)).payment?.sessionId).toBe(sessionId)
})

test('P16: the maker asks Stripe from her desk, and is told when it does not answer', async () => {
  const desk = await atDesk(await makeStaff('owner'))
  const page = await desk.get('/admin/payments')
  const asked = await desk.submit(page, 'form[action$="waiting"]')
  expect(asked.words('.notice')).toContain('Demandé à Stripe')
})

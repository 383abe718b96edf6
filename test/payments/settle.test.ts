import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { settle } from '#features/payments/settle.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { LONG } from '../support/faults.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, placed, stockOf } from '../support/orders.ts'
import { eventsOf, stripe, tell } from '../support/stripe.ts'
import { shop, tick, tools } from '../support/worker.ts'

const MINUTE_MS = 60_000
const ROUNDS = LONG ? 100 : 1
const times = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))

async function orderOfOne(stock = 5, quantity = 1) {
  const { variants } = await makeProduct({}, { stock })
  const variantId = variants[0]?.id ?? ''
  return { variantId, ...(await placed([{ variantId, quantity }])) }
}

async function eventOf(sessionId: string, type: string) {
  const event = (await eventsOf(sessionId)).find((known) => known.type === type)
  if (!event) throw new Error(`No ${type}`)
  return event
}

async function mailsOf(orderId: string): Promise<number> {
  const row = await env.DB.prepare('select count(*) as n from outbox where order_id = ?')
    .bind(orderId)
    .first<{ n: number }>()
  return row?.n ?? 0
}

test('P1: an order is paid by the webhook alone, though nobody opens the return page', async () => {
  const { order, sessionId, variantId } = await orderOfOne()
  await stripe.pay(sessionId)
  expect(await tell(shop(), await eventOf(sessionId, 'checkout.session.completed'))).toBe(200)
  const now = await orderNow(order.id)
  expect(now.order).toMatchObject({ state: 'paid' })
  expect(now.order.number).toBeGreaterThan(1000)
  expect(now.events.map((event) => event.kind)).toEqual(['placed', 'paid'])
  expect(await stockOf(variantId)).toEqual({ available: 4, held: 0, sold: 1 })
})

test('P1: the return page settles too, when it is faster than the webhook', async () => {
  const { order, sessionId } = await orderOfOne()
  await stripe.pay(sessionId)
  const page = await shop().ask(`/checkout/return?session_id=${sessionId}`)
  expect(page.status).toBe(303)
  expect(page.headers.get('location')).toBe(`/orders/${order.token}`)
  const now = await orderNow(order.id)
  expect(now.order.state).toBe('paid')
  expect(now.payment?.method).toBe('visa 4242')
})

test(
  'P2: fifty copies of the event and ten return pages at once: one step, one number, one mail',
  { timeout: 20_000 * ROUNDS },
  async () => {
    for (let round = 0; round < ROUNDS; round++) {
      // oxlint-disable-next-line no-await-in-loop -- each round is a payment of its own
      await settleManyTimes()
    }
    const numbers = await env.DB.prepare(
      'select count(*) n, count(distinct number) d, min(number) low, max(number) high from "order" where number is not null',
    ).first<{ n: number; d: number; low: number; high: number }>()
    expect(numbers?.n).toBe(numbers?.d)
    expect((numbers?.high ?? 0) - (numbers?.low ?? 0) + 1).toBe(numbers?.n)
  },
)

async function settleManyTimes() {
  const { order, sessionId, variantId } = await orderOfOne()
  await stripe.pay(sessionId)
  const event = await eventOf(sessionId, 'checkout.session.completed')
  const statuses = await Promise.all([
    ...times(50, () => tell(shop(), event)),
    ...times(10, async () => {
      const page = await shop().ask(`/checkout/return?session_id=${sessionId}`)
      return page.status
    }),
  ])
  expect(new Set(statuses)).toEqual(new Set([200, 303]))
  const now = await orderNow(order.id)
  expect(now.events.map((step) => step.kind)).toEqual(['placed', 'paid'])
  expect(now.documents).toHaveLength(1)
  expect(await stockOf(variantId)).toEqual({ available: 4, held: 0, sold: 1 })
  expect(await mailsOf(order.id)).toBe(1)
}

test('P3: the same payment told under two event ids has one effect', async () => {
  const { order, sessionId } = await orderOfOne()
  await stripe.pay(sessionId)
  const event = await eventOf(sessionId, 'checkout.session.completed')
  const other = {
    ...event,
    id: `${event.id}_again`,
    type: 'checkout.session.async_payment_succeeded',
  }
  expect(await tell(shop(), event)).toBe(200)
  expect(await tell(shop(), other)).toBe(200)
  expect(await mailsOf(order.id)).toBe(1)
})

test('P3: an event id that comes back with another body changes nothing', async () => {
  const one = await orderOfOne()
  const two = await orderOfOne()
  await stripe.pay(one.sessionId)
  await stripe.pay(two.sessionId)
  const first = await eventOf(one.sessionId, 'checkout.session.completed')
  const second = await eventOf(two.sessionId, 'checkout.session.completed')
  expect(await tell(shop(), first)).toBe(200)
  expect(await tell(shop(), { ...second, id: first.id })).toBe(200)
  expect((await orderNow(two.order.id)).order.state).toBe('pending')
})

test('P4: a webhook is heard only with a true and fresh signature', async () => {
  const { order, sessionId } = await orderOfOne()
  await stripe.pay(sessionId)
  const body = JSON.stringify(await eventOf(sessionId, 'checkout.session.completed'))
  const now = Math.floor(Date.now() / 1000)
  const post = async (signature: string | null, sent = body) => {
    const response = await shop().ask('/stripe/webhook', {
      method: 'POST',
      headers: signature === null ? {} : { 'stripe-signature': signature },
      body: sent,
    })
    await response.body?.cancel()
    return response.status
  }
  const good = await stripe.sign(body)
  expect(await post(null)).toBe(400)
  expect(await post('')).toBe(400)
  expect(await post(good.replace(/v1=/, 'v0='))).toBe(400)
  expect(await post(await stripe.sign(body, { secret: 'whsec_other' }))).toBe(400)
  expect(await post(await stripe.sign(body, { timestamp: now - 302 }))).toBe(400)
  for (let i = 0; i < 1000; i++) {
    const at = Math.floor((i / 1000) * body.length)
    const changed = body.slice(0, at) + (body[at] === 'x' ? 'y' : 'x') + body.slice(at + 1)
    expect(await post(good, changed)).toBe(400)
  }
  expect((await orderNow(order.id)).order.state).toBe('pending')
  expect(await post(good, 'x'.repeat(600 * 1024))).toBe(413)
  // Old, and not too old: a thousand posts later it is another time.
  const timestamp = Math.floor(Date.now() / 1000) - 290
  const rolled = await stripe.sign(body, { timestamp })
  const wrong = (await stripe.sign(body, { timestamp, secret: 'whsec_old' })).split('v1=')[1]
  expect(await post(rolled.replace('v1=', `v1=${wrong},v1=`))).toBe(200)
  expect((await orderNow(order.id)).order.state).toBe('paid')
})

test('P5: late news never un-pays a paid order', async () => {
  const { order, sessionId } = await orderOfOne()
  await stripe.pay(sessionId)
  const event = await eventOf(sessionId, 'checkout.session.completed')
  expect(await tell(shop(), event)).toBe(200)
  for (const type of ['checkout.session.async_payment_failed', 'checkout.session.expired']) {
    expect(await tell(shop(), { ...event, id: `${event.id}_${type}`, type })).toBe(200)
  }
  expect((await orderNow(order.id)).order.state).toBe('paid')
})

test('P6: our own event without its order is not acknowledged; one of somebody else is', async () => {
  const { sessionId } = await orderOfOne()
  await stripe.pay(sessionId)
  const event = await eventOf(sessionId, 'checkout.session.completed')
  const unknown = JSON.parse(JSON.stringify(event).replaceAll(/ord_\w+/g, 'ord_nowhere'))
  expect(await tell(shop(), { ...unknown, id: 'evt_unknown' })).toBe(503)
  const foreign = JSON.parse(JSON.stringify(event).replaceAll('"order"', '"basket"'))
  expect(await tell(shop(), { ...foreign, id: 'evt_foreign' })).toBe(200)
  expect(await tell(shop(), { ...event, id: 'evt_other', type: 'customer.created' })).toBe(200)
})

test('an expired session gives its pieces back once, however often it is told', async () => {
  const { order, sessionId, variantId } = await orderOfOne(5, 2)
  await stripe.expire(sessionId)
  const event = await eventOf(sessionId, 'checkout.session.expired')
  await Promise.all(times(5, () => tell(shop(), event)))
  expect((await orderNow(order.id)).order.state).toBe('cancelled')
  expect(await stockOf(variantId)).toEqual({ available: 5, held: 0, sold: 0 })
})

test('S6: what is not paid comes back within a minute of its time, even when Stripe never said so', async () => {
  const { order, sessionId, variantId } = await orderOfOne()
  await tick(order.placedAt + 35 * MINUTE_MS)
  expect(await stockOf(variantId)).toEqual({ available: 4, held: 1, sold: 0 })
  await tick(order.placedAt + 36 * MINUTE_MS)
  expect(await stockOf(variantId)).toEqual({ available: 5, held: 0, sold: 0 })
  expect((await orderNow(order.id)).order.state).toBe('cancelled')
  expect(await stripe.sessions(sessionId)).toMatchObject([{ status: 'expired' }])
})

test('S6: when its time is over but it was paid, it is settled instead', async () => {
  const { order, sessionId } = await orderOfOne()
  await stripe.pay(sessionId)
  await tick(order.holdUntil)
  expect((await orderNow(order.id)).order.state).toBe('paid')
})

test('S6: while Stripe cannot be asked nothing is given back', async () => {
  const { order, sessionId, variantId } = await orderOfOne()
  await stripe.trouble({ about: sessionId, kind: '500', times: 2 })
  await tick(order.holdUntil)
  expect(await stockOf(variantId)).toEqual({ available: 4, held: 1, sold: 0 })
  await tick(order.holdUntil)
  expect(await stockOf(variantId)).toEqual({ available: 5, held: 0, sold: 0 })
})

test('P13: a payment that is a cent off is held and never counts as paid', async () => {
  const { order, sessionId } = await orderOfOne()
  await stripe.pay(sessionId)
  const fact = await readSession(tools(), sessionId)
  if (!fact) throw new Error('no session')
  expect(await settle(tools(), { ...fact, amount: (fact.amount ?? 0) - 1 })).toBe('settled')
  const now = await orderNow(order.id)
  expect(now.order).toMatchObject({ state: 'held', number: null })
  expect(now.events.at(-1)).toMatchObject({ kind: 'held', reason: 'amount' })
})

test('P17: a live event does not enter a test shop', async () => {
  const { order, sessionId } = await orderOfOne()
  await stripe.pay(sessionId)
  const event = await eventOf(sessionId, 'checkout.session.completed')
  const live = Object.assign(event, { livemode: true })
  expect(await tell(shop(), live)).toBe(400)
  expect((await orderNow(order.id)).order.state).toBe('pending')
})

test('a gift card that was bought is a code of its own for each unit', async () => {
  const { variants } = await makeProduct({ kind: 'gift_card' }, { price: 5000, stock: null })
  const { order, sessionId } = await placed([{ variantId: variants[0]?.id ?? '', quantity: 3 }])
  await stripe.pay(sessionId)
  await tell(shop(), await eventOf(sessionId, 'checkout.session.completed'))
  const { cards } = await orderNow(order.id)
  expect(new Set(cards.map((card) => card.code)).size).toBe(3)
  expect(cards.every((card) => card.balance === 5000)).toBe(true)
  expect(order.delivery).toBeNull()
})

test('what was paid leaves the cart, and what was added meanwhile stays', async () => {
  const { variants } = await makeProduct({}, { stock: 5 })
  const other = (await makeProduct({}, { stock: 5 })).variants[0]?.id ?? ''
  const variantId = variants[0]?.id ?? ''
  const cart = env.CART.getByName('cart-of-a-test')
  await cart.add(variantId, 1)
  const { sessionId } = await placed([{ variantId, quantity: 1 }], { cartId: 'cart-of-a-test' })
  await cart.add(other, 2)
  await stripe.pay(sessionId)
  await tell(shop(), await eventOf(sessionId, 'checkout.session.completed'))
  expect(await cart.lines()).toEqual([{ variantId: other, quantity: 2 }])
})

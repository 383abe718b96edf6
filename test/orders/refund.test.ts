import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { mailsOf } from '#features/mail/queries.ts'
import { cancelPaid } from '#features/orders/cancel.ts'
import { allLeft, leftToRefund, paidFor, sumRefund } from '#features/orders/refund-rules.ts'
import { orderNow, placed, stockOf } from '../support/orders.ts'
import { makeStaff, atDesk } from '../support/staff.ts'
import { stripe, tell } from '../support/stripe.ts'
import { shop, tick, tools } from '../support/worker.ts'
import { newId } from '#platform/ids.ts'
import { settleRefund } from '#features/payments/settle-refund.ts'
import { makeProduct } from '../support/make.ts'
import { ACTOR } from './desk.ts'
import { giveBack, type Paid, paidAtStripe, payAtStripe, refundEvents } from './refunds.ts'

const atStripe = async ({ intent }: Paid) =>
  (await stripe.requests()).filter(
    ({ path, method, params }) =>
      method === 'POST' && path === '/v1/refunds' && JSON.stringify(params).includes(intent),
  )

async function dayOf() {
  const row = await env.DB.prepare('select coalesce(sum(refunded), 0) n from day_total').first<{
    n: number
  }>()
  return row?.n ?? 0
}

const LINE = fc
  .record({ quantity: fc.integer({ min: 1, max: 9 }), unit: fc.integer({ min: 1, max: 9999 }) })
  .chain(({ quantity, unit }) =>
    fc.record({
      quantity: fc.constant(quantity),
      total: fc.constant(quantity * unit),
      discount: fc.integer({ min: 0, max: quantity * unit }),
    }),
  )

test('the parts of a line, however it is split, come to what was paid for it', () => {
  fc.assert(
    fc.property(LINE, fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 9 }), (line, cuts) => {
      let left = line.quantity
      let amount = 0
      for (const cut of [...cuts, line.quantity]) {
        const units = Math.min(cut, left)
        amount += paidFor({ id: 'a', ...line }, left, units)
        left -= units
      }
      expect(amount).toBe(line.total - line.discount)
    }),
  )
})

test('a refund is the sum of its parts, never above what is left, and all that is left is all', () => {
  fc.assert(
    fc.property(
      fc.array(LINE, { minLength: 1, maxLength: 4 }),
      fc.nat(2000),
      fc.nat(100_000),
      fc.nat(3000),
      (given, delivery, before, extra) => {
        const lines = given.map((line, i) => ({ ...line, id: `lin_${i}` }))
        const paidIn = lines.reduce((sum, line) => sum + line.total - line.discount, delivery)
        const order = {
          capturedTotal: paidIn,
          deliveryTotal: delivery,
          refundedTotal: Math.min(before, paidIn),
        }
        const left = leftToRefund({ order, lines }, [], [])
        const units = lines.map(({ id, quantity }) => ({ lineId: id, quantity, restock: false }))
        const asked = sumRefund({ units, delivery: left.delivery, extra }, lines, left)
        const parts = asked.units.reduce((sum, { amount }) => sum + amount, 0)
        expect(parts + asked.delivery + asked.extra).toBe(asked.amount)
        expect(asked.amount).toBeLessThanOrEqual(left.amount)
        expect(asked.units.every(({ amount }) => amount >= 0)).toBe(true)
        expect(allLeft(lines, left, true).amount).toBe(left.amount)
      },
    ),
  )
})

test('P15: a part goes back: Stripe gives it, the piece is on the shelf, the buyer is written to once', async () => {
  const view = await paidAtStripe(2, 10)
  const before = await dayOf()
  const id = newId('ref')
  expect(await giveBack(view, 1, { id })).toEqual({ ok: true })
  expect(await giveBack(view, 1, { id })).toEqual({ ok: true })
  const now = await orderNow(view.order.id)
  expect(now.order).toMatchObject({ refundedTotal: 2400, state: 'paid' })
  expect(now.refunds).toMatchObject([{ state: 'succeeded', amount: 2400, who: 'Mona' }])
  expect(await stockOf(view.variantId)).toEqual({ available: 9, held: 0, sold: 1 })
  const requests = await atStripe(view)
  expect(requests).toHaveLength(1)
  expect(requests[0]?.params).toMatchObject({ amount: '2400', reason: 'requested_by_customer' })
  for (const type of ['refund.created', 'refund.updated', 'charge.refunded']) {
    for (const event of await refundEvents(view, type)) {
      expect(await tell(shop(), event)).toBe(200)
    }
  }
  const mails = await mailsOf(tools().db, view.order.id)
  expect(mails.filter(({ template }) => template === 'refunded')).toMatchObject([
    { facts: { refund: id } },
  ])
  expect((await dayOf()) - before).toBe(2400)
  const acts = await actsOn(tools().db, view.order.id, 10)
  expect(acts.filter(({ act }) => act === 'order.refunded')).toHaveLength(1)
})

test('P15: refunds at the same moment never pass what was paid', async () => {
  const view = await paidAtStripe(1)
  const answers = await Promise.all([1, 2, 3, 4].map(() => giveBack(view, 0, { extra: 2000 })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const units = await Promise.all([1, 2].map(() => giveBack(view, 1)))
  expect(units.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
  const { order, refunds } = await orderNow(view.order.id)
  const gone = refunds.reduce((sum, { amount }) => sum + amount, 0)
  expect(gone).toBe(order.refundedTotal)
  expect(order.refundedTotal).toBeLessThanOrEqual(order.total)
})

test('what Stripe does not answer waits, and the clock asks again: it goes back once', async () => {
  for (const kind of ['500', 'executed-but-answer-lost', 'html'] as const) {
    const view = await paidAtStripe(1)
    await stripe.trouble({ path: '/v1/refunds', about: view.intent, kind, times: 2 })
    expect(await giveBack(view, 1)).toEqual({ ok: true })
    const waiting = await orderNow(view.order.id)
    expect(waiting.refunds).toMatchObject([{ state: 'pending', stripeId: null }])
    expect(waiting.order.refundedTotal).toBe(2400)
    await tick(Date.now() + 61_000)
    const now = await orderNow(view.order.id)
    expect(now.refunds, kind).toMatchObject([{ state: 'succeeded' }])
    const given = (await refundEvents(view, 'refund.created')).length
    expect(given, kind).toBe(1)
  }
})

test('what Stripe refuses is free again, and its piece leaves the shelf where it is still there', async () => {
  for (const gone of [false, true]) {
    const view = await paidAtStripe(1, 1)
    await stripe.dispute(view.intent)
    if (gone) {
      await stripe.trouble({ path: '/v1/refunds', about: view.intent, kind: '500', times: 2 })
      await giveBack(view, 1)
      await placed([{ variantId: view.variantId, quantity: 1 }])
      await tick(Date.now() + 61_000)
    } else await giveBack(view, 1)
    const now = await orderNow(view.order.id)
    expect(now.refunds[0]).toMatchObject({ state: 'failed' })
    expect(now.refunds[0]?.error).toContain('charged back')
    expect(now.refundLines[0]?.restocked).toBe(gone)
    expect(now.order.refundedTotal).toBe(0)
    expect((await stockOf(view.variantId)).available).toBe(0)
    const mails = await mailsOf(tools().db, view.order.id)
    expect(mails.some(({ template }) => template === 'refunded')).toBe(false)
  }
})

test('P15: a refund that the bank sends back has failed, in whatever order the news come', async () => {
  const view = await paidAtStripe(1)
  const before = await dayOf()
  await giveBack(view, 1)
  const stripeId = (await orderNow(view.order.id)).refunds[0]?.stripeId ?? ''
  await stripe.failRefund(stripeId)
  const news = await refundEvents(view, 'refund.failed')
  const late = await refundEvents(view, 'refund.updated')
  for (const event of [...news, ...late, ...news]) expect(await tell(shop(), event)).toBe(200)
  const now = await orderNow(view.order.id)
  expect(now.refunds).toMatchObject([{ state: 'failed', error: 'lost_or_stolen_card' }])
  expect(now.order.refundedTotal).toBe(0)
  expect((await dayOf()) - before).toBe(0)
  expect(await giveBack({ ...view, ...now }, 1)).toEqual({ ok: true })
  expect((await orderNow(view.order.id)).order.refundedTotal).toBe(2400)
})

test('P15: a refund made in Stripe’s own pages is one of the order, once', async () => {
  const view = await paidAtStripe(1)
  const sdk = await tools().stripe()
  await sdk.refunds.create({ payment_intent: view.intent, amount: 1000 })
  const told = [
    ...(await refundEvents(view, 'charge.refunded')),
    ...(await refundEvents(view, 'refund.created')),
    ...(await refundEvents(view, 'refund.updated')),
  ]
  for (const event of told) expect(await tell(shop(), event)).toBe(200)
  const now = await orderNow(view.order.id)
  expect(now.refunds).toMatchObject([
    { who: 'Stripe', reason: 'other', amount: 1000, state: 'succeeded' },
  ])
  expect(now.order.refundedTotal).toBe(1000)
})

test('a helper sees no way to refund, and none opens', async () => {
  const view = await paidAtStripe(1)
  const helper = await atDesk(await makeStaff('helper'))
  const page = await helper.get(`/admin/orders/${view.order.id}`)
  expect(page.text).not.toContain('/admin/refunds/')
  const path = `/admin/refunds/${view.order.id}`
  expect((await helper.get(path)).status).toBe(404)
  expect((await helper.post(path, { key: newId('ref') })).status).toBe(404)
  expect((await helper.post(`${path}/cancellation`, { key: newId('ref') })).status).toBe(404)
  expect((await orderNow(view.order.id)).refunds).toEqual([])
})

test('a gift card whose money goes back is worth nothing; when the bank sends the money back it is again', async () => {
  const { variants } = await makeProduct({ kind: 'gift_card' }, { stock: null, weight_g: 0 })
  const view = await payAtStripe(variants[0]?.id ?? '', 3)
  const { order } = view
  const worth = async () =>
    (await orderNow(order.id)).cards.toSorted((a, b) => a.nth - b.nth).map(({ balance }) => balance)
  expect(await worth()).toEqual([2400, 2400, 2400])
  const id = newId('ref')
  await giveBack(view, 2, { id })
  expect(await worth()).toEqual([2400, 0, 0])
  const page = await shop().get(`/orders/${order.token}`)
  expect(page.all('.handed li').filter((one) => one.includes('ne vaut plus rien'))).toHaveLength(2)
  const [known] = (await orderNow(order.id)).refunds
  const { amount, stripeId } = known ?? expect.fail('no refund')
  await settleRefund(tools(), {
    stripeId: stripeId ?? '',
    refundId: id,
    paymentIntent: view.intent,
    amount,
    state: 'failed',
    error: 'expired_or_canceled_card',
  })
  expect(await worth()).toEqual([2400, 2400, 2400])
  const whole = await payAtStripe(view.variantId, 2)
  await giveBack(whole, 0, { extra: whole.order.total })
  expect((await orderNow(whole.order.id)).cards.map(({ balance }) => balance)).toEqual([0, 0])
})

test('what a refund that failed left on the shelf is not laid there again by the next one', async () => {
  const view = await paidAtStripe(2, 5)
  const call = { id: newId('ref'), restock: true, reason: 'unavailable' as const, note: '' }
  expect(await cancelPaid(tools(), ACTOR, view, call)).toEqual({ ok: true })
  expect(await stockOf(view.variantId)).toEqual({ available: 5, held: 0, sold: 0 })
  const stripeId = (await orderNow(view.order.id)).refunds[0]?.stripeId ?? ''
  await stripe.failRefund(stripeId)
  for (const event of await refundEvents(view, 'refund.failed')) await tell(shop(), event)
  // An order that was given up keeps its pieces on the shelf; only its money is to be given back again.
  expect(await stockOf(view.variantId)).toEqual({ available: 5, held: 0, sold: 0 })
  expect(await giveBack({ ...view, ...(await orderNow(view.order.id)) }, 2)).toEqual({ ok: true })
  expect(await stockOf(view.variantId)).toEqual({ available: 5, held: 0, sold: 0 })
})

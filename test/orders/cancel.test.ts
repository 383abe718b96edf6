import { expect, test } from 'vitest'
import { mailsOf } from '#features/mail/queries.ts'
import { cancelPaid, cancelUnpaid } from '#features/orders/cancel.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { settle } from '#features/payments/settle.ts'
import { newId } from '#platform/ids.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, placed, stockOf } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'
import { ACTOR } from './desk.ts'
import { paidAtStripe } from './refunds.ts'
import { ship } from '#features/orders/ship.ts'
import { cancelOrder } from '#features/orders/cancel-order.ts'
import { runBatch } from '#platform/db.ts'

const calling = (restock = true) => ({
  id: newId('ref'),
  restock,
  reason: 'unavailable' as const,
  note: '',
})

async function mailNames(orderId: string) {
  return (await mailsOf(tools().db, orderId)).map(({ template }) => template)
}

async function unpaid(stock = 1) {
  const { variants } = await makeProduct({}, { stock })
  const variantId = variants[0]?.id ?? ''
  return { variantId, ...(await placed([{ variantId, quantity: 1 }])) }
}

test('an unpaid order is given up once its payment page is closed, and its piece is back', async () => {
  const { order, sessionId, variantId } = await unpaid()
  expect(await cancelUnpaid(tools(), ACTOR, order)).toEqual({ ok: true })
  expect(await cancelUnpaid(tools(), ACTOR, order)).toEqual({ ok: true })
  expect(await stockOf(variantId)).toEqual({ available: 1, held: 0, sold: 0 })
  await expect(stripe.pay(sessionId)).rejects.toThrow('expired')
})

test('an order that was paid meanwhile is not given up; while Stripe is silent neither', async () => {
  const { order, sessionId, variantId } = await unpaid()
  await stripe.trouble({ about: sessionId, kind: '500', times: 2 })
  expect(await cancelUnpaid(tools(), ACTOR, order)).toEqual({ ok: false, because: 'down' })
  await stripe.pay(sessionId)
  expect(await cancelUnpaid(tools(), ACTOR, order)).toEqual({ ok: false, because: 'paid' })
  const now = await orderNow(order.id)
  expect(now.order.state).toBe('paid')
  const late = runBatch(tools().db, cancelOrder(tools(), order.id, 'expired'))
  await expect(late).rejects.toThrow('order_event')
  expect(await stockOf(variantId)).toEqual({ available: 0, held: 0, sold: 1 })
})

test('a paid order is given up with its money back, its pieces on the shelf and one mail of each', async () => {
  const view = await paidAtStripe(2, 5)
  const call = calling()
  expect(await cancelPaid(tools(), ACTOR, view, call)).toEqual({ ok: true })
  expect(await cancelPaid(tools(), ACTOR, view, call)).toEqual({ ok: true })
  const now = await orderNow(view.order.id)
  expect(now.order).toMatchObject({ state: 'cancelled', refundedTotal: view.order.total })
  expect(now.refunds).toMatchObject([
    { state: 'succeeded', amount: view.order.total, deliveryAmount: 690 },
  ])
  expect(await stockOf(view.variantId)).toEqual({ available: 5, held: 0, sold: 0 })
  expect(await mailNames(view.order.id)).toEqual(['confirmation', 'cancelled', 'refunded'])
  const late = await readSession(tools(), view.payment?.sessionId ?? '')
  expect(await settle(tools(), late ?? expect.fail('no session'))).toBe('again')
  expect((await orderNow(view.order.id)).order.state).toBe('cancelled')
})

test('two who give up the same order at once give its money back once', async () => {
  const view = await paidAtStripe(1, 1)
  const answers = await Promise.all(
    [calling(), calling()].map((call) => cancelPaid(tools(), ACTOR, view, call)),
  )
  expect(answers).toEqual([{ ok: true }, { ok: true }])
  const { refunds } = await orderNow(view.order.id)
  expect(refunds).toHaveLength(1)
  expect(await stockOf(view.variantId)).toEqual({ available: 1, held: 0, sold: 0 })
})

test('what has left is not given up: it is refunded instead', async () => {
  const view = await paidAtStripe(2, 5)
  const lineId = view.lines[0]?.id ?? ''
  const sent = await ship(tools(), ACTOR, {
    id: newId('shp'),
    orderId: view.order.id,
    order: view.order.number,
    carrier: '',
    number: '',
    units: [{ lineId, quantity: 1 }],
    tell: false,
  })
  expect(sent.ok).toBe(true)
  const answer = await cancelPaid(tools(), ACTOR, view, calling())
  expect(answer).toEqual({ ok: false, because: 'state' })
  expect(await orderNow(view.order.id)).toMatchObject({ order: { state: 'paid' }, refunds: [] })
})

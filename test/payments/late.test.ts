import { expect, test } from 'vitest'
import { mailsOf } from '#features/mail/queries.ts'
import { cancelOrder } from '#features/orders/cancel-order.ts'
import { allLeft, leftToRefund } from '#features/orders/refund-rules.ts'
import { refund } from '#features/orders/refund.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { makeProduct } from '../support/make.ts'
import { alertsOf, orderNow, placed, stockOf } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { eventsOf, stripe, tell } from '../support/stripe.ts'
import { shop, tools } from '../support/worker.ts'

/** The last piece, paid at Stripe for an order that was given up before the shop heard of it. */
async function late(reason: 'expired' | 'maker') {
  const { variants } = await makeProduct({}, { stock: 1 })
  const variantId = variants[0]?.id ?? ''
  const one = await placed([{ variantId, quantity: 1 }])
  await stripe.pay(one.sessionId)
  await runBatch(tools().db, cancelOrder(tools(), one.order.id, reason))
  return { ...one, variantId }
}

/** Stripe tells it five times, all at once. */
async function hear(sessionId: string) {
  const told = (await eventsOf(sessionId)).find(({ type }) => type === 'checkout.session.completed')
  const event = told ?? expect.fail('no event')
  const statuses = await Promise.all([1, 2, 3, 4, 5].map(() => tell(shop(), event)))
  expect(new Set(statuses)).toEqual(new Set([200]))
}

async function alertOf(orderId: string) {
  const results = await alertsOf(orderId)
  expect(results).toHaveLength(1)
  return results[0] ?? expect.fail('no alert')
}

test('P10: money that comes too late makes the order stand again when its piece is there', async () => {
  const { order, sessionId, variantId } = await late('expired')
  await hear(sessionId)
  const now = await orderNow(order.id)
  expect(now.order.state).toBe('paid')
  expect(now.order.number).toBeGreaterThan(1000)
  expect(now.events.map(({ kind }) => kind)).toEqual(['placed', 'cancelled', 'paid'])
  expect(now.refunds).toEqual([])
  expect(await stockOf(variantId)).toEqual({ available: 0, held: 0, sold: 1 })
  expect((await alertOf(order.id)).about).toBe('revived')
  const owner = await atDesk(await makeStaff('owner'))
  expect((await owner.get('/admin')).text).toContain(`/admin/orders/${order.id}`)
})

test.each([
  ['its piece is sold', 'expired'],
  ['the maker had given it up', 'maker'],
] as const)('P10: when %s, late money goes back by itself, once', async (_, reason) => {
  const { order, sessionId, variantId } = await late(reason)
  if (reason === 'expired') await placed([{ variantId, quantity: 1 }])
  await hear(sessionId)
  const now = await orderNow(order.id)
  expect(now.order).toMatchObject({ state: 'cancelled', number: null, refundedTotal: order.total })
  expect(now.refunds).toMatchObject([{ state: 'succeeded', amount: order.total }])
  expect(now.documents).toEqual([])
  const atStripe = (await stripe.requests()).filter(
    ({ method, path, params }) =>
      method === 'POST' && path === '/v1/refunds' && JSON.stringify(params).includes(order.id),
  )
  expect(atStripe).toHaveLength(1)
  const mails = (await mailsOf(tools().db, order.id)).map(({ template }) => template)
  expect(mails).toEqual(['refunded'])

  const owner = await atDesk(await makeStaff('owner'))
  const alert = await alertOf(order.id)
  expect(alert.about).toBe('repaid')
  const mail = await owner.get(`/admin/mail/${alert.id}/preview`)
  expect(mail.text).toContain('sont venus trop tard')
  const today = await owner.get('/admin')
  expect(today.html.querySelector(`a[href="/admin/orders/${order.id}"]`)).not.toBeNull()
  const page = await owner.get(`/admin/orders/${order.id}`)
  const log = page.all('#log li')
  expect(log.filter((line) => line.includes('remboursés'))).toHaveLength(1)
  expect(log.join(' ')).toContain(reason === 'expired' ? 'pas payée à temps' : 'à l’atelier')
  const theirs = await shop().get(`/orders/${order.token}`)
  expect(theirs.words('.sum')).toContain('Remboursé')
})

test('late money that Stripe does not give back is told as well, and is not said to have gone back', async () => {
  const { order, sessionId } = await late('maker')
  const intent = (await readSession(tools(), sessionId))?.paymentIntent ?? expect.fail('no intent')
  await stripe.dispute(intent)
  await hear(sessionId)
  expect((await orderNow(order.id)).refunds).toMatchObject([{ state: 'failed' }])
  const alerts = await alertsOf(order.id)
  expect(alerts.map(({ about }) => about)).toEqual(['repaid', 'refund_failed'])
  const owner = await atDesk(await makeStaff('owner'))
  const [first, second] = await Promise.all(
    alerts.map(({ id }) => owner.get(`/admin/mail/${id}/preview`)),
  )
  expect(first?.text).toContain('Le remboursement est en route')
  expect(second?.text).toContain('Commande sans numéro')
  const doors = (await owner.get('/admin')).html.querySelectorAll(
    `section[aria-labelledby=stuck] a[href="/admin/orders/${order.id}"]`,
  )
  expect(doors.map(({ textContent }) => textContent)).toEqual([
    'Un remboursement qui n’a pas abouti',
  ])
})

test('an order that stood again and whose pieces were all refunded is given up again, and not packed', async () => {
  const { order, sessionId } = await late('expired')
  await hear(sessionId)
  const view = await orderNow(order.id)
  expect(view.order.state).toBe('paid')
  const left = leftToRefund(view, view.refunds, view.refundLines)
  const given = await refund(tools(), ACTOR, {
    id: newId('ref'),
    order: view.order,
    lines: view.lines,
    payment: view.payment ?? expect.fail('no payment'),
    sum: allLeft(view.lines, left, true),
    reason: 'withdrawal',
    note: '',
  })
  expect(given).toEqual({ ok: true })
  const now = await orderNow(order.id)
  expect(now.order.state).toBe('cancelled')
  expect(now.events.filter(({ kind }) => kind === 'cancelled')).toHaveLength(1)
})

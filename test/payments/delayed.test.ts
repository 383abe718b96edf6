import { expect, test } from 'vitest'
import { mailsOf } from '#features/mail/queries.ts'
import { ship } from '#features/orders/ship.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, placed, stockOf } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { eventsOf, stripe, tell } from '../support/stripe.ts'
import { shop, tick, tools } from '../support/worker.ts'

/** Fourteen business days, with the weekends between them. */
const LATEST_MS = 20 * 86_400_000

const HELD = { available: 4, held: 1, sold: 0 }

async function byDebit(outcome: 'succeeded' | 'failed') {
  const { variants } = await makeProduct({}, { stock: 5 })
  const variantId = variants[0]?.id ?? ''
  const one = await placed([{ variantId, quantity: 1 }])
  await stripe.pay(one.sessionId, { iban: outcome === 'succeeded' ? 'succeeds' : 'fails' })
  return { ...one, variantId }
}

async function hear(sessionId: string, type: string, times = 2) {
  const event = (await eventsOf(sessionId)).find((known) => known.type === type)
  for (let i = 0; i < times; i++) {
    // oxlint-disable-next-line no-await-in-loop -- the same news once more
    expect(await tell(shop(), event ?? expect.fail(type))).toBe(200)
  }
}

const mailNames = async (orderId: string) =>
  (await mailsOf(tools().db, orderId)).map(({ template }) => template)

test.each([
  ['succeeded', 'paid', { available: 4, held: 0, sold: 1 }, 'confirmation', 'Votre commande'],
  ['failed', 'cancelled', { available: 5, held: 0, sold: 0 }, 'payment_failed', 'n’a pas abouti'],
] as const)(
  'P8: a debit that has %s after fourteen business days: the order is %s, its pieces were kept meanwhile',
  async (outcome, state, stock, template, words) => {
    const { order, sessionId, variantId } = await byDebit(outcome)
    await hear(sessionId, 'checkout.session.completed')
    expect((await orderNow(order.id)).order).toMatchObject({
      state: 'awaiting_payment',
      number: null,
    })
    expect(await mailNames(order.id)).toEqual(['received'])

    await tick(order.holdUntil + 1)
    await tick(order.placedAt + LATEST_MS)
    expect((await orderNow(order.id)).order.state).toBe('awaiting_payment')
    expect(await stockOf(variantId)).toEqual(HELD)

    await stripe.settleDelayed(sessionId, outcome)
    await hear(sessionId, `checkout.session.async_payment_${outcome}`, 3)
    await hear(sessionId, 'checkout.session.completed')
    expect((await orderNow(order.id)).order.state).toBe(state)
    expect(await stockOf(variantId)).toEqual(stock)
    expect(await mailNames(order.id)).toEqual(['received', template])
    const owner = await atDesk(await makeStaff('owner'))
    const mail = (await mailsOf(tools().db, order.id)).at(-1)
    const page = await owner.get(`/admin/mail/${mail?.id}/preview`)
    expect(page.text).toContain(words)
  },
)

test('P8: news that come the other way round end the same: what has failed stays cancelled', async () => {
  const { order, sessionId, variantId } = await byDebit('failed')
  await stripe.settleDelayed(sessionId, 'failed')
  await hear(sessionId, 'checkout.session.async_payment_failed')
  await hear(sessionId, 'checkout.session.completed')
  expect((await orderNow(order.id)).order.state).toBe('cancelled')
  expect(await stockOf(variantId)).toEqual({ available: 5, held: 0, sold: 0 })
  expect(await mailNames(order.id)).toEqual(['payment_failed'])
})

test('P8: what is not paid yet is never sent, made or packed; its buyer reads that it was received', async () => {
  const { order, lines, sessionId } = await byDebit('succeeded')
  await hear(sessionId, 'checkout.session.completed', 1)
  const helper = await atDesk(await makeStaff('helper'))
  const path = `/admin/orders/${order.id}`
  const page = await helper.get(path)
  expect(page.html.querySelector('form[action$="/shipments"]')).toBeNull()
  expect(page.html.querySelector('form[action$="/steps"]')).toBeNull()
  const lineId = lines[0]?.id ?? ''
  const parcel = { id: newId('shp'), orderId: order.id, order: null, carrier: '', number: '' }
  const units = [{ lineId, quantity: 1 }]
  const sent = await ship(tools(), ACTOR, { ...parcel, units, tell: false })
  expect(sent).toEqual({ ok: false, because: 'state' })
  const posted = { key: newId('shp'), carrier: 'Colissimo', number: 'X1' }
  expect((await helper.post(`${path}/shipments`, posted)).status).toBe(409)
  for (const to of ['in_making', 'packed', 'ready', 'delivered']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await helper.post(`${path}/steps`, { to })).status, to).toBe(409)
  }
  const now = await orderNow(order.id)
  expect(now.shipments).toEqual([])
  expect(now.order.state).toBe('awaiting_payment')
  const theirs = await shop().get(`/orders/${order.token}`)
  expect(theirs.words('h1')).toContain('Votre paiement est en route')
})

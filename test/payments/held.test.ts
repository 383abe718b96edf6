import { expect, test } from 'vitest'
import { mailsOf } from '#features/mail/queries.ts'
import { cancelPaid } from '#features/orders/cancel.ts'
import { cancelOrder } from '#features/orders/cancel-order.ts'
import { ship } from '#features/orders/ship.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { settle } from '#features/payments/settle.ts'
import { runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { makeProduct } from '../support/make.ts'
import { alertsOf, orderNow, placed, stockOf } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'

const FREE = { available: 3, held: 0, sold: 0 }

/** An order for which something else came than it asks. */
async function held(given: { amount?: number; currency?: string; late?: boolean }) {
  const { variants } = await makeProduct({}, { stock: 3 })
  const variantId = variants[0]?.id ?? ''
  const { order, sessionId } = await placed([{ variantId, quantity: 1 }])
  await stripe.pay(sessionId)
  const fact = (await readSession(tools(), sessionId)) ?? expect.fail('no session')
  if (given.late) await runBatch(tools().db, cancelOrder(tools(), order.id, 'expired'))
  const { amount = order.total, currency = 'eur' } = given
  expect(await settle(tools(), { ...fact, amount, currency })).toBe('settled')
  return { ...(await orderNow(order.id)), variantId, fact }
}

function giveUp(view: Awaited<ReturnType<typeof held>>) {
  const call = { id: newId('ref'), restock: true, reason: 'other' as const, note: '' }
  return cancelPaid(tools(), ACTOR, view, call)
}

test.each([
  ['a cent too little', -1, false, 'amount'],
  ['a cent too much', 1, false, 'amount'],
  ['a cent too little after the order was given up', -1, true, 'late'],
] as const)(
  'P13: %s is put aside; giving it up gives back what came',
  async (_, off, late, why) => {
    const total = 2400 + 690
    const view = await held({ amount: total + off, late })
    expect(view.order).toMatchObject({ state: 'held', number: null, capturedTotal: total + off })
    expect(view.documents).toEqual([])
    expect(await alertsOf(view.order.id)).toMatchObject([{ about: why }])
    const lineId = view.lines[0]?.id ?? ''
    const parcel = {
      id: newId('shp'),
      orderId: view.order.id,
      order: null,
      carrier: '',
      number: '',
    }
    const units = [{ lineId, quantity: 1 }]
    expect((await ship(tools(), ACTOR, { ...parcel, units, tell: false })).ok).toBe(false)

    // What came in excess of the payment at Stripe cannot go back there: the stand-in knows its own sum.
    if (off < 0) {
      const answers = await Promise.all([1, 2].map(() => giveUp(view)))
      expect(answers).toEqual([{ ok: true }, { ok: true }])
      const now = await orderNow(view.order.id)
      expect(now.refunds).toMatchObject([{ state: 'succeeded', amount: total + off }])
      expect(now.order).toMatchObject({ state: 'cancelled', refundedTotal: total + off })
      expect(now.documents).toEqual([])
      expect(await stockOf(view.variantId)).toEqual(FREE)
      const mails = (await mailsOf(tools().db, view.order.id)).map(({ template }) => template)
      expect(mails).toEqual(['cancelled', 'refunded'])
      expect(await settle(tools(), view.fact)).toBe('again')
    }
  },
)

test('P13: the desk says what came and why it does not leave; an owner gives it back from there', async () => {
  const view = await held({ amount: 2400 })
  const owner = await atDesk(await makeStaff('owner'))
  expect((await owner.get('/admin')).text).toContain('/admin/orders?list=held')
  const path = `/admin/orders/${view.order.id}`
  const page = await owner.get(path)
  expect(page.words('.order-where + .notice')).toContain('La somme reçue, 24,00')
  expect(page.html.querySelector('form[action$="/shipments"]')).toBeNull()
  expect(page.words('#log')).toContain('la somme n’est pas la bonne')
  const form = '.ask-once form'
  expect(page.words(form)).toContain('tout ce qui est venu')
  expect(page.html.querySelector(`${form} [name=restock]`)).toBeNull()
  const done = await owner.submit(page, form)
  expect(done.words('.standing')).toBe('Annulée')
  const now = await orderNow(view.order.id)
  expect(now.refunds).toMatchObject([{ state: 'succeeded', amount: 2400 }])
  expect(await stockOf(view.variantId)).toEqual(FREE)
})

test('P13: another currency is no sum of the shop’s: it points to Stripe, and gives nothing back itself', async () => {
  const view = await held({ currency: 'usd' })
  expect(view.order).toMatchObject({ state: 'held', capturedTotal: 0 })
  expect(await alertsOf(view.order.id)).toMatchObject([{ about: 'currency' }])
  const owner = await atDesk(await makeStaff('owner'))
  const page = await owner.get(`/admin/orders/${view.order.id}`)
  expect(page.words('.order-where + .notice')).toContain('autre devise')
  expect(page.text).not.toContain(`/admin/refunds/${view.order.id}"`)
  expect(page.words('.ask-once form')).toContain('Rendez d’abord l’argent depuis Stripe')
  await owner.submit(page, '.ask-once form')
  const now = await orderNow(view.order.id)
  expect(now.order).toMatchObject({ state: 'cancelled', refundedTotal: 0 })
  expect(now.refunds).toEqual([])
  expect(await stockOf(view.variantId)).toEqual(FREE)
})

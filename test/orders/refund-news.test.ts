import { expect, test } from 'vitest'
import { mailsOf } from '#features/mail/queries.ts'
import { settleRefund } from '#features/payments/settle-refund.ts'
import { newId } from '#platform/ids.ts'
import { alertsOf, orderNow, stockOf } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { stripe, tell } from '../support/stripe.ts'
import { shop, tools } from '../support/worker.ts'
import { giveBack, paidAtStripe, refundEvents } from './refunds.ts'

test('a refund that Stripe refuses or the bank sends back is told to the workshop once, and stays to be done', async () => {
  for (const how of ['refused', 'came back'] as const) {
    const view = await paidAtStripe(1)
    if (how === 'refused') await stripe.dispute(view.intent)
    await giveBack(view, 1)
    if (how === 'came back') {
      const stripeId = (await orderNow(view.order.id)).refunds[0]?.stripeId ?? ''
      await stripe.failRefund(stripeId)
      const news = await refundEvents(view, 'refund.failed')
      const late = await refundEvents(view, 'refund.updated')
      for (const event of [...news, ...late, ...news]) expect(await tell(shop(), event)).toBe(200)
    }
    const alerts = await alertsOf(view.order.id)
    expect(alerts, how).toMatchObject([{ about: 'refund_failed' }])
    const owner = await atDesk(await makeStaff('owner'))
    const mail = await owner.get(`/admin/mail/${alerts[0]?.id}/preview`)
    expect(mail.text).toContain('Le remboursement de 24,00\u00a0€ n’a pas abouti.')
    expect(mail.text).toContain(`Commande ${view.order.number}\u00a0:`)
    const door = `section[aria-labelledby=stuck] a[href="/admin/orders/${view.order.id}"]`
    expect((await owner.get('/admin')).words(door)).toBe('Un remboursement qui n’a pas abouti')
    if (how === 'came back') {
      const again = { ...view, ...(await orderNow(view.order.id)) }
      expect(await giveBack(again, 1)).toEqual({ ok: true })
      expect((await owner.get('/admin')).html.querySelector(door)).toBeNull()
    }
  }
})

test('a refund that is first heard of when it has failed is told to the workshop too', async () => {
  const view = await paidAtStripe(1)
  const sdk = await tools().stripe()
  const { id } = await sdk.refunds.create({ payment_intent: view.intent, amount: 1000 })
  await stripe.failRefund(id)
  for (const event of await refundEvents(view, 'refund.failed')) await tell(shop(), event)
  expect((await orderNow(view.order.id)).refunds).toMatchObject([{ state: 'failed' }])
  expect(await alertsOf(view.order.id)).toMatchObject([{ about: 'refund_failed' }])
})

test('a refund that Stripe seemed to refuse and made all the same has worked, and may come back like any other', async () => {
  const view = await paidAtStripe(1)
  const id = newId('ref')
  await stripe.dispute(view.intent)
  await giveBack(view, 1, { id })
  expect((await orderNow(view.order.id)).refunds).toMatchObject([{ state: 'failed' }])
  const said = {
    stripeId: `pyr_${id}`,
    refundId: id,
    paymentIntent: view.intent,
    amount: 2400,
    error: null,
  }
  expect(await settleRefund(tools(), { ...said, state: 'pending' })).toBe('again')
  expect(await settleRefund(tools(), { ...said, state: 'succeeded' })).toBe('settled')
  const now = await orderNow(view.order.id)
  expect(now.refunds).toMatchObject([{ state: 'succeeded', stripeId: said.stripeId }])
  expect(now.order.refundedTotal).toBe(2400)
  expect(now.documents.map(({ kind }) => kind)).toContain('credit_note')
  expect(await settleRefund(tools(), { ...said, state: 'failed' })).toBe('settled')
  const last = await orderNow(view.order.id)
  expect(last.refunds).toMatchObject([{ state: 'failed' }])
  expect(last.order.refundedTotal).toBe(0)
  expect(await stockOf(view.variantId)).toEqual({ available: 9, held: 0, sold: 0 })
})

test('an order that was repaid whole in Stripe’s own pages is given up: nothing of it leaves', async () => {
  for (const parts of [[5490], [1000, 4490]]) {
    const view = await paidAtStripe(2)
    const sdk = await tools().stripe()
    for (const amount of parts) {
      await sdk.refunds.create({ payment_intent: view.intent, amount })
      for (const event of await refundEvents(view, 'refund.created')) await tell(shop(), event)
    }
    for (const event of await refundEvents(view, 'refund.updated')) await tell(shop(), event)
    const now = await orderNow(view.order.id)
    expect(now.order).toMatchObject({ state: 'cancelled', refundedTotal: 5490 })
    expect(now.refunds).toHaveLength(parts.length)
    expect(now.refundLines).toMatchObject([{ quantity: 2, restocked: false }])
    expect(await stockOf(view.variantId)).toEqual({ available: 8, held: 0, sold: 2 })
    const mails = await mailsOf(tools().db, view.order.id)
    expect(mails.filter(({ template }) => template === 'refunded')).toHaveLength(parts.length)
  }
})

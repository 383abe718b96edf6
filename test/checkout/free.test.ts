import { expect, test } from 'vitest'
import { mailsOf } from '#features/mail/queries.ts'
import { cancelPaid } from '#features/orders/cancel.ts'
import { orderByToken } from '#features/orders/queries.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { makeOffer, offerNow } from '../promotions/make-offer.ts'
import { makeProduct } from '../support/make.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { orderNow, stockOf } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { shop, tools } from '../support/worker.ts'

const CODE_FORM = 'form[action="/cart/code"]'

/** A visitor at the till with a piece of 24 €, fetched at the workshop, and a code. */
async function atTheTill(given: Parameters<typeof makeOffer>[0]) {
  const offer = await makeOffer(given)
  const { variants } = await makeProduct({}, { stock: 5 })
  const variant = variants[0]?.id ?? ''
  const visitor = shop()
  const cart = await visitor.post('/cart/lines', { variant, quantity: 1 })
  await visitor.submit(cart, CODE_FORM, { code: offer.code })
  const pickup = { ...ANNE, delivery: 'retrait' }
  const form = await visitor.post('/checkout', { ...pickup, step: 'update' })
  return { visitor, form, offer, variant, pickup }
}

async function orderAt(path: string) {
  const [order] = await orderByToken(tools().db, path.replace('/orders/', ''))
  return orderNow(order?.id ?? expect.fail(`no order at ${path}`))
}

test('an order with nothing to pay is placed, paid and confirmed once, without Stripe', async () => {
  const { visitor, form, offer, variant, pickup } = await atTheTill({ basisPoints: 10_000 })
  expect(form.words('.final')).toContain('0,00 €')
  expect(form.words('.final button')).toBe('Commander, rien à payer')
  const posts = await Promise.all([
    visitor.submit(form, ORDER_FORM, pickup),
    visitor.submit(form, ORDER_FORM, pickup),
  ])
  const again = await visitor.submit(form, ORDER_FORM, pickup)
  expect(new Set([...posts, again].map(({ at }) => at)).size).toBe(1)
  const { order, payment, lines } = await orderAt(again.at)
  expect(order).toMatchObject({ state: 'paid', total: 0, discountTotal: 2400 })
  expect([order.number, order.paidAt, payment]).toEqual([
    expect.any(Number),
    expect.any(Number),
    null,
  ])
  expect(lines).toMatchObject([{ variantId: variant, quantity: 1, discount: 2400 }])
  expect(await stockOf(variant)).toEqual({ available: 4, held: 0, sold: 1 })
  expect((await offerNow(offer.id)).uses).toBe(1)
  const mails = await mailsOf(tools().db, order.id)
  expect(mails.map(({ template }) => template)).toEqual(['confirmation'])
  expect(await stripe.sessions(order.id)).toEqual([])
  expect((await visitor.get('/cart')).text).not.toContain(variant)
})

test('an order with nothing to pay is given up without a refund, and its piece is on the shelf once', async () => {
  const { visitor, form, variant, pickup } = await atTheTill({ basisPoints: 10_000 })
  const { at } = await visitor.submit(form, ORDER_FORM, pickup)
  const view = await orderAt(at)
  const call = { id: newId('ref'), restock: true, reason: 'unavailable' as const, note: '' }
  expect(await cancelPaid(tools(), ACTOR, view, call)).toEqual({ ok: true })
  expect(await cancelPaid(tools(), ACTOR, view, call)).toEqual({ ok: true })
  const now = await orderNow(view.order.id)
  expect([now.order.state, now.refunds]).toEqual(['cancelled', []])
  expect(await stockOf(variant)).toEqual({ available: 5, held: 0, sold: 0 })
})

test('less than Stripe takes is refused in words, and nothing is placed; from fifty cents it is paid', async () => {
  const { visitor, form, variant, pickup } = await atTheTill({ kind: 'amount', amount: 2351 })
  const told = 'Le paiement en ligne commence à 0,50 €, et il reste 0,49 € à payer.'
  expect(form.words('[role=alert]')).toContain(told)
  const refused = await visitor.submit(form, ORDER_FORM, pickup)
  expect([refused.status, refused.words('[role=alert]')]).toEqual([
    409,
    expect.stringContaining(told),
  ])
  expect(refused.html.querySelector('[name=email]')?.getAttribute('value')).toBe(ANNE.email)
  expect(await stockOf(variant)).toEqual({ available: 5, held: 0, sold: 0 })
  const enough = await atTheTill({ kind: 'amount', amount: 2350 })
  const paying = await enough.visitor.submit(enough.form, ORDER_FORM, enough.pickup)
  expect(paying.at).toContain('/c/pay/')
})

import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { quote } from '#features/pricing/quote.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { settle } from '#features/payments/settle.ts'
import { promotionUse } from '#features/promotions/table.ts'
import { placeOrder } from '#features/checkout/place-order.ts'
import { cancelOrder } from '#features/orders/cancel-order.ts'
import { openOrderOfCart } from '#features/orders/queries.ts'
import { openDb, runBatch } from '#platform/db.ts'
import { newToken } from '#platform/ids.ts'
import { meteredDb } from '../support/meter.ts'
import { makeProduct } from '../support/make.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { BUYER, orderNow } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { shop, tick, tools } from '../support/worker.ts'
import { changeOffer, makeOffer, offerNow } from './make-offer.ts'

const FIELD = 'form[action="/cart/code"]'

async function piece(price = 2400) {
  const { id, variants } = await makeProduct({}, { stock: 200, price })
  return { id, variant: variants[0]?.id ?? '' }
}

/** A visitor with two pieces of 24 € in the cart. */
async function withCart() {
  const { id, variant } = await piece()
  const visitor = shop()
  const page = await visitor.post('/cart/lines', { variant, quantity: 2 })
  return { visitor, page, product: id, variant }
}

type Wish = { code: string; cartId?: string; email?: string; quantity?: number; variant?: string }

/** Places an order with a code, as the checkout page does. */
async function placeWith({ code, cartId = newToken(), email = BUYER.email, ...cart }: Wish) {
  const variantId = cart.variant ?? (await piece()).variant
  const lines = [{ variantId, quantity: cart.quantity ?? 2 }]
  const bench = tools()
  const placed = await placeOrder(bench, {
    cartId,
    lang: 'fr',
    quote: await quote(bench, lines, { cartId, code, delivery: 'colis' }),
    buyer: { ...BUYER, email },
    terms: { body: 'Conditions.' },
  })
  const [order] = await openOrderOfCart(bench.db, cartId)
  return { placed, cartId, view: order && (await orderNow(order.id)) }
}

test('a code lowers the cart by what it says, is a line of the sum, and can be taken out again', async () => {
  const offer = await makeOffer()
  const { visitor, page } = await withCart()
  const typed = ` ${offer.code.toLowerCase().slice(0, 6)} ${offer.code.toLowerCase().slice(6)} `
  const taken = await visitor.submit(page, FIELD, { code: typed })
  expect(taken.at).toBe('/cart')
  expect(taken.words('.sum .rows')).toContain(`${offer.title.fr} (${offer.code})−4,80 €`)
  expect(taken.words('.sum .total dd')).toBe('43,20 €')
  const drawer = await visitor.get('/en/cart/drawer')
  expect(drawer.words('.till .rows')).toContain(`${offer.title.en} (${offer.code})−€4.80`)
  const out = await visitor.submit(taken, FIELD, { remove: 'yes' })
  expect(out.words('.sum .total dd')).toBe('48,00 €')
})

test('why a code does not apply stands at the field; who guesses learns nothing', async () => {
  const { visitor, page } = await withCart()
  const [soon, over, big] = await Promise.all([
    makeOffer({ startsAt: Date.now() + 60_000 }),
    makeOffer({ endsAt: Date.now() - 1 }),
    makeOffer({ minimum: 6000 }),
  ])
  const unknown = await visitor.submit(page, FIELD, { code: 'NOPE' })
  expect(unknown.status).toBe(422)
  expect(unknown.html.querySelector('#code')?.getAttribute('value')).toBe('NOPE')
  expect(unknown.html.querySelector('#code')?.getAttribute('aria-describedby')).toBe('code-problem')
  const planned = await visitor.submit(page, FIELD, { code: soon.code })
  expect(planned.words('#code-problem')).toBe(unknown.words('#code-problem'))
  const past = await visitor.submit(page, FIELD, { code: over.code })
  expect(past.words('#code-problem')).toBe('Ce code n’est plus valable.')
  // A minimum that is not reached yet keeps the code, and says how much is missing.
  const kept = await visitor.submit(page, FIELD, { code: big.code })
  expect([kept.status, kept.words('.sum .total dd')]).toEqual([200, '48,00 €'])
  expect(kept.words('.code')).toContain('Il manque 12,00 €')
  const more = await visitor.submit(kept, '.acts form', { quantity: 3 })
  expect(more.words('.sum .total dd')).toBe('64,80 €')
})

test('ten codes a minute are answered, and no more', async () => {
  const { visitor, page } = await withCart()
  const offer = await makeOffer()
  for (let i = 0; i < 10; i++) {
    // oxlint-disable-next-line no-await-in-loop -- one visitor, one try after the other
    await visitor.ask('/cart/code', {
      method: 'POST',
      headers: { origin: env.SHOP_URL },
      body: new URLSearchParams({ code: `GUESS${i}` }),
    })
  }
  const late = await visitor.submit(page, FIELD, { code: offer.code })
  expect([late.status, late.words('#code-problem')]).toEqual([
    429,
    'Beaucoup d’essais en peu de temps : attendez une minute.',
  ])
})

test('a code is taken in the checkout too, without losing what was typed', async () => {
  const offer = await makeOffer()
  const { visitor } = await withCart()
  const form = await visitor.get('/checkout')
  const taken = await visitor.submit(form, ORDER_FORM, {
    ...ANNE,
    code: offer.code,
    step: 'code',
  })
  expect([taken.status, taken.words('.final .total dd')]).toEqual([200, '50,10 €'])
  expect(taken.html.querySelector('[name=email]')?.getAttribute('value')).toBe(ANNE.email)
  const wrong = await visitor.submit(form, ORDER_FORM, { ...ANNE, code: 'NOPE', step: 'code' })
  expect([wrong.status, wrong.words('#code-problem')]).toEqual([
    422,
    'Nous ne connaissons pas ce code. Vérifiez-le, lettre par lettre.',
  ])
  const paying = await visitor.submit(taken, ORDER_FORM, { ...ANNE, terms: 'yes' })
  expect(paying.at).toContain('/c/pay/')
})

test('P13: the order says what was taken off which line, and Stripe is asked for that to the cent', async () => {
  const offer = await makeOffer({ basisPoints: 333 })
  const { view } = await placeWith({ code: offer.code, quantity: 7 })
  const { order, lines, adjustments, payment } = view ?? expect.fail('not placed')
  // 168,00 € − 5,59 €; the parcel is free from 150 € of goods.
  expect(order).toMatchObject({ subtotal: 16_241, discountTotal: 559, deliveryTotal: 0 })
  expect(lines[0]).toMatchObject({ total: 16_800, discount: 559, vat: 2707 })
  expect(adjustments.map(({ kind, amount, label, vat }) => [kind, amount, label, vat])).toEqual([
    ['discount', -559, offer.title.fr, -93],
    ['delivery', 0, 'Colis', 0],
  ])
  const [session] = await stripe.sessions(payment?.sessionId ?? '')
  expect(session?.amount_total).toBe(order.total)
  const page = await shop().get(`/orders/${order.token}`)
  expect(page.words('.sum .rows')).toContain('Sous-total168,00 €')
  expect(page.words('.sum .rows')).toContain('−5,59 €')
})

test('free delivery takes the delivery off and nothing else', async () => {
  const offer = await makeOffer({ kind: 'free_delivery' })
  const { view } = await placeWith({ code: offer.code })
  const { order, adjustments } = view ?? expect.fail('not placed')
  expect(order).toMatchObject({ subtotal: 4800, deliveryTotal: 0, total: 4800, vatTotal: 800 })
  expect(adjustments.map(({ kind, amount, vat }) => [kind, amount, vat])).toEqual([
    ['delivery', 690, 115],
    ['discount', -690, -115],
  ])
})

test('an offer for some pieces applies by itself to them, and to no others', async () => {
  const { visitor, product } = await withCart()
  const other = await piece(1000)
  await visitor.post('/cart/lines', { variant: other.variant, quantity: 1 })
  const offer = await makeOffer({
    code: null,
    basisPoints: 5000,
    scope: { products: [product], collections: [] },
  })
  const page = await visitor.get('/cart')
  expect(page.words('.sum .rows')).toContain(`${offer.title.fr}−24,00 €`)
  await changeOffer(offer.id, { active: false })
  expect((await visitor.get('/cart')).words('.sum .total dd')).toBe('58,00 €')
})

test('an offer that ended meanwhile is told before anything is paid, and the cart is kept', async () => {
  const offer = await makeOffer()
  const { visitor, page } = await withCart()
  await visitor.submit(page, FIELD, { code: offer.code })
  const form = await visitor.get('/checkout')
  await changeOffer(offer.id, { endsAt: Date.now() - 1 })
  const told = await visitor.submit(form, ORDER_FORM, ANNE)
  expect(told.status).toBe(409)
  expect(told.words('[role=alert]')).toContain('Le total a changé : il est maintenant de 54,90 €')
  expect(told.words('.code')).toContain('Ce code n’est plus valable.')
  expect((await visitor.submit(told, ORDER_FORM, { terms: 'yes' })).at).toContain('/c/pay/')
})

test('a hundred people with a code for seven: exactly seven have it', async () => {
  const offer = await makeOffer({ usesMost: 7 })
  const { variant } = await piece()
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      placeWith({ code: offer.code, variant, quantity: 1, email: `n${i}@example.com` }),
    ),
  )
  const had = answers.filter(({ view }) => view?.order.discountTotal)
  expect(had).toHaveLength(7)
  expect((await offerNow(offer.id)).uses).toBe(7)
  expect(answers.filter(({ placed }) => !placed.ok && placed.because !== 'offer').length).toBe(0)
})

test('an order that is not paid gives its use back; placed again it does not stand in its own way', async () => {
  const offer = await makeOffer({ usesMost: 1 })
  const { variant } = await piece()
  const first = await placeWith({ code: offer.code, variant })
  const again = await placeWith({ code: offer.code, variant, cartId: first.cartId, quantity: 3 })
  expect(again.view?.order.discountTotal).toBe(720)
  expect((await offerNow(offer.id)).uses).toBe(1)
  const other = await placeWith({ code: offer.code, variant })
  expect(other.view?.order.discountTotal).toBe(0)
  await settle(tools(), {
    sessionId: again.view?.payment?.sessionId ?? '',
    orderId: again.view?.order.id ?? '',
    outcome: 'expired',
    amount: null,
    currency: null,
    paymentIntent: null,
    method: null,
    live: false,
  })
  expect((await offerNow(offer.id)).uses).toBe(0)
  const late = await placeWith({ code: offer.code, variant })
  expect(late.view?.order.discountTotal).toBe(480)
  await tick(Date.now() + 3_600_000)
  expect((await offerNow(offer.id)).uses).toBe(0)
})

test('once a buyer: the same address is told, however it is written, and another one is not', async () => {
  const offer = await makeOffer({ usesPerBuyer: 1 })
  const email = `${newToken()}@example.com`
  await placeWith({ code: offer.code, email })
  const { visitor, page } = await withCart()
  await visitor.submit(page, FIELD, { code: offer.code })
  const form = await visitor.get('/checkout')
  const anne = { ...ANNE, email: email.toUpperCase() }
  const told = await visitor.submit(form, ORDER_FORM, anne)
  expect([told.status, told.words('.final .total dd')]).toEqual([409, '54,90 €'])
  expect(told.words('.code')).toContain('Ce code a déjà servi avec cette adresse e-mail.')
  // Two at once: the database counts.
  const { variant } = await piece()
  const twice = { code: offer.code, variant, email: `${newToken()}@example.com` }
  const both = await Promise.all([placeWith(twice), placeWith(twice)])
  expect(both.filter(({ placed }) => placed.ok)).toHaveLength(1)
})

test('a cart is priced in one question to D1, however many offers there are', async () => {
  const { variant } = await piece()
  const offer = await makeOffer()
  await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      makeOffer({ code: null, basisPoints: 100, endsAt: i % 2 ? 1 : null, minimum: 9_000_000 }),
    ),
  )
  const meter = meteredDb(env.DB)
  const bench = { ...tools(), db: openDb(meter.db) }
  await quote(bench, [{ variantId: variant, quantity: 1 }], { cartId: 'x', code: offer.code })
  expect(meter.read().roundTrips).toBe(1)
  expect(meter.read().rowsRead).toBeLessThan(200)
})

test('an order that stands again when its money comes late uses its offer again, while there is room', async () => {
  for (const room of [true, false]) {
    const offer = await makeOffer({ usesMost: 1 })
    const { view } = await placeWith({ code: offer.code })
    const { order, payment } = view ?? expect.fail('no order')
    await stripe.pay(payment?.sessionId ?? '')
    await runBatch(tools().db, cancelOrder(tools(), order.id, 'expired'))
    expect((await offerNow(offer.id)).uses).toBe(0)
    if (!room) await placeWith({ code: offer.code, email: 'autre@example.com' })
    const fact = (await readSession(tools(), payment?.sessionId ?? '')) ?? expect.fail('no session')
    expect(await settle(tools(), fact)).toBe('settled')
    expect((await orderNow(order.id)).order.state).toBe('paid')
    const uses = await tools()
      .db.select()
      .from(promotionUse)
      .where(eq(promotionUse.orderId, order.id))
    expect([(await offerNow(offer.id)).uses, uses.length]).toEqual([1, room ? 1 : 0])
  }
})

import { expect, test } from 'vitest'
import type { CartLine } from '#features/cart/rules.ts'
import { placeOrder } from '#features/checkout/place-order.ts'
import { quote } from '#features/pricing/quote.ts'
import { levelOf } from '#features/stock/queries.ts'
import { newToken } from '#platform/ids.ts'
import { LONG } from '../support/faults.ts'
import { productDocument, makeProduct, makeShop, madeProduct } from '../support/make.ts'
import { BUYER, orderNow, place, placed, stockOf } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'

const ROUNDS = LONG ? 10 : 1
const times = <T>(count: number, make: (i: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))

async function piece(stock: number) {
  const { variants } = await makeProduct({}, { stock })
  const id = variants[0]?.id ?? ''
  return { id, line: (quantity = 1) => ({ variantId: id, quantity }) }
}

test(
  'S1: a hundred people want the last piece at once: one gets it, ninety-nine are told',
  { timeout: 20_000 * ROUNDS },
  async () => {
    for (let round = 0; round < ROUNDS; round++) {
      // oxlint-disable no-await-in-loop -- each round is a piece of its own
      const { id, line } = await piece(1)
      const answers = await Promise.all(times(100, () => place([line()])))
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect(answers.filter((answer) => !answer.ok && answer.because === 'short')).toHaveLength(99)
      expect(await stockOf(id)).toEqual({ available: 0, held: 1, sold: 0 })
      // oxlint-enable no-await-in-loop
    }
  },
)

test(
  'S1: of seven pieces sold in pairs, exactly three pairs go',
  { timeout: 20_000 * ROUNDS },
  async () => {
    for (let round = 0; round < ROUNDS; round++) {
      // oxlint-disable no-await-in-loop -- each round is a piece of its own
      const { id, line } = await piece(7)
      const answers = await Promise.all(times(LONG ? 100 : 20, () => place([line(2)])))
      expect(answers.filter((answer) => answer.ok)).toHaveLength(3)
      expect(await stockOf(id)).toEqual({ available: 1, held: 6, sold: 0 })
      // oxlint-enable no-await-in-loop
    }
  },
)

test('S3: a bundle and its part in one cart ask for the sum of both', async () => {
  const mug = productDocument({}, { stock: 2 })
  const sku = mug.variants[0]?.sku ?? ''
  const set = productDocument({ kind: 'bundle', bundle_items: [{ sku, quantity: 2 }] })
  await makeShop({ products: [mug, set] })
  const mugId = (await madeProduct(mug.slug)).variants[0]?.id ?? ''
  const setId = (await madeProduct(set.slug)).variants[0]?.id ?? ''
  const both = [
    { variantId: setId, quantity: 1 },
    { variantId: mugId, quantity: 1 },
  ]
  expect(await place(both)).toEqual({ ok: false, because: 'short' })
  expect(await stockOf(mugId)).toEqual({ available: 2, held: 0, sold: 0 })
  const { lines } = await placed([{ variantId: setId, quantity: 1 }])
  expect(lines.map((line) => line.variantId)).toEqual([setId])
  expect(await stockOf(mugId)).toEqual({ available: 0, held: 2, sold: 0 })
})

test('S4: of fifty carts with the same pieces in opposite order none holds a part of what it wants', async () => {
  const [one, two] = [await piece(10), await piece(10)]
  const answers = await Promise.all(
    times(50, (i) => place(i % 2 ? [one.line(), two.line()] : [two.line(), one.line()])),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(10)
  expect(await stockOf(one.id)).toEqual({ available: 0, held: 10, sold: 0 })
  expect(await stockOf(two.id)).toEqual({ available: 0, held: 10, sold: 0 })
})

test('S5: a buyer’s own hold does not stand in the way, however often they try; another buyer is refused', async () => {
  const { id, line } = await piece(1)
  const cartId = newToken()
  for (let i = 0; i < 5; i++) {
    const answer = await place([line()], { cartId, buyer: { note: `try ${i}` } })
    expect(answer.ok).toBe(true)
  }
  expect(await place([line()])).toEqual({ ok: false, because: 'short' })
  expect(await stockOf(id)).toEqual({ available: 0, held: 1, sold: 0 })
})

test('P12: a double click and a second try lead to one order and one payment page', async () => {
  const { id, line } = await piece(5)
  const cartId = newToken()
  const clicks = await Promise.all(times(2, () => place([line()], { cartId })))
  const again = await place([line()], { cartId })
  const urls = new Set(
    [...clicks, again].map((answer) => (answer.ok ? answer.url : answer.because)),
  )
  expect(urls.size).toBe(1)
  expect(await stockOf(id)).toEqual({ available: 4, held: 1, sold: 0 })
})

test('P9: another form closes the first payment page before it opens a second one', async () => {
  const { line } = await piece(5)
  const cartId = newToken()
  const first = await placed([line()], { cartId })
  const second = await placed([line(2)], { cartId })
  const statusOf = async (id: string) => (await stripe.sessions(id))[0]?.status
  expect(await statusOf(first.sessionId)).toBe('expired')
  expect(await statusOf(second.sessionId)).toBe('open')
  expect((await orderNow(first.order.id)).order.state).toBe('cancelled')
})

test('P9: a payment page that was closed for a change that failed is not handed out again', async () => {
  const { id, line } = await piece(2)
  const cartId = newToken()
  const first = await placed([line()], { cartId })
  const more = await quote(tools(), [line(2)], { cartId })
  const other = await placed([line()])
  const form = { cartId, lang: 'fr' as const, buyer: BUYER, terms: { body: 'Conditions.' } }
  expect(await placeOrder(tools(), { ...form, quote: more })).toEqual({
    ok: false,
    because: 'short',
  })
  await expectAnotherPage(first, line())
  expect((await orderNow(other.order.id)).order.state).toBe('pending')
  expect(await stockOf(id)).toEqual({ available: 0, held: 2, sold: 0 })
})

test('P9: a payment page that Stripe closed, without the shop hearing so, is not handed out again', async () => {
  const { id, line } = await piece(5)
  const cartId = newToken()
  const first = await placed([line()], { cartId })
  const kind = 'executed-but-answer-lost'
  await stripe.trouble({ about: `${first.sessionId}/expire`, kind, times: 2 })
  expect(await place([line(2)], { cartId })).toEqual({ ok: false, because: 'payment_down' })
  await expectAnotherPage(first, line())
  expect(await stockOf(id)).toEqual({ available: 4, held: 1, sold: 0 })
})

/** The same form again leads to a page that can be paid, in the place of one that cannot. */
async function expectAnotherPage(first: Awaited<ReturnType<typeof placed>>, line: CartLine) {
  const statusOf = async (id: string) => (await stripe.sessions(id))[0]?.status
  expect(await statusOf(first.sessionId)).toBe('expired')
  const again = await placed([line], { cartId: first.cartId })
  expect(again.url).not.toBe(first.url)
  expect(await statusOf(again.sessionId)).toBe('open')
  expect((await orderNow(first.order.id)).order.state).toBe('cancelled')
}

test('P9: a cart edited while its payment succeeds is paid, not lost', async () => {
  const { id, line } = await piece(5)
  const cartId = newToken()
  const first = await placed([line()], { cartId })
  await stripe.pay(first.sessionId)
  const answer = await place([line(2)], { cartId })
  expect(answer).toEqual({ ok: false, because: 'paid', token: first.order.token })
  expect((await orderNow(first.order.id)).order).toMatchObject({ state: 'paid' })
  expect(await stockOf(id)).toEqual({ available: 4, held: 0, sold: 1 })
})

test('P11: when Stripe’s answer is lost, the next try finds the same payment page', async () => {
  const { line } = await piece(5)
  const cartId = newToken()
  const buyer = { email: 'lost@example.com' }
  await stripe.trouble({ about: buyer.email, kind: 'executed-but-answer-lost', times: 2 })
  const lost = await place([line()], { cartId, buyer })
  expect(lost).toEqual({ ok: false, because: 'payment_down' })
  const { order, sessionId } = await placed([line()], { cartId, buyer })
  const made = await stripe.sessions(order.id)
  expect(made.map(({ id }) => id)).toEqual([sessionId])
})

test('P11: what Stripe is asked to charge is the order, to the cent', async () => {
  const { line } = await piece(5)
  const { order, sessionId } = await placed([line(2)])
  const [session] = await stripe.sessions(sessionId)
  expect(session).toMatchObject({ amount_total: order.total, currency: 'eur', mode: 'payment' })
  expect(order).toMatchObject({ subtotal: 4800, deliveryTotal: 690, total: 5490 })
})

test('L7: the accepted terms stay with the order', async () => {
  const { line } = await piece(5)
  const { order } = await placed([line()])
  expect(order.termsHash).toMatch(/^[0-9a-f]{64}$/)
  expect(await levelOf(tools().db, 'nothing')).toEqual([])
})

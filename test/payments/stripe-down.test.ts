import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { openOrderOfCart } from '#features/orders/queries.ts'
import { releaseOverdue } from '#features/payments/release-overdue.ts'
import { newId } from '#platform/ids.ts'
import { impatientTools, LONG } from '../support/faults.ts'
import { makeProduct } from '../support/make.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { orderNow, place, placed, stockOf } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { shop, tick, tools } from '../support/worker.ts'

/** Every way in which Stripe can be down. The last two are found out by waiting. */
const KINDS = [
  '500',
  '409',
  '429',
  'html',
  'refuse',
  'executed-but-answer-lost',
  'hang',
  'slow',
] as const

type Kind = (typeof KINDS)[number]

async function downFor(kind: Kind, stock = 1) {
  const { variants } = await makeProduct({}, { stock })
  const email = `${newId('down').replace('_', '.')}@example.com`
  await stripe.trouble({ about: email, kind, times: 1000 })
  return { email, variantId: variants[0]?.id ?? '' }
}

test.each(KINDS)(
  'K4: while Stripe is down (%s), the buyer hears it, trying again leads to one payment page, and leaving to none',
  async (kind) => {
    const { email, variantId } = await downFor(kind)
    const lines = [{ variantId, quantity: 1 }]
    const wish = { cartId: newId('cart'), buyer: { email } }
    for (let tries = 0; tries < 2; tries++) {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      const answer = await place(lines, { ...wish, tools: impatientTools() })
      expect(answer).toEqual({ ok: false, because: 'payment_down' })
    }
    const [waiting] = await openOrderOfCart(tools().db, wish.cartId)
    expect(await stockOf(variantId)).toEqual({ available: 0, held: 1, sold: 0 })
    await stripe.calm(email)
    const { order, sessionId } = await placed(lines, wish)
    expect(order.id).toBe(waiting?.id)
    const open = (await stripe.sessions(order.id)).filter(({ status }) => status === 'open')
    expect(open.map(({ id }) => id)).toEqual([sessionId])

    await stripe.trouble({ about: sessionId, kind, times: 1000 })
    await releaseOverdue(impatientTools(order.holdUntil))
    expect(await stockOf(variantId)).toEqual({ available: 0, held: 1, sold: 0 })
    await stripe.calm(sessionId)
    await tick(order.holdUntil)
    expect((await orderNow(order.id)).order.state).toBe('cancelled')
    expect(await stockOf(variantId)).toEqual({ available: 1, held: 0, sold: 0 })
    expect((await stripe.sessions(order.id)).map(({ status }) => status)).toEqual(['expired'])
  },
)

test('K4: while Stripe is busy with the first request for a payment page, trying again asks for the same one', async () => {
  const { email, variantId } = await downFor('409')
  const lines = [{ variantId, quantity: 1 }]
  const wish = { cartId: newId('cart'), buyer: { email } }
  expect(await place(lines, wish)).toEqual({ ok: false, because: 'payment_down' })
  await stripe.calm(email)
  const { order } = await placed(lines, wish)
  const asked = (await stripe.requests()).filter(
    ({ method, params }) => method === 'POST' && params['client_reference_id'] === order.id,
  )
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([409, 200]))
  expect(new Set(asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
})

test.each(LONG ? KINDS : (['429', 'refuse'] as const))(
  'K4: while Stripe is down (%s), the page says so within ten seconds and keeps all that was typed',
  { timeout: 40_000 },
  async (kind) => {
    const { email, variantId } = await downFor(kind)
    const visitor = shop()
    await visitor.post('/cart/lines', { variant: variantId, quantity: 1 })
    const form = await visitor.get('/checkout')
    const since = performance.now()
    const page = await visitor.submit(form, ORDER_FORM, { ...ANNE, email })
    expect(performance.now() - since).toBeLessThan(10_000)
    expect(page.status).toBe(502)
    expect(page.words('[role=alert]')).toContain('Rien n’a été débité')
    const shown = (name: string) => page.html.querySelector(`[name="${name}"]`)
    expect(shown('email')?.getAttribute('value')).toBe(email)
    expect(shown('line1')?.getAttribute('value')).toBe(ANNE.line1)
    expect((await visitor.get('/cart')).html.querySelectorAll('.line')).toHaveLength(1)
    await stripe.calm(email)
    const paying = await visitor.submit(page, ORDER_FORM, { terms: 'yes' })
    expect(paying.at).toContain('/c/pay/cs_')
  },
)

test('an order whose payment page the shop’s Stripe has never seen, since its keys were changed, gives back its piece in time', async () => {
  const { variants } = await makeProduct({}, { stock: 1 })
  const variantId = variants[0]?.id ?? ''
  const { order } = await placed([{ variantId, quantity: 1 }])
  await env.DB.prepare('update payment set session_id = ? where order_id = ?')
    .bind(newId('cs_elsewhere'), order.id)
    .run()
  await tick(order.placedAt + 60_000)
  expect((await orderNow(order.id)).order.state).toBe('pending')
  await tick(order.holdUntil)
  expect((await orderNow(order.id)).order.state).toBe('cancelled')
  expect(await stockOf(variantId)).toEqual({ available: 1, held: 0, sold: 0 })
})

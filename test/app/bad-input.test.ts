import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { product } from '#features/catalogue/table.ts'
import { openDb } from '#platform/db.ts'
import { newToken } from '#platform/ids.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { placed } from '../support/orders.ts'
import { eventsOf, stripe, tell } from '../support/stripe.ts'
import { shop } from '../support/worker.ts'

const WAYS = [
  ['fr', ''],
  ['en', '/en'],
] as const

beforeAll(() => makeShop())

/** A piece, its variant and a visitor who has it in their cart. */
async function inCart(prefix = '') {
  const { id, slug, variants } = await makeProduct()
  const variant = variants[0]?.id ?? ''
  const visitor = shop()
  await visitor.post(`${prefix}/cart/lines`, { variant, quantity: 1 })
  return { visitor, id, slug, variant }
}

test.each(WAYS)('%s: five megabytes are refused in words', async (lang, prefix) => {
  for (const path of ['/cart/lines', '/checkout']) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await shop().post(prefix + path, { note: 'x'.repeat(5_000_000) })
    expect([page.status, page.words('h1')]).toEqual([
      413,
      { fr: 'C’est trop lourd.', en: 'That is too heavy.' }[lang],
    ])
    expect(page.html.querySelector('main a')?.getAttribute('href')).toBe(`${prefix}/cart`)
  }
})

test.each(WAYS)('%s: a form from another site is refused in words', async (lang, prefix) => {
  const page = await shop().post(`${prefix}/checkout`, ANNE, { origin: 'https://evil.test' })
  expect([page.status, page.html.querySelector('html')?.getAttribute('lang')]).toEqual([403, lang])
  expect(page.words('main')).toContain({ fr: 'Par prudence', en: 'To be safe' }[lang])
})

test.each(WAYS)('%s: a piece that has left the shelf says so', async (lang, prefix) => {
  const { id, slug, variant } = await inCart()
  await openDb(env.DB).update(product).set({ state: 'archived' }).where(eq(product.id, id))
  const page = await shop().get(`${prefix}/products/${slug}`)
  expect([page.status, page.words('h1')]).toEqual([
    410,
    { fr: 'Nous ne faisons plus cette pièce.', en: 'We no longer make this piece.' }[lang],
  ])
  const cart = await shop().post(`${prefix}/cart/lines`, { variant, quantity: 1 })
  expect([cart.status, cart.words('[role=alert]')]).toEqual([
    409,
    expect.stringContaining({ fr: 'n’est plus en vente', en: 'no longer for sale' }[lang]),
  ])
})

test('fifty different lines can be ordered', async () => {
  const values = Array.from({ length: 50 }, (_, i) => ({ value: `${i}`, label: { fr: `N° ${i}` } }))
  const { variants } = await makeProduct({
    options: [{ name: 'n', label: { fr: 'Numéro' }, values }],
    variants: values.map(({ value }) => ({
      sku: `LINE-${value}`,
      options: { n: value },
      price: 1000 + Number(value),
      compare_at: null,
      stock: 5,
      weight_g: 10,
    })),
  })
  const visitor = shop()
  for (const { id } of variants) {
    // oxlint-disable-next-line no-await-in-loop -- one visitor, one click after the other
    await visitor.post('/cart/lines', { variant: id, quantity: 2 })
  }
  const email = 'fifty@example.com'
  const page = await visitor.submit(await visitor.get('/checkout'), ORDER_FORM, { ...ANNE, email })
  expect(page.at).toContain('/c/pay/')
  const [session] = await stripe.sessions(email)
  // 2 × (50 × 10 € + 0 + 1 + … + 49 cents), which is delivered free.
  expect(session?.amount_total).toBe(2 * (50_000 + 1225))
  await stripe.pay(session?.id ?? '')
  const order = await visitor.get(`/checkout/return?session_id=${session?.id}`)
  expect([order.status, order.html.querySelectorAll('.sum .line').length]).toEqual([200, 50])
  expect((await visitor.get('/cart')).html.querySelectorAll('.line')).toHaveLength(0)
})

test.each(WAYS)('%s: an address that cannot be is refused, and kept', async (lang, prefix) => {
  const { visitor } = await inCart(prefix)
  const typed = {
    ...ANNE,
    postal_code: 'ABCDE',
    email: 'anne@@example',
    phone: '12',
    note: 'Merci',
    line2: 'x'.repeat(121),
  }
  const page = await visitor.submit(await visitor.get(`${prefix}/checkout`), ORDER_FORM, typed)
  expect(page.status).toBe(422)
  expect(page.words('#postal_code-problem')).toContain({ fr: 'cinq', en: 'five' }[lang])
  const wrong = page.html.querySelectorAll('[aria-invalid]').map((f) => f.getAttribute('name'))
  expect(wrong).toEqual(['email', 'phone', 'line2', 'postal_code'])
  for (const name of ['email', 'phone', 'first_name', 'line1', 'line2', 'postal_code'] as const) {
    expect(page.html.querySelector(`[name=${name}]`)?.getAttribute('value')).toBe(typed[name])
  }
  expect(page.words('[name=note]')).toBe('Merci')
  expect(page.html.querySelector('[name=terms]')?.hasAttribute('checked')).toBe(true)
})

test.each(WAYS)('%s: a payment page that has expired leads to a new one', async (lang, prefix) => {
  const { visitor } = await inCart(prefix)
  const form = await visitor.get(`${prefix}/checkout`)
  const first = await visitor.submit(form, ORDER_FORM, ANNE)
  const id = /cs_\w+/.exec(first.at)?.[0] ?? ''
  await stripe.expire(id)
  for (const event of await eventsOf(id)) {
    // oxlint-disable-next-line no-await-in-loop -- in their order
    expect(await tell(visitor, event)).toBe(200)
  }
  const order = await visitor.get(`${prefix}/checkout/return?session_id=${id}`)
  expect(order.words('h1')).toBe(
    { fr: 'Cette commande n’a pas été payée.', en: 'This order was not paid.' }[lang],
  )
  expect((await visitor.get(`${prefix}/cart`)).html.querySelectorAll('.line')).toHaveLength(1)
  const second = await visitor.submit(await visitor.get(`${prefix}/checkout`), ORDER_FORM, ANNE)
  expect(second.at).toContain('/c/pay/')
  expect(second.at).not.toBe(first.at)
})

test.each(WAYS)(
  '%s: a made-up order address says no more than an unknown page',
  async (_, prefix) => {
    const { variant } = await inCart()
    const { order } = await placed([{ variantId: variant, quantity: 1 }])
    const forged = order.token.slice(0, -1) + (order.token.endsWith('0') ? '1' : '0')
    const unknown = newToken()
    const bare = async (token: string) => {
      const page = await shop().get(`${prefix}/orders/${token}`)
      return [page.status, page.text.replaceAll(token, '')]
    }
    const [status, text] = await bare(forged)
    expect(status).toBe(404)
    expect(await bare(unknown)).toEqual([status, text])
    expect(await bare(order.token.toUpperCase())).toEqual([status, text])
    const session = await shop().get(`${prefix}/checkout/return?session_id=cs_test_${newToken()}`)
    expect([session.status, session.text]).toEqual([404, expect.not.stringContaining(order.id)])
  },
)

test('a webhook that nobody signed changes nothing', async () => {
  const headers = { 'content-type': 'application/json' }
  const answer = await shop().ask('/stripe/webhook', { method: 'POST', headers, body: '{}' })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

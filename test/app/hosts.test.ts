import { env, exports } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { orderByToken, readOrder } from '#features/orders/queries.ts'
import { openDb } from '#platform/db.ts'
import { drawConfirmation } from '#features/mail/mail/confirmation.tsx'
import { readSettings, allSettings } from '#features/settings/queries.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { makeShopper } from '../support/shopper.ts'
import { stripe } from '../support/stripe.ts'
import { loadDemo, shop } from '../support/worker.ts'

const EVIL = 'evil.example'

/** Everything by which a request may say that the shop is somewhere else. */
const LIES = {
  host: EVIL,
  forwarded: `host=${EVIL};proto=http;for=${EVIL}`,
  'x-forwarded-host': EVIL,
  'x-forwarded-proto': 'http',
  'x-forwarded-port': '8443',
  'x-forwarded-server': EVIL,
  'x-host': EVIL,
  'x-original-url': `https://${EVIL}/`,
  'x-rewrite-url': `https://${EVIL}/`,
  referer: `https://${EVIL}/`,
}

/** A visitor whose requests reach the shop under another name. */
function misled() {
  return makeShopper(`https://${EVIL}`, (request) => {
    const headers = new Headers(request.headers)
    for (const [name, value] of Object.entries(LIES)) headers.set(name, value)
    if (request.method === 'POST') headers.set('origin', env.SHOP_URL)
    return exports.default.fetch(new Request(request, { headers, redirect: 'manual' }))
  })
}

beforeAll(() => loadDemo())

test.each([
  '/',
  '/en',
  '/fr/journal',
  '/collections/all?sort=price-up',
  '/products/mug-ressac',
  '/search?q=bol',
  '/journal/comment-on-tourne-un-mug',
  '/journal.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/cart',
  '/checkout',
  '/cart/lines',
  '/nulle-part',
  '/orders/nope',
])('X14: %s has no trace of the name under which it was asked', async (path) => {
  const answer = await misled().ask(path)
  expect(answer.status).not.toBe(500)
  expect([...answer.headers].flat().join('\n')).not.toContain(EVIL)
  expect(await answer.text()).not.toContain(EVIL)
})

test('X14: an order placed under another name is paid, confirmed and shown under the shop’s own', async () => {
  const visitor = misled()
  const product = await visitor.get('/products/gobelet-galet')
  expect((await visitor.submit(product, 'form.buy')).text).not.toContain(EVIL)
  const email = 'anne.misled@example.com'
  const paying = await visitor.submit(await visitor.get('/checkout'), ORDER_FORM, {
    ...ANNE,
    email,
  })
  expect(paying.at).toContain('/c/pay/')
  const [session] = await stripe.sessions(email)
  expect(session?.success_url).toMatch(new RegExp(`^${env.SHOP_URL}/checkout/return`))
  expect(session?.cancel_url).toBe(`${env.SHOP_URL}/checkout`)
  expect(JSON.stringify(session)).not.toContain(EVIL)
  await stripe.pay(session?.id ?? '')
  const page = await visitor.get(`/checkout/return?session_id=${session?.id}`)
  expect([page.status, page.words('h1')]).toEqual([200, 'Merci, Anne. Nous préparons votre colis.'])
  expect(page.text).not.toContain(EVIL)
  const db = openDb(env.DB)
  const [row] = await orderByToken(db, page.at.split('/').at(-1) ?? '')
  const view = row && (await readOrder(db, row.id))
  const settings = readSettings(await allSettings(db))
  const origin = env.SHOP_URL
  const mail = view && (await drawConfirmation({ view, terms: '', settings, origin }))
  expect(mail?.text).toContain(`${env.SHOP_URL}/orders/`)
  expect(JSON.stringify(mail)).not.toContain(EVIL)
})

const VECTORS = [
  `//${EVIL}`,
  `///${EVIL}`,
  `/\\${EVIL}`,
  `\\/${EVIL}`,
  `\\\\${EVIL}`,
  `https://${EVIL}`,
  `https:${EVIL}`,
  `https:/${EVIL}`,
  `HTTPS://${EVIL}`,
  `%2f%2f${EVIL}`,
  `%5c${EVIL}`,
  `/%09/${EVIL}`,
  `/%0d/${EVIL}`,
  `%0d%0aLocation:https://${EVIL}`,
  `@${EVIL}`,
  `.${EVIL}`,
  `javascript:alert(1)//${EVIL}`,
  `data:text/html,${EVIL}`,
  `/.//${EVIL}`,
  `/;@${EVIL}`,
]

const PARAMETERS = ['next', 'return', 'return_to', 'redirect', 'redirect_uri', 'url', 'continue']
const REDIRECTS = ['/fr', '/en/cart/lines', '/checkout', '/checkout/return']

test.each(VECTORS)('X14: no redirect leads to %s', async (vector) => {
  const encoded = encodeURIComponent(vector)
  const query = PARAMETERS.map((name) => `${name}=${encoded}`).join('&')
  const asked = [
    ...REDIRECTS.map((path) => `${path}?${query}`),
    `/fr${vector}`,
    `/fr/${vector}`,
    `/fr/products/${vector}`,
    `/fr/search?q=${vector}`,
    `/en/${vector}`,
  ]
  for (const path of asked) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await shop().ask(`${env.SHOP_URL}${path}`)
    // oxlint-disable-next-line no-await-in-loop
    await answer.body?.cancel()
    const location = answer.headers.get('location')
    if (location === null) continue
    // A browser reads backslashes as slashes and skips tabs: what it makes of it stays in the shop.
    expect(new URL(location, env.SHOP_URL).origin, `${path} → ${location}`).toBe(env.SHOP_URL)
    expect([...answer.headers.keys()].filter((name) => name === 'location')).toHaveLength(1)
  }
})

test.each([
  '/cart/x.css',
  '/cart/lines/a.js',
  '/cart;.png',
  '/cart%2f..%2fx.css',
  '/cart%00.css',
  '//cart',
  '/CART',
  '/cart.css',
  '/checkout/x.css',
  '/checkout;.js',
  '/orders/TOKEN/a.js',
  '/orders/TOKEN.css',
  '/orders/TOKEN;.png',
  '/orders/TOKEN%2fa.css',
  '/en/orders/TOKEN/x.ico',
  '/downloads/lin_x/a.pdf',
])('X16: %s is nothing that a cache would keep', async (path) => {
  const visitor = shop()
  const product = await visitor.get('/products/gobelet-galet')
  await visitor.submit(product, 'form.buy')
  const answer = await visitor.ask(env.SHOP_URL + path.replace('TOKEN', '0'.repeat(32)))
  await answer.body?.cancel()
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect([303, 404]).toContain(answer.status)
})

test.each([
  '/',
  '/en/products/mug-ressac',
  '/nowhere',
  '/fr',
  '/cart',
  '/checkout',
  '/sitemap.xml',
])('HEAD of %s is GET without its body', async (path) => {
  const [get, head] = [await shop().ask(path), await shop().ask(path, { method: 'HEAD' })]
  expect(await head.text()).toBe('')
  expect(head.status).toBe(get.status)
  for (const name of ['content-type', 'cache-control', 'location', 'content-security-policy']) {
    expect(head.headers.get(name), name).toBe(get.headers.get(name))
  }
  await get.body?.cancel()
})

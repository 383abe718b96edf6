import { env, exports } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { pay } from '../orders/desk.ts'
import { madeProduct } from '../support/make.ts'
import type { Shopper } from '../support/shopper.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { loadDemo, shop } from '../support/worker.ts'
import { askStranger } from './window.ts'

const EVIL = 'evil.example'

let owner: Shopper
let shopper: Shopper
let token: string
beforeAll(async () => {
  await loadDemo()
  const { variants } = await madeProduct('mug-ressac')
  const [variantId = ''] = variants.map(({ id }) => id)
  ;({ token } = (await pay([{ variantId, quantity: 1 }])).order)
  owner = await atDesk(await makeStaff('owner'))
  shopper = shop()
  await shopper.post('/cart/lines', { variant: variantId, quantity: 1 })
})

/** A request that may be no browser’s: its address is as it was written. */
type Odd = { query?: string; headers?: Record<string, string>; method?: string; at?: string }

const ODD: Record<string, Odd> = {
  'marks of advertisers': { query: 'utm_source=x&utm_medium=<b>&gclid=1&fbclid=2' },
  'a key twice': { query: 'page=1&page=<script>' },
  'a semicolon': { query: 'page=1;q=<b>' },
  'brackets in a key': { query: 'q[]=evil&sort[$ne]=1' },
  'a key in capitals': { query: 'SORT=price-up&Q=evil' },
  'an unknown sort': { query: 'sort=evil' },
  'a huge query': { query: `x=${'a'.repeat(7000)}` },
  'an empty query': { query: '' },
  'a key without a value': { query: 'q' },
  'a page that is no number': { query: 'page=0x1' },
  'another host': {
    headers: { 'x-forwarded-host': EVIL, 'x-host': EVIL, 'x-forwarded-server': EVIL },
  },
  'another scheme': { headers: { 'x-forwarded-proto': 'http', 'x-forwarded-scheme': 'http' } },
  'another port': { headers: { 'x-forwarded-port': '8443' } },
  'forwarded for': { headers: { forwarded: `host=${EVIL};proto=http`, via: EVIL } },
  'another address': { headers: { 'x-original-url': '/admin', 'x-rewrite-url': '/cart' } },
  'another method': { headers: { 'x-http-method-override': 'POST', 'x-http-method': 'DELETE' } },
  'another language': { headers: { 'accept-language': 'en' } },
  'another encoding': { headers: { 'accept-encoding': 'br;q=0, identity' } },
  'another type': { headers: { accept: 'application/json', 'content-type': 'text/evil' } },
  'a range': { headers: { range: 'bytes=0-9', 'if-range': '"a"' } },
  'what is known already': { headers: { 'if-none-match': '*' } },
  'a date': { headers: { 'if-modified-since': new Date().toUTCString() } },
  'a cookie': { headers: { cookie: '__Host-cart=evil; lang=en' } },
  'a password': { headers: { authorization: 'Basic ZXZpbDpldmls' } },
  'a wish not to be kept': {
    headers: { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' },
  },
  'a head alone': { method: 'HEAD' },
  'a prefetch': { headers: { 'sec-purpose': 'prefetch', 'x-moz': 'prefetch', rsc: '1' } },
  'an island': { headers: { 'x-fragment': 'drawer', 'x-requested-with': 'XMLHttpRequest' } },
  'a letter that is written as a number': { at: '/collections/%74able' },
  'a path in capitals': { at: '/Collections/TABLE' },
  'a path with a dot': { at: '/collections/./table' },
  'a slash more': { at: '/collections//table' },
}

const PATH = '/collections/table'

test.each(Object.entries(ODD))(
  'X15: %s leaves no trace in what the next visitor gets',
  async (_, odd) => {
    await exports.Pages.forget(null)
    const clean = await askStranger(PATH)
    await exports.Pages.forget(null)
    const { query, headers = {}, method = 'GET', at = PATH } = odd
    const url = `${env.SHOP_URL}${at}${query === undefined ? '' : `?${query}`}`
    const answer = await exports.default.fetch(
      new Request(url, { method, headers, redirect: 'manual' }),
    )
    await answer.body?.cancel()
    const next = await askStranger(PATH)
    expect(next.status).toBe(200)
    expect(next.text === clean.text).toBe(true)
    // What an odd address itself is given is what it would be given by itself.
    const odder = await askStranger(`${at}${query === undefined ? '' : `?${query}`}`)
    expect(odder.text).not.toContain(EVIL)
    expect(odder.text).not.toContain('<script>')
  },
)

test('X15: addresses that mean the same are kept once', async () => {
  await exports.Pages.forget(null)
  await askStranger(PATH)
  for (const query of ['?utm_source=x', '?gclid=1&fbclid=2', '?', '?x=1&y=2', '?f.terre=']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await askStranger(PATH + query)).isHit, query).toBe(true)
  }
  await askStranger(`${PATH}?sort=price-up&page=1`)
  expect((await askStranger(`${PATH}?page=1&utm_id=7&sort=price-up`)).isHit).toBe(true)
})

test('X15: what is posted is never answered from what is kept, nor kept', async () => {
  await askStranger(PATH)
  const posted = await exports.default.fetch(
    new Request(env.SHOP_URL + PATH, { method: 'POST', headers: { origin: env.SHOP_URL } }),
  )
  expect([posted.status, posted.headers.get('x-cache')]).toEqual([404, null])
  expect(posted.headers.get('cache-control')).toBe('private, no-store')
})

test('X15: two carts never mix', async () => {
  const [one, other] = [shop(), shop()]
  const { variants } = await madeProduct('gobelet-galet')
  await one.post('/cart/lines', { variant: variants[0]?.id ?? '', quantity: 1 })
  expect((await one.get('/cart')).text).toContain('Galet')
  for (const path of ['/cart', '/cart/drawer', '/cart?x.css', '/en/cart']) {
    // oxlint-disable-next-line no-await-in-loop
    await one.get(path)
    // oxlint-disable-next-line no-await-in-loop
    const theirs = await other.get(path)
    expect(theirs.text).not.toContain('Galet')
    expect(theirs.headers.get('cache-control')).toBe('private, no-store')
  }
})

const DECEPTIVE = [
  '/cart/x.css',
  '/cart;.png',
  '/cart%2fx.css',
  '/cart%00.css',
  '/cart%0a.css',
  '/cart?x.css',
  '/cart%3fx.css',
  '/cart%23x.css',
  '//cart',
  '/./cart',
  '/x/../cart',
  '/x/%2e%2e/cart',
  '/products%2f..%2fcart',
  '/built/..%2fcart',
  '/images/../cart',
  '/CART',
  '/Cart/',
  '/en//cart',
  '/checkout/x.js',
  '/checkout;x.css',
  '/orders/TOKEN/a.js',
  '/orders/TOKEN.css',
  '/orders/TOKEN;.png',
  '/orders/TOKEN%2f..%2fa.css',
  '/orders/TOKEN%00.css',
  '/orders/TOKEN?a.css',
  '/orders//TOKEN',
  '/ORDERS/TOKEN',
  '/products/..%2forders%2fTOKEN',
  '/admin/x.png',
  '/admin/orders/x.css',
  '/admin/orders;.png',
  '/admin/orders%2f..%2fx.png',
  '/admin%2forders',
  '/admin%00.png',
  '//admin/orders',
  '/Admin/Orders',
  '/x/..%2fadmin',
  '/healthz/x.css',
]

test.each(DECEPTIVE)(
  'X16: %s shows a stranger nothing of those who were led there',
  async (path) => {
    const address = path.replace('TOKEN', token)
    for (const victim of [shopper, owner]) {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await victim.ask(env.SHOP_URL + address)
      // oxlint-disable-next-line no-await-in-loop
      await answer.body?.cancel()
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect([...answer.headers.keys()]).not.toContain('cloudflare-cdn-cache-control')
    }
    const stranger = await exports.default.fetch(
      new Request(env.SHOP_URL + address, { redirect: 'manual' }),
    )
    await stranger.body?.cancel()
    expect(stranger.headers.get('x-cache')).not.toBe('hit')
    expect(stranger.headers.get('cache-control')).toBe('private, no-store')
  },
)

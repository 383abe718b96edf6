import { newId, newToken } from '#platform/ids.ts'
import type { Env } from '#env.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { makeShopper } from '../support/shopper.ts'
import { inTurn } from './in-turn.ts'
import type { Asked } from './load.ts'
import { BOUGHT, SHOP_URL } from './shop.ts'

export type Act = {
  name: string
  /** Which of the Workers is asked. */
  of: 'floor' | 'shop'
  status: number
  /** What the local cache must say of it; null when that does not matter. */
  cache: 'hit' | 'miss' | null
  /** What is asked, the nth time. */
  ask: (n: number) => Asked
  /** What must be done before each round, if anything, for so many of them. */
  prepare?: (times: number) => Promise<unknown>
  /** How often it can be asked in a round, when not without end. */
  most?: number
}

/** Pages that are the same for everybody. `search` finds one piece, `search, many` every copy of every piece. */
export const PUBLIC = [
  { name: 'home', path: '/' },
  { name: 'collection of 24', path: '/collections/all' },
  { name: 'product', path: '/products/mug-ressac' },
  { name: 'search', path: '/search?q=theiere' },
  { name: 'search, many', path: '/search?q=autre' },
]

export const ONCE_PAST_CACHE = [
  ...PUBLIC,
  { name: 'journal', path: '/journal' },
  { name: 'journal post', path: '/journal/cuire-avec-la-cendre-de-goemon' },
]

/** Carts that take turns: none is full before the bench is over. */
const CARTS = 64

/** Each order has its cart filled beforehand: no more of them in a round. */
const PREPARED = 96

/** Counts through the whole run, so that no address is ever asked twice. */
let asked = 0

/**
 * The same page under an address that no cache has seen. The mark is of a kind that the shop lets through to its pages
 * and that these pages do not read: another page of a search, a text that is searched for elsewhere.
 */
export function pastCache(path: string): string {
  const mark = path.startsWith('/search') ? 'variant' : 'q'
  return `${path}${path.includes('?') ? '&' : '?'}${mark}=${2 + asked++}`
}

/** Everything that is measured, in the order of the table. Fills carts in the shop at that address. */
export async function actsOf(env: Env, url: string): Promise<Act[]> {
  const { results } = await env.DB.prepare(
    `select v.id from variant v join product p on p.id = v.product_id
      where p.slug in (${BOUGHT.map(() => '?').join()}) and v.position = 0`,
  )
    .bind(...BOUGHT)
    .all<{ id: string }>()
  const variants = results.map(({ id }) => id)
  const carts = await filledCarts(url, variants, CARTS)
  const cartOf = (n: number) => headersOf(carts[n % carts.length] ?? '')
  const one = cartOf(0)
  return [
    { ...get('hello', '/hello'), of: 'floor' },
    { ...get('select 1', '/select-1'), of: 'floor' },
    ...PUBLIC.flatMap(({ name, path }): Act[] => [
      { ...get(name, path), cache: 'miss', ask: () => ({ path: pastCache(path) }) },
      { ...get(`${name}, cached`, path), cache: 'hit', prepare: () => opened(url + path) },
    ]),
    { ...get('cart', '/cart'), ask: () => ({ path: '/cart', headers: one }) },
    { ...get('checkout', '/checkout'), ask: () => ({ path: '/checkout', headers: one }) },
    {
      ...get('add to cart', '/cart/lines'),
      status: 303,
      ask: (n) => adding(cartOf(n), variants[0] ?? ''),
    },
    await placing(url, variants),
  ]
}

const get = (name: string, path: string): Act => ({
  name,
  of: 'shop',
  status: 200,
  cache: null,
  ask: () => ({ path }),
})

/** An act before has perhaps made the cache forget the page. */
async function opened(address: string): Promise<void> {
  await (await fetch(address)).arrayBuffer()
}

const headersOf = (cart: string) => ({ cookie: `__Host-cart=${cart}` })

function adding(headers: Record<string, string>, variant: string): Asked {
  return {
    ...posting('/cart/lines', `variant=${variant}&quantity=1`),
    headers: { ...POSTED, ...headers },
  }
}

const POSTED = { origin: SHOP_URL, 'content-type': 'application/x-www-form-urlencoded' }

const posting = (path: string, body: string): Asked => ({
  method: 'POST',
  path,
  headers: POSTED,
  body,
})

/** Carts with a line of each variant. */
export async function filledCarts(
  url: string,
  variants: string[],
  many: number,
): Promise<string[]> {
  const carts = Array.from({ length: many }, newToken)
  await inTurn(carts, (cart) =>
    inTurn(variants, async (variant) => {
      const { path, ...init } = adding(headersOf(cart), variant)
      const answer = await fetch(url + path, { ...init, redirect: 'manual' })
      if (answer.status !== 303) throw new Error(`A cart was not filled: ${answer.status}`)
      await answer.arrayBuffer()
    }),
  )
  return carts
}

/** A form that is posted for cart after cart, each filled beforehand, up to the address of the payment page. */
async function placing(url: string, variants: string[]): Promise<Act> {
  const form = await orderForm(url, variants)
  let waiting: string[] = []
  return {
    ...get('place order', '/checkout'),
    status: 303,
    most: PREPARED,
    async prepare(times) {
      const missing = times - waiting.length
      if (missing > 0) waiting = [...waiting, ...(await filledCarts(url, variants, missing))]
    },
    ask() {
      const cart = waiting.pop()
      form.set('key', newId('ord'))
      return {
        ...posting('/checkout', form.toString()),
        headers: { ...POSTED, ...headersOf(cart ?? '') },
      }
    },
  }
}

/** What a browser sends for an order of such a cart. */
async function orderForm(url: string, variants: string[]): Promise<URLSearchParams> {
  let sent = ''
  const [cart = ''] = await filledCarts(url, variants, 1)
  const visitor = visitorOf(url, (body) => (sent = body))
  visitor.cookies.set('__Host-cart', cart)
  await visitor.submit(await visitor.get('/checkout'), ORDER_FORM, ANNE)
  return new URLSearchParams(sent)
}

/** Somebody whose browser believes to be at the shop's own address. */
export function visitorOf(url: string, posted: (body: string) => void = () => {}) {
  return makeShopper(SHOP_URL, async (request) => {
    const { pathname, search } = new URL(request.url)
    const body = request.method === 'POST' ? await request.text() : null
    if (body !== null) posted(body)
    const { method, headers } = request
    return fetch(url + pathname + search, { method, headers, body, redirect: 'manual' })
  })
}

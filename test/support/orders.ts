import { env } from 'cloudflare:workers'
import { type CartLine } from '#features/cart/rules.ts'
import { type Buyer, type Placed, placeOrder } from '#features/checkout/place-order.ts'
import { openOrderOfCart, readOrder } from '#features/orders/queries.ts'
import { quote } from '#features/pricing/quote.ts'
import { levelOf } from '#features/stock/queries.ts'
import { newToken } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { tools as newTools } from './worker.ts'

export const BUYER: Buyer = {
  email: 'anne.le-goff@example.com',
  firstName: 'Anne',
  lastName: 'Le Goff',
  phone: '',
  note: '',
  address: {
    line1: '12 rue du Port',
    line2: '',
    postalCode: '29200',
    city: 'Roscoff',
    country: 'FR',
  },
}

type Wish = { cartId?: string; buyer?: Partial<Buyer>; tools?: Tools; delivery?: string }

/** Places an order for some lines, as the checkout page does. Every call is another visitor unless a cart is named. */
export async function place(lines: CartLine[], wish: Wish = {}): Promise<Placed> {
  const tools = wish.tools ?? newTools()
  const cartId = wish.cartId ?? newToken()
  return placeOrder(tools, {
    cartId,
    lang: 'fr',
    quote: await quote(tools, lines, {
      cartId,
      delivery: wish.delivery,
      country: wish.buyer?.address?.country,
    }),
    buyer: { ...BUYER, ...wish.buyer },
    terms: { body: 'Conditions de vente, version d’essai.' },
  })
}

/** An order that waits for its payment, with its Checkout Session. */
export async function placed(lines: CartLine[], wish: Wish = {}) {
  const tools = wish.tools ?? newTools()
  const cartId = wish.cartId ?? newToken()
  const answer = await place(lines, { ...wish, tools, cartId })
  if (!answer.ok) throw new Error(`Not placed: ${answer.because}`)
  const [order] = await openOrderOfCart(tools.db, cartId)
  const view = order && (await readOrder(tools.db, order.id))
  const sessionId = view?.payment?.sessionId
  if (!view || !sessionId) throw new Error('The order has no session')
  return { ...view, cartId, sessionId, url: answer.url }
}

/** What the shelves say of a variant. */
export async function stockOf(variantId: string) {
  const [level] = await levelOf(newTools().db, variantId)
  if (!level) throw new Error(`${variantId} is not counted`)
  return { available: level.available, held: level.held, sold: level.sold }
}

/** What the workshop was told of an order, the oldest first. */
export async function alertsOf(orderId: string) {
  const { results } = await env.DB.prepare(
    `select id, json_extract(facts, '$.about') as about from outbox where template = 'alert'
      and json_extract(facts, '$.order') = ? order by rowid`,
  )
    .bind(orderId)
    .all<{ id: string; about: string }>()
  return results
}

/** An order as it is now. */
export async function orderNow(id: string) {
  const view = await readOrder(newTools().db, id)
  if (!view) throw new Error(`No order ${id}`)
  return view
}

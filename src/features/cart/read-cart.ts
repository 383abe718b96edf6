import { quote, type Quote } from '#features/pricing/quote.ts'
import type { Tools } from '#platform/tools.ts'
import type { CartLine } from './rules.ts'

/** What a cart holds: its lines, and the code that was kept. */
export type Held = { lines: CartLine[]; code: string | null }

/** The object that holds a visitor's cart. */
export function cartOf({ env }: Pick<Tools, 'env'>, cartId: string) {
  return env.CART.getByName(cartId)
}

/** What a cart holds; a visitor without one has nothing. */
export async function heldBy(tools: Tools, cartId: string | null): Promise<Held> {
  return cartId ? cartOf(tools, cartId).held() : { lines: [], code: null }
}

/** What a cart holds, but for its code. */
export async function linesOf(tools: Tools, cartId: string | null): Promise<CartLine[]> {
  return cartId ? cartOf(tools, cartId).lines() : []
}

type Wish = {
  country?: string | undefined
  postalCode?: string | undefined
  delivery?: string | undefined
  email?: string | undefined
}

/** A cart at today's prices; what had to change is changed in the cart too, so that it is told once. */
export async function readCart(
  tools: Tools,
  cartId: string | null,
  { lines, code }: Held,
  wish: Wish = {},
): Promise<Quote> {
  const priced = await quote(tools, lines, { ...wish, code, cartId: cartId ?? '' })
  if (cartId && priced.changes.length > 0) {
    await cartOf(tools, cartId).bringDown(
      priced.changes.map(({ key, quantity }) => ({ key, quantity })),
    )
  }
  return priced
}

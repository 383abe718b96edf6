import { quote, type Quote } from '#features/pricing/quote.ts'
import type { Tools } from '#platform/tools.ts'
import type { CartLine } from './rules.ts'

/** The object that holds a visitor's cart. */
export function cartOf({ env }: Pick<Tools, 'env'>, cartId: string) {
  return env.CART.getByName(cartId)
}

/** What a cart holds; a visitor without one has nothing. */
export async function linesOf(tools: Tools, cartId: string | null): Promise<CartLine[]> {
  return cartId ? cartOf(tools, cartId).lines() : []
}

/** A cart at today's prices; what had to change is changed in the cart too, so that it is told once. */
export async function readCart(
  tools: Tools,
  cartId: string | null,
  lines: readonly CartLine[],
  wish: { country?: string | undefined; delivery?: string | undefined } = {},
): Promise<Quote> {
  const priced = await quote(tools, lines, { ...wish, cartId: cartId ?? '' })
  if (cartId && priced.changes.length > 0) {
    await cartOf(tools, cartId).bringDown(
      priced.changes.map(({ variantId, quantity }) => ({ variantId, quantity })),
    )
  }
  return priced
}

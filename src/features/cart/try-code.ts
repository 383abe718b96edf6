import { quote } from '#features/pricing/quote.ts'
import { plainCode, type Refused } from '#features/promotions/rules.ts'
import type { Tools } from '#platform/tools.ts'
import { cartOf } from './read-cart.ts'

/** A code that a cart did not take, as it was typed. */
export type RefusedCode = Pick<Refused, 'missing'> & {
  typed: string
  because: Refused['because'] | 'tooMany'
}

/** A code worth keeping although nothing is taken off yet: the cart may still become what it asks. */
const KEPT: readonly string[] = ['minimum', 'units', 'better']

/**
 * Tries a code on a cart and keeps it when it applies, or will once there is enough in the cart. Otherwise the cart
 * stays as it is. Ten tries a minute are answered: guessing is no way to a discount.
 */
export async function tryCode(
  tools: Tools,
  cartId: string,
  typed: string,
): Promise<RefusedCode | null> {
  const cart = cartOf(tools, cartId)
  const code = plainCode(typed).slice(0, 40)
  if (code === '') return null
  if (!(await cart.tryCode(tools.now))) return { typed, because: 'tooMany', missing: 0 }
  const { code: tried } = await quote(tools, await cart.lines(), { cartId, code })
  if (tried && (tried.ok || KEPT.includes(tried.because))) {
    await cart.keepCode(code)
    return null
  }
  return { typed, because: 'unknown', missing: 0, ...(tried && !tried.ok ? tried : {}) }
}

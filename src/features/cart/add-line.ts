import { variantsById } from '#features/pricing/queries.ts'
import type { Tools } from '#platform/tools.ts'
import { cartOf } from './read-cart.ts'
import type { CartLine } from './rules.ts'

export type Added = { ok: true } | { ok: false; because: 'unknown' | 'notForSale' | 'full' }

/** Adds units of a variant that is for sale to a cart. */
export async function addLine(tools: Tools, cartId: string, line: CartLine): Promise<Added> {
  const [found] = await variantsById(tools.db, [line.variantId])
  if (!found || found.state === 'draft') return { ok: false, because: 'unknown' }
  if (found.state !== 'published') return { ok: false, because: 'notForSale' }
  const lines = await cartOf(tools, cartId).add(line.variantId, line.quantity)
  return lines ? { ok: true } : { ok: false, because: 'full' }
}

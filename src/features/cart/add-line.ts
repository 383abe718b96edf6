import type { Personal } from '#features/catalogue/rules.ts'
import { variantsById } from '#features/pricing/queries.ts'
import { sha256 } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { cartOf } from './read-cart.ts'
import { type CartLine, type TextFault, type Written, writtenFrom } from './rules.ts'

/** Units of a variant, with what was typed into the piece's own fields. */
export type Addition = { variantId: string; quantity: number; texts: Record<string, string> }

export type Added =
  | { ok: true; key: string; lines: CartLine[] }
  | { ok: false; because: 'unknown' | 'notForSale' | 'full' }
  | { ok: false; because: TextFault; field: Personal; slug: string }

/** Adds units of a variant that is for sale to a cart; with other texts on it, it is another line. */
export async function addLine(tools: Tools, cartId: string, line: Addition): Promise<Added> {
  const { variantId, quantity, texts } = line
  const [found] = await variantsById(tools.db, [variantId])
  if (!found || found.state === 'draft') return { ok: false, because: 'unknown' }
  if (found.state !== 'published') return { ok: false, because: 'notForSale' }
  const read = writtenFrom(texts, found.personal)
  if (!read.ok) return { ...read, slug: found.slug }
  const key = await keyFor(variantId, read.written)
  const cart = cartOf(tools, cartId)
  const lines = await cart.add(variantId, quantity, { key, written: read.written })
  return lines ? { ok: true, key, lines } : { ok: false, because: 'full' }
}

async function keyFor(variantId: string, written: readonly Written[]): Promise<string> {
  if (written.length === 0) return variantId
  const mark = await sha256(JSON.stringify(written.map(({ name, text }) => [name, text])))
  return `${variantId}.${mark.slice(0, 20)}`
}

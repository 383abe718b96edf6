import type { Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { addPriceChange, priceHistory, setPrice } from './queries.ts'
import { priceBefore } from './rules.ts'

export type NewPrice = {
  variantId: string
  /** Minor units. */
  price: number
}

/**
 * The statements that give variants new prices: the only way that a price changes. Each is a line of the history that
 * crossed-out prices are computed from; a price that stays the same writes nothing. `relist` must follow in the batch.
 */
export async function setPrices(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  prices: readonly NewPrice[],
): Promise<Statement[]> {
  const history = await priceHistory(
    db,
    prices.map(({ variantId }) => variantId),
  )
  return prices.flatMap(({ variantId, price }) => {
    const past = history.filter((change) => change.variantId === variantId)
    const last = past.toSorted((a, b) => b.at - a.at)[0]
    if (last?.price === price) return []
    const at = Math.max(now, (last?.at ?? 0) + 1)
    const before = priceBefore([...past, { at, price }], at)
    return [addPriceChange(db, { variantId, at, price }), setPrice(db, variantId, price, before)]
  })
}

import { priceHistory } from '#features/catalogue/queries.ts'
import type { Db } from '#platform/db.ts'
import { crossedOut, MOST_PIECES, salePrice } from './rules.ts'
import * as q from './sale-queries.ts'

/** What a sale could be about: the pieces that were ticked, or all that a collection has on sale. */
export type Choosing = { ids: readonly string[]; collection: string }

/** The variants to choose sale prices for; `tooMany` when there are more than one sale may be about. */
export async function readChoice(db: Db, { ids, collection }: Choosing) {
  const pieces = collection ? (await q.piecesIn(db, collection)).map(({ id }) => id) : ids
  const variants = await q.variantsFor(db, pieces.slice(0, MOST_PIECES))
  const tooMany = pieces.length > MOST_PIECES || variants.length > q.MOST_IN_SALE
  return { variants, tooMany }
}

type Reduced = { basisPoints: number | null; startsAt: number; prices: ReadonlyMap<string, number> }

/** Each variant of a sale with its sale price, and what will stand crossed out beside it (null: nothing). */
export async function foresee(db: Db, variants: readonly q.SaleVariantRow[], sale: Reduced) {
  const chosen =
    sale.basisPoints === null ? variants.filter(({ id }) => sale.prices.has(id)) : variants
  const history = Map.groupBy(
    await priceHistory(
      db,
      chosen.map(({ id }) => id),
    ),
    ({ variantId }) => variantId,
  )
  return chosen.map((variant) => {
    const to = salePrice(variant.price, sale.prices.get(variant.id) ?? null, sale)
    return { ...variant, to, crossed: crossedOut(history.get(variant.id) ?? [], to, sale.startsAt) }
  })
}

export type Foreseen = Awaited<ReturnType<typeof foresee>>[number]

/** A sale with its variants: what each costs now, in the sale and after it. */
export async function readSaleView(db: Db, id: string) {
  const [[sale], variants, history] = await db.batch([
    q.saleById(db, id),
    q.variantsIn(db, id),
    q.pricesIn(db, id),
  ])
  if (!sale) return null
  const past = Map.groupBy(history, ({ variantId }) => variantId)
  return {
    sale,
    variants: variants.map((row) => {
      const to = salePrice(row.priceAfter ?? row.price, row.own, sale)
      const planned = sale.state === 'planned'
      const crossed = planned
        ? crossedOut(past.get(row.id) ?? [], to, sale.startsAt)
        : row.priceBefore
      return { ...row, to, crossed }
    }),
  }
}

export type SaleView = NonNullable<Awaited<ReturnType<typeof readSaleView>>>

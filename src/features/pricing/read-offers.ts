import { buyerHash } from '#features/promotions/buyer-hash.ts'
import { type PromotionRow, usesOfBuyer } from '#features/promotions/queries.ts'
import type { Promotion, Uses } from '#features/promotions/rules.ts'
import type { Db } from '#platform/db.ts'

type Who = { cartId: string; email?: string | undefined }

/** The offers that a cart may have, each without the use that its own open order made of it. */
export function offersFor(
  rows: readonly PromotionRow[],
  own: readonly { promotionId: string }[],
): Promotion[] {
  const mine = new Set(own.map(({ promotionId }) => promotionId))
  return rows.map((row) => (mine.has(row.id) ? { ...row, uses: row.uses - 1 } : row))
}

/** How often this buyer had the offers that ask; nothing is asked as long as nobody said who they are. */
export async function usesBy(
  db: Db,
  offers: readonly Promotion[],
  { cartId, email = '' }: Who,
): Promise<Uses> {
  const limited = offers.filter(({ usesPerBuyer }) => usesPerBuyer !== null)
  if (limited.length === 0 || !email.includes('@')) return new Map()
  const asked = await Promise.all(
    limited.map(async ({ id }) => ({
      promotionId: id,
      buyerHash: await buyerHash(id, email),
    })),
  )
  const rows = await usesOfBuyer(db, asked, cartId)
  return new Map(rows.map(({ promotionId, uses }) => [promotionId, uses]))
}

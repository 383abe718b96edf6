import { discountsOf } from '#features/orders/cancel-queries.ts'
import type { Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { buyerHash } from './buyer-hash.ts'
import { countAgain } from './queries.ts'

/** The statements that count once more the offers that took something off an order, when it stands again. */
export async function useAgain(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  order: { id: string; email: string },
): Promise<Statement[]> {
  const rows = await discountsOf(db, order.id)
  const hashes = rows.flatMap(({ promotionId }) =>
    promotionId === null
      ? []
      : buyerHash(promotionId, order.email || order.id).then(
          (hash) => [promotionId, hash] as const,
        ),
  )
  return [countAgain(db, order.id, Object.fromEntries(await Promise.all(hashes)), now)]
}

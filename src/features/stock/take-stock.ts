import { type Actor, note } from '#features/audit/note.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { move } from './queries.ts'
import type { Difference } from './rules.ts'

/**
 * Writes what a count has found: one movement for each piece whose shelf differs from what it should hold, all or
 * none. The id comes with the page, so a count posted twice is one. Differences are added to what is free now: a sale
 * during the count stays sold. Refuses (`short`) when more is missing than is free.
 */
export async function takeStock(
  { db, now }: Tools,
  actor: Actor,
  id: string,
  differences: readonly Difference[],
): Promise<{ ok: true } | { ok: false; because: 'short' }> {
  if (differences.length === 0) return { ok: true }
  try {
    await runBatch(db, [
      ...differences.map(({ variantId, difference }) =>
        move(db, {
          id: `${id}_${variantId}`,
          variantId,
          kind: 'adjust',
          quantity: difference,
          reason: 'counted',
          who: actor.who,
          at: now,
        }),
      ),
      note(db, actor, {
        act: 'stock.counted',
        subject: id,
        facts: { pieces: differences.length },
        at: now,
      }),
    ])
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'movement.id') return { ok: true }
    if (constraint === 'stock_is_short') return { ok: false, because: 'short' }
    throw error
  }
  return { ok: true }
}

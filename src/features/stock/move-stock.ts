import { type Actor, note } from '#features/audit/note.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { move, setExactly } from './queries.ts'
import { kindOf, type Reason } from './rules.ts'

export type StockMove = {
  /** Made with the form: the same form posted twice is one movement. */
  id: string
  variantId: string
  reason: Reason
  /** Units, signed: what is made comes in, what is sold elsewhere, broken or given goes out. */
  quantity: number
}

/** `short`: more would go than there is. `changed`: the level is not what the form showed any more. */
export type Moved = { ok: true } | { ok: false; because: 'short' | 'changed' }

/** Moves stock for a reason. Refuses what is not there. */
export async function moveStock(tools: Tools, actor: Actor, entry: StockMove): Promise<Moved> {
  const { reason, quantity, ...rest } = entry
  const kind = kindOf(reason)
  const row = { ...rest, kind, quantity, reason, who: actor.who, at: tools.now }
  return run(tools, actor, entry, [move(tools.db, row)])
}

/**
 * Makes a level what the maker says, if it still is what the form showed: the movement is the difference. A sale in
 * between refuses it, so that no sale is lost.
 */
export async function setStock(
  tools: Tools,
  actor: Actor,
  entry: Omit<StockMove, 'quantity'> & { shown: number; to: number },
): Promise<Moved> {
  const { shown, to } = entry
  if (shown === to) return { ok: true }
  const row = { ...entry, who: actor.who, at: tools.now }
  const asked = { ...entry, quantity: to - shown }
  return run(tools, actor, asked, [setExactly(tools.db, row)])
}

async function run(
  { db, now }: Tools,
  actor: Actor,
  { id, variantId, reason, quantity }: StockMove,
  statements: Statement[],
): Promise<Moved> {
  try {
    await runBatch(db, [
      ...statements,
      note(db, actor, {
        act: 'stock.moved',
        subject: variantId,
        facts: { quantity, reason, movement: id },
        at: now,
      }),
    ])
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'movement.id') return { ok: true }
    if (constraint === 'stock_is_short') return { ok: false, because: 'short' }
    if (constraint === 'movement.variant_id') return { ok: false, because: 'changed' }
    throw error
  }
  return { ok: true }
}

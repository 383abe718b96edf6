import { type Actor, note } from '#features/audit/note.ts'
import { relist } from '#features/catalogue/relist.ts'
import { setPrices } from '#features/catalogue/set-prices.ts'
import type { Lang } from '#lib/i18n.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import {
  addEdit,
  changePieces,
  editById,
  endEdit,
  lastEdit,
  moveMany,
  piecesById,
} from './queries.ts'
import { reindexMany } from './reindex-many.ts'
import { type BulkAct, mayUndo, type PieceChange, planUndo } from './rules.ts'
import { readChanges } from './form.ts'

type Bulk = {
  /** Made with the preview: posted twice, it is one change. */
  id: string
  act: BulkAct
  changes: readonly PieceChange[]
  languages: readonly Lang[]
}

/**
 * Changes many pieces at once and keeps what they were. False when this is not what the preview showed, or when a piece
 * changes at this very moment: then nothing happens.
 */
export async function applyBulk(
  tools: Tools,
  actor: Actor,
  bulk: Bulk,
  asShown: boolean,
): Promise<boolean> {
  const { db, now } = tools
  const { id, act, changes, languages } = bulk
  if (!asShown || changes.length === 0) return (await editById(db, id)).length > 0
  try {
    await runBatch(db, [
      addEdit(db, { id, at: now, who: actor.who, act: JSON.stringify(act), changes }),
      ...(await statementsOf(tools, actor, changes, languages)),
      note(db, actor, {
        act: `bulk.${act.do}`,
        subject: id,
        facts: { pieces: changes.length },
        at: now,
      }),
    ])
  } catch (error) {
    if (!isRefusal(error)) throw error
    return (await editById(db, id)).length > 0
  }
  return true
}

/**
 * Takes the last change of many back. Pieces that have changed since stay as they are: their ids are answered. Null when
 * another one came after it, it is too long ago, was taken back already, or a piece changes at this very moment.
 */
export async function undoBulk(
  tools: Tools,
  actor: Actor,
  id: string,
  languages: readonly Lang[],
): Promise<string[] | null> {
  const { db, now } = tools
  const [edit] = await lastEdit(db)
  if (edit?.id !== id || !mayUndo(edit, now)) return null
  const changes = readChanges(edit.before)
  const ids = changes.map((change) => change.id)
  const { back, kept } = planUndo(changes, await piecesById(db, ids))
  if (back.length === 0) return kept
  try {
    await runBatch(db, [
      endEdit(db, id, now, back),
      ...(await statementsOf(tools, actor, back, languages)),
      note(db, actor, {
        act: 'bulk.undone',
        subject: id,
        facts: { pieces: back.length },
        at: now,
      }),
    ])
  } catch (error) {
    if (!isRefusal(error)) throw error
    return null
  }
  return kept
}

async function statementsOf(
  tools: Tools,
  actor: Actor,
  changes: readonly PieceChange[],
  languages: readonly Lang[],
): Promise<Statement[]> {
  const { db, now } = tools
  const prices = changes.flatMap((change) => change.prices ?? [])
  const units = changes.flatMap((change) => change.stock ?? [])
  const moved = units.map(({ id, made }) => ({ id: newId('mov'), variantId: id, quantity: made }))
  const kind = units.some(({ made }) => made < 0) ? 'adjust' : 'receive'
  const placed = changes.flatMap(({ id, collections }) =>
    collections ? [[id, collections.to] as const] : [],
  )
  return [
    changePieces(db, changes, now),
    ...(await setPrices(
      tools,
      prices.map(({ id, to }) => ({ variantId: id, price: to })),
    )),
    ...(moved.length > 0 ? [moveMany(db, moved, { kind, who: actor.who, at: now })] : []),
    ...relist(
      db,
      changes.map(({ id }) => id),
    ),
    ...(await reindexMany(db, languages, new Map(placed))),
  ]
}

function isRefusal(error: unknown): boolean {
  const constraint = brokenConstraint(error)
  return (
    constraint === 'stock_is_short' ||
    // A price that was set by somebody else in the same instant.
    (constraint !== null && /^(bulk_edit|price_change)\./.test(constraint))
  )
}

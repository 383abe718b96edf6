import type { Text } from '#lib/i18n.ts'
import type { Db } from '#platform/db.ts'
import { piecesAt, piecesWithReference } from './desk-queries.ts'
import { pieceNames } from './rules.ts'

export type Piece = { id: string; slug: string; title: Text }

/**
 * The pieces that were typed, in their order: by name and address as the fields suggest them, by address alone or by
 * reference. Null where there is no such piece.
 */
export async function findPieces(db: Db, typed: readonly string[]): Promise<(Piece | null)[]> {
  if (typed.length === 0) return []
  const wanted = typed.map(pieceNames)
  const [bySlug, bySku] = await db.batch([
    piecesAt(
      db,
      wanted.flatMap(({ slugs }) => slugs),
    ),
    piecesWithReference(
      db,
      wanted.map(({ sku }) => sku),
    ),
  ])
  return wanted.map(
    ({ slugs, sku }) =>
      bySlug.find(({ slug }) => slugs.includes(slug)) ??
      bySku.find((piece) => piece.sku.toLowerCase() === sku.toLowerCase()) ??
      null,
  )
}

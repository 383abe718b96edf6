import { reindex } from '#features/catalogue/index-product.ts'
import type { Lang } from '#lib/i18n.ts'
import type { Db, Statement } from '#platform/db.ts'
import { wordsOf } from './queries.ts'
import { allCollections } from './tree-queries.ts'

/** The statements after which pieces are found by the collections that each will be in, by its id. */
export async function reindexMany(
  db: Db,
  languages: readonly Lang[],
  placed: ReadonlyMap<string, readonly string[]>,
): Promise<Statement[]> {
  if (placed.size === 0) return []
  const [rows, collections] = await db.batch([wordsOf(db, [...placed.keys()]), allCollections(db)])
  return rows.flatMap((row) => {
    const collectionIds = placed.get(row.id) ?? row.collectionIds
    return reindex(db, { ...row, collectionIds }, collections, languages)
  })
}

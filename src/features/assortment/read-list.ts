import { allSettings } from '#features/settings/queries.ts'
import type { Tools } from '#platform/tools.ts'
import { type Asked, listProducts, titlesOf, unpublished } from './list-products.ts'
import { lastEdit } from './queries.ts'
import { mayUndo, PER_PAGE } from './rules.ts'
import { allCollections } from './tree-queries.ts'

/** Everything that the page of all pieces shows. `kept` are pieces that it names. */
export async function readList(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  asked: Asked,
  kept: readonly string[],
) {
  const [settings, found, [counts], collections, [edit], named] = await db.batch([
    allSettings(db),
    listProducts(db, asked),
    unpublished(db),
    allCollections(db),
    lastEdit(db),
    titlesOf(db, kept),
  ])
  const rows = found.slice(0, PER_PAGE)
  return {
    settings,
    rows,
    counts: counts ?? { draft: 0, scheduled: 0 },
    collections,
    edit: edit && mayUndo(edit, now) ? edit : null,
    named,
    next: found.length > PER_PAGE ? (rows.at(-1)?.cursor ?? null) : null,
  }
}

export type ListView = Awaited<ReturnType<typeof readList>>

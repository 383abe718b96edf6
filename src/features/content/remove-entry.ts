import { type Actor, note } from '#features/audit/note.ts'
import { unindex } from '#features/search/queries.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './desk-queries.ts'

/** Removes a post or page for good; false for the page of the terms, which every order accepts. */
export async function removeEntry(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  actor: Actor,
  { id, kind, slug }: { id: string; kind: q.Kind; slug: string },
): Promise<boolean> {
  try {
    await runBatch(db, [
      q.refuseTerms(db, id),
      q.forgetPieces(db, id),
      q.forgetFormerSlugs(db, kind, id),
      unindex(db, id),
      q.deleteEntry(db, id),
      note(db, actor, { act: `${kind}.removed`, subject: id, facts: { slug }, at: now }),
    ])
  } catch (error) {
    if (brokenConstraint(error) !== 'entry.slug') throw error
    return false
  }
  return true
}

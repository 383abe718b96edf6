import { type Actor, note } from '#features/audit/note.ts'
import { indexPost, unindex } from '#features/search/queries.ts'
import { postWords } from '#features/search/rules.ts'
import type { Lang } from '#lib/i18n.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './desk-queries.ts'
import type { EntryForm } from './form.ts'

type Entry = Omit<EntryForm, 'pieces'> & {
  id: string
  kind: q.Kind
  productIds: readonly string[]
  /** What its editor saw; null when it is new. */
  before: { slug: string; updatedAt: number } | null
}

/**
 * Saves a post or page with its pieces, its address of before and what it is found by. A role goes over from the page
 * that had it. Refuses an address in use (`slug`) and a change over somebody else's (`changed`); a new one that is
 * posted twice is one.
 */
export async function saveEntry(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  actor: Actor,
  { productIds, before, ...entry }: Entry,
  languages: readonly Lang[],
): Promise<'saved' | 'slug' | 'changed'> {
  const { id, kind, slug, role } = entry
  const was = before?.updatedAt ?? null
  const row = { ...entry, updatedAt: Math.max(now, (was ?? 0) + 1) }
  const statements: Statement[] = [
    ...(role ? [q.freeRole(db, role, id)] : []),
    q.putEntry(db, row, was),
    q.forgetPieces(db, id),
    q.addPieces(db, id, productIds),
    q.dropFormerSlug(db, kind, slug),
    ...(before && before.slug !== slug
      ? [q.keepFormerSlug(db, { kind, slug: before.slug, leadsTo: id, at: now })]
      : []),
    unindex(db, id),
    ...languages.map((lang) => indexPost(db, { entryId: id, lang, ...postWords(entry, lang) })),
    note(db, actor, { act: `${kind}.saved`, subject: id, facts: { slug }, at: now }),
  ]
  try {
    await runBatch(db, statements)
  } catch (error) {
    const broken = brokenConstraint(error)
    if (broken === 'entry.kind, entry.slug') return 'slug'
    if (broken === 'entry.slug') return 'changed'
    if (broken === 'entry.id') return 'saved'
    throw error
  }
  return 'saved'
}

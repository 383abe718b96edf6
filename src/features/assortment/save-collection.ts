import { type Actor, note } from '#features/audit/note.ts'
import { relist } from '#features/catalogue/relist.ts'
import { renameOnHome } from '#features/home/queries.ts'
import { renameInside } from '#features/search/queries.ts'
import { LANGS, pick, type Text } from '#lib/i18n.ts'
import { fold } from '#lib/text.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import type { CollectionForm } from './form.ts'
import { type Leaf, placed } from './rules.ts'
import * as q from './tree-queries.ts'

const CHUNK = 1000
/** The one collection that every piece is in. */
const EVERYTHING = 'all'

/** `slug`: another collection has the address. `parent`: the one above is gone, or has come below this one. */
export type Saved = { ok: true } | { ok: false; because: 'slug' | 'parent' }

/** Makes a collection under an id that came with the form: the same form once more is the same collection. */
export async function addCollection(
  { db, now }: Tools,
  actor: Actor,
  id: string,
  form: CollectionForm,
): Promise<Saved> {
  return refusing(
    () =>
      runBatch(db, [
        q.addCollection(db, { id, ...form }),
        q.keepHere(db, form.slug),
        note(db, actor, {
          act: 'collection.added',
          subject: id,
          facts: { slug: form.slug },
          at: now,
        }),
      ]),
    async () => (await q.collectionById(db, id)).length > 0,
  )
}

/**
 * Writes a collection. Its former address leads to the new one for good; in another place of the tree, its pieces come
 * into the collections above it and leave those that were; under another name, they are found by it.
 */
export async function saveCollection(
  { db, now }: Tools,
  actor: Actor,
  was: { id: string; slug: string; parentId: string | null; title: Text },
  form: CollectionForm,
): Promise<Saved> {
  const { id, slug } = was
  const everything = id === EVERYTHING
  const row = everything ? { ...form, slug, parentId: null } : form
  const moves = row.parentId !== was.parentId
  const readdressed = row.slug !== slug
  const members = moves ? (await q.membersOf(db, id)).map((member) => member.id) : []
  return refusing(() =>
    runBatch(db, [
      q.setCollection(db, { id, ...row }),
      ...(readdressed
        ? [
            q.leadOn(db, { slug, leadsTo: id, at: now }),
            q.keepHere(db, row.slug),
            renameOnHome(db, 'collection', { from: slug, to: row.slug }),
          ]
        : []),
      ...relistAll(db, members),
      ...renamed(db, was, row.title),
      note(db, actor, {
        act: 'collection.saved',
        subject: id,
        facts: { slug: row.slug },
        at: now,
      }),
    ]),
  )
}

function renamed(db: Tools['db'], was: { id: string; title: Text }, title: Text): Statement[] {
  return LANGS.flatMap((lang) => {
    const [from, to] = [fold(pick(was.title, lang)), fold(pick(title, lang))]
    const same = from === to || from === ''
    return same ? [] : [renameInside(db, { collectionId: was.id, lang, from, to })]
  })
}

/** A collection may hold thousands: each chunk is one bound value, all of them one batch. */
function relistAll(db: Tools['db'], ids: readonly string[]): Statement[] {
  const chunks = Math.ceil(ids.length / CHUNK)
  return Array.from({ length: chunks }, (_, i) => ids.slice(i * CHUNK, (i + 1) * CHUNK)).flatMap(
    (chunk) => relist(db, chunk),
  )
}

/** Puts a collection at a place among those beside it; at that place already, nothing happens. */
export async function placeCollection(
  { db, now }: Tools,
  actor: Actor,
  leaves: readonly Leaf[],
  { id, place }: { id: string; place: number },
): Promise<void> {
  const ids = placed(
    leaves.filter((leaf) => leaf.id !== EVERYTHING),
    id,
    place,
  )
  if (!ids) return
  await runBatch(db, [
    q.setPlaces(db, ids),
    note(db, actor, { act: 'collection.placed', subject: id, facts: {}, at: now }),
  ])
}

/**
 * Takes a collection away. Its pieces and the collections inside it go to the one above, and its addresses lead there:
 * no piece leaves the shop. Everything cannot be taken away: false.
 */
export async function removeCollection(
  { db, now }: Tools,
  actor: Actor,
  was: { id: string; slug: string; parentId: string | null },
): Promise<boolean> {
  const { id, slug, parentId } = was
  if (id === EVERYTHING) return false
  await runBatch(db, [
    ...q.dissolve(db, { id, parentId }),
    q.leadOn(db, { slug, leadsTo: parentId ?? EVERYTHING, at: now }),
    note(db, actor, { act: 'collection.removed', subject: id, facts: { slug }, at: now }),
  ])
  return true
}

async function refusing(
  write: () => Promise<unknown>,
  isKnown: () => Promise<boolean> = async () => false,
): Promise<Saved> {
  try {
    await write()
    return { ok: true }
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (!constraint?.startsWith('collection.')) throw error
    if (await isKnown()) return { ok: true }
    return { ok: false, because: constraint === 'collection.slug' ? 'slug' : 'parent' }
  }
}

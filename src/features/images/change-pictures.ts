import { type Actor, type Act, note } from '#features/audit/note.ts'
import { picturesOf } from '#features/catalogue/queries.ts'
import { relist } from '#features/catalogue/relist.ts'
import { pick, type Text } from '#lib/i18n.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './desk-queries.ts'
import { refusals } from './desk-words.ts'

/** A product, as far as its pictures are concerned. */
export type Piece = { id: string; title: Text }

/**
 * Puts a picture of the shop on a product, after those that it has; the same one twice is there once. Refuses the one
 * that would be too many.
 */
export async function showPicture(tools: Tools, actor: Actor, piece: Piece, hash: string) {
  const there = await picturesOf(tools.db, piece.id)
  if (there.some((picture) => picture.hash === hash)) return { ok: true } as const
  try {
    const added = [q.addPicture(tools.db, piece.id, hash)]
    await change(tools, actor, piece, { act: 'picture.added', facts: { picture: hash } }, added)
  } catch (error) {
    if (brokenConstraint(error) !== 'product_image.position') throw error
    return { ok: false, problem: refusals.full } as const
  }
  return { ok: true } as const
}

/** Puts a picture of a product at another place, counted from 0: the first is its cover. */
export async function movePicture(
  tools: Tools,
  actor: Actor,
  piece: Piece,
  moved: { hash: string; to: number },
) {
  const act = { act: 'picture.moved', facts: { picture: moved.hash, to: moved.to + 1 } }
  await change(tools, actor, piece, act, q.orderPictures(tools.db, piece.id, moved))
}

/** Says what a picture of a product shows, to whom it belongs among the choices, and what must stay in sight. */
export async function describePicture(
  tools: Tools,
  actor: Actor,
  piece: Piece,
  { hash, ...words }: q.PictureWords & { hash: string },
) {
  const act = { act: 'picture.described', facts: { picture: hash } }
  await change(tools, actor, piece, act, [q.describePicture(tools.db, piece.id, hash, words)])
}

/** Takes a picture off a product. It stays a picture of the shop: it may be used elsewhere. */
export async function removePicture(tools: Tools, actor: Actor, piece: Piece, hash: string) {
  const act = { act: 'picture.removed', facts: { picture: hash } }
  await change(tools, actor, piece, act, [
    q.dropPicture(tools.db, piece.id, hash),
    ...q.orderPictures(tools.db, piece.id),
  ])
}

/**
 * One batch: the change, what lists and cards say of it, and the line of the log. When the product was saved last stays
 * as it is, or the form that stands open beside the pictures would be refused.
 */
async function change(
  { db, now }: Tools,
  actor: Actor,
  { id, title }: Piece,
  { act, facts }: Pick<Act, 'act' | 'facts'>,
  statements: readonly Statement[],
): Promise<void> {
  await runBatch(db, [
    ...statements,
    ...relist(db, [id]),
    note(db, actor, { act, subject: id, facts: { piece: pick(title, 'fr'), ...facts }, at: now }),
  ])
}

import { type Actor, note } from '#features/audit/note.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { addOffer, changeSaid, removeUnused, setOffer } from './desk-queries.ts'
import type { Draft } from './form.ts'
import type { PromotionRow } from './queries.ts'

/** `code`: another offer has it. `uses`: it was used more often than it shall be. `stale`: somebody else has changed it. */
export type Saved = { ok: true } | { ok: false; because: 'code' | 'uses' | 'stale' }

/** Adds an offer. The id comes with the form: posted again it is the same offer. */
export function addNewOffer(
  { db, now }: Tools,
  actor: Actor,
  id: string,
  draft: Draft,
): Promise<Saved> {
  return save(db, [
    addOffer(db, { ...draft, id, createdAt: now }),
    note(db, actor, { act: 'promotion.added', subject: id, facts: factsOf(draft), at: now }),
  ])
}

/** Changes an offer as it was read, but not whether it runs; orders that used it stay as they are. */
export function changeOffer(
  { db, now }: Tools,
  actor: Actor,
  offer: PromotionRow,
  draft: Draft,
): Promise<Saved> {
  const { active: _, ...said } = draft
  return save(db, [
    changeSaid(db, offer, said),
    note(db, actor, {
      act: 'promotion.changed',
      subject: offer.id,
      facts: factsOf(draft),
      at: now,
    }),
  ])
}

async function save(db: Tools['db'], statements: Statement[]): Promise<Saved> {
  try {
    await runBatch(db, statements)
    return { ok: true }
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (constraint === 'promotion.id') return { ok: true }
    if (constraint === 'promotion.title') return { ok: false, because: 'stale' }
    if (constraint === 'promotion.code') return { ok: false, because: 'code' }
    if (constraint === 'promotion_used_up') return { ok: false, because: 'uses' }
    throw error
  }
}

/** Pauses an offer or lets it run again; what it is already changes nothing. */
export async function restOffer(
  { db, now }: Tools,
  actor: Actor,
  offer: PromotionRow,
  active: boolean,
): Promise<void> {
  if (offer.active === active) return
  const act = active ? 'promotion.resumed' : 'promotion.paused'
  await runBatch(db, [
    setOffer(db, offer.id, { active }),
    note(db, actor, { act, subject: offer.id, facts: factsOf(offer), at: now }),
  ])
}

/** Forgets an offer for good; false when an order has used it. */
export async function removeOffer(
  { db, now }: Tools,
  actor: Actor,
  offer: PromotionRow,
): Promise<boolean> {
  try {
    await runBatch(db, [
      ...removeUnused(db, offer.id),
      note(db, actor, {
        act: 'promotion.removed',
        subject: offer.id,
        facts: factsOf(offer),
        at: now,
      }),
    ])
    return true
  } catch (error) {
    if (brokenConstraint(error) !== 'promotion.title') throw error
    return false
  }
}

function factsOf({ title, code }: Pick<Draft, 'title' | 'code'>) {
  return { title: title.fr ?? title.en ?? '', code: code ?? '' }
}

import type { Db } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { addAct } from './queries.ts'

/** Whoever acts in the back office. */
export type Actor = { staffId: string | null; who: string }

export type Act = {
  act: string
  subject: string
  facts?: Record<string, unknown>
  at: number
}

/** A line of the audit log: stands in the batch of the change that it tells of. */
export function note(db: Db, actor: Actor, { act, subject, facts = {}, at }: Act) {
  return addAct(db, { id: newId('aud'), ...actor, act, subject, facts, at })
}

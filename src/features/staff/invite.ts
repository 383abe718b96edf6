import { type Actor, note } from '#features/audit/note.ts'
import { runBatch } from '#platform/db.ts'
import { newToken, sha256 } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { addInvitation } from './queries.ts'
import { INVITATION_MS, type Role } from './rules.ts'

/** Whoever has the machine that the shop is deployed from. */
export const CONSOLE: Actor = { staffId: null, who: 'console' }

/** A link's token that makes somebody staff: works once, for a week. Kept hashed. */
export async function invite(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  actor: Actor,
  role: Role,
): Promise<string> {
  const token = newToken()
  const hash = await sha256(token)
  await runBatch(db, [
    addInvitation(db, { hash, role, createdBy: actor.who, expiresAt: now + INVITATION_MS }),
    note(db, actor, { act: 'staff.invited', subject: hash.slice(0, 12), facts: { role }, at: now }),
  ])
  return token
}

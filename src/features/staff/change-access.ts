import { type Act, note } from '#features/audit/note.ts'
import type { Lang } from '#lib/i18n.ts'
import { runBatch, type Statement } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './queries.ts'
import { newCodes } from './register-passkey.ts'
import { mayRemove } from './rules.ts'

/** Somebody's change of who gets in, with its line in the audit log. */
async function change(
  { db, now }: Tools,
  by: q.StaffRow,
  statements: Statement[],
  act: Omit<Act, 'at'>,
): Promise<void> {
  const line = note(db, { staffId: by.id, who: by.name }, { ...act, at: now })
  await runBatch(db, [...statements, line])
}

/** Removes a key of one's own. False for the last one, and for one that is not theirs. */
export async function removeKey(tools: Tools, staff: q.StaffRow, id: string): Promise<boolean> {
  const keys = await q.passkeysOf(tools.db, staff.id)
  const key = keys.find((one) => one.id === id)
  if (!key || keys.length < 2) return false
  const facts = { name: key.name }
  const act = { act: 'passkey.removed', subject: staff.id, facts }
  await change(tools, staff, [q.removePasskey(tools.db, id, staff.id)], act)
  return true
}

/** Eight new recovery codes in the place of the old ones: the only time they are shown. */
export async function renewCodes(tools: Tools, staff: q.StaffRow): Promise<string[]> {
  const { codes, statements } = await newCodes(tools, staff.id)
  await change(tools, staff, statements, { act: 'codes.renewed', subject: staff.id })
  return codes
}

/** The language in which the back office speaks to somebody. */
export async function speak(tools: Tools, staff: q.StaffRow, lang: Lang): Promise<void> {
  const act = { act: 'staff.language', subject: staff.id, facts: { lang } }
  await change(tools, staff, [q.speakTo(tools.db, staff.id, lang)], act)
}

/** Takes somebody's place away: their sessions end, their keys, codes and invitations open nothing. */
export async function letGo(tools: Tools, owner: q.StaffRow, id: string): Promise<boolean> {
  const { db, now } = tools
  const [other] = await q.staffById(db, id)
  if (!other || !mayRemove(owner, other)) return false
  const statements = [
    q.removeStaff(db, id, now),
    q.endEverySession(db, id, now),
    q.withdrawInvitationsBy(db, other.name),
  ]
  const facts = { name: other.name }
  await change(tools, owner, statements, { act: 'staff.removed', subject: id, facts })
  return true
}

/** Takes an invitation back that nobody has used. */
export async function withdraw(tools: Tools, owner: q.StaffRow, hash: string): Promise<boolean> {
  const [open] = await q.openInvitation(tools.db, hash, tools.now)
  if (!open) return false
  const act = { act: 'staff.uninvited', subject: hash.slice(0, 12), facts: { role: open.role } }
  await change(tools, owner, [q.withdrawInvitation(tools.db, hash)], act)
  return true
}

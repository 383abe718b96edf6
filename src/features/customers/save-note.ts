import { type Actor, note } from '#features/audit/note.ts'
import { runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { setNote } from './queries.ts'

/** Keeps what the workshop tells itself about a customer. */
export async function saveNote({ db, now }: Tools, actor: Actor, id: string, text: string) {
  await runBatch(db, [
    setNote(db, id, text),
    note(db, actor, { act: 'customer.noted', subject: id, at: now }),
  ])
}

import { type Actor, note } from '#features/audit/note.ts'
import { runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { forgetMessages, setRead } from './queries.ts'

/** Says that a message was read, or is to be read again. */
export async function markMessage({ db, now }: Tools, actor: Actor, id: string, read: boolean) {
  const act = read ? 'message.read' : 'message.unread'
  await runBatch(db, [
    setRead(db, id, read ? now : null),
    note(db, actor, { act, subject: id, at: now }),
  ])
}

/** Erases a message, its answers and the mails of both. Nothing brings it back. */
export async function deleteMessage({ db, now }: Tools, actor: Actor, id: string): Promise<void> {
  await runBatch(db, [
    ...forgetMessages(db, [id]),
    note(db, actor, { act: 'message.deleted', subject: id, at: now }),
  ])
}

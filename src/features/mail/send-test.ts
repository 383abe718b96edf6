import type { Actor } from '#features/audit/note.ts'
import { note } from '#features/audit/note.ts'
import { runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { mailLater } from './queries.ts'
import { sendOutbox } from './send-outbox.ts'

/** Sends a mail that only proves that mails leave, now. Its id comes with the form, so once a form. */
export async function sendTest(tools: Tools, actor: Actor, to: string, id: string): Promise<void> {
  const { db, now } = tools
  await runBatch(db, [
    mailLater(db, { id, key: `test:${id}`, template: 'test', to, at: now }),
    note(db, actor, { act: 'mail.tested', subject: id, at: now }),
  ])
  await sendOutbox(tools)
}

import { type Actor, note } from '#features/audit/note.ts'
import { runBatch } from '#platform/db.ts'
import { newToken } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { setPreview } from './save-queries.ts'

/** Makes a link under which a piece is seen before it is out; the one before it opens nothing any more. */
export async function openPreview({ db, now }: Tools, actor: Actor, id: string): Promise<string> {
  const token = newToken()
  await runBatch(db, [
    setPreview(db, id, token),
    note(db, actor, { act: 'product.preview_opened', subject: id, at: now }),
  ])
  return token
}

/** Takes the link back: whoever has it sees that there is no such page. */
export async function closePreview({ db, now }: Tools, actor: Actor, id: string): Promise<void> {
  await runBatch(db, [
    setPreview(db, id, null),
    note(db, actor, { act: 'product.preview_closed', subject: id, at: now }),
  ])
}

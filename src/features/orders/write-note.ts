import { type Actor, note } from '#features/audit/note.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { addNote, type OrderRow } from './queries.ts'

/** Writes a note for the workshop. Its id comes with the form: posted twice, it is written once. */
export async function writeNote(
  { db, now }: Tools,
  actor: Actor,
  order: Pick<OrderRow, 'id' | 'number'>,
  written: { id: string; text: string },
): Promise<void> {
  try {
    await runBatch(db, [
      addNote(db, { ...written, orderId: order.id, who: actor.who, at: now }),
      note(db, actor, {
        act: 'order.noted',
        subject: order.id,
        facts: { order: order.number },
        at: now,
      }),
    ])
  } catch (error) {
    if (brokenConstraint(error) !== 'order_note.id') throw error
  }
}

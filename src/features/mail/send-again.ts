import { type Actor, note } from '#features/audit/note.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { mailNow } from './list-mails.ts'
import { mailAgain, type OutboxRow } from './queries.ts'
import { sendOutbox } from './send-outbox.ts'

type Known = Pick<
  OutboxRow,
  'id' | 'state' | 'template' | 'orderId' | 'shipmentId' | 'to' | 'facts'
>

/**
 * Sends a mail once more: one that has not left yet leaves now, one that was sent leaves again under a new id, which
 * comes with the form, so once a form.
 */
export async function sendAgain(
  tools: Tools,
  actor: Actor,
  mail: Known,
  id: string,
): Promise<void> {
  const { db, now } = tools
  const { template, orderId, shipmentId, to, facts } = mail
  const key = `${template}:again:${id}`
  try {
    await runBatch(db, [
      mail.state === 'sent'
        ? mailAgain(db, { id, key, template, orderId, shipmentId, to, facts, at: now })
        : mailNow(db, mail.id, now),
      note(db, actor, { act: 'mail.sent_again', subject: mail.id, facts: { template }, at: now }),
    ])
  } catch (error) {
    if (!brokenConstraint(error)?.startsWith('outbox.')) throw error
    return
  }
  await sendOutbox(tools)
}

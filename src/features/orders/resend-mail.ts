import { type Actor, note } from '#features/audit/note.ts'
import { mailAgain, type OutboxRow } from '#features/mail/queries.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import type { OrderRow } from './queries.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'

/** Sends a mail of an order once more, to where the order says now. Its new id comes with the form, so once a form. */
export async function resendMail(
  tools: Tools,
  actor: Actor,
  order: Pick<OrderRow, 'id' | 'number'>,
  mail: Pick<OutboxRow, 'template' | 'shipmentId' | 'facts'>,
  id: string,
): Promise<void> {
  const { db, now } = tools
  const { template, shipmentId, facts } = mail
  const orderId = order.id
  try {
    await runBatch(db, [
      mailAgain(db, {
        id,
        key: `${template}:again:${id}`,
        template,
        orderId,
        shipmentId,
        facts,
        at: now,
      }),
      note(db, actor, {
        act: 'order.mail_resent',
        subject: orderId,
        facts: { order: order.number, template },
        at: now,
      }),
    ])
  } catch (error) {
    if (!brokenConstraint(error)?.startsWith('outbox.')) throw error
    return
  }
  tools.later(sendOutbox(tools))
}

import { type Actor, note } from '#features/audit/note.ts'
import { RECKONED_AT_ONCE } from '#features/documents/queries.ts'
import { sealJournal } from '#features/journal/seal.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { sendRefund } from '#features/payments/send-refund.ts'
import { anew, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { refundById } from './refund-queries.ts'
import { refundStatements, type Refunding, refusal } from './refund-statements.ts'

/** `left`: not that much is left to go back. `state`: nothing was paid. */
export type Refunded = { ok: true } | { ok: false; because: 'left' | 'state' }

/**
 * Gives money back: written first, with the pieces that go back on the shelf, then asked of Stripe. One that Stripe
 * did not answer waits for the clock. All refunds of an order together never pass what was paid.
 */
export async function refund(tools: Tools, actor: Actor, asked: Refunding): Promise<Refunded> {
  const { db, now } = tools
  try {
    await anew(RECKONED_AT_ONCE, async () =>
      runBatch(db, [
        ...(await refundStatements(tools, actor, asked)),
        note(db, actor, {
          act: 'order.refunded',
          subject: asked.order.id,
          facts: { order: asked.order.number, refund: asked.id, amount: asked.sum.amount },
          at: now,
        }),
      ]),
    )
  } catch (error) {
    const because = refusal(error)
    if (!because) throw error
    const [known] = await refundById(db, asked.id)
    return known?.orderId === asked.order.id ? { ok: true } : { ok: false, because }
  }
  await afterRefund(tools, asked)
  return { ok: true }
}

/** What follows a refund that was written: Stripe is asked, or the buyer is told. */
export async function afterRefund(tools: Tools, asked: Pick<Refunding, 'id' | 'payment'>) {
  tools.log('refund asked', { refund: asked.id })
  if (asked.payment.kind === 'stripe') await sendRefund(tools, asked.id)
  else {
    tools.later(sendOutbox(tools))
    tools.later(sealJournal(tools))
  }
}

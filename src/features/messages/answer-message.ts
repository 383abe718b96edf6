import { type Actor, note } from '#features/audit/note.ts'
import { mailLater } from '#features/mail/queries.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { addAnswer, type MessageRow, setRead } from './queries.ts'

/**
 * Answers a message by mail, and marks it as read. The answer's id comes with the form: posted twice, it is one answer.
 * False when the message was deleted meanwhile.
 */
export async function answerMessage(
  tools: Tools,
  actor: Actor,
  message: Pick<MessageRow, 'id' | 'email'>,
  written: { id: string; text: string },
): Promise<boolean> {
  const { db, now } = tools
  const { id, text } = written
  try {
    await runBatch(db, [
      addAnswer(db, { id, messageId: message.id, who: actor.who, text, at: now }),
      setRead(db, message.id, now),
      mailLater(db, {
        id: newId('out'),
        key: `answer:${id}`,
        template: 'answer',
        to: message.email,
        facts: { answer: id },
        at: now,
      }),
      note(db, actor, { act: 'message.answered', subject: message.id, at: now }),
    ])
  } catch (error) {
    const constraint = brokenConstraint(error)
    if (!constraint?.startsWith('answer.')) throw error
    return constraint === 'answer.id'
  }
  tools.later(sendOutbox(tools))
  return true
}

import { mailLater } from '#features/mail/queries.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { addFailedTry, failedTries, forgetTries } from '#features/staff/queries.ts'
import type { Lang } from '#lib/i18n.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId, sha256 } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import type { Written } from './form.ts'
import { addMessage, messageById } from './queries.ts'
import { MESSAGES_AN_HOUR, sameness } from './rules.ts'

const HOUR_MS = 3_600_000

/** `place` is where the request comes from, `day` that of the shop's calendar. */
type Sending = Written & { lang: Lang; place: string; day: string }

/**
 * Keeps a message and tells the workshop; false when too many came from this place or this address in the last hour.
 * The contact page is the same for everybody, so the message's id is made of what it says: posted twice on one day, it
 * is one message and one mail.
 */
export async function sendMessage(tools: Tools, sending: Sending): Promise<boolean> {
  const { db, now } = tools
  const { name, email, orderNumber, text, lang } = sending
  const id = `msg_${(await sha256(sameness(sending))).slice(0, 32)}`
  const key = await sha256(`message ${sending.place}`)
  const [[known], [tries]] = await db.batch([
    messageById(db, id),
    failedTries(db, key, now - HOUR_MS),
  ])
  if (known) return true
  if ((tries?.count ?? 0) >= MESSAGES_AN_HOUR) return false
  try {
    await runBatch(db, [
      addMessage(db, { id, at: now, name, email, lang, orderNumber, text }),
      mailLater(db, {
        id: newId('out'),
        key: `message:${id}`,
        template: 'message',
        facts: { message: id },
        at: now,
      }),
      forgetTries(db, now - HOUR_MS),
      addFailedTry(db, { id: newId('try'), key, at: now }),
    ])
  } catch (error) {
    if (brokenConstraint(error) !== 'message.id') throw error
    return false
  }
  tools.later(sendOutbox(tools))
  return true
}

import { allSettings, readSettings } from '#features/settings/queries.ts'
import type { Settings } from '#features/settings/rules.ts'
import { describe } from '#platform/log.ts'
import type { Tools } from '#platform/tools.ts'
import { compose } from './compose.ts'
import { mailFailed, mailSent, mailsHeldBack, type OutboxRow, takeMails } from './queries.ts'
import { isAddress, retryAt, withoutAddresses } from './rules.ts'
import { openTransport, type Transport } from './transports.ts'

const AT_ONCE = 20
const TIME_LIMIT_MS = 15_000

type Sending = { settings: Settings; transport: Transport; timeLimitMs: number }

/** Sends what is due, all at the same time: a server that hangs or refuses delays no other mail. */
export async function sendOutbox(
  tools: Tools,
  { atOnce = AT_ONCE, timeLimitMs = TIME_LIMIT_MS } = {},
): Promise<void> {
  const { db, now } = tools
  const settings = readSettings(await allSettings(db))
  const transport = openTransport(tools, settings.mail)
  if (!transport) {
    await mailsHeldBack(db, now, 'no transport')
    return
  }
  const mails = await takeMails(db, now, atOnce)
  const sending = { settings, transport, timeLimitMs }
  const results = await Promise.allSettled(mails.map((mail) => sendOne(tools, mail, sending)))
  for (const result of results) {
    if (result.status === 'rejected') {
      tools.log('mail not noted', { error: withoutAddresses(describe(result.reason)) })
    }
  }
}

/** One attempt, and a note of how it went. */
async function sendOne(tools: Tools, mail: OutboxRow, sending: Sending): Promise<void> {
  const { db, now, log } = tools
  const failure = await attempt(tools, mail, sending)
  const facts = { mail: mail.id, attempt: mail.attempts + 1 }
  if (!failure) {
    log('mail sent', facts)
    await mailSent(db, mail, now)
    return
  }
  log(failure.retry ? 'mail waits' : 'mail failed', { ...facts, error: failure.error })
  await mailFailed(db, mail, failure)
}

type Failure = { error: string; retry: number | null }

async function attempt(tools: Tools, mail: OutboxRow, sending: Sending): Promise<Failure | null> {
  try {
    return await within(sending.timeLimitMs, async (signal) => {
      const letter = await compose(tools, mail, sending.settings)
      if (!isAddress(letter.to)) return { error: 'not an address', retry: null }
      if (![letter.from.email, letter.replyTo].every(isAddress)) {
        throw new Error('The shop cannot send or be answered from the address in its settings')
      }
      await sending.transport(letter, signal)
      return null
    })
  } catch (error) {
    return {
      error: withoutAddresses(describe(error)),
      retry: retryAt(mail.attempts + 1, tools.now),
    }
  }
}

/** Gives up on work that takes too long, and tells it so. */
async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(ms)
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`No answer within ${ms} ms`)))
  })
  return Promise.race([work(signal), late])
}

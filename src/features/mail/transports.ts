import type { Settings } from '#features/settings/rules.ts'
import type { Tools } from '#platform/tools.ts'
import type { Letter } from './letter.ts'
import { sendBySmtp } from './smtp.ts'

/** Sends one letter, or throws. Whoever sends may give up through the signal. */
export type Transport = (letter: Letter, signal: AbortSignal) => Promise<void>

/** How this shop's mails leave; null while it has not said how. */
export function openTransport({ env, now }: Tools, mail: Settings['mail']): Transport | null {
  switch (mail.transport) {
    case 'smtp': {
      const server = mail.smtp && { ...mail.smtp, password: env.SMTP_PASSWORD ?? '' }
      return server ? (letter, signal) => sendBySmtp(server, letter, now, signal) : null
    }
    case 'binding': {
      const { EMAIL } = env
      return EMAIL ? (letter) => sendByBinding(EMAIL, letter) : null
    }
    case 'none':
      return null
    default:
      return mail.transport satisfies never
  }
}

async function sendByBinding(binding: SendEmail, { id, ...letter }: Letter): Promise<void> {
  // Cloudflare makes the Message-ID itself; this header tells a mail that was sent twice.
  await binding.send({ ...letter, headers: { 'X-Outbox-Id': id } })
}

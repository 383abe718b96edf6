import { connect } from 'cloudflare:sockets'
import type { Settings } from '#features/settings/rules.ts'
import type { Letter } from './letter.ts'
import { base64, domainOf, mimeMessage } from './mime.ts'

export type SmtpServer = NonNullable<Settings['mail']['smtp']> & { password: string }

/**
 * Hands a letter to a mail server (RFC 5321). The line is encrypted from the start on a secure port, else as soon as
 * the server offers it; a password is never said on a line that is not.
 */
export async function sendBySmtp(
  server: SmtpServer,
  letter: Letter,
  at: number,
  signal: AbortSignal,
): Promise<void> {
  const { host, port, secure } = server
  const secureTransport = secure ? 'on' : 'starttls'
  let socket = connect({ hostname: host, port }, { secureTransport, allowHalfOpen: false })
  signal.addEventListener('abort', () => void socket.close().catch(() => {}))
  const hello = `EHLO ${domainOf(letter.from.email)}`
  try {
    let line = openLine(socket)
    await line.hear(220)
    let offers = await line.ask(hello, 250)
    if (!secure && /^250[ -]STARTTLS\b/im.test(offers)) {
      await line.ask('STARTTLS', 220)
      line.release()
      socket = socket.startTls()
      line = openLine(socket)
      offers = await line.ask(hello, 250)
    }
    if (server.username) await signIn(line, server, offers, socket.secureTransport === 'on')
    await line.ask(`MAIL FROM:<${letter.from.email}>`, 250)
    await line.ask(`RCPT TO:<${letter.to}>`, 250)
    await line.ask('DATA', 354)
    await line.ask(`${mimeMessage(letter, at)}.`, 250)
    // The letter is theirs now: a farewell that fails must not send it twice.
    await line.ask('QUIT', 221).catch(() => {})
  } finally {
    await socket.close().catch(() => {})
  }
}

type Line = ReturnType<typeof openLine>

async function signIn(line: Line, server: SmtpServer, offers: string, encrypted: boolean) {
  const { username, password } = server
  if (!encrypted) throw new Error('The mail server offers no encryption: no password was sent')
  if (/^250[ -]AUTH\b.*\bPLAIN\b/im.test(offers)) {
    await line.ask(`AUTH PLAIN ${base64(`\0${username}\0${password}`)}`, 235)
  } else {
    await line.ask('AUTH LOGIN', 334)
    await line.ask(base64(username), 334)
    await line.ask(base64(password), 235)
  }
}

/** Lines that end an answer have a space after the code; the others, a hyphen. */
const ANSWER = /^(?:\d{3}-.*\r?\n)*(\d{3})(?: .*)?\r?\n/

/** One line of talk with a mail server: what is said, and what is answered. */
function openLine(socket: Socket) {
  const reader: ReadableStreamDefaultReader<Uint8Array> = socket.readable.getReader()
  const writer: WritableStreamDefaultWriter<Uint8Array> = socket.writable.getWriter()
  const decoder = new TextDecoder()
  let heard = ''

  async function hear(code: number): Promise<string> {
    let answer = ANSWER.exec(heard)
    while (!answer) {
      // oxlint-disable-next-line no-await-in-loop -- an answer comes in pieces
      const { done, value } = await reader.read()
      if (done) throw new Error('The mail server hung up')
      heard += decoder.decode(value, { stream: true })
      answer = ANSWER.exec(heard)
    }
    heard = heard.slice(answer[0].length)
    if (answer[1] !== String(code)) throw new Error(`The mail server said: ${answer[0].trim()}`)
    return answer[0]
  }

  async function ask(text: string, code: number): Promise<string> {
    await writer.write(new TextEncoder().encode(`${text}\r\n`))
    return hear(code)
  }

  function release(): void {
    reader.releaseLock()
    writer.releaseLock()
  }

  return { hear, ask, release }
}

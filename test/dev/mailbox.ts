import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { Server } from 'node:net'
import { dirname } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { serverFor } from '../stripe/bridge.ts'
import { mailboxPages } from './mailbox-page.ts'

export type Mail = {
  id: string
  /** Milliseconds. */
  at: number
  from: string
  to: string
  subject: string
  html: string
  text: string
  headers: { name: string; value: string }[]
  attachments: { name: string; type: string; bytes: number }[]
}

/** The newest first. */
export type Mails = { list: Mail[]; forget(): Promise<void> }

type Options = { port: number; webPort: number; path: string }

const KEPT = 200

/** A mail server that accepts everything and delivers nothing, with a web page that shows what came. */
export async function openMailbox({ port, webPort, path }: Options) {
  const mails: Mails = {
    list: await readMails(path),
    async forget() {
      mails.list = []
      await keep(path, mails.list)
    },
  }
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, answer) => answer(null, { user: auth.username }),
    onData(stream, session, answer) {
      receive(stream, session.envelope.rcptTo.map((to) => to.address).join(', '))
        .then(async (mail) => {
          mails.list = [mail, ...mails.list].slice(0, KEPT)
          await keep(path, mails.list)
        })
        .then(() => answer(), answer)
    },
  })
  // A client that hangs up is not worth stopping for.
  smtp.on('error', () => {})
  const web = serverFor((request) => mailboxPages(mails).fetch(request))
  await listen(smtp.server, port, '127.0.0.1')
  await listen(web, webPort)
  return {
    url: `http://localhost:${webPort}`,
    async close() {
      smtp.close()
      web.closeAllConnections()
      await new Promise((resolve) => web.close(resolve))
    },
  }
}

async function receive(stream: SMTPServerDataStream, recipients: string): Promise<Mail> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  const mail = await PostalMime.parse(Buffer.concat(chunks))
  return {
    id: randomUUID(),
    at: Date.now(),
    from: mail.from?.address ?? '',
    to: recipients,
    subject: mail.subject ?? '',
    html: mail.html ?? '',
    text: mail.text ?? '',
    headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      type: mimeType,
      bytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
  }
}

async function readMails(path: string): Promise<Mail[]> {
  const text = await readFile(path, 'utf8').catch(() => '[]')
  try {
    return JSON.parse(text)
  } catch {
    return []
  }
}

async function keep(path: string, list: Mail[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, JSON.stringify(list))
}

function listen(server: Server, port: number, host?: string) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, ...(host ? { host } : {}) }, () => resolve())
  })
}

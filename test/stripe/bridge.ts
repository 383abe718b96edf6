import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

const MOST_BYTES = 1_000_000

export type Connection = {
  Bindings: {
    /** Breaks the connection of the request being answered. */
    hangUp(): void
    /** Says the first half of an answer, and never the rest. */
    stall(status: number, headers: Record<string, string>, text: string): void
  }
}

type Answer = (request: Request, env: Connection['Bindings']) => Response | Promise<Response>

/** A node server that answers with a fetch function. */
export function serverFor(answer: Answer): Server {
  return createServer((incoming, outgoing) => {
    pass(answer, incoming, outgoing).catch((error: unknown) => {
      if (!outgoing.headersSent) outgoing.writeHead(400, { 'content-type': 'text/plain' })
      outgoing.end(String(error))
    })
  })
}

async function pass(answer: Answer, incoming: IncomingMessage, outgoing: ServerResponse) {
  const { method = 'GET', headers } = incoming
  const body = await bodyOf(incoming)
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const sent = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) sent.set(name, String(value))
  }
  const bodyless = method === 'GET' || method === 'HEAD'
  const request = new Request(url, { method, headers: sent, ...(bodyless ? {} : { body }) })
  const response = await answer(request, {
    hangUp: () => incoming.socket.destroy(),
    stall(status, headers, text) {
      outgoing.writeHead(status, headers).write(text.slice(0, text.length / 2))
    },
  })
  if (outgoing.destroyed) return
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Error('This body is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

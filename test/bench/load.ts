import { Agent, request } from 'node:http'

export type Asked = {
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
}

export type Answered = { status: number; headers: NodeJS.Dict<string | string[]>; bytes: number }

export type Load = {
  url: string
  connections: number
  milliseconds: number
  /** What is asked next; null when there is nothing left to ask. */
  next: () => Asked | null
  /** Told of each answer. */
  heard: (answered: Answered) => void
}

/** Asks over connections that stay open, each its next question as soon as it has its answer. */
export async function load({ url, connections, milliseconds, next, heard }: Load) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const begun = performance.now()
  async function connection() {
    while (performance.now() - begun < milliseconds) {
      const asked = next()
      if (!asked) return
      const at = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- one request at a time on each connection
      const answered = await ask(agent, url, asked)
      latencies.push(performance.now() - at)
      heard(answered)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const seconds = (performance.now() - begun) / 1000
  agent.destroy()
  return { latencies, seconds }
}

function ask(agent: Agent, url: string, asked: Asked): Promise<Answered> {
  const { method = 'GET', path, headers = {}, body } = asked
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sent = request(
      url + path,
      { agent, method, headers: { ...headers, ...length } },
      (answer) => {
        let bytes = 0
        answer.on('data', (chunk: Buffer) => (bytes += chunk.byteLength))
        answer.once('error', reject)
        answer.once('end', () => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes })
        })
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}

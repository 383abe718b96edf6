import { connect, createServer } from 'node:net'

/** A sentence for the person at the terminal, not a bug: it is shown without a stack. */
export class Sentence extends Error {}

type Place = { port: number; name: string; variable: string }

/** Throws a sentence that says which port is taken, and what to do about it. */
export async function requireFree(places: Place[]): Promise<void> {
  const taken = await Promise.all(places.map(({ port }) => answers(port)))
  const lines = places
    .filter((_, i) => taken[i])
    .map(
      ({ port, name, variable }) =>
        `Port ${port} (${name}) is taken. Is the shop running already? Stop it, or start on another port: ` +
        `${variable}=${port + 1} npm start`,
    )
  if (lines.length > 0) throw new Sentence(lines.join('\n'))
}

/** Whether something listens on a port of this machine. */
export async function answers(port: number): Promise<boolean> {
  const found = await Promise.all([knock(port, '127.0.0.1'), knock(port, '::1')])
  return found.includes(true)
}

function knock(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** A port that nothing uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ShopPlace } from './open-shop.ts'
import type { Seeded } from './seed.ts'
import type { Asked } from './serve.ts'

export type Query = <Row>(sql: string, ...values: (string | number)[]) => Promise<Row[]>

export type Server = {
  /** Straight to workerd, without a proxy before it. */
  direct: string
  query: Query
  seed(): Promise<Seeded>
  /** Runs what the clock runs, as if it were a moment. */
  tick(at: number): Promise<void>
  /** Kilobytes that workerd has in memory. */
  memory(): Promise<number>
  /** Ends node and workerd in one blow, without a word of warning. */
  kill(): Promise<void>
  stop(): Promise<void>
}

type Told = { ready?: string; id?: number; json?: string; error?: string }

/** Starts the shop in processes of its own: a node that holds miniflare, and its workerd. */
export async function startServer(place: ShopPlace): Promise<Server> {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [JSON.stringify(place)], {
    // A group of its own: a signal to the group reaches workerd too, which would outlive its parent.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--no-warnings'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error('The shop did not start')
  const gone = once(child, 'exit')
  const waiting = new Map<number, (told: Told) => void>()
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (told: Told) => {
      if (told.ready !== undefined) resolve(told.ready)
      else waiting.get(told.id ?? 0)?.(told)
    })
    void gone.then(() => reject(new Error('The shop stopped while it started')))
  })
  let asked = 0
  async function ask<Result>(question: Asked): Promise<Result> {
    const id = ++asked
    const answered = new Promise<Told>((resolve) => waiting.set(id, resolve))
    child.send({ id, ...question })
    const { error, json = 'null' } = await answered
    waiting.delete(id)
    if (error !== undefined) throw new Error(error)
    const result: Result = JSON.parse(json)
    return result
  }
  return {
    direct: await ready,
    query: (sql, ...values) => ask({ ask: 'query', sql, values }),
    seed: () => ask({ ask: 'seed' }),
    tick: (at) => ask({ ask: 'tick', at }),
    memory: () => memoryBelow(pid),
    async kill() {
      process.kill(-pid, 'SIGKILL')
      await gone
    },
    async stop() {
      child.disconnect()
      await gone
    },
  }
}

/** Kilobytes in memory of the processes that one has started. */
async function memoryBelow(parent: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'ppid=,rss='])
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .reduce((sum, [ppid, rss = 0]) => (ppid === parent ? sum + rss : sum), 0)
}

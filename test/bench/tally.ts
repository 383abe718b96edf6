import { meteredDb } from '../support/meter.ts'
import type { Env } from '#env.ts'

/** What one act asked of the platform. */
export type Tally = {
  d1RoundTrips: number
  rowsRead: number
  rowsWritten: number
  /** Calls of Durable Objects: each is billed as a request. */
  objectCalls: number
  objectRowsRead: number
  objectRowsWritten: number
  r2Reads: number
  r2Writes: number
  /** Requests to the outside, such as Stripe. */
  fetches: number
}

const R2_READS = new Set(['get', 'head'])
const R2_WRITES = new Set(['put', 'list', 'createMultipartUpload'])

/** Counts what goes through the bindings of a Worker, and in its Durable Objects. */
export function startTally() {
  let counted = { objectCalls: 0, r2Reads: 0, r2Writes: 0, fetches: 0 }
  let cursors: Pick<SqlStorageCursor<never>, 'rowsRead' | 'rowsWritten'>[] = []
  let alarms = 0
  const meters: ReturnType<typeof meteredDb>[] = []
  let before = { roundTrips: 0, rowsRead: 0, rowsWritten: 0 }

  /** The same bindings, with an eye on them. */
  function watched(env: Env): Env {
    const meter = meteredDb(env.DB)
    meters.push(meter)
    return {
      ...env,
      DB: meter.db,
      PICTURES: calls(env.PICTURES, (name) => {
        if (R2_READS.has(name)) counted.r2Reads++
        if (R2_WRITES.has(name)) counted.r2Writes++
      }),
      CART: new Proxy(env.CART, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name, target)
          if (typeof value !== 'function') return value
          if (name !== 'getByName' && name !== 'get') return value.bind(target)
          return (...args: unknown[]) =>
            calls(Reflect.apply(value, target, args), () => void counted.objectCalls++)
        },
      }),
    }
  }

  /** Counts the rows of an object's own database, and an alarm as the row that it is billed as. */
  function watchStorage({ storage }: DurableObjectState): void {
    const { sql } = storage
    sql.exec = new Proxy(sql.exec.bind(sql), {
      apply(exec, _, args) {
        const cursor: SqlStorageCursor<never> = Reflect.apply(exec, sql, args)
        cursors.push(cursor)
        return cursor
      },
    })
    const setAlarm = storage.setAlarm.bind(storage)
    storage.setAlarm = (...args) => {
      alarms++
      return setAlarm(...args)
    }
  }

  function watchFetches(): void {
    const outside = globalThis.fetch
    globalThis.fetch = (...args: Parameters<typeof fetch>) => {
      counted.fetches++
      return outside(...args)
    }
  }

  /** What was counted since the last time. */
  function take(): Tally {
    const all = meters.map((meter) => meter.read())
    const now = {
      roundTrips: sum(all.map((reading) => reading.roundTrips)),
      rowsRead: sum(all.map((reading) => reading.rowsRead)),
      rowsWritten: sum(all.map((reading) => reading.rowsWritten)),
    }
    const tally: Tally = {
      d1RoundTrips: now.roundTrips - before.roundTrips,
      rowsRead: now.rowsRead - before.rowsRead,
      rowsWritten: now.rowsWritten - before.rowsWritten,
      objectRowsRead: sum(cursors.map((cursor) => cursor.rowsRead)),
      objectRowsWritten: sum(cursors.map((cursor) => cursor.rowsWritten)) + alarms,
      ...counted,
    }
    before = now
    counted = { objectCalls: 0, r2Reads: 0, r2Writes: 0, fetches: 0 }
    cursors = []
    alarms = 0
    return tally
  }

  return { watched, watchStorage, watchFetches, take }
}

/** An object whose methods are told of as they are called. */
function calls<T extends object>(object: T, told: (name: string) => void): T {
  return new Proxy(object, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        told(String(name))
        // A stub's method has an `apply` of its own: a method of the object far away.
        return Reflect.apply(value, target, args)
      }
    },
  })
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

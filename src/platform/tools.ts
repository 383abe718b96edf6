import type Stripe from 'stripe'
import type { Env } from '#env.ts'
import { type Db, openDb } from './db.ts'
import { newId } from './ids.ts'
import { type Log, openLog } from './log.ts'
import { openStripe } from './stripe.ts'

/** What a verb works with: made once per request, per job and per test, and always its first argument. */
export type Tools = {
  /** Names the request or job in the log. */
  id: string
  env: Env
  db: Db
  /** The moment of the request, in milliseconds. */
  now: number
  /** The moment that it is by now: for what is counted from its own moment, however long the request went on. */
  clock: () => number
  stripe: () => Promise<Stripe>
  log: Log
  /** Lets work go on after the answer. */
  later: (work: Promise<unknown>) => void
}

/** What costs something to make is made when it is first asked for: most requests are answered from a cache. */
export function makeTools(env: Env, later: Tools['later'], given: Partial<Tools> = {}): Tools {
  let { id, db, log, ...rest } = given
  return {
    env,
    later,
    now: Date.now(),
    clock: () => Date.now(),
    stripe: () => openStripe(env),
    ...rest,
    get id() {
      return (id ??= newId('req'))
    },
    get db() {
      return (db ??= openDb(env.DB))
    },
    get log() {
      return (log ??= openLog(this.id))
    },
  }
}

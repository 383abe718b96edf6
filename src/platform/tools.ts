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
  stripe: () => Promise<Stripe>
  log: Log
  /** Lets work go on after the answer. */
  later: (work: Promise<unknown>) => void
}

export function makeTools(env: Env, later: Tools['later'], given: Partial<Tools> = {}): Tools {
  const id = given.id ?? newId('req')
  return {
    id,
    env,
    db: openDb(env.DB),
    now: Date.now(),
    stripe: () => openStripe(env),
    log: openLog(id),
    later,
    ...given,
  }
}

import { evictDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { openDb } from '#platform/db.ts'
import { openStripe } from '#platform/stripe.ts'
import type { Tools } from '#platform/tools.ts'
import { tools } from './worker.ts'

/**
 * Where D1 breaks: at the k-th statement, counted from 1 over everything that a verb asks. `before`: it did not run, and
 * with it nothing of its batch. `after`: it ran, with its whole batch, and the answer was lost.
 */
export type Fault = { at: number; when: 'before' | 'after' }

/** What D1 says when a line breaks: Cloudflare’s own words. */
class LineBroke extends Error {
  override name = 'LineBroke'
  constructor() {
    super('D1_ERROR: Network connection lost.')
  }
}

/** Whether an error, or what it came from, is a line that broke. */
export function isBroken(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof LineBroke) return true
  }
  return false
}

/** A D1 that breaks once, and counts its statements. */
export function faultyD1(d1: D1Database, fault: Fault | null) {
  const raw = new WeakMap<object, D1PreparedStatement>()
  const count = { statements: 0, batches: 0 }
  const breaks = (k: number) => fault !== null && fault.at === k

  async function one<T>(run: () => Promise<T>): Promise<T> {
    count.statements += 1
    const broken = breaks(count.statements)
    if (broken && fault?.when === 'before') throw new LineBroke()
    const answer = await run()
    if (broken) throw new LineBroke()
    return answer
  }

  function wrap(statement: D1PreparedStatement): D1PreparedStatement {
    const wrapped = new Proxy(statement, {
      get(target, key) {
        if (key === 'bind') return (...values: unknown[]) => wrap(target.bind(...values))
        const member: unknown = Reflect.get(target, key)
        if (typeof member !== 'function') return member
        if (!['run', 'all', 'raw', 'first'].includes(String(key))) return member.bind(target)
        return (...given: unknown[]) => one(() => Reflect.apply(member, target, given))
      },
    })
    raw.set(wrapped, statement)
    return wrapped
  }

  async function batch(statements: D1PreparedStatement[]) {
    const list = statements.map((statement) => raw.get(statement) ?? statement)
    const from = count.statements + 1
    count.statements += list.length
    count.batches += 1
    const k = fault === null ? -1 : fault.at - from
    const broken = k >= 0 && k < list.length
    if (broken && fault?.when === 'before') {
      // The statements above it run, and the transaction takes them back.
      await d1.batch([...list.slice(0, k), d1.prepare('select the_line_broke()')]).catch(() => {})
      throw new LineBroke()
    }
    const answer = await d1.batch(list)
    if (broken) throw new LineBroke()
    return answer
  }

  const faulty = new Proxy(d1, {
    get(target, key) {
      if (key === 'prepare') return (sql: string) => wrap(target.prepare(sql))
      if (key === 'batch') return batch
      const member: unknown = Reflect.get(target, key)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  return { d1: faulty, count }
}

/** Tools whose D1 breaks once, at a moment of the test's choosing. */
export function faultyTools(fault: Fault | null, now = Date.now()) {
  const { d1, count } = faultyD1(env.DB, fault)
  // What goes on after the answer may meet the fault too: it is lost, as it is when a Worker dies.
  const later = (work: Promise<unknown>) => void work.catch(() => {})
  const given: Tools = tools(now, { db: openDb(d1), later })
  return { tools: given, count }
}

/**
 * The faults to try on work of so many statements: all of them, or in the short form the first, the last and some
 * between, never the same place for every verb.
 */
export function faultsOf(statements: number, all: boolean): Fault[] {
  const places = Array.from({ length: statements }, (_, i) => i + 1)
  const chosen = all
    ? places
    : places.filter((k) => k === 1 || k === statements || k % 11 === statements % 11)
  return chosen.flatMap((at) => [
    { at, when: 'before' as const },
    { at, when: 'after' as const },
  ])
}

/**
 * Tools that ask Stripe once, and do not wait for one that hangs as long as pages do. What Stripe does wrong is told to the stand-in:
 * `stripe.trouble({ kind, times })`.
 */
export function impatientTools(now = Date.now(), timeout = 200): Tools {
  return tools(now, { stripe: async () => openStripe(env, { timeout, maxNetworkRetries: 0 }) })
}

/** Throws a cart out of memory. False when the request before did not wake it. */
export async function evictCart(cartId: string): Promise<boolean> {
  try {
    await evictDurableObject(env.CART.getByName(cartId))
    return true
  } catch (error) {
    if (/not currently running/.test(String(error))) return false
    throw error
  }
}

/** Whether the tests are to take their time. */
export const LONG = import.meta.env['VITE_LONG'] === '1'

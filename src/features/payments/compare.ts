import type Stripe from 'stripe'
import { mailLater } from '#features/mail/queries.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { describe } from '#platform/log.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './check-queries.ts'
import { differenceOf, EVENT_DAYS, OVERLAP_DAYS } from './check-rules.ts'
import { hearEvent } from './hear-stripe.ts'
import { type Fact, factOf, orderOf } from './rules.ts'
import { settle } from './settle.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const AT_A_TIME = 100

type Found = Omit<q.DifferenceRow, 'id' | 'at' | 'settledAt'>
export type Compared = { sessions: number; orders: number; events: number; differences: number }

/**
 * Compares what Stripe took with what the shop knows, all pages of it: events that nobody took are heard, sessions that
 * were paid are looked up among the orders and the orders among the sessions. What can be settled is settled; what still
 * differs is kept, once, shown, and told to the workshop by mail. From `since`, or from where the last comparison ended;
 * a second run changes nothing.
 */
export async function compare(tools: Tools, since?: number): Promise<Compared> {
  const { db, now } = tools
  const from = since ?? (await startOf(tools))
  try {
    const untold = await hearUntold(tools)
    const sessions = await sessionsSince(tools, from)
    const there = await onlyThere(tools, [...sessions.values()])
    const here = await onlyHere(tools, from, sessions)
    // A session that was looked at says more than the events about it.
    const news = untold.found.filter(({ sessionId }) => !sessions.has(sessionId ?? ''))
    const found = [...news, ...there, ...here.found]
    const facts = {
      sessions: sessions.size,
      orders: here.looked.size,
      events: untold.events,
      differences: found.length,
    }
    await write(tools, found, { sessions, orders: here.looked }, facts)
    return facts
  } catch (error) {
    const facts = { sessions: 0, orders: 0, events: 0, differences: 0 }
    const said = describe(error).slice(0, 300)
    await q.addComparison(db, { id: newId('cmp'), kind: 'day', at: now, facts, error: said })
    throw error
  }
}

async function startOf({ db, now }: Tools): Promise<number> {
  const [[last], [first]] = await db.batch([q.lastComparison(db, 'day', true), q.firstPayment(db)])
  return (last?.at ?? first?.at ?? now) - OVERLAP_DAYS * DAY_MS
}

/** Events that Stripe could not deliver, heard now; those that still cannot be understood are differences. */
async function hearUntold(tools: Tools) {
  const stripe = await tools.stripe()
  const gte = Math.floor((tools.now - EVENT_DAYS * DAY_MS) / 1000)
  const events: Stripe.Event[] = []
  const asked = { delivery_success: false, created: { gte }, limit: AT_A_TIME }
  for await (const event of stripe.events.list(asked)) events.push(event)
  const heard = new Set<string>()
  for (let i = 0; i < events.length; i += AT_A_TIME) {
    const ids = events.slice(i, i + AT_A_TIME).map(({ id }) => id)
    for (const { id } of await q.heardEvents(tools.db, ids)) heard.add(id)
  }
  const found: Found[] = []
  // Oldest first, as they happened.
  for (const event of events.toReversed()) {
    if (heard.has(event.id)) continue
    const status = await hearEvent(tools, event).catch((error: unknown) => {
      tools.log('event not heard', { stripeEvent: event.id, error: describe(error) })
      return 503
    })
    if (status === 503) found.push(untoldOf(event))
  }
  return { events: events.length, found }
}

function untoldOf({ id, data: { object } }: Stripe.Event): Found {
  const sessionId = object.object === 'checkout.session' ? object.id : null
  const nothing = { orderId: null, amount: null, currency: null }
  return { key: `${id}:not_told`, kind: 'not_told', sessionId, ...nothing }
}

/** What Stripe says of our sessions that are complete, by their id. */
async function sessionsSince(tools: Tools, from: number): Promise<Map<string, Fact>> {
  const stripe = await tools.stripe()
  const created = { gte: Math.floor((from - HOUR_MS) / 1000) }
  const sessions = new Map<string, Fact>()
  const asked = { created, status: 'complete' as const, limit: AT_A_TIME }
  for await (const session of stripe.checkout.sessions.list(asked)) {
    const fact = orderOf(session) === null ? null : factOf(session)
    if (fact) sessions.set(session.id, fact)
  }
  return sessions
}

/** Sessions that were paid and that the shop does not know, or knows otherwise, even after it has heard of them now. */
async function onlyThere(tools: Tools, facts: readonly Fact[]): Promise<Found[]> {
  const found: Found[] = []
  for (let i = 0; i < facts.length; i += AT_A_TIME) {
    const some = facts.slice(i, i + AT_A_TIME)
    const known = await knownBy(tools, some)
    for (const fact of some) {
      const kind = differenceOf(fact, known.get(fact.orderId) ?? null)
      if (kind === null) continue
      if (kind === 'not_paid') await settle(tools, fact)
      const [now] = kind === 'not_paid' ? await q.knownOrders(tools.db, [fact.orderId]) : []
      const still = now ? differenceOf(fact, now) : kind
      if (still) found.push(foundOf(fact, still))
    }
  }
  return found
}

async function knownBy({ db }: Tools, facts: readonly Fact[]) {
  const rows = await q.knownOrders(
    db,
    facts.map(({ orderId }) => orderId),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function foundOf({ sessionId, orderId, amount, currency }: Fact, kind: Found['kind']): Found {
  return { key: `${sessionId}:${kind}`, kind, sessionId, orderId, amount, currency }
}

/** Orders that count as paid through Stripe, and whose session Stripe does not have as paid. */
async function onlyHere(tools: Tools, from: number, sessions: ReadonlyMap<string, Fact>) {
  const { db, now } = tools
  const found: Found[] = []
  const looked = new Set<string>()
  let after = 0
  for (;;) {
    const span = { from, to: now - HOUR_MS, after }
    const page = await q.paidThroughStripe(db, span)
    for (const { id, sessionId, total, currency } of page) {
      looked.add(id)
      const fact = sessionId === null ? undefined : (sessions.get(sessionId) ?? null)
      const there = fact ?? (sessionId && (await older(tools, sessionId)))
      if (there && there.outcome === 'paid') continue
      const differs = { sessionId, orderId: id, amount: total, currency }
      found.push({ key: `${id}:not_at_stripe`, kind: 'not_at_stripe', ...differs })
    }
    const last = page.at(-1)?.number
    if (typeof last !== 'number') return { looked, found }
    after = last
  }
}

/** A session that was opened before the span that was asked for: of a debit that took days, or a link. */
async function older(tools: Tools, sessionId: string): Promise<Fact | null> {
  const stripe = await tools.stripe()
  try {
    return factOf(await stripe.checkout.sessions.retrieve(sessionId))
  } catch (error) {
    tools.log('session not found', { session: sessionId, error: describe(error) })
    return null
  }
}

type Looked = { sessions: ReadonlyMap<string, Fact>; orders: ReadonlySet<string> }

/** Whether a difference was looked for just now; one that was not found is settled. */
function wasLookedFor({ kind, sessionId, orderId }: q.DifferenceRow, looked: Looked): boolean {
  if (kind === 'not_told') return true
  if (kind === 'not_at_stripe') return looked.orders.has(orderId ?? '')
  return looked.sessions.has(sessionId ?? '')
}

async function write(tools: Tools, found: readonly Found[], looked: Looked, facts: Compared) {
  const { db, now } = tools
  const id = newId('cmp')
  const keys = new Set(found.map((one) => one.key))
  const open = await q.openDifferences(db)
  const fresh = found.filter((one) => !open.some((known) => known.key === one.key))
  const gone = open.filter((known) => !keys.has(known.key) && wasLookedFor(known, looked))
  const key = `differences:${id}`
  const told = {
    id: newId('out'),
    key,
    template: 'differences' as const,
    facts: { count: fresh.length },
  }
  await runBatch(db, [
    q.addDifferences(
      db,
      found.map((one) => ({ ...one, id: newId('dif'), at: now })),
    ),
    q.settleDifferences(
      db,
      gone.map((known) => known.id),
      now,
    ),
    q.addComparison(db, { id, kind: 'day', at: now, facts, error: null }),
    q.dropComparisons(db, now - 90 * DAY_MS),
    ...(fresh.length > 0 ? [mailLater(db, { ...told, at: now })] : []),
  ])
  tools.log('compared', facts)
  if (fresh.length > 0) tools.later(sendOutbox(tools))
}

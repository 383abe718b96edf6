import { newSession } from '#features/staff/open-session.ts'
import { staff } from '#features/staff/table.ts'
import { openDb, runBatch } from '#platform/db.ts'
import type { Env } from '#env.ts'
import { actsOf, ONCE_PAST_CACHE, pastCache, visitorOf } from './acts.ts'
import { inTurn } from './in-turn.ts'
import type { Bench } from './shop.ts'
import type { Tally } from './tally.ts'

export type Metered = { name: string; tally: Tally }

export const CRONS = { minute: '* * * * *', quarter: '*/15 * * * *', night: '20 3 * * *' }

const SETTLED_MS = 150
const TICKS_BEFORE = 4

/** What each act asks of the platform, done once each by the shop with meters in it. */
export async function meterActs({ env, urls, stripe }: Bench): Promise<Metered[]> {
  const url = urls.metered
  async function meter(name: string, act: () => Promise<unknown>): Promise<Metered> {
    await take(url)
    await act()
    // What a Worker does after its answer belongs to it.
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
    return { name, tally: await take(url) }
  }
  const open = async (path: string, at = url) => {
    const answer = await fetch(at + path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer.text()
  }
  const home = await open('/')
  const pages = await inTurn(ONCE_PAST_CACHE, ({ name, path }) =>
    meter(name, () => open(pastCache(path))),
  )
  const [image = ''] = /\/images\/[\w/]+\.webp/.exec(home) ?? []
  // Its first visitor waits until it is made; that is not what a picture costs. Its Worker has a cache of its own.
  await open(image, urls.shop)
  const picture = await meter('picture', () => open(image))
  const acts = await actsOf(env, url)
  let paying = ''
  const theirs = acts.filter(({ of, cache }) => of === 'shop' && cache === null)
  const counter = await inTurn(theirs, async (act) => {
    await act.prepare?.(1)
    return meter(act.name, async () => {
      const { path, ...init } = act.ask(0)
      const answer = await fetch(url + path, { ...init, redirect: 'manual' })
      if (answer.status !== act.status) throw new Error(`${act.name}: ${answer.status}`)
      paying = answer.headers.get('location') ?? ''
      await answer.arrayBuffer()
    })
  })
  const paid = await meter('pay', () => pay(url, stripe, paying))
  const maker = visitorOf(url)
  maker.cookies.set('__Host-desk', await deskToken(env))
  const desk = await meter('desk: orders', async () => {
    const page = await maker.get('/admin/orders')
    if (page.at !== '/admin/orders') throw new Error(`The desk leads to ${page.at}`)
  })
  const clock = await inTurn(Object.entries(CRONS), async ([name, cron]) => {
    const tick = () => open(`/tick?cron=${encodeURIComponent(cron)}`)
    // What the acts before it left to be done is done; then what it costs when nothing is.
    await inTurn(Array(TICKS_BEFORE).keys(), tick)
    return meter(`clock: ${name}`, tick)
  })
  return [...pages, picture, ...counter, paid, desk, ...clock]
}

async function take(url: string): Promise<Tally> {
  const answer = await fetch(`${url}/tally`)
  const tally: Tally = JSON.parse(await answer.text())
  return tally
}

/** Stripe's news of a payment, and its buyer's way back to the shop. */
async function pay(url: string, { control }: Bench['stripe'], payingAt: string): Promise<void> {
  const [session = ''] = /cs_\w+/.exec(payingAt) ?? []
  await control.pay(session)
  const visitor = visitorOf(url)
  const events = control.events().filter((event) => JSON.stringify(event).includes(session))
  await inTurn(events, async (event) => {
    const body = JSON.stringify(event)
    const headers = { 'stripe-signature': control.sign(body) }
    const answer = await visitor.ask('/stripe/webhook', { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`The webhook answered ${answer.status}`)
  })
  const order = await visitor.get(`/checkout/return?session_id=${session}`)
  if (!order.words('h1').startsWith('Merci')) throw new Error(`The order says ${order.words('h1')}`)
}

/** What the maker's browser holds. */
async function deskToken({ DB }: Env): Promise<string> {
  const db = openDb(DB)
  const now = Date.now()
  const person = { id: `stf_${now}`, name: 'Maëlle', role: 'owner', lang: 'fr' } as const
  const { token, statements } = await newSession(
    { db, now },
    { staffId: person.id, name: person.name, browser: 'Firefox', by: 'passkey', before: null },
  )
  await runBatch(db, [db.insert(staff).values({ ...person, createdAt: now }), ...statements])
  return token
}

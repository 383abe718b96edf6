import { env, exports } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetStale, type Forget } from '#features/freshness/forget-stale.ts'
import { EVERYTHING } from '#features/freshness/rules.ts'
import { faultsOf, faultyTools, isBroken } from '../support/faults.ts'
import { countPurges, freePurges } from './budget.ts'
import { loadDemo, shop, tools } from '../support/worker.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60_000

/** The call that caches get: what it was told, and what it answers. */
function listener(answers: (boolean | Error)[] = []) {
  const told: (string[] | null)[] = []
  const forget: Forget = async (tags) => {
    told.push(tags && tags.toSorted())
    const answer = answers.shift() ?? true
    if (answer instanceof Error) throw answer
    return answer
  }
  return { told, forget }
}

const change = async (...tags: string[]) => {
  const statement = env.DB.prepare('insert into forget (tag) values (?)')
  await env.DB.batch(tags.map((tag) => statement.bind(tag)))
}

const atOnce = (forget: Forget, now: number) => forgetStale(tools(now), forget, 'atOnce')
const byTheClock = (forget: Forget, now: number) => forgetStale(tools(now), forget, 'byTheClock')

const left = async () =>
  (await env.DB.prepare('select tag, told from stale order by id').all()).results

const T = 10 * MINUTE_MS

freePurges()
beforeAll(async () => {
  await countPurges()
  await loadDemo()
})

beforeEach(async () => {
  await env.DB.batch(['delete from stale', 'delete from purge'].map((sql) => env.DB.prepare(sql)))
})

test('four acts in a minute are told at once, the next ones together with the clock', async () => {
  const { told, forget } = listener()
  for (let n = 0; n < 10; n++) {
    // oxlint-disable no-await-in-loop -- one act after the other
    await change(`product:${n}`)
    await atOnce(forget, T + n * SECOND_MS)
    // oxlint-enable no-await-in-loop
  }
  expect(told).toEqual([0, 1, 2, 3].map((n) => [`product:${n}`]))
  await byTheClock(forget, T + 20 * SECOND_MS)
  expect(told).toHaveLength(5)
  expect(told.at(-1)).toEqual(Array.from({ length: 10 }, (_, n) => `product:${n}`))
  // The fifth was the last of this minute, for the clock too.
  await change('product:late')
  await byTheClock(forget, T + 30 * SECOND_MS)
  await atOnce(forget, T + 40 * SECOND_MS)
  expect(told).toHaveLength(5)
  await byTheClock(forget, T + 61 * SECOND_MS)
  expect(told.at(-1)).toContain('product:late')
})

test('no minute has more than five, however many acts and clocks there are', async () => {
  const calls: number[] = []
  for (let second = 0; second < 400; second += 3) {
    const now = T + second * SECOND_MS
    const forget: Forget = async () => calls.push(now) > 0
    // oxlint-disable no-await-in-loop -- time passes
    await change(`product:${second}`)
    await Promise.all([atOnce(forget, now), atOnce(forget, now)])
    if (second % 60 === 0) await Promise.all([byTheClock(forget, now), byTheClock(forget, now)])
    // oxlint-enable no-await-in-loop
  }
  const within = calls.map(
    (from) => calls.filter((at) => at >= from && at < from + MINUTE_MS).length,
  )
  expect(Math.max(...within)).toBe(5)
})

test('what is told is told twice, and then it is done with', async () => {
  const { told, forget } = listener()
  await change('product:a')
  await atOnce(forget, T)
  expect(await left()).toEqual([{ tag: 'product:a', told: 1 }])
  // Too early: a copy of the database may still be behind.
  await byTheClock(forget, T + 5 * SECOND_MS)
  await atOnce(forget, T + 20 * SECOND_MS)
  expect(told).toEqual([['product:a']])
  await byTheClock(forget, T + 20 * SECOND_MS)
  expect(told).toEqual([['product:a'], ['product:a']])
  expect(await left()).toEqual([])
  await byTheClock(forget, T + 90 * SECOND_MS)
  expect(told).toHaveLength(2)
  await byTheClock(forget, T + 2 * 60 * MINUTE_MS)
  expect(await env.DB.prepare('select count(*) as n from purge').first('n')).toBe(0)
})

test('what was told late is told again ten seconds after that, not after its act began', async () => {
  const { told, forget } = listener()
  const late = T + 30 * SECOND_MS
  for (const round of ['atOnce', 'byTheClock'] as const) {
    // oxlint-disable no-await-in-loop -- one story after the other
    await change(`product:${round}`)
    await forgetStale(tools(T, { clock: () => late }), forget, round)
    await byTheClock(forget, late + 9 * SECOND_MS)
    expect(told.splice(0)).toEqual([[`product:${round}`]])
    await byTheClock(forget, late + 11 * SECOND_MS)
    expect(told.splice(0)).toEqual([[`product:${round}`]])
    await env.DB.exec('delete from purge')
    // oxlint-enable no-await-in-loop
  }
})

test('a tag waits once, and one that is said while it is being told is told again', async () => {
  const { told, forget } = listener()
  await change('product:a', 'product:a', 'product:b')
  await change('product:a')
  await atOnce(async (tags) => {
    await change('product:b')
    return forget(tags)
  }, T)
  await atOnce(forget, T + SECOND_MS)
  expect(told).toEqual([['product:a', 'product:b'], ['product:b']])
  await byTheClock(forget, T + 20 * SECOND_MS)
  expect(told.at(-1)).toEqual(['product:a', 'product:b'])
  expect(await left()).toEqual([])
})

test.each([
  ['answers no', false],
  ['throws', new Error('The network went')],
])(
  'a purge that %s is tried again by the clock until it works, and then told twice',
  async (_, no) => {
    const { told, forget } = listener([no, no])
    await change('product:a')
    await atOnce(forget, T)
    expect(await left()).toEqual([{ tag: 'product:a', told: 0 }])
    await byTheClock(forget, T + 1 * MINUTE_MS)
    expect(await left()).toEqual([{ tag: 'product:a', told: 0 }])
    await byTheClock(forget, T + 2 * MINUTE_MS)
    expect(await left()).toEqual([{ tag: 'product:a', told: 1 }])
    await byTheClock(forget, T + 3 * MINUTE_MS)
    expect(told).toHaveLength(4)
    expect(await left()).toEqual([])
  },
)

test('a hundred tags go in one call; more are everything', async () => {
  const { told, forget } = listener()
  const tags = Array.from({ length: 100 }, (_, n) => `product:${n}`)
  await change(...tags)
  await atOnce(forget, T)
  expect(told.at(-1)).toHaveLength(100)
  await change(...tags, 'product:100')
  await atOnce(forget, T + SECOND_MS)
  expect(told.at(-1)).toBeNull()
  await change(EVERYTHING, 'product:a')
  await atOnce(forget, T + 2 * SECOND_MS)
  expect(told.at(-1)).toBeNull()
})

test('nothing to tell is no call, and no row', async () => {
  const { told, forget } = listener()
  await atOnce(forget, T)
  await byTheClock(forget, T)
  expect(told).toEqual([])
  expect(await env.DB.prepare('select count(*) as n from purge').first('n')).toBe(0)
})

test('wherever D1 breaks meanwhile, what has changed is told in the end, and no minute has too many', async () => {
  const known = faultyTools(null)
  await change('product:a')
  await forgetStale(known.tools, listener().forget, 'byTheClock')
  const faults = faultsOf(known.count.statements, true)
  expect(faults.length).toBeGreaterThan(8)
  for (const fault of faults) {
    // oxlint-disable no-await-in-loop -- one story after the other
    await env.DB.batch(['delete from stale', 'delete from purge'].map((sql) => env.DB.prepare(sql)))
    await change('product:a')
    const { told, forget } = listener()
    const calls: number[] = []
    const count =
      (now: number): Forget =>
      async (tags) => {
        calls.push(now)
        return forget(tags)
      }
    await forgetStale(faultyTools(fault, T).tools, count(T), 'byTheClock').catch((error) => {
      if (!isBroken(error)) throw error
    })
    for (let minute = 1; minute < 4; minute++) {
      await byTheClock(count(T + minute * MINUTE_MS), T + minute * MINUTE_MS)
    }
    // oxlint-enable no-await-in-loop
    expect(told.length, JSON.stringify(fault)).toBeGreaterThanOrEqual(2)
    expect(await left()).toEqual([])
  }
})

test.each([
  ['page', 10, ['sitemap']],
  ['post', 20, ['journal', 'search-posts', 'sitemap']],
])('a %s that comes out by the clock is told to all that names it', async (kind, minute, tags) => {
  const { told, forget } = listener()
  const due = T + minute * MINUTE_MS
  await env.DB.prepare(
    `insert into entry (id, kind, slug, title, excerpt, body, published_at) values (?1, ?2, ?1, '{}', '{}', '{}', ?3)`,
  )
    .bind(`due-${kind}`, kind, due)
    .run()
  await env.DB.batch(
    ['delete from stale', 'delete from posts_told'].map((sql) => env.DB.prepare(sql)),
  )
  await byTheClock(forget, due - SECOND_MS)
  expect(told).toEqual([])
  await byTheClock(forget, due + SECOND_MS)
  expect(told).toEqual([tags])
  await env.DB.exec("delete from entry where id like 'due-%'")
})

test('an act at the desk is seen in the shop at once, and once the minute is used up with the clock', async () => {
  const path = '/products/bol-houle'
  const isHit = async () => (await shop().get(path)).headers.get('x-cache') === 'hit'
  await env.DB.exec("update product set care = '{}' where slug = 'bol-houle'")
  await forgetStale(tools(), (tags) => exports.Pages.forget(tags), 'atOnce')
  await isHit()
  expect(await isHit()).toBe(true)
  for (let n = 0; n < 5; n++) {
    // oxlint-disable no-await-in-loop -- one act after the other
    await env.DB.exec(`update product set care = '{"fr":"${n}"}' where slug = 'bol-houle'`)
    await forgetStale(tools(), (tags) => exports.Pages.forget(tags), 'atOnce')
    // oxlint-enable no-await-in-loop
    // The first of this test was one of the four.
    if (n < 3) expect(await isHit()).toBe(false)
  }
  expect(await isHit()).toBe(true)
  await forgetStale(tools(), (tags) => exports.Pages.forget(tags), 'byTheClock')
  expect(await isHit()).toBe(false)
})

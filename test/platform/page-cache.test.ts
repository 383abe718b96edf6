import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makePageCache } from '#platform/page-cache.ts'

const ADDRESS = 'https://shop.test/'
const PUBLIC = { 'cloudflare-cdn-cache-control': 'public, max-age=100' }
const HOUR_MS = 3_600_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

type Said = { status?: number; headers?: HeadersInit; text?: string }

/** A cache in front of pages that answer one thing, which can be made another. */
function cached(first: Said) {
  const cache = makePageCache()
  const later: Promise<unknown>[] = []
  const pages = { said: first, asked: 0 }
  async function make() {
    pages.asked++
    const { status = 200, headers = {}, text = 'page' } = pages.said
    const answer = new Response(text, { status, headers })
    answer.headers.set('x-cache', 'miss')
    return answer
  }
  async function ask(address = ADDRESS) {
    const answer = await cache.answer({ address, make, later: (work) => void later.push(work) })
    const isHit = answer.headers.get('x-cache') === 'hit'
    return { status: answer.status, text: await answer.text(), isHit }
  }
  return { cache, pages, ask, settled: () => Promise.all(later) }
}

async function isKept(said: Said): Promise<boolean> {
  const { ask } = cached(said)
  await ask()
  return (await ask()).isHit
}

test('what says that it is public, and for how long, is kept', async () => {
  expect(await isKept({ headers: PUBLIC })).toBe(true)
  expect(await isKept({ headers: { 'cache-control': 'public, max-age=100' } })).toBe(true)
  expect(await isKept({ headers: { ...PUBLIC, 'cache-control': 'no-cache' } })).toBe(true)
})

const YESTERDAY = new Date(-86_400_000).toUTCString()

test.each<[string, Said]>([
  ['a page without a word', {}],
  ['a page that only says when it changed', { headers: { 'last-modified': YESTERDAY } }],
  ['a page that only has a tag', { headers: { etag: '"a"', 'cache-tag': 'a' } }],
  ['a page that is not there', { status: 404 }],
  ['a page that has moved', { status: 301, headers: { location: '/b' } }],
  ['a piece that was retired', { status: 410 }],
  ['a page in trouble', { status: 500 }],
  ['a part of a page', { status: 206, headers: PUBLIC }],
  ['a private page', { headers: { 'cache-control': 'private, max-age=100' } }],
  ['a page that nobody may keep', { headers: { 'cache-control': 'no-store' } }],
  ['a public page for one visitor', { headers: { ...PUBLIC, 'set-cookie': 'cart=a' } }],
  ['a page that is another for everybody', { headers: { ...PUBLIC, vary: '*' } }],
  [
    'a page whose life is over',
    { headers: { 'cloudflare-cdn-cache-control': 'public, max-age=0' } },
  ],
])('%s is never kept', async (_, said) => {
  expect(await isKept(said)).toBe(false)
})

test('what bears a tag is forgotten with it, and nothing else is', async () => {
  const { cache, ask, pages } = cached({ headers: { ...PUBLIC, 'cache-tag': 'a,b' } })
  await ask('https://shop.test/1')
  pages.said = { headers: { ...PUBLIC, 'cache-tag': 'ab' } }
  await ask('https://shop.test/2')
  cache.forget(['b'])
  expect((await ask('https://shop.test/2')).isHit).toBe(true)
  expect((await ask('https://shop.test/1')).isHit).toBe(false)
  cache.forget(null)
  expect((await ask('https://shop.test/2')).isHit).toBe(false)
})

test('a page that was being drawn when it was to be forgotten is not kept', async () => {
  const { cache, pages } = cached({})
  const make = async () => {
    pages.asked++
    cache.forget(['other'])
    return new Response('old', { headers: { ...PUBLIC, 'x-cache': 'miss' } })
  }
  const asked = { address: ADDRESS, make, later: () => {} }
  await cache.answer(asked)
  await cache.answer(asked)
  expect(pages.asked).toBe(2)
})

test('when its life is over a page is given a little longer, while a fresh one is drawn', async () => {
  const headers = {
    'cloudflare-cdn-cache-control': 'public, max-age=100, stale-while-revalidate=60',
  }
  const { ask, pages, settled } = cached({ headers, text: 'old' })
  await ask()
  pages.said = { headers, text: 'new' }
  vi.setSystemTime(120_000)
  expect(await ask()).toMatchObject({ text: 'old', isHit: true })
  await settled()
  expect(await ask()).toMatchObject({ text: 'new', isHit: true })
  vi.setSystemTime(120_000 + 161_000)
  pages.said = { headers, text: 'newer' }
  expect(await ask()).toMatchObject({ text: 'newer', isHit: false })
})

test('a page of yesterday is given while the shop is in trouble, for a day', async () => {
  const headers = { 'cloudflare-cdn-cache-control': 'public, max-age=100, stale-if-error=86400' }
  const { ask, pages } = cached({ headers, text: 'yesterday' })
  await ask()
  pages.said = { status: 500, text: 'trouble' }
  vi.setSystemTime(20 * HOUR_MS)
  expect(await ask()).toEqual({ status: 200, text: 'yesterday', isHit: true })
  pages.said = { status: 404, text: 'gone' }
  expect(await ask()).toEqual({ status: 404, text: 'gone', isHit: false })
  pages.said = { status: 500, text: 'trouble' }
  vi.setSystemTime(25 * HOUR_MS)
  expect(await ask()).toMatchObject({ status: 500, text: 'trouble' })
})

test('where the platform has a cache of its own, nothing is kept here', async () => {
  const cache = makePageCache()
  let asked = 0
  const make = async () => new Response(`${asked++}`, { headers: PUBLIC })
  await cache.answer({ address: ADDRESS, make, later: () => {} })
  await cache.answer({ address: ADDRESS, make, later: () => {} })
  expect(asked).toBe(2)
})

test('the oldest pages make room, and what is too large takes none', async () => {
  const { ask, pages } = cached({ headers: PUBLIC, text: 'x'.repeat(500_000) })
  for (let n = 0; n < 140; n++) {
    // oxlint-disable-next-line no-await-in-loop -- each after the one before it
    await ask(`${ADDRESS}${n}`)
    // oxlint-disable-next-line no-await-in-loop -- the first is asked for again and again
    expect((await ask(`${ADDRESS}0`)).isHit).toBe(true)
  }
  expect((await ask(`${ADDRESS}139`)).isHit).toBe(true)
  expect((await ask(`${ADDRESS}1`)).isHit).toBe(false)
  pages.said = { headers: PUBLIC, text: 'x'.repeat(600_000) }
  await ask(`${ADDRESS}large`)
  expect((await ask(`${ADDRESS}large`)).isHit).toBe(false)
})

import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { loadDemo, shop } from '../support/worker.ts'

beforeAll(() => loadDemo())

const AT_ONCE = 8
/** What is served as it is, before the shop is asked. */
const STATIC = /^\/(built|fonts)\/|^\/favicon/
const ADDRESSES = /(?:href|src|action)="([^"]*)"|srcset="([^"]*)"/g

/** The addresses of this shop that a page names, without what comes after `#`. */
function addressesIn(html: string, at: string): string[] {
  const base = new URL(at, env.SHOP_URL)
  return [...html.matchAll(ADDRESSES)]
    .flatMap(([, one, many]) => (many ? many.split(', ').map((part) => part.split(' ')[0]) : [one]))
    .filter((address) => address !== undefined)
    .map((address) => new URL(address.replaceAll('&amp;', '&'), base))
    .filter(({ origin }) => origin === base.origin)
    .map(({ pathname, search }) => pathname + search)
}

/** One size is enough to know that a picture is there. */
const worthAsking = (path: string) => !/^\/images\/.*\/(?!160\.jpg)/.test(path)

test('every address that the shop prints answers, in both languages', async () => {
  const seen = new Set(['/', '/en'])
  const origins = new Map<string, string>()
  const waiting = [...seen]
  const dead: string[] = []
  const visitor = shop()

  async function ask(path: string, foundOn: string): Promise<void> {
    const answer = STATIC.test(path)
      ? await env.ASSETS.fetch(new URL(path, env.SHOP_URL))
      : await visitor.ask(path)
    if (answer.status >= 400) dead.push(`${path} ${answer.status}, on ${foundOn}`)
    const isPage = answer.headers.get('content-type')?.startsWith('text/html')
    const next = answer.headers.get('location')
    const found = isPage ? addressesIn(await answer.text(), path) : []
    if (!isPage) await answer.body?.cancel()
    if (next) found.push(next)
    for (const address of found.filter(worthAsking)) {
      if (seen.has(address)) continue
      seen.add(address)
      waiting.push(address)
      origins.set(address, path)
    }
  }

  while (waiting.length > 0) {
    const some = waiting.splice(0, AT_ONCE)
    // oxlint-disable-next-line no-await-in-loop -- a few at once
    await Promise.all(some.map((path) => ask(path, origins.get(path) ?? '')))
  }
  expect(dead).toEqual([])
  const languages = Map.groupBy(seen, (path) => (/^\/en(\/|$)/.test(path) ? 'en' : 'fr'))
  expect(languages.get('en')?.length).toBeGreaterThan(60)
  expect(languages.get('fr')?.length).toBeGreaterThan(60)
}, 90_000)

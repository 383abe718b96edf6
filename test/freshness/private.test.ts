import { env, exports } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { ROLES } from '#features/staff/rules.ts'
import { LONG } from '../support/faults.ts'
import type { Shopper } from '../support/shopper.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { loadDemo, shop } from '../support/worker.ts'
import { makePlaces } from './places.ts'
import { askStranger, each } from './window.ts'

let places: Awaited<ReturnType<typeof makePlaces>>
const visitors: [name: string, visitor: Shopper][] = []

beforeAll(async () => {
  await loadDemo()
  places = await makePlaces()
  const shopper = shop()
  await shopper.post('/cart/lines', { variant: places.cup, quantity: 1 })
  const buyer = shop()
  await buyer.get(`/orders/${places.order.token}`)
  visitors.push(['nobody', shop()], ['a shopper', shopper], ['a buyer', buyer])
  for (const role of LONG ? ROLES : (['owner'] as const)) {
    // oxlint-disable-next-line no-await-in-loop
    visitors.push([role, await atDesk(await makeStaff(role))])
  }
})

async function askAs(visitor: Shopper, path: string) {
  const answer = await visitor.ask(path)
  // Files too, byte for byte.
  const text = new TextDecoder('latin1').decode(await answer.arrayBuffer())
  return { status: answer.status, headers: answer.headers, text }
}

test('what is between the shop and one visitor is never kept, whoever asks for it', async () => {
  expect(places.counter.length).toBeGreaterThan(100)
  const answered = new Set<string>()
  for (const [name, visitor] of visitors) {
    // oxlint-disable-next-line no-await-in-loop -- one visitor after the other
    const answers = await each(places.counter, async (path) => askAs(visitor, path))
    for (const [path, { status, headers }] of answers) {
      expect(headers.get('cache-control'), `${name} at ${path}`).toBe('private, no-store')
      for (const word of ['x-cache', 'cache-tag', 'cloudflare-cdn-cache-control', 'etag'])
        expect(headers.get(word), `${word} for ${name} at ${path}`).toBeNull()
      if (status < 400) answered.add(path)
    }
  }
  // No example was in vain, but an invitation and a block that are not there, and what is paid already.
  const vain = places.counter.filter((path) => !answered.has(path))
  expect(vain.filter((path) => !/^\/admin\/(set-up|content\/blocks)\/|\/pay$/.test(path))).toEqual(
    [],
  )
  const after = await each(places.counter, askStranger)
  expect([...after].filter(([, { isHit }]) => isHit).map(([path]) => path)).toEqual([])
})

test('what a stranger is given of what others asked for has no cookie and nobody’s words', async () => {
  for (const [, visitor] of visitors) {
    // oxlint-disable-next-line no-await-in-loop
    await each(places.window, async (path) => askAs(visitor, path))
  }
  const kept = await each(places.window, async (path) => askAs(shop(), path))
  const tokens = visitors.flatMap(([, { cookies }]) => [...cookies.values()])
  // The number in the cart is no secret.
  const secrets = [...places.secrets, ...tokens].filter((word) => word.length > 5)
  expect(secrets.length).toBeGreaterThan(7)
  for (const [path, { headers, text }] of kept) {
    expect(headers.get('set-cookie'), path).toBeNull()
    for (const word of secrets) expect(text.includes(word), `${word} at ${path}`).toBe(false)
    const isHit = headers.get('x-cache') === 'hit'
    const isSaid = headers.get('cache-control') !== 'private, no-store'
    expect(isHit, path).toBe(isSaid)
  }
  const hits = [...kept.values()].filter(({ headers }) => headers.get('x-cache') === 'hit')
  expect(hits.length).toBeGreaterThan(20)
})

test('two visitors get the same bytes, whatever they bring and their browsers say', async () => {
  const sayings = {
    'accept-language': 'en-GB,en;q=0.9',
    'accept-encoding': 'identity',
    'sec-purpose': 'prefetch;prerender',
    purpose: 'prefetch',
    'save-data': 'on',
    'user-agent': 'Mozilla/5.0 (iPhone)',
    'cf-ipcountry': 'US',
    'x-fragment': 'drawer',
  }
  const drawn = async (visitor: Shopper, headers: Record<string, string>) => {
    await exports.Pages.forget(null)
    return each(places.window, async (path) => {
      const answer = await visitor.ask(path, { headers })
      const bytes = new TextDecoder('latin1').decode(await answer.arrayBuffer())
      return [answer.status, answer.headers.get('etag'), bytes]
    })
  }
  const stranger = await drawn(shop(), {})
  for (const [name, visitor] of visitors) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await drawn(visitor, sayings), name).toEqual(stranger)
  }
})

test('health is asked of the shop itself each time', async () => {
  const answer = await shop().ask('/healthz')
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
})

test('what is in trouble, is not there or was retired is not kept', async () => {
  await env.DB.prepare("update product set state = 'archived' where slug = 'plat-sillage'").run()
  for (const path of [
    '/nulle-part',
    '/products/plat-sillage',
    '/images/x',
    '/collections/rien',
    '/fr',
  ]) {
    // oxlint-disable-next-line no-await-in-loop
    const [first, second] = [await askStranger(path), await askStranger(path)]
    expect([first.isHit, second.isHit], path).toEqual([false, false])
  }
  await env.DB.prepare('alter table setting rename to hidden').run()
  const broken = await askStranger('/search?q=panne')
  await env.DB.prepare('alter table hidden rename to setting').run()
  expect(broken).toMatchObject({ status: 500, isHit: false })
  expect(await askStranger('/search?q=panne')).toMatchObject({ status: 200, isHit: false })
})

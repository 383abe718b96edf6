import { env, exports } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { shop } from '../support/worker.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { stopClock, zoneWhere } from './clock.ts'
import { handsOf } from './edits.ts'
import { askStranger, drawAnew, openWindow } from './window.ts'

const HOUR_MS = 3_600_000
const PATH = '/products/bol-a-the-varech'

const clock = stopClock()

beforeAll(async () => void (await openWindow(zoneWhere(7))))

async function ask(path: string, known: string | null = null, method = 'GET') {
  const headers = known === null ? {} : { 'if-none-match': known }
  const answer = await shop().ask(path, { method, headers })
  const text = await answer.text()
  return {
    status: answer.status,
    text,
    headers: answer.headers,
    tag: answer.headers.get('etag') ?? '',
  }
}

test.each(['/', PATH, '/search?q=bol', '/journal.xml', '/sitemap.xml', '/robots.txt'])(
  'who knows %s already is told so, and gets nothing twice',
  async (path) => {
    const first = await ask(path)
    expect([first.status, first.tag]).toEqual([200, expect.stringMatching(/^W\/"\w{20}"$/)])
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const strong = first.tag.slice(2)
    const sayings = [first.tag, strong, `"other", ${first.tag}`, `"a",${strong} , W/"b"`, '*']
    for (const known of sayings) {
      for (const method of ['GET', 'HEAD']) {
        // oxlint-disable-next-line no-await-in-loop
        const again = await ask(path, known, method)
        expect([again.status, again.text, again.tag], `${method} ${known}`).toEqual([
          304,
          '',
          first.tag,
        ])
        expect(again.headers.get('cache-control')).toBe('no-cache')
        expect(again.headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(again.headers.get('content-type')).toBeNull()
      }
    }
    for (const known of ['"other"', '', strong.slice(1, -1), `${strong}x`, 'W/*']) {
      // oxlint-disable-next-line no-await-in-loop
      const again = await ask(path, known)
      expect([again.status, again.text === first.text], known).toEqual([200, true])
    }
  },
)

test('HEAD says what GET would, with the same version', async () => {
  const [get, head] = [await ask(PATH), await ask(PATH, null, 'HEAD')]
  expect([head.status, head.text, head.tag]).toEqual([200, '', get.tag])
})

test('a page that has changed is given whole, under another version', async () => {
  const first = await ask(PATH)
  const hands = handsOf(await atDesk(await makeStaff('owner')), clock)
  await hands.piece('bol-a-the-varech', { 'subtitle.fr': 'Tourné ce matin' })
  const second = await ask(PATH, first.tag)
  expect(second.status).toBe(200)
  expect(second.tag).not.toBe(first.tag)
  expect(second.text).toContain('Tourné ce matin')
  expect((await ask(PATH, first.tag)).status).toBe(200)
  expect((await ask(PATH, second.tag)).status).toBe(304)
})

test('what is private or not there has no version to ask about', async () => {
  for (const path of ['/cart', '/nulle-part', '/healthz', '/fr', '/images/x']) {
    // oxlint-disable-next-line no-await-in-loop
    const { tag, status } = await ask(path, '*')
    expect([tag, status === 304], path).toEqual(['', false])
  }
})

test('no word for caches in between reaches a visitor', async () => {
  for (const path of ['/', PATH, '/sitemap.xml', '/search/suggestions?q=bol']) {
    // oxlint-disable-next-line no-await-in-loop
    const { headers } = await ask(path)
    expect([headers.get('cache-tag'), headers.get('cloudflare-cdn-cache-control')]).toEqual([
      null,
      null,
    ])
  }
})

test('after the hour when parcels leave, the old promise is given a minute at most', async () => {
  await exports.Pages.forget(null)
  const morning = await askStranger(PATH)
  // It is seven: parcels leave at noon.
  clock.setTo(Math.floor(clock.begin / HOUR_MS) * HOUR_MS + 5 * HOUR_MS - 1000)
  expect(await askStranger(PATH)).toMatchObject({ isHit: true, text: morning.text })
  clock.pass(63_000)
  const afternoon = await askStranger(PATH)
  expect(afternoon.isHit).toBe(false)
  expect(afternoon.text === morning.text).toBe(false)
  expect(afternoon.text).toBe(await drawAnew(PATH))
})

test('just after that hour the page is given at once, while a fresh one is drawn', async () => {
  await exports.Pages.forget(null)
  const before = await askStranger(PATH)
  // Noon of the next day.
  clock.setTo(Math.floor(clock.begin / HOUR_MS) * HOUR_MS + 29 * HOUR_MS + 10_000)
  expect(await askStranger(PATH)).toMatchObject({ isHit: true, text: before.text })
  await expect.poll(async () => (await askStranger(PATH)).text).toBe(await drawAnew(PATH))
  expect((await askStranger(PATH)).isHit).toBe(true)
})

test('while the shop cannot read its rows, yesterday’s page is given in the place of its trouble', async () => {
  const kept = await askStranger(PATH)
  clock.pass(20 * HOUR_MS)
  await env.DB.prepare('alter table setting rename to hidden').run()
  const broken = await askStranger(PATH)
  const never = await askStranger('/products/vase-phare')
  clock.pass(30 * HOUR_MS)
  const later = await askStranger(PATH)
  await env.DB.prepare('alter table hidden rename to setting').run()
  expect(broken).toEqual({ ...kept, isHit: true })
  expect([never.status, never.isHit]).toEqual([500, false])
  expect([later.status, later.isHit]).toEqual([500, false])
  expect(await askStranger(PATH)).toMatchObject({ status: 200, isHit: false })
})

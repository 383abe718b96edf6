import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { loadDemo, shop } from '../support/worker.ts'

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE']

const BODIES: [type: string | null, body: string][] = [
  ['application/x-www-form-urlencoded', 'a=1'],
  ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1'],
  ['text/plain', 'a=1'],
  ['application/json', '{"a":1}'],
  ['Application/JSON;charset=UTF-8', '{"a":1}'],
  [null, ''],
]

const ORIGIN = env.SHOP_URL

const SENDERS: [name: string, headers: Record<string, string>, passes: boolean][] = [
  ['says nothing', {}, false],
  ['null origin', { origin: 'null' }, false],
  ['another site', { origin: 'https://evil.test' }, false],
  ['a site that begins alike', { origin: `${ORIGIN}.evil.test` }, false],
  ['a site that ends alike', { origin: 'https://evil-shop.test' }, false],
  ['another scheme', { origin: ORIGIN.replace('https', 'http') }, false],
  ['another port', { origin: `${ORIGIN}:8443` }, false],
  ['right origin, other site', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }, false],
  ['right origin, same site only', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }, false],
  [
    'other origin, same-origin site',
    { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' },
    false,
  ],
  ['typed into the address bar', { 'sec-fetch-site': 'none' }, false],
  ['right origin', { origin: ORIGIN }, true],
  ['same-origin site', { 'sec-fetch-site': 'same-origin' }, true],
  ['both right', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, true],
]

beforeAll(() => loadDemo())

test('what another site makes a browser send is refused, whatever its method and type', async () => {
  const cases = METHODS.flatMap((method) =>
    BODIES.flatMap(([type, body]) => SENDERS.map((sender) => ({ method, type, body, sender }))),
  )
  const answers = await Promise.all(
    cases.map(async ({ method, type, body, sender: [name, headers] }) => {
      const answer = await shop().ask('/nowhere', {
        method,
        headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
        ...(body ? { body } : {}),
      })
      await answer.body?.cancel()
      return [method, type, name, answer.status]
    }),
  )
  expect(answers).toEqual(
    cases.map(({ method, type, sender: [name, , passes] }) => {
      return [method, type, name, passes ? 404 : 403]
    }),
  )
})

test('a body that is too large is refused before anything reads it', async () => {
  const page = await shop().post('/cart/lines', { note: 'x'.repeat(600_000) })
  expect(page.status).toBe(413)
})

test('every answer carries the headers that keep visitors safe', async () => {
  const image = await env.DB.prepare('select hash from image').first<{ hash: string }>()
  const answers: [name: string, answer: Response, status: number][] = [
    ['home', await shop().ask('/'), 200],
    ['home in English', await shop().ask('/en'), 200],
    ['health', await shop().ask('/healthz'), 200],
    ['missing', await shop().ask('/nowhere'), 404],
    ['redirect', await shop().ask('/fr'), 301],
    ['picture', await shop().ask(`/images/${image?.hash}/160.jpg`), 200],
    ['missing picture', await shop().ask(`/images/${'0'.repeat(24)}/160.jpg`), 404],
    ['refused', await shop().ask('/nowhere', { method: 'POST' }), 403],
    ['too large', await tooLarge(), 413],
  ]
  for (const [name, answer, status] of answers) {
    expect(answer.status, name).toBe(status)
    expectSafe(name, answer.headers)
  }
})

test('a bug answers 500 with the same headers, an id to quote, and nothing of its insides', async () => {
  await env.DB.prepare('alter table setting rename to hidden').run()
  const page = await shop().get('/search?q=panne')
  await env.DB.prepare('alter table hidden rename to setting').run()
  expect(page.status).toBe(500)
  expectSafe('bug', page.headers)
  expect(page.text).toMatch(/req_[0-9a-z]{16}/)
  expect(page.text).not.toMatch(/SQLITE|no such table|\.tsx?:|at async/)
})

test('a bug at an address that leads elsewhere is said there', async () => {
  await env.DB.prepare('alter table entry rename to hidden').run()
  const answer = await shop().ask('/fr/journal?panne')
  await env.DB.prepare('alter table hidden rename to entry').run()
  expect([answer.status, answer.headers.get('location')]).toEqual([500, null])
})

function tooLarge(): Promise<Response> {
  return shop().ask('/nowhere', {
    method: 'POST',
    headers: { origin: ORIGIN },
    body: 'x'.repeat(600_000),
  })
}

function expectSafe(name: string, headers: Headers): void {
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy, name).toContain("default-src 'none'")
  expect(policy, name).toContain("script-src 'self';")
  expect(policy, name).toContain("style-src 'self';")
  expect(policy, name).toContain("base-uri 'none'")
  expect(policy, name).toContain("frame-ancestors 'none'")
  expect(policy, name).not.toMatch(/unsafe|\*/)
  const [, age = '0'] = /max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '') ?? []
  expect(Number(age), name).toBeGreaterThanOrEqual(31_536_000)
  expect(headers.get('strict-transport-security'), name).toContain('includeSubDomains')
  expect(headers.get('x-content-type-options'), name).toBe('nosniff')
  expect(headers.get('cross-origin-opener-policy'), name).toBe('same-origin')
  expect(headers.get('referrer-policy'), name).toMatch(/^(strict-origin|no-referrer)/)
  expect(headers.get('cache-control'), name).not.toBeNull()
  expect(headers.get('set-cookie'), name).toBeNull()
  const type = headers.get('content-type') ?? ''
  if (type.startsWith('text/')) expect(type.toLowerCase(), name).toContain('charset=utf-8')
}

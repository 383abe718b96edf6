import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { originalKey, renditionKey } from '#features/images/rules.ts'
import { loadDemo, shop } from '../support/worker.ts'

beforeAll(() => loadDemo())

test('the home page answers in both languages, without a cookie', async () => {
  const fr = await shop().get('/')
  expect(fr.status).toBe(200)
  expect(fr.html.querySelector('html')?.getAttribute('lang')).toBe('fr')
  const en = await shop().get('/en')
  expect(en.status).toBe(200)
  expect(en.html.querySelector('html')?.getAttribute('lang')).toBe('en')
  expect([...fr.headers.keys(), ...en.headers.keys()]).not.toContain('set-cookie')
})

test('an address with the first language leads to the one without it', async () => {
  const visitor = shop()
  const answer = await visitor.ask('/fr')
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/'])
  expect((await visitor.get('/fr/')).at).toBe('/')
  expect((await visitor.get('/en/')).at).toBe('/en')
})

test('the other language shows the same search and the same piece', async () => {
  const search = await shop().get('/search?q=th%C3%A9i%C3%A8re&utm_source=mail')
  const other = search.html.querySelector('header a[hreflang="en"]')?.getAttribute('href')
  expect(other).toBe('/en/search?q=th%C3%A9i%C3%A8re')
  expect((await shop().get(other ?? '')).status).toBe(200)
})

test('a page that is not there answers 404 in its language', async () => {
  const fr = await shop().get('/nulle-part')
  const en = await shop().get('/en/nowhere')
  expect([fr.status, en.status]).toEqual([404, 404])
  expect(fr.words('h1')).not.toBe(en.words('h1'))
  expect(fr.html.querySelectorAll('h1')).toHaveLength(1)
})

test.each(['/french', '/frxyz', '/xen', '/fr/nulle-part', '/enfr', '/en//', '/fr//evil.test'])(
  'an address that only looks like one in a language is not there: %s',
  async (path) => {
    expect((await shop().ask(env.SHOP_URL + path)).status).toBe(404)
  },
)

test.each(['/en//evil.test', '/en///evil.test', '/en/%5Cevil.test', '/en/%09/evil.test'])(
  'a page that is not there leads to no other site in another language: %s',
  async (path) => {
    const page = await shop().get(env.SHOP_URL + path)
    const links = page.html.querySelectorAll('a[hreflang], link[hreflang]')
    expect(links.length).toBeGreaterThan(1)
    for (const link of links) {
      const { origin, pathname } = new URL(link.getAttribute('href') ?? '', env.SHOP_URL)
      expect([origin, pathname]).toEqual([env.SHOP_URL, expect.stringMatching(/^\/(?!\/)/)])
    }
  },
)

test('a rendition of a picture is made once and kept in R2', async () => {
  const row = await env.DB.prepare('select hash from image').first<{ hash: string }>()
  const hash = row?.hash ?? ''
  const path = `/images/${hash}/160.webp`
  const key = renditionKey(hash, { width: 160, format: 'webp' })
  expect(await env.RENDITIONS.head(key)).toBeNull()
  const first = await shop().ask(path)
  expect(first.status).toBe(200)
  expect(first.headers.get('content-type')).toBe('image/webp')
  expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const bytes = await first.arrayBuffer()
  const kept = await env.RENDITIONS.get(key)
  expect(await kept?.arrayBuffer()).toEqual(bytes)
  // Without its original nothing could be made: what answers now is what was kept.
  await env.PICTURES.delete(originalKey(hash))
  const second = await shop().ask(path)
  expect(await second.arrayBuffer()).toEqual(bytes)
})

test('pictures that are not there, or in sizes that are not served, answer 404', async () => {
  const unknown = '0'.repeat(24)
  for (const path of [`/images/${unknown}/160.webp`, `/images/${unknown}/161.webp`, '/images/x']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await shop().get(path)).status).toBe(404)
  }
})

import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { asset } from '#ui/assets.ts'
import { loadDemo, shop } from '../support/worker.ts'

beforeAll(() => loadDemo())

test('the next page is offered to pointers and to fingers, but not to who saves data or to the desk', async () => {
  const rules = async (path: string, headers: Record<string, string> = {}) =>
    (await shop().ask(path, { headers })).headers.get('speculation-rules')
  expect(await rules('/')).toBe('"/speculation/hover.json"')
  expect(await rules('/cart', { 'sec-ch-ua-mobile': '?0' })).toBe('"/speculation/hover.json"')
  expect(await rules('/', { 'sec-ch-ua-mobile': '?1' })).toBe('"/speculation/touch.json"')
  expect(await rules('/', { 'save-data': 'on' })).toBeNull()
  expect(await rules('/admin/sign-in')).toBeNull()
  expect(await rules('/sitemap.xml')).toBeNull()
})

test('files under their hash are kept for good, others are not', async () => {
  const keeping = async (path: string) =>
    (await env.ASSETS.fetch(new URL(path, env.SHOP_URL))).headers.get('cache-control')
  const forGood = 'public, max-age=31536000, immutable'
  expect(await keeping(asset('shop.css'))).toBe(forGood)
  expect(await keeping(asset('shop.tsx'))).toBe(forGood)
  expect(await keeping('/fonts/ysabeau-latin-300-600.woff2')).toBe(forGood)
  for (const path of ['/favicon.svg', '/icons/glaze.svg', '/speculation/hover.json']) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await keeping(path), path).not.toContain('immutable')
  }
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../dev/wrangler.ts'

type Rules = {
  prerender: { where: { and: [{ href_matches: string[] }, unknown] }; eagerness: string }[]
}

async function rulesOf(pointer: string): Promise<Rules> {
  return JSON.parse(await readFile(join(ROOT, 'static', 'speculation', `${pointer}.json`), 'utf8'))
}

const SHOP = 'https://shop.test'

test('pages that are the same for everybody may be drawn before they are opened, and no others', async () => {
  const [rule] = (await rulesOf('hover')).prerender
  const patterns = rule?.where.and[0].href_matches ?? []
  const matches = (path: string) =>
    patterns.some((pattern) => new URLPattern(pattern, SHOP).test(SHOP + path))
  const shown = ['/collections/vases', '/products/bol?variant=x', '/journal/a', '/pages/atelier']
  const all = [
    ...shown,
    '/search?q=bol',
    '/journal?after=a.b',
    '/collections/all?after=a.b&sort=newest',
  ]
  const open = ['/', '/fr', '/en', ...all, ...all.map((path) => `/en${path}`)]
  expect(open.filter((path) => !matches(path))).toEqual([])
  const own = ['/cart', '/checkout', '/checkout/return', '/orders/abc', '/messages', '/preview/abc']
  const never = [...own, '/downloads/abc?until=1', '/cart/lines', '/orders/abc/documents/F1.pdf']
  const closed = [...never, ...never.map((path) => `/en${path}`), '/admin', '/admin/orders']
  expect(closed.filter(matches)).toEqual([])
})

test('a finger has the same rules as a pointer, and acts only by touching', async () => {
  const [hover, touch] = await Promise.all([rulesOf('hover'), rulesOf('touch')])
  expect(hover.prerender.map(({ eagerness }) => eagerness)).toEqual(['moderate'])
  expect(touch.prerender.map(({ eagerness }) => eagerness)).toEqual(['conservative'])
  expect(touch.prerender.map(({ where }) => where)).toEqual(
    hover.prerender.map(({ where }) => where),
  )
})

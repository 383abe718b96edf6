import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { growCatalogue } from '../support/grow.ts'
import { makeShop, productDocument } from '../support/make.ts'
import type { Page } from '../support/shopper.ts'
import { turn, walk } from '../support/walk.ts'
import { shop, tick } from '../support/worker.ts'

const SHELF = { slug: 'bols', title: { fr: 'Bols', en: 'Bowls' }, description: {}, image: null }

/** Sixty-three pieces, three of each price. */
beforeAll(async () => {
  const products = Array.from({ length: 3 }, () => productDocument({ collections: ['bols'] }))
  await makeShop({ collections: [SHELF], products })
  await growCatalogue(env.DB, 1, 21)
})

const pieces = (page: Page) =>
  page.html.querySelectorAll('.card h2 a').map((a) => a.getAttribute('href') ?? '')

test.each(['', '?sort=price-up', '?sort=price-down'])(
  'the pages of a collection show every piece once, on the way there and back: %s',
  async (query) => {
    const there = await walk(`/collections/bols${query}`, 'next')
    expect(there.map((page) => pieces(page).length)).toEqual([24, 24, 15])
    expect(new Set(there.flatMap(pieces)).size).toBe(63)
    const back = await walk(there.at(-1)?.at ?? '', 'prev')
    // The same addresses: each page is kept once.
    expect(back.map(({ at }) => at)).toEqual(there.map(({ at }) => at).toReversed())
    const [first, second, third] = there
    expect([first, second, third].map((page) => page?.all('.pager > *'))).toEqual([
      ['', '63 pièces', 'Suivantes'],
      ['Précédentes', '63 pièces', 'Suivantes'],
      ['Précédentes', '63 pièces', ''],
    ])
  },
)

test('a place that nobody knows, or of another order, leads to the beginning of the list', async () => {
  const start = pieces(await shop().get('/collections/bols'))
  const cheap = turn(await shop().get('/collections/bols?sort=price-up'), 'next')
  const price = new URLSearchParams(cheap?.split('?')[1]).get('after') ?? ''
  for (const after of ['', '2', "k7.' or 1", '-zzz.prd_1', price]) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await shop().get(`/collections/bols?${new URLSearchParams({ after }).toString()}`)
    expect(page.status, after).toBe(200)
    expect(pieces(page), after).toEqual(start)
  }
  expect(pieces(await shop().get('/collections/bols?page=2'))).toEqual(start)
})

test('a page after the first has an address of its own, in both languages', async () => {
  const next = turn(await shop().get('/en/collections/bols'), 'next') ?? ''
  const page = await shop().get(next)
  const address = (selector: string) => page.html.querySelector(selector)?.getAttribute('href')
  expect(address('link[rel=canonical]')).toBe(env.SHOP_URL + next)
  expect(address('link[hreflang=fr]')).toBe(env.SHOP_URL + next.slice('/en'.length))
  expect(page.all('.pager > *')).toEqual(['Previous', '63 pieces', 'Next'])
  // In another order it shows the same pieces: the list has one address for search engines.
  const sorted = turn(await shop().get('/collections/bols?sort=price-up'), 'next') ?? ''
  const again = await shop().get(sorted)
  const canonical = again.html.querySelector('link[rel=canonical]')?.getAttribute('href')
  expect(canonical).toBe(`${env.SHOP_URL}/collections/bols`)
})

test('a page goes on where the one before ended, though the piece that stood there is gone', async () => {
  const first = await shop().get('/collections/bols')
  const next = turn(first, 'next') ?? ''
  const promised = pieces(await shop().get(next))
  const last = pieces(first).at(-1)?.split('/').at(-1) ?? ''
  await env.DB.prepare(
    'delete from membership where product_id = (select id from product where slug = ?)',
  )
    .bind(last)
    .run()
  await tick()
  const { text } = await shop().get('/collections/bols')
  expect(text).not.toContain(last)
  expect(pieces(await shop().get(next))).toEqual(promised)
})

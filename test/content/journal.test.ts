import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { makeShop } from '../support/make.ts'
import type { Page } from '../support/shopper.ts'
import { walk } from '../support/walk.ts'
import { shop } from '../support/worker.ts'

const POSTS = 30

/** Thirty posts, three a day, then a draft and one that is still to come. */
beforeAll(async () => {
  await makeShop()
  await env.DB.prepare(
    `insert into entry (id, kind, slug, title, excerpt, body, state, published_at)
     with recursive post(n) as (select 1 union all select n + 1 from post where n < ${POSTS + 2})
     select 'ent_' || n, 'post', 'post-' || n, json_object('fr', 'Post ' || n), '{}', '{}',
       case n when ${POSTS + 1} then 'draft' else 'published' end,
       case n when ${POSTS + 2} then ${Date.now() + 86_400_000} else 1000 * (n / 3) end from post`,
  ).run()
})

const posts = (page: Page) => page.all('.journal-posts h2')

test('the pages of the journal show every post that is out once, there and back', async () => {
  const there = await walk('/journal', 'next')
  expect(there.map((page) => posts(page).length)).toEqual([12, 12, 6])
  expect(new Set(there.flatMap(posts)).size).toBe(POSTS)
  expect(there.flatMap((page) => page.all('h1'))).toEqual([
    'Journal',
    'Journal, articles plus anciens',
    'Journal, articles plus anciens',
  ])
  const back = await walk(there.at(-1)?.at ?? '', 'prev')
  expect(back.map(({ at }) => at)).toEqual(there.map(({ at }) => at).toReversed())
  const canonical = there[1]?.html.querySelector('link[rel=canonical]')?.getAttribute('href')
  expect(canonical).toBe(env.SHOP_URL + there[1]?.at)
})

test('a place that nobody knows leads to the newest posts', async () => {
  const newest = posts(await shop().get('/journal'))
  for (const asked of ['after=2', 'after=-zz.ent_1', 'page=2']) {
    // oxlint-disable-next-line no-await-in-loop
    expect(posts(await shop().get(`/journal?${asked}`)), asked).toEqual(newest)
  }
  expect((await shop().get('/journal?after=-zz.ent_1')).at).toBe('/journal')
})

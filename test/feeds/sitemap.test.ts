import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { pages } from '#app.tsx'
import { relist } from '#features/catalogue/relist.ts'
import { openDb, runBatch } from '#platform/db.ts'
import { growCatalogue } from '../support/grow.ts'
import { makeProduct, makeShop, productDocument } from '../support/make.ts'
import { meteredDb } from '../support/meter.ts'
import { shop, tick } from '../support/worker.ts'

const MOST_ADDRESSES = 10_000

async function addresses(path: string): Promise<string[]> {
  const answer = await shop().ask(path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/xml; charset=utf-8',
  ])
  const xml = await answer.text()
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address)
}

const pathOf = (address: string) => new URL(address).pathname

test('a small shop has one sitemap, a large one an index whose parts name every page once', async () => {
  await makeShop({ products: Array.from({ length: 4 }, () => productDocument()) })
  const small = await addresses('/sitemap.xml')
  expect(small.filter((address) => address.includes('/products/'))).toHaveLength(8)
  await growCatalogue(env.DB, 1, 1500)
  await tick()
  const parts = await addresses('/sitemap.xml')
  expect(parts.map(pathOf)[0]).toBe('/sitemap/shop.xml')
  expect(parts).toHaveLength(4)
  const named = await Promise.all(parts.map((part) => addresses(pathOf(part))))
  for (const part of named) expect(part.length).toBeLessThanOrEqual(MOST_ADDRESSES)
  const all = named.flat()
  expect(new Set(all).size).toBe(all.length)
  expect(all.filter((address) => address.includes('/products/'))).toHaveLength(2 * 6000)
  expect(all).toEqual(expect.arrayContaining(small))
})

test('a collection is in the sitemap as soon as it holds something, and no longer than that', async () => {
  await makeShop({
    collections: [{ slug: 'neuve', title: { fr: 'Neuve' }, description: {}, image: null }],
  })
  await tick()
  const isListed = async () =>
    (await addresses('/sitemap/shop.xml')).some((at) => pathOf(at) === '/collections/neuve')
  const db = openDb(env.DB)
  const put = async (within: string) => {
    await runBatch(db, [
      db.run(sql`update product set collection_ids = (
        select json_group_array(id) from collection where slug = ${within}) where id = ${id}`),
      ...relist(db, [id]),
    ])
    await tick()
  }
  const { id } = await makeProduct()
  await tick()
  expect(await isListed()).toBe(false)
  await put('neuve')
  expect(await isListed()).toBe(true)
  await put('nulle-part')
  expect(await isListed()).toBe(false)
})

test('a part that does not begin where the index says is not there', async () => {
  for (const part of ['prd_0', 'prd_zzzzzzzzzzzzzzzz', 'x']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await shop().ask(`/sitemap/${part}.xml`)).status, part).toBe(404)
  }
})

test('a part that is not there costs the reading of a few rows, whatever the shop sells', async () => {
  for (const part of ['prd_0', 'x']) {
    const metered = meteredDb(env.DB)
    const asked = new Request(`${env.SHOP_URL}/sitemap/${part}.xml`)
    // oxlint-disable-next-line no-await-in-loop
    await pages.fetch(asked, { ...env, DB: metered.db }, createExecutionContext())
    expect(metered.read().statements.length, part).toBeGreaterThan(1)
    expect(metered.read().rowsRead, part).toBeLessThan(50)
  }
})

import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { openDb } from '#platform/db.ts'
import { loadDemo, tools } from '../support/worker.ts'
import { importShop } from '#features/transfer/import-shop.ts'
import { shopDocument } from '../support/make.ts'
import { picture } from '../support/pictures.ts'

test('importing a shop twice changes nothing', async () => {
  await loadDemo(1_800_000_000_000)
  const before = await everyRow()
  expect(before.product?.length).toBeGreaterThan(20)
  await loadDemo(1_800_000_500_000)
  expect(await everyRow()).toEqual(before)
})

test('a document that is not of the form is refused before anything is written', async () => {
  const before = await everyRow()
  const wrong = { ...shopDocument(), rates: [{ country: 'France' }] }
  await expect(importShop(tools(), wrong, picture)).rejects.toThrow(/length/)
  expect(await everyRow()).toEqual(before)
})

test('P14: a shop in a currency whose decimal point nobody knows is refused', async () => {
  const { settings, ...rest } = shopDocument()
  const other = (currency: string) => ({ ...settings, shop: { ...settings.shop, currency } })
  const load = async (currency: string) =>
    importShop(tools(), { ...rest, settings: other(currency) }, picture)
  await expect(load('BHD')).rejects.toThrow(/Invalid input/)
  await expect(load('eur')).rejects.toThrow(/Invalid input/)
})

test('every raw statement may take part in a batch', async () => {
  const db = openDb(env.DB)
  const { sql } = await import('drizzle-orm')
  const [found] = await db.batch([db.run(sql`select ${7} as seven`)])
  expect(found.results).toEqual([{ seven: 7 }])
})

async function everyRow(): Promise<Record<string, unknown[]>> {
  const { results } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_cf%' escape '\\' and name not like 'search\\_%' escape '\\'",
  ).all<{ name: string }>()
  const tables = await Promise.all(
    results.map(async ({ name }) => {
      const rows = await env.DB.prepare(`select * from "${name}"`).all()
      return [name, rows.results] as const
    }),
  )
  return Object.fromEntries(tables)
}

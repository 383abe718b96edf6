import { join } from 'node:path'
import { newSession } from '#features/staff/open-session.ts'
import { staff } from '#features/staff/table.ts'
import { importShop } from '#features/transfer/import-shop.ts'
import { openDb, runBatch } from '#platform/db.ts'
import type { Env } from '#env.ts'
import { ROOT } from '../dev/wrangler.ts'
import { productDocument, shopDocument } from '../support/documents.ts'
import { picture } from '../support/pictures.ts'

export type Seeded = {
  /** What the maker's browser holds. */
  deskToken: string
  pieces: { variantId: string; slug: string; stock: number }[]
}

/** More than can be bought in a test. */
export const MUCH = 9000
const STOCKS = [MUCH, MUCH, MUCH, 40, 5]

/** Brings an empty state up to date. */
export async function migrate(db: D1Database, folder = join(ROOT, 'migrations')): Promise<void> {
  const { readD1Migrations } = await import('@cloudflare/vitest-plugin')
  for (const { queries } of await readD1Migrations(folder)) {
    // oxlint-disable-next-line no-await-in-loop -- each stands on the one before
    await db.batch(queries.map((query) => db.prepare(query)))
  }
}

/** Loads a small shop and signs its maker in. Two of its pieces are few. */
export async function seed(env: Env): Promise<Seeded> {
  await migrate(env.DB)
  const now = Date.now()
  const db = openDb(env.DB)
  // Without pictures: every size of one takes its time to be made.
  const products = STOCKS.map((stock) => productDocument({ images: [] }, { stock }))
  await importShop({ db, env, now }, shopDocument({ products }), (name) => picture(name))
  const person = { id: 'stf_maker', name: 'Maëlle', role: 'owner', lang: 'fr' } as const
  const { token, statements } = await newSession(
    { db, now },
    { staffId: person.id, name: person.name, browser: 'Firefox', by: 'passkey', before: null },
  )
  await runBatch(db, [db.insert(staff).values({ ...person, createdAt: now }), ...statements])
  const { results } = await env.DB.prepare(
    `select v.id as variantId, p.slug, l.available as stock from variant v
      join product p on p.id = v.product_id join level l on l.variant_id = v.id order by v.rowid`,
  ).all<Seeded['pieces'][number]>()
  return { deskToken: token, pieces: results }
}

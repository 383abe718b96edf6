import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readD1Migrations } from '@cloudflare/vitest-plugin'
import { ROOT } from '../dev/wrangler.ts'
import { growOrders } from '../support/grow-orders.ts'
import { openMiniflare, databaseOnly } from './open-shop.ts'

/** The migration after which there is everything that grows. */
const GROWN_AFTER = '0009'
const FIRST = 'ord_first'

/** Values of the order that is copied; the other columns get nothing, or what stands for nothing. */
const GIVEN: Record<string, Record<string, string | number>> = {
  terms: { hash: 'terms' },
  order: {
    id: FIRST,
    token: 'first',
    number: 1001,
    state: 'delivered',
    lang: 'fr',
    email: 'first@example.com',
    currency: 'EUR',
    subtotal: 2400,
    total: 2400,
    terms_hash: 'terms',
    placed_at: 1_700_000_000_000,
    paid_at: 1_700_000_000_000,
  },
  order_line: {
    id: 'lin_first',
    order_id: FIRST,
    quantity: 1,
    unit_price: 2400,
    total: 2400,
    kind: 'physical',
  },
  payment: {
    id: 'pay_first',
    order_id: FIRST,
    session_id: 'cs_first',
    state: 'paid',
    amount: 2400,
  },
  outbox: { id: 'out_first', key: 'first', order_id: FIRST, state: 'sent' },
}

/** Runs migrations on a database that has so many orders more than one, and answers how long each took. */
export async function growAndMigrate(most: number) {
  const folder = await mkdtemp(join(tmpdir(), 'echoppe-grown-'))
  const flare = openMiniflare({ statePath: folder, port: 0 }, [databaseOnly()])
  const took: Record<string, number> = {}
  try {
    const db: D1Database = await flare.getD1Database('DB')
    for (const { name, queries } of await readD1Migrations(join(ROOT, 'migrations'))) {
      const since = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- each stands on the one before
      await db.batch(queries.map((query) => db.prepare(query)))
      if (name > `${GROWN_AFTER}~`) took[name] = Math.round(performance.now() - since)
      // oxlint-disable-next-line no-await-in-loop
      if (name.startsWith(GROWN_AFTER)) await grow(db, most)
    }
    const count = await db.prepare('select count(*) as n from "order"').first<{ n: number }>()
    return { took, orders: count?.n ?? 0 }
  } finally {
    await flare.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

async function grow(db: D1Database, most: number): Promise<void> {
  for (const [table, given] of Object.entries(GIVEN)) {
    // oxlint-disable-next-line no-await-in-loop -- an order before its lines
    await addRow(db, table, given)
  }
  await growOrders(db, FIRST, most)
}

/** Adds a row; a column that must be given and is not gets 0 or an empty text. */
async function addRow(db: D1Database, table: string, given: Record<string, string | number>) {
  const { results } = await db
    .prepare(
      `select name, type, "notnull" as strict, dflt_value as fallback from pragma_table_info(?)`,
    )
    .bind(table)
    .all<{ name: string; type: string; strict: number; fallback: string | null }>()
  const columns = results.filter(
    ({ name, strict, fallback }) => name in given || (strict === 1 && fallback === null),
  )
  const values = columns.map(({ name, type }) => given[name] ?? (type === 'integer' ? 0 : ''))
  await db
    .prepare(
      `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join()})
        values (${columns.map(() => '?').join()})`,
    )
    .bind(...values)
    .run()
}

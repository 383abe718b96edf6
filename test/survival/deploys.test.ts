import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { ROOT } from '../dev/wrangler.ts'
import { growAndMigrate } from './grow-and-migrate.ts'
import { alternate, FIRST_RELEASED, oldCheckout } from './two-deployments.ts'

const LONG = process.env.LONG === '1'
const MIGRATIONS = join(ROOT, 'migrations')

test('K5: no migration takes away or hardens what the code before it reads and writes', async () => {
  const db = new DatabaseSync(':memory:')
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).toSorted()
  for (const name of names) {
    const before = columnsOf(db)
    // oxlint-disable-next-line no-await-in-loop -- each stands on the one before
    db.exec(await readFile(join(MIGRATIONS, name), 'utf8'))
    if (name > `${FIRST_RELEASED}~`) expect(broken(before, columnsOf(db)), name).toEqual([])
  }
  expect(columnsOf(db).size).toBeGreaterThan(300)
})

test.runIf(LONG)(
  'K5: with the code before the newest migration and the code of today taking turns at each request, a buyer buys and the maker sees it',
  { timeout: 300_000 },
  async ({ skip }) => {
    const old = await oldCheckout()
    if (!old) {
      skip('The history of this checkout does not go back before the newest migration.')
      return
    }
    try {
      for (const carts of ['old', 'new'] as const) {
        // oxlint-disable-next-line no-await-in-loop -- one shop at a time
        expect(await alternate(old.root, carts), `carts with the ${carts} code`).toEqual([])
      }
    } finally {
      await old.remove()
    }
  },
)

test.runIf(LONG)(
  'K5: every migration runs on a shop of ten thousand orders within seconds',
  { timeout: 120_000 },
  async () => {
    const { took, orders } = await growAndMigrate(10_000)
    process.stdout.write(`On ${orders} orders, in milliseconds: ${JSON.stringify(took)}\n`)
    expect(orders).toBe(10_001)
    // D1 gives a query thirty seconds.
    expect(Math.max(...Object.values(took))).toBeLessThan(30_000)
  },
)

type Column = { place: string; name: string; type: string; strict: number; fallback: string | null }

/** Every column of every table and view, by its whole name. */
function columnsOf(db: DatabaseSync): Map<string, Column> {
  const rows = db
    .prepare(
      `select json_object('place', m.name, 'name', c.name, 'type', c.type, 'strict', c."notnull",
          'fallback', c.dflt_value) as column
        from sqlite_master m, pragma_table_info(m.name) c where m.type in ('table', 'view')`,
    )
    .all()
  return new Map(
    rows.map(({ column }) => {
      const read: Column = JSON.parse(String(column))
      return [`${read.place}.${read.name}`, read]
    }),
  )
}

/** What code that knows the columns of before would stumble over. */
function broken(before: Map<string, Column>, after: Map<string, Column>): string[] {
  const places = new Set([...before.values()].map(({ place }) => place))
  const gone = [...before].flatMap(([name, { type, strict }]) => {
    const now = after.get(name)
    if (!now) return [`${name} is gone`]
    if (now.type !== type) return [`${name} was ${type} and is ${now.type}`]
    return now.strict > strict ? [`${name} may not be null any more`] : []
  })
  const asked = [...after]
    .filter(([name, { place }]) => places.has(place) && !before.has(name))
    .filter(([, { strict, fallback }]) => strict === 1 && fallback === null)
    .map(([name]) => `${name} must be given, and the code before does not know it`)
  return [...gone, ...asked]
}

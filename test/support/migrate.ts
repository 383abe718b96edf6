import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

type Part = { type: 'table' | 'trigger'; name: string; sql: string }

await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
await empty()

/**
 * Takes away what the test file before has written: files share a Worker, which starts once and not ninety times. The
 * triggers stand aside meanwhile, because some tables refuse to forget.
 */
async function empty(): Promise<void> {
  const { results } = await env.DB.prepare(
    `select type, name, sql from sqlite_master where type in ('table', 'trigger')
      and name not like 'sqlite\\_%' escape '\\' and name not like '\\_cf\\_%' escape '\\'
      and name not like 'd1\\_%' escape '\\'`,
  ).all<Part>()
  const triggers = results.filter(({ type }) => type === 'trigger')
  const indexes = results.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql)).map(({ name }) => name)
  const tables = results.filter(
    ({ type, name }) => type === 'table' && !indexes.some((index) => name.startsWith(`${index}_`)),
  )
  await env.DB.batch(
    [
      'pragma defer_foreign_keys = on',
      ...triggers.map(({ name }) => `drop trigger "${name}"`),
      ...tables.map(({ name }) => `delete from "${name}"`),
      ...triggers.map(({ sql }) => sql),
    ].map((statement) => env.DB.prepare(statement)),
  )
}

import { env } from 'cloudflare:workers'

type Part = { type: 'table' | 'trigger'; name: string; sql: string }

/** Takes every row away. The triggers stand aside meanwhile, because some tables refuse to forget. */
export async function empty(): Promise<void> {
  const { results } = await env.DB.prepare(
    `select type, name, sql from sqlite_master where type in ('table', 'trigger')
      and name not like 'sqlite\\_%' escape '\\' and name not like '\\_cf\\_%' escape '\\'
      and name not like 'd1\\_%' escape '\\'`,
  ).all<Part>()
  const triggers = results.filter(({ type }) => type === 'trigger')
  const indexes = results.filter(({ sql }) => /^CREATE VIRTUAL/i.test(sql))
  const tables = results.filter(
    ({ type, name }) =>
      type === 'table' && !indexes.some((index) => `${name}_`.startsWith(`${index.name}_`)),
  )
  await env.DB.batch(
    [
      'pragma defer_foreign_keys = on',
      ...triggers.map(({ name }) => `drop trigger "${name}"`),
      ...tables.map(({ name }) => `delete from "${name}"`),
      ...(await Promise.all(indexes.map(begunAnew))).flat(),
      ...triggers.map(({ sql }) => sql),
    ].map((statement) => env.DB.prepare(statement)),
  )
}

/** What makes a search index anew, with its options: forgetting 50,000 rows one by one, words and all, takes twenty seconds. */
async function begunAnew({ name, sql }: Part): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `select k, v from "${name}_config" where k <> 'version'`,
  ).all<{ k: string; v: number }>()
  const options = results.map(
    ({ k, v }) => `insert into "${name}" ("${name}", rank) values ('${k}', ${v})`,
  )
  return [`drop table "${name}"`, sql, ...options]
}

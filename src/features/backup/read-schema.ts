import { LEFT_OUT, type Table } from './rules.ts'

export type Trigger = { name: string; sql: string }

export type Schema = {
  migrations: string[]
  /** The ordinary tables, each after those it refers to: neither search indexes nor what the platform keeps. */
  tables: Table[]
  triggers: Trigger[]
}

/** What the answers below may have for columns: each has some of them. */
type Row = { name: string; type: string; table: string; target: string; sql: string }

/** The tables of the backup itself: none of the shop's. */
const OWN = /^backup_(log|restore)/
const PLATFORM = /^(sqlite_|_cf_|d1_)/

/** D1 refuses questions about its own tables. */
const MAY_ASK = "m.type = 'table' and m.name not glob '_cf_*'"

const ASKED = [
  'select name from d1_migrations order by id',
  "select name, type from pragma_table_list where schema = 'main' order by name",
  `select m.name as "table", c.name as name, upper(c.type) as type
    from sqlite_master m, pragma_table_info(m.name) c where ${MAY_ASK} order by m.name, c.cid`,
  `select distinct m.name as "table", f."table" as target
    from sqlite_master m, pragma_foreign_key_list(m.name) f where ${MAY_ASK}`,
  "select name, sql from sqlite_master where type = 'trigger' order by rowid",
]

/** What the database says of itself, so that a table of tomorrow needs no list. */
export async function readSchema(d1: D1Database): Promise<Schema> {
  const answers = await d1.batch<Row>(ASKED.map((sql) => d1.prepare(sql)))
  const [migrations = [], kinds = [], columns = [], references = [], triggers = []] = answers.map(
    ({ results }) => results,
  )
  const names = kinds
    .filter(({ name, type }) => type === 'table' && !PLATFORM.test(name) && !OWN.test(name))
    .map(({ name }) => name)
  const columnsOf = Map.groupBy(columns, ({ table }) => table)
  return {
    migrations: migrations.map(({ name }) => name),
    tables: parentsFirst(names, references).map((name) => ({
      name,
      columns: (columnsOf.get(name) ?? []).map(({ name, type }) => ({ name, type })),
    })),
    triggers: triggers.filter(({ name }) => !OWN.test(name)),
  }
}

/** The tables that an archive is made of. */
export function archived({ tables }: Schema): Table[] {
  return tables.filter(({ name }) => !LEFT_OUT.includes(name))
}

/** A name in SQL. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

function parentsFirst(
  names: readonly string[],
  references: readonly Pick<Row, 'table' | 'target'>[],
): string[] {
  const ordered = new Set<string>()
  const visit = (name: string, above: readonly string[]) => {
    if (ordered.has(name) || above.includes(name)) return
    for (const { table, target } of references) {
      if (table === name && names.includes(target)) visit(target, [...above, name])
    }
    ordered.add(name)
  }
  for (const name of names) visit(name, [])
  return [...ordered]
}

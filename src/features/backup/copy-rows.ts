import type { Env } from '#env.ts'
import { type Actor, note } from '#features/audit/note.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { quoted } from './read-schema.ts'
import { rowidOf, rowText } from './row-text.ts'
import { BACKUP, type Table, type Totals } from './rules.ts'
import { askTotals, type Line, linesOf, readTotals } from './totals.ts'
import { clearAway, type Watch, watchChanges } from './watch-changes.ts'
import type { TarWriter } from './write-tar.ts'

/** Rows in one answer of D1, all tables together: one call brings a small shop, and none brings what memory cannot hold. */
const ROWS_A_CALL = 2000

const LEFTOVERS = "select name, type from sqlite_master where name glob 'backup_log_*'"

type Bench = Pick<Tools, 'db' | 'now'> & { env: Pick<Env, 'DB'> }
/** Rows of the last batch: lines, or what the log says. */
type Logged = Line & { name: string; row: number }
type Copied = { totals: Totals; changed: Record<string, number[]> }

/**
 * Writes every row into the archive as it is at one moment, the last one, at which the act is noted too: what changed
 * meanwhile is written once more under `changes/`.
 */
export async function copyRows(
  { db, env, now }: Bench,
  actor: Actor,
  tables: readonly Table[],
  tar: TarWriter,
): Promise<Copied> {
  const d1 = env.DB
  const nowS = Math.floor(now / 1000)
  const watch = watchChanges(tables, newId('').slice(1), nowS)
  const { results } = await d1.prepare(LEFTOVERS).all<{ name: string; type: string }>()
  const started = await ask(d1, [
    ...clearAway(results, nowS),
    ...watch.start,
    ...tables.map(({ name }) => `select coalesce(max(rowid), 0) as line from ${quoted(name)}`),
  ])
  const lasts = started.slice(-tables.length).map((rows) => Number(linesOf(rows)[0]))
  try {
    await copyTables(d1, tables, lasts, tar)
    const noted = note(db, actor, { act: 'backup.made', subject: BACKUP, at: now }).toSQL()
    return await copyChanges(d1, tables, watch, {
      tar,
      noted: d1.prepare(noted.sql).bind(...noted.params),
    })
  } catch (error) {
    await ask(d1, watch.stop).catch(() => {})
    throw error
  }
}

async function copyTables(
  d1: D1Database,
  tables: readonly Table[],
  lasts: readonly number[],
  tar: TarWriter,
): Promise<void> {
  let rest = tables.map((table, i) => ({ table, after: 0, last: lasts[i] ?? 0, nth: 1 }))
  while (rest.length > 0) {
    let room = ROWS_A_CALL
    const asked = rest.flatMap((place) => {
      const limit = Math.min(room, place.last - place.after)
      room -= limit
      return limit > 0 ? [{ ...place, limit }] : []
    })
    // oxlint-disable-next-line no-await-in-loop -- memory holds one answer at a time
    const answers = (await ask(d1, asked.map(readRows))).map(linesOf)
    for (const [i, lines] of answers.entries()) {
      const name = `tables/${asked[i]?.table.name}/${String(asked[i]?.nth).padStart(4, '0')}.jsonl`
      // oxlint-disable-next-line no-await-in-loop -- one entry after the other
      if (lines.length > 0) await tar.add(name, lines.join('\n'))
    }
    rest = rest.flatMap((place) => {
      const at = asked.findIndex(({ table }) => table === place.table)
      const lines = answers[at] ?? []
      const end = lines.at(-1)
      if (place.last <= place.after) return []
      if (at < 0) return [place]
      const isOver = lines.length < (asked[at]?.limit ?? 0) || end === undefined
      return isOver ? [] : [{ ...place, after: rowidOf(end), nth: place.nth + 1 }]
    })
  }
}

type Place = { table: Table; after: number; last: number; limit: number }

function readRows({ table, after, last, limit }: Place): string {
  return `select ${rowText(table)} as line from ${quoted(table.name)}
    where rowid > ${after} and rowid <= ${last} order by rowid limit ${limit}`
}

async function copyChanges(
  d1: D1Database,
  tables: readonly Table[],
  watch: Watch,
  { tar, noted }: { tar: TarWriter; noted: D1PreparedStatement },
): Promise<Copied> {
  const asked = [
    watch.isWatching,
    `select distinct name, row from ${watch.log}`,
    ...tables.map(
      (table) => `select ${rowText(table)} as line from ${quoted(table.name)}
        where rowid in (select row from ${watch.log} where name = '${table.name}') order by rowid`,
    ),
    ...askTotals(tables),
    ...watch.stop,
  ]
  const answers = await d1.batch<Logged>([noted, ...asked.map((sql) => d1.prepare(sql))])
  const [, watching = [], log = [], ...rest] = answers.map(({ results }) => results)
  if (linesOf(watching)[0] !== '1') throw new Error('The backup took too long')
  for (const [i, table] of tables.entries()) {
    const lines = linesOf(rest[i] ?? [])
    // oxlint-disable-next-line no-await-in-loop -- one entry after the other
    if (lines.length > 0) await tar.add(`changes/${table.name}.jsonl`, lines.join('\n'))
  }
  const changed = Map.groupBy(log, ({ name }) => name)
  return {
    totals: readTotals(tables, rest.slice(tables.length)),
    changed: Object.fromEntries(
      [...changed].map(([name, rows]) => [name, rows.map(({ row }) => row)]),
    ),
  }
}

async function ask(d1: D1Database, statements: readonly string[]): Promise<Line[][]> {
  if (statements.length === 0) return []
  const answers = await d1.batch<Line>(statements.map((sql) => d1.prepare(sql)))
  return answers.map(({ results }) => results)
}

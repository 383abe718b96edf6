import { quoted, type Schema } from './read-schema.ts'
import { type Checked, entriesOf } from './read-archive.ts'
import { insertRows, rowidOf } from './row-text.ts'
import type { Table } from './rules.ts'

/** Letters of JSON in one bound value: D1 takes two million bytes. */
const MOST_LETTERS = 500_000

/** Says that a store is half restored: whoever finds it may begin again. */
export const MARK = 'backup_restore'

/** Takes every row away, those that let somebody in among them, and marks the store as half restored. */
export async function wipe(d1: D1Database, schema: Schema): Promise<void> {
  await quietly(d1, schema, [
    d1.prepare(`create table if not exists ${MARK} (at integer)`),
    ...schema.tables.toReversed().map(({ name }) => d1.prepare(`delete from ${quoted(name)}`)),
  ])
}

/**
 * Writes the rows of an archive into an empty store, parents first, each table with the rows that changed while it was
 * read. No trigger counts them again.
 */
export async function loadRows(
  d1: D1Database,
  schema: Schema,
  { open, manifest, end, changes }: Checked,
): Promise<void> {
  const writer = openWriter(d1, schema)
  const waiting = [...manifest.tables]
  /** The changed rows of every table up to this one; rows that refer to them come later. */
  const loadChanges = async (upTo: Table | null) => {
    const count = upTo ? waiting.indexOf(upTo) + 1 : waiting.length
    for (const table of waiting.splice(0, count)) {
      // oxlint-disable-next-line no-await-in-loop -- parents first
      await writer.write(table, changes.get(table.name) ?? [])
    }
  }
  for await (const { name, bytes } of entriesOf(open)) {
    const [, of] = /^tables\/(.+)\/\d+\.jsonl$/.exec(name) ?? []
    const table = manifest.tables.find((known) => known.name === of)
    if (!table) continue
    await loadChanges(table)
    const changed = new Set(end.changed?.[table.name])
    const lines = new TextDecoder().decode(bytes).split('\n')
    await writer.write(
      table,
      lines.filter((line) => !changed.has(rowidOf(line))),
    )
  }
  await loadChanges(null)
  await writer.flush()
}

/** Gathers rows and writes them, in the order they came, by batches that memory and D1 can hold. */
function openWriter(d1: D1Database, schema: Schema) {
  let gathered: D1PreparedStatement[] = []
  let letters = 0
  const flush = async () => {
    if (gathered.length > 0) await quietly(d1, schema, gathered)
    gathered = []
    letters = 0
  }
  return {
    flush,
    async write(table: Table, lines: readonly string[]) {
      for (const some of portions(lines)) {
        const rows = `[${some.join()}]`
        // oxlint-disable-next-line no-await-in-loop -- the next batch when this one is written
        if (letters + rows.length > MOST_LETTERS) await flush()
        gathered.push(d1.prepare(insertRows(table)).bind(rows))
        letters += rows.length
      }
    },
  }
}

/** One batch during which no trigger acts, and references are looked at when it ends. */
async function quietly(
  d1: D1Database,
  { triggers }: Schema,
  statements: readonly D1PreparedStatement[],
): Promise<void> {
  await d1.batch([
    d1.prepare('pragma defer_foreign_keys = on'),
    ...triggers.map(({ name }) => d1.prepare(`drop trigger ${quoted(name)}`)),
    ...statements,
    ...triggers.map(({ sql }) => d1.prepare(sql)),
  ])
}

function portions(lines: readonly string[]): string[][] {
  const all: string[][] = []
  let letters = Infinity
  for (const line of lines) {
    if (letters + line.length > MOST_LETTERS) {
      all.push([])
      letters = 0
    }
    all.at(-1)?.push(line)
    letters += line.length
  }
  return all
}

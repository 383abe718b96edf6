import { quoted } from './read-schema.ts'
import type { Table } from './rules.ts'

/** A backup that takes longer than this gives up. */
const PATIENCE_S = 30 * 60

export type Watch = {
  /** Where the rowids of what changes are written: columns `name` and `row`. */
  log: string
  start: string[]
  stop: string[]
  /** Answers 1 as `line` while nothing can have escaped. */
  isWatching: string
}

/**
 * Statements that write down which rows change while they are read, table by table: D1 has no transaction longer than
 * one batch, and a shop does not fit into one. A trigger that is left behind, because a Worker was stopped, does nothing
 * any more after half an hour, and the next backup takes it away. The log has no key: the conflict clause of whoever
 * writes to the shop would rule it.
 */
export function watchChanges(tables: readonly Table[], mark: string, nowS: number): Watch {
  const until = nowS + PATIENCE_S
  const log = `backup_log_${until}_${mark}`
  const triggers = tables.flatMap(({ name }, i) =>
    (['insert', 'update', 'delete'] as const).map((act) => ({
      name: `${log}_${i}_${act}`,
      act,
      on: name,
    })),
  )
  return {
    log,
    start: [
      `create table ${log} (name text not null, row integer not null)`,
      ...triggers.map(
        ({ name, act, on }) => `create trigger ${name} after ${act} on ${quoted(on)}
          when unixepoch() < ${until} begin insert into ${log} values ${written(on, act)}; end`,
      ),
    ],
    stop: [...triggers.map(({ name }) => `drop trigger ${name}`), `drop table ${log}`],
    isWatching: `select unixepoch() < ${until} as line`,
  }
}

function written(table: string, act: 'insert' | 'update' | 'delete'): string {
  const name = `'${table.replaceAll("'", "''")}'`
  const rows = act === 'update' ? ['old', 'new'] : [act === 'insert' ? 'new' : 'old']
  return rows.map((row) => `(${name}, ${row}.rowid)`).join()
}

/** What takes away the triggers and logs of backups that never came to their end. */
export function clearAway(
  found: readonly { name: string; type: string }[],
  nowS: number,
): string[] {
  const over = found.filter(({ name }) => {
    const [, until] = /^backup_log_(\d+)_/.exec(name) ?? []
    return until !== undefined && Number(until) < nowS
  })
  return over
    .toSorted((a, b) => (a.type < b.type ? 1 : -1))
    .map(({ type, name }) => `drop ${type === 'trigger' ? 'trigger' : 'table'} ${quoted(name)}`)
}

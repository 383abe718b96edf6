import { fillPlaceholders, type Placeholder, type Query, sql } from 'drizzle-orm'
import type { Db, Statement } from './db.ts'

type Select = Statement & {
  prepare(): { getQuery(): Query; mapResult(result: unknown, isFromBatch: boolean): unknown }
}
type Value = string | number | null

/**
 * A query of public pages: its SQL is written once in an isolate, and filled in with the named values each time. Writing
 * the SQL of a page takes drizzle longer than the views take to draw it. It goes into batches, and nowhere else.
 */
export function written<const Name extends string, Asked extends Select>(
  names: readonly Name[],
  write: (db: Db, at: Record<Name, Placeholder>) => Asked,
) {
  let known: ReturnType<Select['prepare']> | undefined
  return (db: Db, ...[values]: [Name] extends [never] ? [] : [Record<Name, Value>]): Asked => {
    const once = (known ??= write(db, placeholders(names)).prepare())
    const { sql: text, params } = once.getQuery()
    const filled = {
      stmt: db.$client.prepare(text),
      getQuery: () => ({ sql: text, params: fillPlaceholders(params, values ?? {}) }),
      mapResult: (result: unknown) => once.mapResult(result, true),
    }
    const item: unknown = { _prepare: () => filled }
    // oxlint-disable-next-line no-unsafe-type-assertion -- of what is in a batch drizzle asks this and nothing else
    return item as Asked
  }
}

function placeholders<Name extends string>(names: readonly Name[]) {
  const pairs: unknown = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]))
  // oxlint-disable-next-line no-unsafe-type-assertion -- fromEntries forgets the names
  return pairs as Record<Name, Placeholder>
}

import { quoted } from './read-schema.ts'
import type { Table } from './rules.ts'

/** D1 gives a function 32 arguments at most. */
const GROUP = 30

/**
 * A row as one line of JSON, `[rowid,[…],[…]]`, written by SQLite so that integers, texts and nulls are exact; JSON has
 * neither blobs nor every digit of a real, so columns of those types travel as texts.
 */
export function rowText({ columns }: Table): string {
  const values = columns.map(({ name, type }) => {
    const column = quoted(name)
    if (type === 'BLOB') return `case when ${column} is not null then hex(${column}) end`
    if (type === 'REAL')
      return `case when ${column} is not null then printf('%!.17g', ${column}) end`
    return column
  })
  return `json_array(rowid, ${grouped(values)
    .map((group) => `json_array(${group.join()})`)
    .join()})`
}

/** The statement that writes rows from a JSON array of such lines, in the place of rows with their rowids. */
export function insertRows({ name, columns }: Table): string {
  const values = columns.map(({ type }, i) => {
    const value = `json_extract(value, '$[${Math.floor(i / GROUP) + 1}][${i % GROUP}]')`
    if (type === 'BLOB') return `unhex(${value})`
    return type === 'REAL' ? `cast(${value} as real)` : value
  })
  const names = columns.map((column) => quoted(column.name))
  return `insert or replace into ${quoted(name)} (${['rowid', ...names].join()})
    select ${["json_extract(value, '$[0]')", ...values].join()} from json_each(?)`
}

/** The rowid that a line begins with. */
export const rowidOf = (line: string) => Number(line.slice(1, line.indexOf(',')))

function grouped(values: readonly string[]): string[][] {
  const groups: string[][] = []
  for (let at = 0; at < values.length; at += GROUP) groups.push(values.slice(at, at + GROUP))
  return groups
}

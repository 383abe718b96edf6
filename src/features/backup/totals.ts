import { quoted } from './read-schema.ts'
import { rowText } from './row-text.ts'
import type { Table, Totals } from './rules.ts'

const MONTHS = `select json_array(strftime('%Y-%m', paid_at / 1000, 'unixepoch'), currency, count(*), sum(total),
    sum(refunded_total)) as line
  from "order" where paid_at is not null group by strftime('%Y-%m', paid_at / 1000, 'unixepoch'), currency order by 1`

const STOCK = `select json_array(count(*), sum(available), sum(held), sum(sold), sum(
    (available, held, sold) is not (select
      coalesce(sum(case kind when 'hold' then -quantity when 'claim' then 0 else quantity end), 0),
      coalesce(sum(case kind when 'hold' then quantity when 'release' then -quantity
        when 'claim' then -quantity else 0 end), 0),
      coalesce(sum(case kind when 'claim' then quantity when 'return' then -quantity else 0 end), 0)
      from movement where variant_id = level.variant_id))) as line
  from level`

/** The statements that add up a shop; `readTotals` reads their answers. */
export function askTotals(tables: readonly Table[]): string[] {
  return [
    MONTHS,
    STOCK,
    ...tables.map(({ name }) => `select count(*) as line from ${quoted(name)}`),
    ...journals(tables).map(
      (table) =>
        `select ${rowText(table)} as line from ${quoted(table.name)} order by rowid desc limit 1`,
    ),
  ]
}

export function readTotals(tables: readonly Table[], answers: readonly Line[][]): Totals {
  const [months = [], stock = [], ...rest] = answers.map(linesOf)
  const counts = rest.slice(0, tables.length)
  const ends = rest.slice(tables.length)
  return {
    rows: Object.fromEntries(tables.map(({ name }, i) => [name, Number(counts[i]?.[0])])),
    months: months.map((line) => JSON.parse(line)),
    stock: JSON.parse(stock[0] ?? '[]'),
    journal: Object.fromEntries(journals(tables).map(({ name }, i) => [name, ends[i]?.[0] ?? ''])),
  }
}

/** A row of a statement that asks for one column, called `line`. */
export type Line = { line: unknown }

export function linesOf(rows: readonly Line[]): string[] {
  return rows.map(({ line }) => String(line))
}

const journals = (tables: readonly Table[]) =>
  tables.filter(({ name }) => name.startsWith('journal_'))

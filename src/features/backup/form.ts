import * as v from 'valibot'
import type { Part } from './rules.ts'

const table = v.object({
  name: v.string(),
  columns: v.array(v.object({ name: v.string(), type: v.string() })),
})

/** Which part of the shop a button asks for; null when it is none. `upTo` is left out for all that follow. */
export function readPart(fields: Record<string, string>): Part | null {
  const { part, after = '', upTo = null } = fields
  if (part === 'rows') return { rows: true, after: '', upTo: '' }
  return part === 'pictures' ? { rows: false, after, upTo } : null
}

/** `manifest.json` of an archive. */
export const manifestForm = v.object({
  format: v.number(),
  at: v.number(),
  migrations: v.array(v.string()),
  tables: v.array(table),
})

const totals = v.object({
  rows: v.record(v.string(), v.number()),
  months: v.array(v.unknown()),
  stock: v.array(v.unknown()),
  journal: v.record(v.string(), v.string()),
})

/** `end.json` of an archive. */
export const endForm = v.object({
  sums: v.record(v.string(), v.string()),
  objects: v.array(
    v.object({ key: v.string(), size: v.number(), md5: v.string(), type: v.nullable(v.string()) }),
  ),
  totals: v.nullable(totals),
  changed: v.nullable(v.record(v.string(), v.array(v.number()))),
})

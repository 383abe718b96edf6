import { type Day, localTime } from '#lib/dates.ts'

const DAY_MS = 86_400_000

/** An order that was never paid is forgotten this long after its pieces were given back. */
export const UNPAID_MS = 90 * DAY_MS
/** Messages, and people who bought nothing since, are forgotten after three years. */
export const QUIET_MS = 3 * 365 * DAY_MS

/** The last day on which a proof is kept: it may go from `until` on. */
export function lastDay(until: number, timeZone: string): Day {
  return localTime(until - DAY_MS, timeZone).day
}

/** How a person's export may be read: by programs, or by spreadsheets. */
export const FORMATS = ['json', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** Whether the clock forgets now: once a day, at a quarter past three UTC. What it misses waits for the next day. */
export function isForgettingTime(now: number): boolean {
  const at = new Date(now)
  return at.getUTCHours() === 3 && at.getUTCMinutes() === 15
}

export type Table = { table: string; rows: readonly Record<string, unknown>[] }

/** Everything about a person as rows of a file: the table, which of its rows, the field, and what it says. */
export function asRows(tables: readonly Table[]): (string | number)[][] {
  return tables.flatMap(({ table, rows }) =>
    rows.flatMap((row, at) =>
      Object.entries(row).flatMap(([field, value]) =>
        value === null || value === '' ? [] : [[table, at + 1, field, asText(value)]],
      ),
    ),
  )
}

function asText(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value
  return JSON.stringify(value)
}

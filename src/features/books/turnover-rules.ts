import { addUp, readClosing, type Tally, tallyOf } from '#features/journal/tally-rules.ts'
import type { JournalRow } from '#features/journal/table.ts'
import type { Day } from '#lib/dates.ts'

/** How long the periods of the turnover are. A micro-entrepreneur declares each month or each quarter. */
export const LENGTHS = ['month', 'quarter', 'year'] as const
export type Length = (typeof LENGTHS)[number]

export function isLength(value: unknown): value is Length {
  return LENGTHS.some((length) => length === value)
}

/** What a day came to. */
export type DayTally = { day: Day; tally: Tally }

/** The days of closings, and of lines that no day has closed yet. */
export function dayTallies(closed: readonly JournalRow[], open: readonly JournalRow[]): DayTally[] {
  return [
    ...closed.map((line) => ({ day: line.number, tally: readClosing(line) })),
    ...open.map((line) => ({ day: line.day, tally: tallyOf(line) })),
  ]
}

/** The period that a day is in: `2026-11`, `2026-T4`, `2026`. */
export function periodOf(day: Day, length: Length): string {
  if (length === 'month') return day.slice(0, 7)
  const year = day.slice(0, 4)
  return length === 'year' ? year : `${year}-T${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** What each period came to, in the order of time; those without a line are left out. */
export function byPeriod(days: readonly DayTally[], length: Length) {
  const periods = Map.groupBy(days, ({ day }) => periodOf(day, length))
  return [...periods]
    .flatMap(([period, group]) => {
      const tally = addUp(group.map((one) => one.tally))
      return tally ? [{ period, tally }] : []
    })
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
}

export type Period = ReturnType<typeof byPeriod>[number]

/** A year of the calendar that an address asks for; this one when it asks for none. */
export function yearIn(asked: string | undefined, today: Day): string {
  return asked && /^20\d\d$/.test(asked) ? asked : today.slice(0, 4)
}

/** A month of the calendar that an address asks for; this one when it asks for none. */
export function monthIn(asked: string | undefined, today: Day): string {
  return asked && /^20\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)
}

/** What a tally was taxed at each rate, the highest first: the base without VAT and the VAT, in minor units. */
export function ratesOf({ shares }: Tally) {
  const rates = Map.groupBy(shares, ({ basisPoints }) => basisPoints)
  return [...rates]
    .toSorted(([a], [b]) => b - a)
    .map(([basisPoints, group]) => ({
      basisPoints,
      base: group.reduce((sum, { gross, vat }) => sum + gross - vat, 0),
      vat: group.reduce((sum, share) => sum + share.vat, 0),
    }))
}

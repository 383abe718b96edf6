import { closingsBetween, openLines } from '#features/journal/queries.ts'
import type { Db } from '#platform/db.ts'
import { byPeriod, type DayTally, dayTallies } from './turnover-rules.ts'

/** What each day of a span came to: closed days by their closing, the others by their lines. */
export async function readDays(db: Db, from: string, to: string): Promise<DayTally[]> {
  const [closed, open] = await db.batch([
    closingsBetween(db, 'day', from, to),
    openLines(db, from, to),
  ])
  return dayTallies(closed, open)
}

/** What a year came to, refunds taken off: goods and services, in minor units. */
export async function readTurnover(db: Db, year: string) {
  const [sum] = byPeriod(await readDays(db, `${year}-01-01`, `${year}-12-31`), 'year')
  return { goods: sum?.tally.goods ?? 0, services: sum?.tally.services ?? 0 }
}

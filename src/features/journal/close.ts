import { allSettings, readSettings } from '#features/settings/queries.ts'
import { localTime } from '#lib/dates.ts'
import { anew, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './queries.ts'
import { LETTERS, nextClosing, type Span } from './rules.ts'
import { sealJournal } from './seal.ts'
import { addUp, closingOf, readClosing, type Tally, tallyOf } from './tally-rules.ts'

/** A day is over when it has been another one for so long: what was asked before midnight is written by then. */
const GRACE_MS = 10 * 60_000
/** What is left then waits for the next minute. */
const AT_ONCE = 60
const PAGE = 1000

/**
 * Closes every day, month and year that is over, each once and in the order of time, however long the clock stood
 * still; then seals what was written.
 */
export async function closeJournal(tools: Tools): Promise<void> {
  for (let n = 0; n < AT_ONCE; n++) {
    // oxlint-disable-next-line no-await-in-loop -- each closing counts on from the one before
    if (!(await anew(q.MOVED_ON, () => closeNext(tools)))) break
  }
  await sealJournal(tools)
}

/** Whether something was closed. */
async function closeNext({ db, now, log }: Tools): Promise<boolean> {
  const { timeZone } = readSettings(await allSettings(db)).shop
  const { day: today } = localTime(now - GRACE_MS, timeZone)
  const [[head], [lastDay], [lastMonth], [lastYear], [next]] = await db.batch([
    q.headLine(db),
    q.lastClosing(db, 'day'),
    q.lastClosing(db, 'month'),
    q.lastClosing(db, 'year'),
    q.nextOpenDay(db, today),
  ])
  const due = nextClosing({
    lastDay: lastDay?.number ?? null,
    lastMonth: lastMonth?.number ?? null,
    lastYear: lastYear?.number ?? null,
    nextDay: next?.day ?? null,
    today,
  })
  if (!due || !head) return false
  const tally = await tallyDue(db, due.kind, due.number)
  if (!tally) return false
  const before = lastDay ? readClosing(lastDay).total : 0
  const total = due.kind === 'day' ? before + tally.amount : before
  await runBatch(db, [
    q.addClosing(db, {
      ...due,
      ...closingOf(tally, total),
      at: now,
      day: localTime(now, timeZone).day,
      currency: head.currency,
      after: head.seq,
    }),
  ])
  log('journal closed', { kind: due.kind, number: due.number })
  return true
}

/** What a span comes to: a day by its lines, a month by its days, a year by its months. */
async function tallyDue(db: Tools['db'], kind: Span, number: string): Promise<Tally | null> {
  if (kind === 'day') return tallyOfDay(db, number)
  const below = kind === 'month' ? 'day' : 'month'
  const last = `${number}-99`.slice(0, LETTERS[below])
  return addUp((await q.closingsBetween(db, below, number, last)).map(readClosing))
}

async function tallyOfDay(db: Tools['db'], day: string): Promise<Tally | null> {
  const tallies: Tally[] = []
  for (let after = 0; ; after = tallies.at(-1)?.last ?? after) {
    // oxlint-disable-next-line no-await-in-loop -- a page says where the next one begins
    const lines = await q.linesOfDay(db, day, after, PAGE)
    tallies.push(...lines.map(tallyOf))
    if (lines.length < PAGE) return addUp(tallies)
  }
}

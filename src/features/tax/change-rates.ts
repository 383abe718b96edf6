import { type Actor, note } from '#features/audit/note.ts'
import type { Day } from '#lib/dates.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './desk-queries.ts'
import type { Rate } from './rules.ts'

type Bench = Pick<Tools, 'db' | 'now'>

/** Adds a rate from a day on; false when one starts that day already. */
export async function addRate({ db, now }: Bench, actor: Actor, rate: q.RateRow): Promise<boolean> {
  const { country, taxClass, from, basisPoints } = rate
  try {
    await runBatch(db, [
      q.addRate(db, rate),
      note(db, actor, {
        act: 'tax.rate_added',
        subject: `${country} ${taxClass}`,
        facts: { country, taxClass, rate: basisPoints / 100, from },
        at: now,
      }),
    ])
  } catch (error) {
    if (!brokenConstraint(error)?.startsWith('tax_rate.')) throw error
    return false
  }
  return true
}

/** Takes back a rate that has not started yet; one that has stays, whatever is asked. */
export async function removeRate(
  { db, now }: Bench,
  actor: Actor,
  { country, taxClass, from }: Omit<Rate, 'basisPoints'>,
  today: Day,
) {
  if (from <= today) return
  await runBatch(db, [
    q.removeRate(db, { country, taxClass, from }, today),
    note(db, actor, {
      act: 'tax.rate_removed',
      subject: `${country} ${taxClass}`,
      facts: { country, taxClass, from },
      at: now,
    }),
  ])
}

/** Adds the standard rates of the Union that the shop does not have; those that it has stay. */
export async function fillRates({ db, now }: Bench, actor: Actor) {
  const line = { act: 'tax.rates_filled', subject: 'EU', at: now }
  await runBatch(db, [q.fillRates(db), note(db, actor, line)])
}

import { mailLater } from '#features/mail/queries.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { addSeals, lastSeal, unsealed } from './queries.ts'
import { sealOf } from './walk-chain.ts'

const AT_ONCE = 200
/** What is left then waits for the next minute. */
const MOST_ROUNDS = 50

/**
 * Seals the lines that have no seal, in their order. When a month is closed, its seal goes to the workshop by mail in
 * the same batch: a copy outside of the shop, against which even a journal that was rewritten as a whole can be checked.
 * Two runs at once write the same seals once.
 */
export async function sealJournal(tools: Pick<Tools, 'db' | 'now'>): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // oxlint-disable-next-line no-await-in-loop -- each seal is made of the one above
    if (!(await sealSome(tools))) return
  }
}

/** Whether there may be more to seal. */
async function sealSome({ db, now }: Pick<Tools, 'db' | 'now'>): Promise<boolean> {
  const [[last], lines] = await db.batch([lastSeal(db), unsealed(db, AT_ONCE)])
  const seals: { seq: number; hash: string }[] = []
  let hash = last?.hash ?? ''
  for (const line of lines) {
    // oxlint-disable-next-line no-await-in-loop
    hash = await sealOf(hash, line)
    seals.push({ seq: line.seq, hash })
  }
  const closed = lines.filter(({ kind }) => kind === 'month')
  const mails = closed.map(({ seq, number }) =>
    mailLater(db, {
      id: newId('out'),
      key: `closing:${number}`,
      template: 'closing',
      facts: { seq },
      at: now,
    }),
  )
  if (seals.length === 0) return false
  try {
    await runBatch(db, [addSeals(db, seals), ...mails])
  } catch (error) {
    if (brokenConstraint(error) !== 'seals_have_no_gap') throw error
  }
  return lines.length === AT_ONCE
}

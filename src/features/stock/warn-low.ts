import { mailLater } from '#features/mail/queries.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { noteTold, untoldLow } from './queries.ts'

const MINUTE_MS = 60_000
const AT_ONCE = 50

/** Tells the workshop, in one mail, which pieces have begun to run low. Each is told once until there are more again. */
export async function warnLow({ db, now }: Tools): Promise<void> {
  const low = await untoldLow(db, AT_ONCE)
  if (low.length === 0) return
  const { stock } = readSettings(await allSettings(db))
  const variants = low.map(({ variantId }) => variantId)
  // Two runs of the same minute write one mail: its key is the minute.
  const key = `low_stock:${Math.floor(now / MINUTE_MS)}`
  const mail = {
    id: newId('out'),
    key,
    template: 'low_stock' as const,
    facts: { variants },
    at: now,
  }
  await runBatch(db, [noteTold(db, variants, now), ...(stock.mail ? [mailLater(db, mail)] : [])])
}

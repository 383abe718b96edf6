import { runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { describe } from '#platform/log.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './queries.ts'
import { whatToForget } from './rules.ts'

/** Makes the caches forget some tags, or everything (null); false when they did not. */
export type Forget = (tags: string[] | null) => Promise<boolean>

/**
 * Makes caches forget what acts have changed, in one call, as far as the minute's budget allows; what is left waits for
 * the clock, which also takes along what failed and tells everything a second time. It never fails: what was not
 * forgotten stays to be told again.
 */
export async function forgetStale(tools: Tools, forget: Forget, round: q.Round): Promise<void> {
  const { db, now, clock, log } = tools
  const id = newId('pur')
  try {
    if (round === 'byTheClock') {
      await runBatch(db, [...q.tellPosts(db, now), q.clearPurges(db, now)])
    }
    // Now, and not when the act began: what is told again waits from here on.
    const call = { id, round, at: clock() }
    const [, taken] = await db.batch([q.openPurge(db, call), q.takeDue(db, call)])
    if (taken.length === 0) return
    // One may have changed again since it was told for the first time.
    const tags = whatToForget([...new Set(taken.map(({ tag }) => tag))])
    if (await forget(tags)) {
      await runBatch(db, q.forgotten(db, id))
      log('pages forgotten', { tags: tags?.length ?? 'all', round })
    } else {
      log('pages not forgotten', { purge: id })
    }
  } catch (error) {
    log('pages not forgotten', { purge: id, error: describe(error) })
  }
}

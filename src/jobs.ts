import type { Env } from '#env.ts'
import { publishScheduled } from '#features/catalogue/publish-scheduled.ts'
import { forgetStale } from '#features/freshness/forget-stale.ts'
import { closeJournal } from '#features/journal/close.ts'
import { forgetOld } from '#features/people/forget-old.ts'
import { runSales } from '#features/assortment/run-sales.ts'
import { makeRenditions } from '#features/images/make-renditions.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { compare } from '#features/payments/compare.ts'
import { reconcile } from '#features/payments/reconcile.ts'
import { releaseOverdue } from '#features/payments/release-overdue.ts'
import { sendRefunds } from '#features/payments/send-refunds.ts'
import { warnLow } from '#features/stock/warn-low.ts'
import { newId } from '#platform/ids.ts'
import { describe } from '#platform/log.ts'
import { makeTools, type Tools } from '#platform/tools.ts'

type Job = (tools: Tools) => Promise<unknown>

/** What the clock does, by the crons of wrangler.toml: every minute, every quarter of an hour, every night. */
export const JOBS: Record<string, Record<string, Job>> = {
  '* * * * *': {
    sendOutbox,
    releaseOverdue,
    publishScheduled,
    sendRefunds,
    warnLow,
    forgetOld,
    runSales,
    closeJournal,
    makeRenditions,
  },
  '*/15 * * * *': { reconcile },
  '20 3 * * *': { compare: async (tools) => compare(tools) },
}

type Moment = Pick<ScheduledController, 'cron' | 'scheduledTime'>

/** Does what is due. A job that fails keeps none of the others from its work. */
export async function runJobs(
  { cron, scheduledTime: now }: Moment,
  env: Env,
  ctx: ExecutionContext,
): Promise<void> {
  const tools = makeTools(env, (work) => ctx.waitUntil(work), { now, id: newId('job') })
  await Promise.all(
    Object.entries(JOBS[cron] ?? {}).map(async ([job, run]) => {
      try {
        await run(tools)
      } catch (error) {
        tools.log('job failed', { job, error: describe(error) })
      }
    }),
  )
  await forgetStale(tools, (tags) => ctx.exports.Pages.forget(tags), 'byTheClock')
}

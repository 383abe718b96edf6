import type { Env } from '#env.ts'
import { publishScheduled } from '#features/catalogue/publish-scheduled.ts'
import { forgetOld } from '#features/people/forget-old.ts'
import { runSales } from '#features/assortment/run-sales.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { releaseOverdue } from '#features/payments/release-overdue.ts'
import { sendRefunds } from '#features/payments/send-refunds.ts'
import { warnLow } from '#features/stock/warn-low.ts'
import { newId } from '#platform/ids.ts'
import { describe } from '#platform/log.ts'
import { makeTools, type Tools } from '#platform/tools.ts'

/** What the clock does every minute. One that fails keeps none of the others from its work. */
const EVERY_MINUTE: Record<string, (tools: Tools) => Promise<void>> = {
  sendOutbox,
  releaseOverdue,
  publishScheduled,
  sendRefunds,
  warnLow,
  forgetOld,
  runSales,
}

export async function runJobs(now: number, env: Env, ctx: ExecutionContext): Promise<void> {
  const tools = makeTools(env, (work) => ctx.waitUntil(work), { now, id: newId('job') })
  await Promise.all(
    Object.entries(EVERY_MINUTE).map(async ([job, run]) => {
      try {
        await run(tools)
      } catch (error) {
        tools.log('job failed', { job, error: describe(error) })
      }
    }),
  )
}

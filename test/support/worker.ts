import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { importShop } from '#features/transfer/import-shop.ts'
import { runJobs } from '#jobs.ts'
import { makeTools, type Tools } from '#platform/tools.ts'
import { demoDocument } from '../demo/document.ts'
import { picture } from './pictures.ts'
import { makeShopper, type Shopper } from './shopper.ts'

/** A visitor of the shop under test, with cookies of their own. */
export function shop(): Shopper {
  return makeShopper(env.SHOP_URL, (request) => exports.default.fetch(request))
}

/** What a verb works with, at a moment of the test's choosing, and silent. */
export function tools(now = Date.now(), given: Partial<Tools> = {}): Tools {
  const ctx = createExecutionContext()
  return makeTools(env, (work) => ctx.waitUntil(work), {
    now,
    clock: () => now,
    id: 'test',
    log: () => {},
    ...given,
  })
}

/** Runs what the clock runs every minute, or by another of its crons, as if it were now this moment. */
export async function tick(now = Date.now(), cron = '* * * * *'): Promise<void> {
  const ctx = createExecutionContext()
  await runJobs({ cron, scheduledTime: now }, env, ctx)
  await waitOnExecutionContext(ctx)
}

/** Loads the demo shop, with very small pictures in the place of its own. */
export async function loadDemo(now = Date.now()): Promise<void> {
  await importShop(tools(now), demoDocument(), picture)
}

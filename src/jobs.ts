import type { Env } from '#env.ts'
import { newId } from '#platform/ids.ts'
import { makeTools } from '#platform/tools.ts'

/** What the clock runs, every minute. */
export async function runJobs(now: number, env: Env, ctx: ExecutionContext): Promise<void> {
  const tools = makeTools(env, (work) => ctx.waitUntil(work), { now, id: newId('job') })
  tools.log('tick')
}

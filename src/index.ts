import { WorkerEntrypoint } from 'cloudflare:workers'
import { gateway, pages } from '#app.tsx'
import type { Env } from '#env.ts'
import { runJobs } from '#jobs.ts'

export { Cart } from '#features/cart/object.ts'

/** The gateway: sees everything a visitor sends, and is never cached. */
export default {
  fetch: (request, env, ctx) => gateway.fetch(request, env, ctx),
  scheduled: (event, env, ctx) => runJobs(event, env, ctx),
} satisfies ExportedHandler<Env>

/** Public pages: they are asked by the gateway, with an address only. */
export class Pages extends WorkerEntrypoint<Env> {
  override fetch(request: Request): Response | Promise<Response> {
    return pages.fetch(request, this.env, this.ctx)
  }
}

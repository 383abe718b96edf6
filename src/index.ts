import { WorkerEntrypoint } from 'cloudflare:workers'
import { gateway, pages } from '#app.tsx'
import type { Env } from '#env.ts'
import { pageCache } from '#platform/page-cache.ts'

export { Cart } from '#features/cart/object.ts'

/** The gateway: sees everything a visitor sends, and is never cached. */
export default {
  fetch: (request, env, ctx) => gateway.fetch(request, env, ctx),
  scheduled: async (event, env, ctx) => (await import('#jobs.ts')).runJobs(event, env, ctx),
} satisfies ExportedHandler<Env>

/**
 * Public pages: they are asked by the gateway, with an address only. The platform's cache stands in front of them; where
 * there is none, each answer says so (`x-cache: miss`), and the gateway keeps it in its stead.
 */
export class Pages extends WorkerEntrypoint<Env> {
  override async fetch(request: Request): Promise<Response> {
    const answer = await pages.fetch(request, this.env, this.ctx)
    if (!this.ctx.cache) answer.headers.set('x-cache', 'miss')
    return answer
  }

  /** Makes the cache forget what bears one of some tags, or everything (null). Only who fills a cache may empty it. */
  async forget(tags: string[] | null): Promise<boolean> {
    const { cache } = this.ctx
    if (!cache) {
      pageCache.forget(tags)
      return true
    }
    return (await cache.purge(tags ? { tags } : { purgeEverything: true })).success
  }
}

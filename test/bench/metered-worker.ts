import shop, { Cart as ShopCart, Pages as ShopPages } from '../../src/index.ts'
import type { Env } from '#env.ts'
import { startTally } from './tally.ts'

const tally = startTally()
tally.watchFetches()

/** The shop as it is, with an eye on what it asks of the platform. `/tally` answers what was counted and begins anew. */
export default {
  async fetch(request, env, ctx) {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/tally') return Response.json(tally.take())
    const watched = tally.watched(env)
    if (pathname !== '/tick') return shop.fetch(request, watched, ctx)
    const cron = searchParams.get('cron') ?? ''
    await shop.scheduled({ cron, scheduledTime: Date.now(), noRetry() {} }, watched, ctx)
    return new Response()
  },
} satisfies ExportedHandler<Env>

export class Pages extends ShopPages {
  constructor(ctx: ExecutionContext, env: Env) {
    super(ctx, tally.watched(env))
  }
}

export class Cart extends ShopCart {
  constructor(ctx: DurableObjectState, env: Env) {
    tally.watchStorage(ctx)
    super(ctx, env)
  }
}

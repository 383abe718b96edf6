/// <reference path="../src/types.d.ts" />
import type { D1Migration } from 'cloudflare:test'
import type { Env as ShopEnv } from '#env.ts'

declare global {
  namespace Cloudflare {
    interface Env extends ShopEnv {
      TEST_MIGRATIONS: D1Migration[]
    }
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Stripe stand-in of the `worker` tests answers. */
    stripeUrl: string
    /** Another one, whose webhooks lead nowhere: for whoever asks it for everything that it has. */
    lostStripeUrl: string
    /** The whole shop of the `journeys`. */
    shop: {
      url: string
      stripeUrl: string
      mailUrl: string
      /** For the first owner: works once. */
      setUpUrl: string
      /** For another owner: works once. */
      makerUrl: string
      /** Where its database is kept. */
      statePath: string
    }
  }
}

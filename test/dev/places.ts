import { join } from 'node:path'
import type { ShopOptions } from './shop.ts'
import { ROOT } from './wrangler.ts'

/** The ports and the folder of the local shop; the environment may name others. */
export function localPorts(): ShopOptions {
  const { PORT, STATE, STRIPE_PORT, MAIL_PORT, MAILBOX_PORT } = process.env
  return {
    port: Number(PORT ?? 8787),
    statePath: STATE ?? join(ROOT, '.wrangler', 'state'),
    stripePort: Number(STRIPE_PORT ?? 12111),
    mailPort: Number(MAIL_PORT ?? 1025),
    mailWebPort: Number(MAILBOX_PORT ?? 8025),
  }
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { ROOT } from './wrangler.ts'

type Vars = Record<string, string>

/** What .dev.vars sets. */
export async function readDevVars(): Promise<Vars> {
  const found = parseEnv(await readFile(join(ROOT, '.dev.vars'), 'utf8').catch(() => ''))
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Whether these are the keys of a Stripe account, rather than those of the stand-in. */
export function namesAccount({ STRIPE_SECRET_KEY: key }: Vars): boolean {
  return key !== undefined && !key.endsWith('_echoppe')
}

/** What the Worker needs to be told on this machine. */
export function localVars(given: Vars, url: string, stripePort: number) {
  const standIn = `http://127.0.0.1:${stripePort}`
  return {
    SHOP_URL: url,
    STRIPE_SECRET_KEY: 'sk_test_echoppe',
    STRIPE_WEBHOOK_SECRET: 'whsec_echoppe',
    ...(namesAccount(given) ? {} : { STRIPE_API: standIn, STRIPE_CHECKOUT: standIn }),
    ...given,
  }
}

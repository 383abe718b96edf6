import type Stripe from 'stripe'
import type { Env } from '#env.ts'

/** With its one repetition this stays under the ten seconds that a shopper waits for a clear answer. */
const PATIENCE = { timeout: 4_000, maxNetworkRetries: 1 }

let sdk: typeof Stripe | undefined

/** The Stripe client. The SDK is loaded on first use, once: a shopper's page never waits for it. */
export async function openStripe(env: Env, patience = PATIENCE): Promise<Stripe> {
  sdk ??= (await import('stripe')).default
  return new sdk(env.STRIPE_SECRET_KEY, {
    httpClient: sdk.createFetchHttpClient(),
    ...patience,
    ...(env.STRIPE_API ? elsewhere(new URL(env.STRIPE_API)) : {}),
  })
}

function elsewhere(api: URL): { host: string; port: string; protocol: 'http' | 'https' } {
  const protocol = api.protocol === 'http:' ? 'http' : 'https'
  return { host: api.hostname, port: api.port || (protocol === 'http' ? '80' : '443'), protocol }
}

/** Whether a key moves real money. */
export function isLive(env: Env): boolean {
  return /^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY)
}

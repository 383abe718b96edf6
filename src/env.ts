import type { Cart } from '#features/cart/object.ts'

/** What wrangler.toml binds, and the values that a shop may set. */
export interface Env {
  DB: D1Database
  PICTURES: R2Bucket
  IMAGES: ImagesBinding
  ASSETS: Fetcher
  CART: DurableObjectNamespace<Cart>
  /** Cloudflare's mail binding, when the shop sends through it. */
  EMAIL?: SendEmail

  /** Where the shop lives, without a final slash: every absolute address starts with it. */
  SHOP_URL: string
  STRIPE_SECRET_KEY: string
  STRIPE_WEBHOOK_SECRET: string
  /** Where Stripe's API answers, when it is not at api.stripe.com. */
  STRIPE_API?: string
  /** Where the payment page is, when it is not at checkout.stripe.com. */
  STRIPE_CHECKOUT?: string
  SMTP_PASSWORD?: string
}

const REQUIRED = ['SHOP_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const

/** Refuses to run a shop whose address or keys are missing, naming each. */
export function checkEnv(env: Pick<Env, (typeof REQUIRED)[number]>): void {
  const missing = REQUIRED.filter((name) => !env[name]?.trim())
  if (missing.length > 0) {
    throw new Error(
      `Missing: ${missing.join(', ')}. Put them in .dev.vars, or set them with "wrangler secret put".`,
    )
  }
}

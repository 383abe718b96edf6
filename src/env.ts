import type { Cart } from '#features/cart/object.ts'
import type { Format, FORMATS, RenditionKey } from '#features/images/rules.ts'

/** A bucket that a domain may serve to everybody: it takes renditions of pictures and nothing else. */
export type OpenBucket = Pick<R2Bucket, 'get' | 'head' | 'list'> & {
  put(
    key: RenditionKey,
    bytes: ArrayBuffer,
    options: {
      httpMetadata: { contentType: (typeof FORMATS)[Format]['type']; cacheControl: string }
    },
  ): Promise<R2Object>
}

/** What wrangler.toml binds, and the values that a shop may set. */
export interface Env {
  DB: D1Database
  /** What is the shop's own: originals, files that are sold, invoices. No domain may ever serve it. */
  PICTURES: R2Bucket
  RENDITIONS: OpenBucket
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
  /** The domain of the bucket RENDITIONS, such as https://images.example.com: pages show pictures from there. */
  PICTURES_URL?: string
  SMTP_PASSWORD?: string
}

const REQUIRED = ['SHOP_URL', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'] as const

/** Refuses to run a shop whose address or keys are missing, naming each, or whose pictures are at no address. */
export function checkEnv(env: Pick<Env, (typeof REQUIRED)[number] | 'PICTURES_URL'>): void {
  const missing = REQUIRED.filter((name) => !env[name]?.trim())
  if (missing.length > 0) {
    throw new Error(
      `Missing: ${missing.join(', ')}. Put them in .dev.vars, or set them with "wrangler secret put".`,
    )
  }
  if (env.PICTURES_URL && picturesOrigin(env) === '') {
    throw new Error('PICTURES_URL is an address such as https://images.example.com, and no more.')
  }
}

/** Where pictures are outside of the shop; empty when they are not. */
export function picturesOrigin({ PICTURES_URL: url = '' }: Pick<Env, 'PICTURES_URL'>): string {
  return URL.canParse(url) && new URL(url).origin === url ? url : ''
}

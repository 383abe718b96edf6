import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type Env, picturesOrigin } from '#env.ts'
import type { App } from './http.ts'

const STRIPE_CHECKOUT = 'https://checkout.stripe.com'

/** What a page may load: its own files only, pictures from their own domain too, and a form may lead to the payment page. */
function contentSecurityPolicy(env: Env): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' ${picturesOrigin(env)}`.trim(),
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self' ${env.STRIPE_CHECKOUT ?? STRIPE_CHECKOUT}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of every answer. What says nothing about caching is private and never kept. */
export const securityHeaders = createMiddleware<App>(async (c, next) => {
  await next()
  const headers = changeable(c)
  // A page that may do less says so itself.
  if (!headers.has('content-security-policy')) {
    headers.set('content-security-policy', contentSecurityPolicy(c.env))
  }
  headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  headers.set('x-content-type-options', 'nosniff')
  if (!headers.has('referrer-policy')) {
    headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  }
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
})

/** The headers of the answer. Those of one that came through fetch cannot be changed: a copy's can. */
function changeable(c: Context<App>): Headers {
  try {
    c.res.headers.set('x-content-type-options', 'nosniff')
  } catch {
    c.res = new Response(c.res.body, c.res)
  }
  return c.res.headers
}

/** Headers of the back office, on every answer, errors and redirects among them: no cache keeps it, no robot lists it. */
export const neverKept = createMiddleware<App>(async (c, next) => {
  await next()
  c.header('cache-control', 'private, no-store')
  c.header('x-robots-tag', 'noindex')
  c.header('referrer-policy', 'same-origin')
})

/**
 * Refuses what another site makes a browser send. A request that changes something must say where it comes from:
 * every word it says (`Origin`, `Sec-Fetch-Site`) must be right, and it must say at least one, whatever its type.
 */
export function isSameOrigin(request: Request, shopUrl: string): boolean {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin === null && site === null) return false
  return (
    (origin === null || origin === new URL(shopUrl).origin) &&
    (site === null || site === 'same-origin')
  )
}

export function isUnsafe(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method)
}

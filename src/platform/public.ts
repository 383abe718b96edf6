import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { App } from './http.ts'
import { sha256 } from './ids.ts'

/** How long after its life a page may still be given while a fresh one is drawn, in seconds. */
const STALE_S = 60
/** How long it may be given when the shop cannot draw a fresh one: a page of yesterday is better than none. */
const STALE_IF_ERROR_S = 86_400

/** Of what lies under an address that changes with it. */
export const FOR_EVER = 'public, max-age=31536000, immutable'

type Public = {
  type: string
  /** What it shows: a change of any of it makes caches forget the answer. */
  tags: readonly string[]
  /** The moment from which it says something else even if nobody changes anything. */
  until: number
  /** What browsers are to ask for before they have read it: a value of `Link`. */
  preloads?: string
}

/**
 * Answers with what is the same for everybody. Browsers ask each time whether it has changed (`ETag`); caches in front
 * of the shop keep it until it is forgotten, or until `until`. Only what is answered through here, or says itself that
 * it never changes, is ever kept.
 */
export async function answerPublic(
  c: Context<App>,
  text: string,
  { type, tags, until, preloads }: Public,
) {
  const bytes = new TextEncoder().encode(text)
  const life = Math.max(1, Math.floor((until - c.var.tools.now) / 1000))
  return new Response(bytes, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'cloudflare-cdn-cache-control': `public, max-age=${life}, stale-while-revalidate=${STALE_S}, stale-if-error=${STALE_IF_ERROR_S}`,
      'cache-tag': [...new Set(tags)].join(),
      ...(preloads && { link: preloads }),
      etag: `W/"${(await sha256(bytes)).slice(0, 20)}"`,
    },
  })
}

/** Without a word on it, the platform would keep an answer for two hours: what says nothing, and no error, is kept. */
export const keptOnlyIfSaid = createMiddleware<App>(async (c, next) => {
  await next()
  const said = c.res.headers.has('cache-control')
  if (c.res.status !== 200 || !said) c.header('cache-control', 'private, no-store')
  if (c.res.status !== 200) c.header('cloudflare-cdn-cache-control', undefined)
})

/** What caches in between are told, and visitors are not. */
export const FOR_CACHES = ['cache-tag', 'cloudflare-cdn-cache-control']

/** A public answer as its visitor gets it: empty when it is known already. */
export function forVisitor(request: Request, answer: Response): Response {
  if (answer.status !== 200 || !knows(request, answer.headers.get('etag'))) return answer
  const headers = new Headers(answer.headers)
  for (const name of ['content-type', 'content-length']) headers.delete(name)
  return new Response(null, { status: 304, headers })
}

const opaque = (tag: string) => tag.trim().replace(/^W\//, '')

/** Whether `If-None-Match` names this version, compared weakly (RFC 9110, 13.1.2): proxies that compress mark it so. */
function knows(request: Request, etag: string | null): boolean {
  const known = request.headers.get('if-none-match')
  if (!known || !etag) return false
  return known.trim() === '*' || known.split(',').map(opaque).includes(opaque(etag))
}

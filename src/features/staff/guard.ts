import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { sessionTokenOf } from '#platform/cookies.ts'
import type { App } from '#platform/http.ts'
import { sha256 } from '#platform/ids.ts'
import { sessionByHash, touchSession } from './queries.ts'
import { isOpen, may, needsTouch, type Right } from './rules.ts'

/** Lets in who is signed in; everybody else is sent to the door. Nothing behind it is ever kept by a cache. */
export const signedIn = createMiddleware<App>(async (c, next) => {
  const { db, now } = c.var.tools
  const token = sessionTokenOf(c)
  const hash = token && (await sha256(token))
  const [found] = hash ? await sessionByHash(db, hash) : []
  if (!hash && isFromElsewhere(c.req.raw)) return askAgain(c)
  if (!hash || !found || !isOpen(found.session, now)) return c.redirect('/admin/sign-in', 303)
  if (needsTouch(found.session, now)) await touchSession(db, hash, now)
  c.set('desk', { staff: found.staff, sessionHash: hash, counts: found.waiting })
  return next()
})

/** Whether a link of another site, a mail perhaps, leads here: the session's cookie (SameSite=Strict) stays at home. */
function isFromElsewhere(request: Request): boolean {
  const from = request.headers.get('sec-fetch-site')
  return request.method === 'GET' && (from === 'cross-site' || from === 'same-site')
}

/** Makes the browser ask for the page once more by itself: as a step inside the shop, and so with the cookie. */
function askAgain(c: Context<App>) {
  const { pathname, search } = new URL(c.req.url)
  c.header('refresh', `0; url=${pathname}${search}`)
  return c.html('<!doctype html><html lang="fr"><head><title>…</title></head><body></body></html>')
}

/** Lets in whose role has a right; the others get the page that says that there is no such page. */
export function allow(right: Right) {
  return createMiddleware<App>(async (c, next) => {
    if (!may(c.var.desk.staff.role, right)) return c.notFound()
    return next()
  })
}

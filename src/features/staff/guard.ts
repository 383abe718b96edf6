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
  if (!hash || !found || !isOpen(found.session, now)) return c.redirect('/admin/sign-in', 303)
  if (needsTouch(found.session, now)) await touchSession(db, hash, now)
  c.set('desk', { staff: found.staff, sessionHash: hash, counts: found.waiting })
  return next()
})

/** Lets in whose role has a right; the others get the page that says that there is no such page. */
export function allow(right: Right) {
  return createMiddleware<App>(async (c, next) => {
    if (!may(c.var.desk.staff.role, right)) return c.notFound()
    return next()
  })
}

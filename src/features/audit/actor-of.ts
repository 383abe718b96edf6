import type { Context } from 'hono'
import type { App } from '#platform/http.ts'
import type { Actor } from './note.ts'

/** Whoever is signed in, as the audit log names them. */
export function actorOf(c: Context<App>): Actor {
  const { id, name } = c.var.desk.staff
  return { staffId: id, who: name }
}

import { Hono } from 'hono'
import type { Env } from '#env.ts'
import type { Tools } from './tools.ts'

export type App = { Bindings: Env; Variables: { tools: Tools } }

/** A feature's routes. Middleware belongs in app.tsx: in a router it would run for its siblings too. */
export function router() {
  return new Hono<App>()
}

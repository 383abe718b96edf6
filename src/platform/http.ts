import { type Context, Hono } from 'hono'
import type { Env } from '#env.ts'
import type { StaffRow } from '#features/staff/queries.ts'
import type { Tools } from './tools.ts'

/** Who is at the desk: set by the guard on every page of the back office. */
export type Desk = {
  staff: StaffRow
  sessionHash: string
  /** What waits behind the entries of the menu. */
  counts: Partial<Record<string, number>>
}

export type App = { Bindings: Env; Variables: { tools: Tools; desk: Desk } }

/** What an address in a language begins with. In brackets, or each would end the pattern where it stands: /french. */
export const LANGUAGE = '/:lang{(?:fr|en)}'

/** A feature's routes. Middleware belongs in app.tsx: in a router it would run for its siblings too. */
export function router() {
  return new Hono<App>()
}

/** The text fields of a posted form; none when what was posted is not a form. */
export async function fieldsOf(c: Context<App>): Promise<Record<string, string>> {
  const posted = await c.req.parseBody().catch(() => ({}))
  const texts = Object.entries<unknown>(posted).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return Object.fromEntries(texts)
}

/** Answers with a file that is written while it is sent, for nobody else to keep. */
export function sendFile(
  c: Context<App>,
  { name, type }: { name: string; type: string },
  parts: AsyncIterable<string>,
) {
  return c.body(streamed(parts[Symbol.asyncIterator]()), 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  })
}

/** Parts as they are asked for: the next one is made when the one before has been taken. */
function streamed(parts: AsyncIterator<string>): ReadableStream {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return?.()
    },
  })
}

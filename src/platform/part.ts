import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { App } from './http.ts'
import type { Tools } from './tools.ts'

/** What the gateway lends to a part, beside what the Worker has. */
type Lent = App & { Bindings: { tools: Tools } }

const borrow = createMiddleware<Lent>((c, next) => {
  c.set('tools', c.env.tools)
  return next()
})

/** A part of the shop that is read on its first use. What breaks in it is told by the gateway. */
export function openPart(): Hono<App> {
  const part = new Hono<App>().onError((error) => {
    throw error
  })
  part.use(borrow)
  return part
}

/** Passes requests on to a part, with the tools that they came with. It is read once, when the first one comes. */
export function onFirstUse(read: () => Promise<Hono<App>>) {
  let part: Hono<App> | undefined
  return async (c: Context<App>): Promise<Response> => {
    part ??= await read()
    return part.fetch(c.req.raw, { ...c.env, tools: c.var.tools }, c.executionCtx)
  }
}

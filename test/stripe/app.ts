import { Hono, type Context } from 'hono'
import { answer } from './api.ts'
import type { Connection } from './bridge.ts'
import type { Control } from './control.ts'
import { homePage } from './home-page.ts'
import { hostedPages } from './hosted-pages.ts'
import { refusalIn, stripeError } from './refusal.ts'
import type { World } from './world.ts'

/** The whole server: the API, the payment pages, the control verbs, the front page. */
export function standInApp(world: World, control: Control): Hono<Connection> {
  const app = new Hono<Connection>()
  app.all('/v1/*', (c) => answerApi(world, c))
  app.on(['GET', 'POST'], '/_control/:verb', (c) => obey(control, c))
  app.route('/c/pay', hostedPages(world))
  app.get('/', (c) => c.html(homePage(world, c.req.header('accept-language'))))
  app.notFound((c) => {
    const message = `Unrecognized request URL (${c.req.method}: ${c.req.path}).`
    return c.json({ error: stripeError(message) }, 404)
  })
  app.onError((error, c) => {
    const refusal = refusalIn(error)
    if (refusal) return Response.json({ error: refusal.error }, { status: refusal.status })
    process.stderr.write(`The Stripe stand-in stumbled: ${error.stack ?? error.message}\n`)
    return c.json({ error: stripeError(error.message, { type: 'api_error' }) }, 500)
  })
  return app
}

async function answerApi(world: World, c: Context<Connection>): Promise<Response> {
  const { method, path } = c.req
  const url = new URL(c.req.url)
  const answered = answer(world, {
    method,
    path,
    text: method === 'GET' ? url.search.slice(1) : await c.req.text(),
    authorization: c.req.header('authorization') ?? null,
    idempotencyKey: c.req.header('idempotency-key') ?? null,
    version: c.req.header('stripe-version') ?? null,
  })
  if (answered.how === 'hang') return new Promise(() => {})
  if (answered.how === 'cut') {
    c.env.hangUp()
    return new Response(null, { status: 500 })
  }
  const { body, status, headers } = answered
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2)
  if (answered.how === 'stall') {
    c.env.stall(status, headers, text)
    return new Promise(() => {})
  }
  return new Response(text, { status, headers })
}

// The body is the list of arguments, as JSON.
async function obey(control: Control, c: Context<Connection>): Promise<Response> {
  const verb = c.req.param('verb') ?? ''
  const act = Object.entries(control).find(([name]) => name === verb)?.[1]
  if (!act) return c.json({ error: `There is no verb ${verb}.` }, 404)
  try {
    const written = c.req.method === 'POST' ? await c.req.text() : ''
    const args: unknown = written === '' ? [] : JSON.parse(written)
    const result: unknown = await Reflect.apply(act, control, Array.isArray(args) ? args : [args])
    return c.json({ result: result ?? null })
  } catch (thrown) {
    return c.json({ error: thrown instanceof Error ? thrown.message : String(thrown) }, 400)
  }
}

import { expand } from './expand.ts'
import { readForm } from './form-body.ts'
import { answerBefore, remember } from './idempotency.ts'
import { checkParams } from './params.ts'
import { refusalIn, refuse, stripeError } from './refusal.ts'
import { ROUTES, type Route } from './routes.ts'
import { takeTrouble } from './trouble.ts'
import { API_VERSION, newId, type RequestLine, type World } from './world.ts'

export type ApiCall = {
  method: string
  path: string
  /** The query of a GET, the body of a POST. */
  text: string
  authorization: string | null
  idempotencyKey: string | null
  version: string | null
}

export type ApiAnswer = {
  /** `cut` breaks the connection without a word, `hang` never answers, `stall` never ends what it began to say. */
  how: 'send' | 'cut' | 'hang' | 'stall'
  status: number
  body: unknown
  headers: { [name: string]: string }
}

const MOST_LOGGED = 5000

/**
 * Answers one API call. Synchronous from end to end: two calls with the same idempotency key can
 * never run at the same time.
 */
export function answer(world: World, call: ApiCall): ApiAnswer {
  const line: RequestLine = {
    at: world.now(),
    id: newId('req_', 14),
    method: call.method,
    path: call.path,
    params: {},
    idempotencyKey: call.idempotencyKey,
    status: 0,
    replayed: false,
  }
  world.requests.push(line)
  if (world.requests.length > MOST_LOGGED) world.requests.shift()
  const answered = answerOrRefuse(world, call, line)
  line.status = answered.how === 'send' ? answered.status : 0
  return answered
}

function answerOrRefuse(world: World, call: ApiCall, line: RequestLine): ApiAnswer {
  try {
    line.params = readForm(call.text)
    return underTrouble(world, call, line)
  } catch (thrown) {
    const refusal = refusalIn(thrown) ?? bug(thrown)
    return send(line, refusal.status, { error: refusal.error })
  }
}

function underTrouble(world: World, call: ApiCall, line: RequestLine): ApiAnswer {
  const kind = takeTrouble(world, line)
  if (kind === 'hang') return { ...send(line, 0, null), how: 'hang' }
  if (kind === 'refuse') return { ...send(line, 0, null), how: 'cut' }
  if (kind === 'html') return send(line, 502, '<html><body><h1>502 Bad Gateway</h1></body></html>')
  if (kind === '409') {
    const message = 'There is currently another in-progress request using this Idempotent Key.'
    const code = 'idempotency_key_in_use'
    return send(line, 409, { error: stripeError(message, { code }) })
  }
  if (kind === '429') {
    const message = 'Request rate limit exceeded.'
    return send(line, 429, { error: stripeError(message, { code: 'rate_limit' }) })
  }
  const sent = executeOnce(world, authorizedRoute(world, call), line, kind === '500')
  if (kind === 'slow') return { ...sent, how: 'stall' }
  return kind === 'executed-but-answer-lost' ? { ...sent, how: 'cut' } : sent
}

function executeOnce(world: World, route: Route, line: RequestLine, broken: boolean): ApiAnswer {
  const keyed = { ...line, key: line.idempotencyKey }
  const before = answerBefore(world, keyed)
  if (before) {
    line.replayed = true
    const replay = send(line, before.status, before.body)
    replay.headers['idempotent-replayed'] = 'true'
    return replay
  }
  const { status, body } = broken ? outage() : run(world, route, line)
  // Like Stripe: whatever came of a call that began is kept, a parameter refused above is not.
  remember(world, keyed, status, body)
  return send(line, status, body)
}

function authorizedRoute(world: World, call: ApiCall): Route {
  checkKey(world, call.authorization)
  if (call.version !== null && call.version !== API_VERSION) {
    refuse(400, `Invalid Stripe API version: ${call.version}. This stand-in speaks ${API_VERSION}.`)
  }
  const found = ROUTES.find(({ method, path }) => method === call.method && path.test(call.path))
  if (found) return found
  const { method, path } = call
  return refuse(
    404,
    `Unrecognized request URL (${method}: ${path}). This is a stand-in for Stripe.`,
  )
}

function checkKey(world: World, authorization: string | null): void {
  if (authorization === `Bearer ${world.settings.secretKey}`) return
  if (!authorization?.startsWith('Bearer ')) {
    refuse(401, 'You did not provide an API key. Use `Authorization: Bearer YOUR_SECRET_KEY`.')
  }
  const key = authorization.slice('Bearer '.length)
  refuse(401, `Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`)
}

function run(world: World, route: Route, line: RequestLine): { status: number; body: unknown } {
  const params = checkParams(route.params, line.params) as { expand?: string[] }
  const id = route.path.exec(line.path)?.groups?.id ?? ''
  const origin = { id: line.id, idempotency_key: line.idempotencyKey }
  try {
    const body = route.act(world, { id, params, origin })
    return { status: 200, body: expand(world, body, params.expand) }
  } catch (thrown) {
    const refusal = refusalIn(thrown)
    if (!refusal) throw thrown
    return { status: refusal.status, body: { error: refusal.error } }
  }
}

function outage(): { status: number; body: unknown } {
  const message = 'An unknown error occurred.'
  return { status: 500, body: { error: stripeError(message, { type: 'api_error' }) } }
}

function bug(thrown: unknown): { status: number; error: object } {
  process.stderr.write(`The Stripe stand-in stumbled: ${String(thrown)}\n`)
  const message = `The stand-in stumbled: ${String(thrown)}`
  return { status: 500, error: stripeError(message, { type: 'api_error' }) }
}

function send(line: RequestLine, status: number, body: unknown): ApiAnswer {
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  const headers: ApiAnswer['headers'] = {
    'content-type': type,
    'request-id': line.id,
    'stripe-version': API_VERSION,
  }
  if (line.idempotencyKey !== null && line.method === 'POST') {
    headers['idempotency-key'] = line.idempotencyKey
  }
  return { how: 'send', status, body, headers }
}

import { eventsMatching, type EventFilter } from './events.ts'
import type { NewSession } from './new-session.ts'
import { page, type PageParams } from './paging.ts'
import type { CallName } from './params.ts'
import { createRefund, refundById, type NewRefund } from './refunds.ts'
import { refuseMissing } from './refusal.ts'
import { createSession, expireDue, expireSession, linesOf, sessionById } from './sessions.ts'
import type { Charge, Origin, PaymentIntent, Refund, Session } from './shapes.ts'
import type { World } from './world.ts'

export type Call<Params> = { id: string; params: Params; origin: Origin }

export type Route = {
  method: 'GET' | 'POST'
  path: RegExp
  params: CallName
  // A method: routes take the parameters that their own list, `params`, has checked.
  act(world: World, call: Call<unknown>): object
}

const SESSIONS = '/v1/checkout/sessions'

/** The part of Stripe's API that the shop speaks. */
export const ROUTES: Route[] = [
  route<NewSession>('POST', SESSIONS, 'create-session', (world, call) =>
    createSession(world, call.params),
  ),
  route<SessionFilter>('GET', SESSIONS, 'list-sessions', (world, { params }) =>
    pageOf(world, sessionsMatching(world, params), params, SESSIONS),
  ),
  route('GET', `${SESSIONS}/:id`, 'retrieve', (world, call) => sessionById(world, call.id)),
  route('POST', `${SESSIONS}/:id/expire`, 'expire-session', (world, call) =>
    expireSession(world, call.id, call.origin),
  ),
  route<PageParams>('GET', `${SESSIONS}/:id/line_items`, 'list-line-items', (world, call) => {
    const session = sessionById(world, call.id)
    return page(linesOf(world, session.id), call.params, `${SESSIONS}/${session.id}/line_items`)
  }),
  route('GET', '/v1/payment_intents/:id', 'retrieve-payment-intent', (world, call) =>
    paymentIntentById(world, call.id),
  ),
  route('GET', '/v1/charges/:id', 'retrieve', (world, call) => chargeById(world, call.id)),
  route<NewRefund>('POST', '/v1/refunds', 'create-refund', (world, call) =>
    createRefund(world, call.params, call.origin),
  ),
  route<RefundFilter>('GET', '/v1/refunds', 'list-refunds', (world, { params }) =>
    pageOf(world, refundsMatching(world, params), params, '/v1/refunds'),
  ),
  route('GET', '/v1/refunds/:id', 'retrieve', (world, call) => refundById(world, call.id)),
  route<EventFilter & PageParams>('GET', '/v1/events', 'list-events', (world, { params }) =>
    pageOf(world, eventsMatching(world, params), params, '/v1/events'),
  ),
  route(
    'GET',
    '/v1/events/:id',
    'retrieve',
    (world, call) =>
      world.state.events.get(call.id)?.event ?? refuseMissing('event', call.id, 'id'),
  ),
  route('GET', '/v1/balance', 'retrieve', (world) => balance(world)),
]

/** A page that is shorter than asked for where the settings say so. */
function pageOf<Row extends { id: string; created?: number }>(
  { settings }: World,
  rows: Row[],
  params: PageParams,
  url: string,
) {
  const short = (params.limit ?? 0) > settings.mostRows ? { limit: settings.mostRows } : {}
  return page(rows, { ...params, ...short }, url)
}

type SessionFilter = PageParams & {
  status?: string
  payment_intent?: string
  customer_details?: { email?: string }
}
type RefundFilter = PageParams & { charge?: string; payment_intent?: string }

function route<Params>(
  method: Route['method'],
  path: string,
  params: CallName,
  act: (world: World, call: Call<Params>) => object,
): Route {
  const pattern = new RegExp(`^${path.replace(':id', '(?<id>[^/]+)')}$`)
  return { method, path: pattern, params, act }
}

function sessionsMatching(world: World, filter: SessionFilter): Session[] {
  expireDue(world)
  const { status, payment_intent: intent, customer_details: customer } = filter
  return [...world.state.sessions.values()]
    .filter((session) => status === undefined || session.status === status)
    .filter((session) => intent === undefined || session.payment_intent === intent)
    .filter((session) => !customer?.email || session.customer_details?.email === customer.email)
    .toReversed()
}

function refundsMatching(world: World, filter: RefundFilter): Refund[] {
  const { charge, payment_intent: intent } = filter
  return [...world.state.refunds.values()]
    .filter((refund) => charge === undefined || refund.charge === charge)
    .filter((refund) => intent === undefined || refund.payment_intent === intent)
    .toReversed()
}

function paymentIntentById(world: World, id: string): PaymentIntent {
  return world.state.paymentIntents.get(id) ?? refuseMissing('payment_intent', id, 'intent')
}

function chargeById(world: World, id: string): Charge {
  return world.state.charges.get(id) ?? refuseMissing('charge', id, 'charge')
}

function balance(world: World): object {
  const amount = [...world.state.charges.values()]
    .filter((charge) => charge.status === 'succeeded')
    .reduce((sum, charge) => sum + charge.amount - charge.amount_refunded, 0)
  const none = { amount: 0, currency: 'eur', source_types: { card: 0 } }
  const pending = { amount, currency: 'eur', source_types: { card: amount } }
  return { object: 'balance', available: [none], livemode: false, pending: [pending] }
}

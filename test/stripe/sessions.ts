import { emit } from './events.ts'
import { checkNewSession, type CheckedLine, type NewSession } from './new-session.ts'
import { refuse, refuseMissing } from './refusal.ts'
import { sample } from './samples.ts'
import type { LineItem, Origin, Session } from './shapes.ts'
import { newId, seconds, type World } from './world.ts'

const LIFE_SECONDS = 24 * 3600
const NOBODY: Origin = { id: null, idempotency_key: null }

/** Opens a session: checked, priced, with its page. */
export function createSession(world: World, params: NewSession): Session {
  const created = seconds(world)
  const lines = checkNewSession(params, created).map((line) => lineItem(line, created))
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0)
  const currency = lines[0]?.currency ?? 'eur'
  const id = newId('cs_test_a1', 56)
  const session: Session = {
    ...sample('session'),
    ...whatWasAsked(params, currency),
    id,
    amount_subtotal: total,
    amount_total: total,
    created,
    currency,
    expires_at: params.expires_at ?? created + LIFE_SECONDS,
    payment_status: total === 0 ? 'no_payment_required' : 'unpaid',
    status: 'open',
    url: `${world.url}/c/pay/${id}`,
  }
  const intent = params.payment_intent_data ?? {}
  world.state.sessions.set(id, session)
  world.state.drafts.set(id, {
    lines,
    intent: {
      metadata: intent.metadata ?? {},
      description: intent.description ?? null,
      receiptEmail: intent.receipt_email ?? null,
    },
    attempt: null,
  })
  world.changed()
  return session
}

function whatWasAsked(params: NewSession, currency: string): Partial<Session> {
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded } = params
  return {
    allowed_payment_method_types: allowed ?? null,
    ...(excluded ? { excluded_payment_method_types: excluded } : {}),
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    customer_details: null,
    customer_email: params.customer_email ?? null,
    locale: params.locale ?? null,
    metadata: params.metadata ?? {},
    mode: 'payment',
    payment_intent: null,
    payment_method_types: meansOffered(currency, allowed, excluded),
    submit_type: params.submit_type ?? null,
    success_url: params.success_url ?? null,
    ui_mode: 'hosted_page',
  }
}

// Since API 2026-09-30 a shop no longer lists its means of payment: it narrows Stripe's own list.
function meansOffered(currency: string, allowed?: string[], excluded: string[] = []): string[] {
  const eligible = currency === 'eur' ? ['card', 'sepa_debit'] : ['card']
  const offered = eligible
    .filter((means) => allowed?.includes(means) ?? true)
    .filter((means) => !excluded.includes(means))
  if (offered.length === 0) refuse(400, 'No valid payment method types for this Checkout Session.')
  return offered
}

function lineItem(line: CheckedLine, created: number): LineItem {
  const item = sample('lineItem')
  const amount = line.unitAmount * line.quantity
  return {
    ...item,
    id: newId('li_'),
    amount_subtotal: amount,
    amount_total: amount,
    currency: line.currency,
    description: line.name,
    metadata: line.metadata,
    price: {
      ...item.price,
      id: newId('price_'),
      active: false,
      created,
      currency: line.currency,
      product: newId('prod_', 14),
      unit_amount: line.unitAmount,
      unit_amount_decimal: String(line.unitAmount),
    },
    quantity: line.quantity,
  }
}

/** The session with this id, expired first if its time is over. */
export function sessionById(world: World, id: string): Session {
  const session = world.state.sessions.get(id)
  if (!session) return refuseMissing('checkout.session', id, 'session')
  if (isOver(world, session)) close(world, session, NOBODY)
  return session
}

/** What is bought in a session. */
export function linesOf(world: World, sessionId: string): LineItem[] {
  return world.state.drafts.get(sessionId)?.lines ?? []
}

/** Where the buyer goes once the session is complete. */
export function successUrl(session: Session): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}

/** Closes an open session: nobody can pay it any more. */
export function expireSession(world: World, id: string, origin: Origin = NOBODY): Session {
  const session = sessionById(world, id)
  if (session.status !== 'open') {
    const status = `This Session has a status of "${session.status}".`
    refuse(
      400,
      `Only Checkout Sessions with a status in ["open"] can be expired. ${status}`,
      // Stripe names the path's own id here.
      { param: 'session' },
    )
  }
  close(world, session, origin)
  return session
}

/** Expires every session whose time is over; gives their ids. */
export function expireDue(world: World): string[] {
  const over = [...world.state.sessions.values()].filter((session) => isOver(world, session))
  for (const session of over) close(world, session, NOBODY)
  return over.map((session) => session.id)
}

function isOver(world: World, session: Session): boolean {
  return session.status === 'open' && session.expires_at <= seconds(world)
}

function close(world: World, session: Session, origin: Origin): void {
  session.status = 'expired'
  session.url = null
  const intent = world.state.paymentIntents.get(attemptedIntent(world, session.id))
  if (intent) intent.status = 'canceled'
  emit(world, 'checkout.session.expired', session, origin)
}

function attemptedIntent(world: World, sessionId: string): string {
  return world.state.drafts.get(sessionId)?.attempt?.paymentIntent ?? ''
}

import { emit } from './events.ts'
import { blankCharge, cardDetails, debitDetails } from './charges.ts'
import { refuse } from './refusal.ts'
import { sample } from './samples.ts'
import { sessionById } from './sessions.ts'
import type { Charge, Draft, Payer, PaymentIntent, Session } from './shapes.ts'
import type { TestCard, TestIban } from './test-numbers.ts'
import { newId, seconds, type World } from './world.ts'

export type Decline = 'card_declined' | 'payment_intent_authentication_failure'

/** The card is accepted: the session is complete and paid. */
export function payByCard(world: World, session: Session, payer: Payer, card: TestCard): void {
  const intent = intentOf(world, session, payer)
  const charge = blankCharge(world, intent, payer, cardDetails(card))
  capture(world, charge, intent)
  complete(world, session, payer, intent)
}

/** The bank says no, or the buyer is not recognised: the session stays open. */
export function decline(world: World, session: Session, payer: Payer, why: Decline): void {
  const intent = intentOf(world, session, payer)
  intent.status = 'requires_payment_method'
  intent.last_payment_error = {
    type: why === 'card_declined' ? 'card_error' : 'invalid_request_error',
    code: why,
    ...(why === 'card_declined' ? { decline_code: 'generic_decline' } : {}),
    message:
      why === 'card_declined'
        ? 'Your card was declined.'
        : 'The provided PaymentMethod has failed authentication.',
  }
  emit(world, 'payment_intent.payment_failed', intent)
}

/** The bank wants to see the buyer first. */
export function askToAuthenticate(world: World, session: Session, payer: Payer): void {
  intentOf(world, session, payer).status = 'requires_action'
  world.changed()
}

/** The payer of the attempt that waits for authentication, or null when none does. */
export function payerToAuthenticate(world: World, session: Session): Payer | null {
  const attempt = draftOf(world, session).attempt
  const intent = world.state.paymentIntents.get(attempt?.paymentIntent ?? '')
  return attempt && intent?.status === 'requires_action' ? attempt.payer : null
}

/** An IBAN is accepted: the session is complete, the money comes, or not, in a while. */
export function payByDebit(world: World, session: Session, payer: Payer, iban: TestIban): void {
  if (!session.payment_method_types.includes('sepa_debit')) {
    refuse(400, `${session.id} does not take debits.`)
  }
  const intent = intentOf(world, session, payer)
  const charge = blankCharge(world, intent, payer, debitDetails(iban))
  charge.status = 'pending'
  intent.status = 'processing'
  intent.latest_charge = charge.id
  const at = world.now() + world.settings.settleSeconds * 1000
  world.state.later.push({ at, what: 'payment', id: session.id, outcome: iban.outcome })
  emit(world, 'charge.pending', charge)
  emit(world, 'payment_intent.processing', intent)
  complete(world, session, payer, intent)
}

/** The bank's last word on a debit. */
export function settleDelayed(
  world: World,
  sessionId: string,
  outcome: 'succeeded' | 'failed',
): Session {
  const session = sessionById(world, sessionId)
  const intent = world.state.paymentIntents.get(session.payment_intent ?? '')
  const charge = world.state.charges.get(intent?.latest_charge ?? '')
  if (!intent || !charge || intent.status !== 'processing') {
    return refuse(400, `${sessionId} is not waiting for its bank.`)
  }
  world.state.later = world.state.later.filter((later) => later.id !== sessionId)
  if (outcome === 'succeeded') {
    capture(world, charge, intent)
    session.payment_status = 'paid'
  } else bounce(world, charge, intent)
  emit(world, `checkout.session.async_payment_${outcome}`, session)
  return session
}

/** Nothing to pay: the session only has to be confirmed. */
export function confirmFree(world: World, session: Session, payer: Payer): void {
  complete(world, session, payer, null)
}

function capture(world: World, charge: Charge, intent: PaymentIntent): void {
  Object.assign(charge, {
    amount_captured: charge.amount,
    captured: true,
    paid: true,
    status: 'succeeded',
  } satisfies Partial<Charge>)
  Object.assign(intent, {
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    status: 'succeeded',
  } satisfies Partial<PaymentIntent>)
  emit(world, 'charge.succeeded', charge)
  emit(world, 'payment_intent.succeeded', intent)
}

function bounce(world: World, charge: Charge, intent: PaymentIntent): void {
  charge.status = 'failed'
  charge.failure_code = 'insufficient_funds'
  charge.failure_message = "The customer's account has insufficient funds to cover this payment."
  intent.status = 'requires_payment_method'
  intent.last_payment_error = { type: 'card_error', message: charge.failure_message }
  emit(world, 'charge.failed', charge)
  emit(world, 'payment_intent.payment_failed', intent)
}

function complete(
  world: World,
  session: Session,
  payer: Payer,
  intent: PaymentIntent | null,
): void {
  const email = session.customer_email ?? payer.email
  session.status = 'complete'
  session.url = null
  session.payment_intent = intent?.id ?? null
  if (intent?.status === 'succeeded') session.payment_status = 'paid'
  session.customer_details = {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: payer.name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  }
  emit(world, 'checkout.session.completed', session)
}

// As at Stripe since 2022, the intent is made with the first attempt, and one serves them all.
function intentOf(world: World, session: Session, payer: Payer): PaymentIntent {
  const draft = draftOf(world, session)
  const known = world.state.paymentIntents.get(draft.attempt?.paymentIntent ?? '')
  const intent = known ?? newIntent(world, session, draft)
  draft.attempt = { paymentIntent: intent.id, payer }
  return intent
}

function newIntent(world: World, session: Session, draft: Draft): PaymentIntent {
  const id = newId('pi_3')
  const intent: PaymentIntent = {
    ...sample('paymentIntent'),
    id,
    amount: session.amount_total,
    client_secret: newId(`${id}_secret_`),
    created: seconds(world),
    currency: session.currency,
    description: draft.intent.description,
    metadata: { ...draft.intent.metadata },
    payment_method_types: session.payment_method_types,
    receipt_email: draft.intent.receiptEmail,
  }
  world.state.paymentIntents.set(id, intent)
  return intent
}

function draftOf(world: World, session: Session): Draft {
  return world.state.drafts.get(session.id) ?? refuse(500, `${session.id} has lost its lines.`)
}

import { emit } from './events.ts'
import { refuseAbsent } from './params.ts'
import { refuse, refuseMissing } from './refusal.ts'
import { sample } from './samples.ts'
import type { Charge, Metadata, Origin, Refund } from './shapes.ts'
import { newId, seconds, type World } from './world.ts'

export type NewRefund = {
  amount?: number
  charge?: string
  currency?: string
  payment_intent?: string
  reason?: string
  metadata?: Metadata
  expand?: string[]
}

/** Gives money back: at once to a card, in a while to a bank account. */
export function createRefund(world: World, params: NewRefund, origin: Origin): Refund {
  const charge = chargeToRefund(world, params)
  const amount = amountToRefund(charge, params)
  const slow = charge.payment_method_details?.type === 'sepa_debit'
  const refund: Refund = {
    ...sample('refund'),
    id: newId(slow ? 'pyr_1' : 're_3'),
    amount,
    charge: charge.id,
    created: seconds(world),
    currency: charge.currency,
    destination_details: slow ? { type: 'sepa_debit' } : { type: 'card', card: { type: 'refund' } },
    metadata: params.metadata ?? {},
    payment_intent: charge.payment_intent,
    reason: params.reason ?? null,
    status: slow ? 'pending' : 'succeeded',
  }
  world.state.refunds.set(refund.id, refund)
  recount(world, charge)
  emit(world, 'refund.created', refund, origin)
  emit(world, 'charge.refunded', charge, origin)
  if (slow) {
    const at = world.now() + world.settings.settleSeconds * 1000
    world.state.later.push({ at, what: 'refund', id: refund.id, outcome: 'succeeded' })
  } else emit(world, 'refund.updated', refund, origin)
  return refund
}

/** The refund with this id, or Stripe's refusal. */
export function refundById(world: World, id: string): Refund {
  return world.state.refunds.get(id) ?? refuseMissing('refund', id, 'id')
}

/** A bank has taken a pending refund. */
export function settleRefund(world: World, id: string): void {
  const refund = refundById(world, id)
  if (refund.status !== 'pending') return
  refund.status = 'succeeded'
  emit(world, 'refund.updated', refund)
}

/** A bank has sent a refund back: the money is the shop's again. */
export function failRefund(world: World, id: string): Refund {
  const refund = refundById(world, id)
  if (refund.status === 'failed') return refuse(400, `${id} has failed already.`)
  refund.status = 'failed'
  refund.failure_reason = 'lost_or_stolen_card'
  world.state.later = world.state.later.filter((later) => later.id !== id)
  const charge = world.state.charges.get(refund.charge)
  if (charge) recount(world, charge)
  emit(world, 'refund.updated', refund)
  emit(world, 'refund.failed', refund)
  return refund
}

/** The refunds of a charge, failed ones included, oldest first. */
export function refundsOf(world: World, chargeId: string): Refund[] {
  return [...world.state.refunds.values()].filter((refund) => refund.charge === chargeId)
}

function chargeToRefund(world: World, params: NewRefund): Charge {
  const { charge: chargeId, payment_intent: intentId } = params
  if (chargeId === undefined && intentId === undefined) return refuseAbsent('payment_intent')
  const intent = world.state.paymentIntents.get(intentId ?? '')
  if (intentId !== undefined && !intent) {
    return refuseMissing('payment_intent', intentId, 'payment_intent')
  }
  const charge = world.state.charges.get(chargeId ?? intent?.latest_charge ?? '')
  if (!charge && chargeId !== undefined) return refuseMissing('charge', chargeId, 'charge')
  if (!charge) {
    return refuse(
      400,
      `This PaymentIntent (${intentId}) does not have a successful charge to refund.`,
    )
  }
  if (intentId !== undefined && charge.payment_intent !== intentId) {
    return refuse(400, `Charge ${charge.id} is not a charge of ${intentId}.`, { param: 'charge' })
  }
  return charge
}

function amountToRefund(charge: Charge, params: NewRefund): number {
  const left = charge.amount - charge.amount_refunded
  const amount = params.amount ?? left
  if (charge.status !== 'succeeded') {
    refuse(400, `Charge ${charge.id} has not succeeded: it cannot be refunded.`)
  }
  if (charge.disputed) {
    const message = `Charge ${charge.id} has been charged back; cannot issue a refund.`
    refuse(400, message, { code: 'charge_disputed' })
  }
  if (left === 0) {
    const message = `Charge ${charge.id} has already been refunded.`
    refuse(400, message, { code: 'charge_already_refunded' })
  }
  if (params.currency !== undefined && params.currency !== charge.currency) {
    refuse(400, `The currency of the charge is ${charge.currency}.`, { param: 'currency' })
  }
  if (amount < 1) {
    const message = 'This value must be greater than or equal to 1.'
    refuse(400, message, { code: 'parameter_invalid_integer', param: 'amount' })
  }
  if (amount > left) {
    const [asked, kept] = [amount, left].map((cents) => (cents / 100).toFixed(2))
    const message = `Refund amount (${asked}) is greater than unrefunded amount on charge (${kept})`
    refuse(400, message, { param: 'amount' })
  }
  return amount
}

function recount(world: World, charge: Charge): void {
  const standing = refundsOf(world, charge.id).filter((refund) => refund.status !== 'failed')
  charge.amount_refunded = standing.reduce((sum, refund) => sum + refund.amount, 0)
  charge.refunded = charge.amount_refunded === charge.amount
}

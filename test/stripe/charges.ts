import { sample } from './samples.ts'
import type { Charge, Payer, PaymentIntent } from './shapes.ts'
import type { TestCard, TestIban } from './test-numbers.ts'
import { newId, seconds, type World } from './world.ts'

type Means = NonNullable<Charge['payment_method_details']>

/** A charge on its way: neither paid nor failed yet. */
export function blankCharge(
  world: World,
  intent: PaymentIntent,
  payer: Payer,
  means: Means,
): Charge {
  const base = sample('charge')
  const charge: Charge = {
    ...base,
    id: newId(means.type === 'card' ? 'ch_3' : 'py_3'),
    amount: intent.amount,
    billing_details: { ...base.billing_details, email: payer.email, name: payer.name },
    created: seconds(world),
    currency: intent.currency,
    description: intent.description,
    metadata: { ...intent.metadata },
    payment_intent: intent.id,
    payment_method: newId('pm_1'),
    payment_method_details: means,
    receipt_email: intent.receipt_email,
  }
  intent.payment_method = charge.payment_method
  world.state.charges.set(charge.id, charge)
  return charge
}

/** What a charge says of its card. */
export function cardDetails(card: TestCard): Means {
  const base = sample('charge').payment_method_details
  if (!base?.card) throw new Error('samples.json has lost the card of its charge')
  const last4 = card.number.slice(-4)
  return { type: 'card', card: { ...base.card, brand: card.brand, network: card.brand, last4 } }
}

/** What a charge says of its bank account. */
export function debitDetails(iban: TestIban): Means {
  return {
    type: 'sepa_debit',
    sepa_debit: {
      bank_code: iban.number.slice(4, 12),
      branch_code: null,
      country: iban.country,
      fingerprint: newId('', 16),
      last4: iban.number.slice(-4),
      mandate: newId('mandate_1'),
    },
  }
}

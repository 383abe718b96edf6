import { readFileSync } from 'node:fs'
import type { Charge, Dispute, LineItem, PaymentIntent, Refund, Session } from './shapes.ts'

type Samples = {
  session: Session
  paymentIntent: PaymentIntent
  charge: Charge
  refund: Refund
  dispute: Dispute
  lineItem: LineItem
}

const samples: Samples = JSON.parse(readFileSync(`${import.meta.dirname}/samples.json`, 'utf8'))

/** A fresh copy of Stripe's own sample of an object, to be filled in. */
export function sample<Kind extends keyof Samples>(kind: Kind): Samples[Kind] {
  return structuredClone(samples[kind])
}

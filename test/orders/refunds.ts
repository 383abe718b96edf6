import { expect } from 'vitest'
import { readSession } from '#features/payments/close-payment.ts'
import { settle } from '#features/payments/settle.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, placed } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'

/** An order that was paid at Stripe: 24 € each, a parcel at 6,90 €. */
export async function paidAtStripe(quantity = 2, stock = 10) {
  const { variants } = await makeProduct({}, { stock })
  return payAtStripe(variants[0]?.id ?? '', quantity)
}

/** Some units of a variant, paid at Stripe. */
export async function payAtStripe(variantId: string, quantity: number) {
  return { ...(await payLines([{ variantId, quantity }])), variantId }
}

/** An order for some lines, paid at Stripe. */
export async function payLines(lines: Parameters<typeof placed>[0]) {
  const { order, sessionId } = await placed(lines)
  await stripe.pay(sessionId)
  const fact = await readSession(tools(), sessionId)
  await settle(tools(), fact ?? expect.fail('no session'))
  const view = await orderNow(order.id)
  return { ...view, intent: view.payment?.paymentIntent ?? '' }
}

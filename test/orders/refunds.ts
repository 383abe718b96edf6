import { expect } from 'vitest'
import { leftToRefund, sumRefund } from '#features/orders/refund-rules.ts'
import { refund } from '#features/orders/refund.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { settle } from '#features/payments/settle.ts'
import { newId } from '#platform/ids.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, placed } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'
import { ACTOR } from './desk.ts'

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

export type Paid = Awaited<ReturnType<typeof payLines>>

/** Refunds some units, with the id that a form would carry. */
export function giveBack(view: Paid, units: number, given: { id?: string; extra?: number } = {}) {
  const left = leftToRefund(view, view.refunds, view.refundLines)
  const line = view.lines[0] ?? expect.fail('no line')
  const asked = units === 0 ? [] : [{ lineId: line.id, quantity: units, restock: true }]
  const sum = sumRefund({ units: asked, delivery: 0, extra: given.extra ?? 0 }, view.lines, left)
  const { order, lines, payment } = view
  return refund(tools(), ACTOR, {
    id: given.id ?? newId('ref'),
    order,
    lines,
    payment: payment ?? expect.fail('no payment'),
    sum,
    reason: 'withdrawal',
    note: '',
  })
}

/** The events of one type about an order's refunds. */
export async function refundEvents({ intent }: Paid, type: string) {
  return (await stripe.events(intent)).filter((event) => event.type === type)
}

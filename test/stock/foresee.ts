import type { Known, Model } from './model-shop.ts'
import { freeOf } from './model-shop.ts'

/** What a model expects of the shop: its rules, told a second time and in fewer words. */

function giveUp(order: Known, because: string): void {
  Object.assign(order, { phase: 'gone', because, atStripe: endOf(order) })
}

const endOf = ({ atStripe }: Known) =>
  atStripe === 'open' || atStripe === 'none' ? 'closed' : atStripe

const isUnpaid = ({ phase }: Known) => phase === 'waiting' || phase === 'transfer'

export const fits = (model: Model, units: readonly number[], own: readonly number[] = []) =>
  units.every((n, shelf) => n <= freeOf(model, shelf) + (own[shelf] ?? 0))

/** Stripe says, by its webhook or the return page, how a payment stands. */
export function afterNews(model: Model, order: Known): void {
  const { atStripe, because, late } = order
  if (isUnpaid(order)) {
    if (atStripe === 'paid') order.phase = 'paid'
    else if (atStripe === 'underway') order.phase = 'transfer'
    else if (atStripe === 'failed') giveUp(order, 'failed')
    else if (atStripe === 'closed') giveUp(order, 'expired')
    return
  }
  if (order.phase !== 'gone' || atStripe !== 'paid' || late === 'repaid') return
  if (because !== 'maker' && fits(model, order.units)) order.phase = 'paid'
  else if (late === 'no') order.late = 'repaid'
}

/** The time of what waits is over, and Stripe is asked about the rest. */
export function afterTime(model: Model): void {
  for (const order of model.orders.filter(isUnpaid)) {
    if (['paid', 'underway', 'failed'].includes(order.atStripe)) afterNews(model, order)
    else giveUp(order, 'expired')
  }
}

/** The maker gives up an order that is not paid. */
export function afterCalledOff(model: Model, order: Known): void {
  if (!isUnpaid(order)) return
  if (['paid', 'underway'].includes(order.atStripe)) afterNews(model, order)
  else giveUp(order, 'maker')
}

/** Somebody gives an order up without asking Stripe, as when two acts cross. */
export function afterCrossing(order: Known, because: string): void {
  if (isUnpaid(order)) Object.assign(order, { phase: 'gone', because })
}

export type Wish = { cart: number; wish: string; units: number[] }

/** Whether a cart leads to an order of its own: what it replaces is given up, unless it was paid meanwhile. */
export function afterPlacing(model: Model, wish: Wish): 'short' | 'same' | 'paid' | 'placed' {
  const open = model.orders.find(({ cart, phase }) => cart === wish.cart && phase === 'waiting')
  if (!fits(model, wish.units, open?.units)) return 'short'
  if (open?.wish === wish.wish) return 'same'
  if (!open) return 'placed'
  if (['paid', 'underway'].includes(open.atStripe)) {
    afterNews(model, open)
    return 'paid'
  }
  giveUp(open, 'replaced')
  return 'placed'
}

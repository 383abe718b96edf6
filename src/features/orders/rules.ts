/** How an order is delivered, as it was chosen, in the order's language. */
export type FrozenDelivery = {
  code: string
  kind: 'parcel' | 'pickup'
  title: string
  promise: string
  /** Days it was promised for, in the shop's calendar. */
  from: string
  to: string
}

const STATES = ['pending', 'awaiting_payment', 'paid', 'cancelled', 'held'] as const

export type OrderState = (typeof STATES)[number]

/**
 * Where an order may go from each state. `held` is money that came but may not ship before a person has looked: the
 * amount differs, or the order had been given up.
 */
export const MOVES: Record<OrderState, readonly OrderState[]> = {
  pending: ['awaiting_payment', 'paid', 'cancelled', 'held'],
  awaiting_payment: ['paid', 'cancelled', 'held'],
  paid: [],
  cancelled: ['held'],
  held: ['paid', 'cancelled'],
}

/** Whether an order may go from one state to another. */
export function mayMove(from: OrderState, to: OrderState): boolean {
  return MOVES[from].includes(to)
}

/** The states from which an order may come to this one. */
export function statesBefore(to: OrderState): OrderState[] {
  return STATES.filter((from) => mayMove(from, to))
}

/** How long a link to a file works. */
export const FILE_LINK_HOURS = 24

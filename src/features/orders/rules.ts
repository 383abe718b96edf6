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

const STATES = [
  'pending',
  'awaiting_payment',
  'paid',
  'ready',
  'shipped',
  'delivered',
  'cancelled',
  'held',
] as const

export type OrderState = (typeof STATES)[number]

/**
 * Where an order may go from each state. `held` is money that came but may not ship before a person has looked: the
 * amount differs, or the order had been given up. `ready` waits at the workshop for who fetches it; `shipped` has left
 * as a whole. An unpaid order that was given up is paid after all when its money comes late and its pieces are there.
 */
export const MOVES: Record<OrderState, readonly OrderState[]> = {
  pending: ['awaiting_payment', 'paid', 'cancelled', 'held'],
  awaiting_payment: ['paid', 'cancelled', 'held'],
  paid: ['ready', 'shipped', 'delivered', 'cancelled'],
  ready: ['delivered', 'cancelled'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: ['paid', 'held'],
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

/** States of an order that waits for its money. */
export const UNPAID = ['pending', 'awaiting_payment'] as const satisfies readonly OrderState[]

/** Whether an order waits for its money. */
export function isUnpaid(state: OrderState): boolean {
  return UNPAID.some((open) => open === state)
}

/** Whether an order outlives its payment page: one that the maker wrote is paid by a link, which opens another. */
export function staysOpen(order: { channel: Channel; holdUntil: number }, now: number): boolean {
  return order.channel !== 'shop' && order.holdUntil > now
}

export type Channel = 'shop' | 'stall' | 'phone'

/** Whether an order has been paid and stands. */
export function isPaid(state: OrderState): boolean {
  return ['paid', 'ready', 'shipped', 'delivered'].includes(state)
}

type LineKind = 'physical' | 'digital' | 'service' | 'gift_card' | 'bundle'

/** Kinds of lines that are packed; the others are delivered when they are paid. */
export const PACKED_KINDS: readonly LineKind[] = ['physical', 'bundle']

export type RefundState = 'pending' | 'succeeded' | 'failed'

export type Refunded = {
  refunds: readonly { id: string; state: RefundState }[]
  refundLines: readonly { refundId: string; lineId: string; quantity: number }[]
}

/** How many units of each line were given back their money, by the refunds that stand: one that failed gave nothing. */
export function unitsRefunded({ refunds, refundLines }: Refunded): Map<string, number> {
  const failed = new Set(refunds.flatMap(({ id, state }) => (state === 'failed' ? id : [])))
  const units = new Map<string, number>()
  for (const { refundId, lineId, quantity } of refundLines) {
    if (!failed.has(refundId)) units.set(lineId, (units.get(lineId) ?? 0) + quantity)
  }
  return units
}

type Packing = {
  lines: readonly { id: string; kind: LineKind; quantity: number }[]
  sent: readonly { lineId: string; quantity: number }[]
} & Refunded

/**
 * How many units of each line have not left yet and still must; lines of which none has to leave are missing. While
 * some have not left, a unit that was refunded is one of those.
 */
export function leftToSend({ lines, sent, ...back }: Packing): Map<string, number> {
  const refunded = unitsRefunded(back)
  const left = new Map<string, number>()
  for (const { id, kind, quantity } of lines) {
    const gone = sent.reduce((sum, one) => sum + (one.lineId === id ? one.quantity : 0), 0)
    const rest = quantity - gone - (refunded.get(id) ?? 0)
    if (PACKED_KINDS.includes(kind) && rest > 0) left.set(id, rest)
  }
  return left
}

export type Standing = { state: OrderState; delivery: Pick<FrozenDelivery, 'kind'> | null }

/** Whether a parcel of this order may leave. */
export function mayShip({ state, delivery }: Standing): boolean {
  return delivery?.kind === 'parcel' && mayMove(state, 'shipped')
}

/** What may be said of an order without a parcel leaving: that it is ready to be fetched, that it has arrived. */
export function handOvers({ state, delivery }: Standing): ('ready' | 'delivered')[] {
  if (!delivery || (delivery.kind === 'parcel' && state !== 'shipped')) return []
  return (['ready', 'delivered'] as const).filter((to) => mayMove(state, to))
}

/** How an order may be given up now: an unpaid one, or one whose money goes back; null once a parcel has left. */
export function mayCancel(
  { state }: Pick<Standing, 'state'>,
  parcels: number,
): 'unpaid' | 'paid' | null {
  if (isUnpaid(state)) return 'unpaid'
  return parcels === 0 && ['paid', 'ready', 'held'].includes(state) ? 'paid' : null
}

/** States in which the address may be put right: who has not paid yet types it anew. */
export const READDRESSED: readonly OrderState[] = ['awaiting_payment', 'held', 'paid']

/** Whether the address may still be put right: until the first parcel leaves. */
export function mayReaddress(state: OrderState, parcels: number): boolean {
  return parcels === 0 && READDRESSED.includes(state)
}

/** How the desk names where an order is. What is paid and needs no packing has been delivered. */
export type Standpoint =
  | 'waiting'
  | 'held'
  | 'to_pack'
  | 'ready'
  | 'shipped'
  | 'delivered'
  | 'cancelled'

export function standpoint({ state, delivery }: Standing): Standpoint {
  switch (state) {
    case 'pending':
    case 'awaiting_payment':
      return 'waiting'
    case 'paid':
      return delivery ? 'to_pack' : 'delivered'
    case 'ready':
    case 'shipped':
    case 'delivered':
    case 'cancelled':
    case 'held':
      return state
    default:
      return state satisfies never
  }
}

/** The lists of the desk. `all` is every order that has a number. */
export const FILTERS = [
  'to_pack',
  'ready',
  'shipped',
  'waiting',
  'held',
  'cancelled',
  'all',
] as const
export type Filter = (typeof FILTERS)[number]

/** "visa 4242" as people read it. */
export function methodName(method: string): string {
  const [, brand = method, last4] = /^(.+) (\d{4})$/.exec(method) ?? []
  const name = brand.charAt(0).toUpperCase() + brand.slice(1).replaceAll('_', ' ')
  return last4 ? `${name} •••• ${last4}` : name
}

/** The page of the legal menu where one withdraws. */
export const WITHDRAWAL_PAGE = 'renoncer-au-contrat'

/** How long a link to a file works. */
export const FILE_LINK_HOURS = 24

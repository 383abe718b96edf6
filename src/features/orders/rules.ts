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

/**
 * Every state of an order. `held` is money that came but may not ship, because the amount differs. `in_making` and
 * `packed` are said by the maker when she likes; `ready` waits at the workshop for who fetches it; `shipped` has left as
 * a whole. Repaid and disputed are no states: a shipped order may be either, and its refunds and disputes say so.
 */
export const STATES = [
  'pending',
  'awaiting_payment',
  'paid',
  'in_making',
  'packed',
  'ready',
  'shipped',
  'delivered',
  'cancelled',
  'held',
] as const

export type OrderState = (typeof STATES)[number]

/** What a line of an order's timeline tells: a step to a state, or something that happened to its money. */
export type Happening =
  | 'placed'
  | Exclude<OrderState, 'pending'>
  | 'refunded'
  | 'refund_failed'
  | 'inquired'
  | 'inquiry_closed'
  | 'disputed'
  | 'dispute_won'
  | 'dispute_lost'

/**
 * What a move does to the pieces: `claim` sells what was held, `release` gives it back, `take_again` holds and sells
 * what had been given back, `may_return` puts it back on the shelf if asked; and to the money: it came `in`, or goes
 * `out`.
 */
export type Effect = {
  stock: 'none' | 'claim' | 'release' | 'take_again' | 'may_return'
  money: 'none' | 'in' | 'out'
}

const NONE: Effect = { stock: 'none', money: 'none' }
const SOLD: Effect = { stock: 'claim', money: 'in' }
const GIVEN_UP: Effect = { stock: 'release', money: 'none' }
const REPAID: Effect = { stock: 'may_return', money: 'out' }
const LOOKED_AT: Effect = { stock: 'none', money: 'in' }

/**
 * The life of an order: from each state where it may go, and what the move brings with it, once. An unpaid order that
 * was given up is paid after all when its money comes late and its pieces are there. What is held is never shipped: its
 * money goes back.
 */
export const LIFE: Record<OrderState, Partial<Record<OrderState, Effect>>> = {
  pending: { awaiting_payment: NONE, paid: SOLD, cancelled: GIVEN_UP, held: LOOKED_AT },
  awaiting_payment: { paid: SOLD, cancelled: GIVEN_UP, held: LOOKED_AT },
  paid: {
    in_making: NONE,
    packed: NONE,
    ready: NONE,
    shipped: NONE,
    delivered: NONE,
    cancelled: REPAID,
  },
  in_making: { packed: NONE, ready: NONE, shipped: NONE, delivered: NONE, cancelled: REPAID },
  packed: { ready: NONE, shipped: NONE, delivered: NONE, cancelled: REPAID },
  ready: { delivered: NONE, cancelled: REPAID },
  shipped: { delivered: NONE },
  delivered: {},
  cancelled: { paid: { stock: 'take_again', money: 'in' }, held: LOOKED_AT },
  held: { cancelled: { stock: 'release', money: 'out' } },
}

/** Whether an order may go from one state to another. */
export function mayMove(from: OrderState, to: OrderState): boolean {
  return LIFE[from][to] !== undefined
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

/** States of an order that has been paid and stands. */
const PAID: readonly OrderState[] = ['paid', 'in_making', 'packed', 'ready', 'shipped', 'delivered']

/** Whether an order has been paid and stands. */
export function isPaid(state: OrderState): boolean {
  return PAID.includes(state)
}

type LineKind = 'physical' | 'digital' | 'service' | 'gift_card' | 'bundle'

/** Kinds of lines that are packed; the others are delivered when they are paid. */
export const PACKED_KINDS: readonly LineKind[] = ['physical', 'bundle']

export type RefundState = 'pending' | 'succeeded' | 'failed'

type Refund = { id: string; state: RefundState }
type RefundedUnits = { refundId: string; lineId: string; quantity: number }

export type Refunded<R extends Refund = Refund> = {
  refunds: readonly R[]
  refundLines: readonly RefundedUnits[]
}

/** How many units of each line were given back their money, by the refunds that stand: one that failed gave nothing. */
export function unitsRefunded<R extends Refund>(
  { refunds, refundLines }: Refunded<R>,
  counts: (refund: R) => boolean = () => true,
): Map<string, number> {
  const ids = new Set(
    refunds.flatMap((one) => (one.state !== 'failed' && counts(one) ? one.id : [])),
  )
  const units = new Map<string, number>()
  for (const { refundId, lineId, quantity } of refundLines) {
    if (ids.has(refundId)) units.set(lineId, (units.get(lineId) ?? 0) + quantity)
  }
  return units
}

type Sums = { total: number; refundedTotal: number }

/** Whether all the money of an order went back, or is on its way. */
export function isRepaid({ total, refundedTotal }: Sums): boolean {
  return total > 0 && refundedTotal >= total
}

/** Whether nothing of a line is kept: each of its units was refunded, or the order was repaid whole. */
export function isLineRepaid(
  { id, quantity }: { id: string; quantity: number },
  { order, ...back }: { order: Sums } & Refunded,
): boolean {
  return isRepaid(order) || (unitsRefunded(back).get(id) ?? 0) >= quantity
}

/** Why a unit is refunded that had left. */
export const AFTER_LEAVING: readonly string[] = ['broken', 'lost']

type Packing = {
  lines: readonly { id: string; kind: LineKind; quantity: number }[]
  sent: readonly { lineId: string; quantity: number }[]
} & Refunded<Refund & { reason: string }>

/**
 * How many units of each line have not left yet and still must; lines of which none has to leave are missing. A unit
 * that was refunded need not leave, unless it is one that arrived broken or was lost on its way: then it had left.
 */
export function leftToSend({ lines, sent, ...back }: Packing): Map<string, number> {
  const refunded = unitsRefunded(back)
  const after = unitsRefunded(back, ({ reason }) => AFTER_LEAVING.includes(reason))
  const left = new Map<string, number>()
  for (const { id, kind, quantity } of lines) {
    const gone = sent.reduce((sum, one) => sum + (one.lineId === id ? one.quantity : 0), 0)
    const unsent = (refunded.get(id) ?? 0) - Math.min(gone, after.get(id) ?? 0)
    const rest = quantity - gone - unsent
    if (PACKED_KINDS.includes(kind) && rest > 0) left.set(id, rest)
  }
  return left
}

/** States of a dispute while which nothing leaves: the money is taken back, for now or for good. */
export const STOPPING = ['open', 'lost'] as const

/** Whether a dispute stops an order. An inquiry only asks: it takes nothing, and stops nothing. */
export function isStopped(disputes: readonly { state: string }[]): boolean {
  return disputes.some(({ state }) => STOPPING.some((stopping) => stopping === state))
}

export type Standing = {
  state: OrderState
  delivery: Pick<FrozenDelivery, 'kind'> | null
  /** A dispute stops it. */
  stopped?: boolean
}

/** Whether a parcel of this order may leave. */
export function mayShip({ state, delivery, stopped = false }: Standing): boolean {
  return delivery?.kind === 'parcel' && !stopped && mayMove(state, 'shipped')
}

/** What may be said of an order without a parcel leaving: that it is ready to be fetched, that it has arrived. */
export function handOvers({ state, delivery, stopped = false }: Standing): Handing[] {
  if (!delivery || (delivery.kind === 'parcel' && state !== 'shipped')) return []
  if (stopped && state !== 'shipped') return []
  return (['ready', 'delivered'] as const).filter((to) => mayMove(state, to))
}

type Handing = 'ready' | 'delivered'

/** What may be said of the work on an order before it leaves. */
export function workSteps({ state, delivery, stopped = false }: Standing): Work[] {
  if (!delivery || stopped) return []
  return (['in_making', 'packed'] as const).filter((to) => mayMove(state, to))
}

type Work = 'in_making' | 'packed'

/** The steps that the maker says, one at a time. */
export const SAID = ['in_making', 'packed', 'ready', 'delivered'] as const satisfies (
  | Work
  | Handing
)[]
export type Said = (typeof SAID)[number]

/** States of which an order is given up by giving its money back. */
export const REPAYABLE = STATES.filter((from) => LIFE[from].cancelled?.money === 'out')

/** Of these, the states in which its pieces are sold. */
export const SOLD_STATES = REPAYABLE.filter((from) => LIFE[from].cancelled?.stock === 'may_return')

/** How an order may be given up now: an unpaid one, or one whose money goes back; null once a parcel has left. */
export function mayCancel(
  { state }: Pick<Standing, 'state'>,
  parcels: number,
): 'unpaid' | 'paid' | null {
  if (isUnpaid(state)) return 'unpaid'
  return parcels === 0 && REPAYABLE.includes(state) ? 'paid' : null
}

/** States in which the address may be put right: who has not paid yet types it anew. */
export const READDRESSED: readonly OrderState[] = ['awaiting_payment', 'held', 'paid', 'in_making']

/** Whether the address may still be put right: until the first parcel leaves. */
export function mayReaddress(state: OrderState, parcels: number): boolean {
  return parcels === 0 && READDRESSED.includes(state)
}

/** How the desk names where an order is. What is paid and needs no packing has been delivered. */
export type Standpoint =
  | 'waiting'
  | 'held'
  | 'to_pack'
  | 'in_making'
  | 'packed'
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
    case 'in_making':
    case 'packed':
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
  'disputed',
  'packed',
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

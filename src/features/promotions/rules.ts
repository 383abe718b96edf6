import { addDays, type Day, localTime, momentAt } from '#lib/dates.ts'
import type { Text } from '#lib/i18n.ts'
import { split } from '#lib/money.ts'
import { fold } from '#lib/text.ts'

/** What an offer is for. With both lists empty it is for everything. */
export type Scope = { products: string[]; collections: string[] }

export const KINDS = ['percent', 'amount', 'free_delivery', 'n_for_m'] as const
export type Kind = (typeof KINDS)[number]

/** What an offer gives, to whom and when: amounts in minor units, percentages in hundredths. */
export type Promotion = {
  id: string
  title: Text
  code: string | null
  kind: Kind
  basisPoints: number | null
  amount: number | null
  take: number | null
  pay: number | null
  minimum: number
  startsAt: number | null
  endsAt: number | null
  scope: Scope
  usesMost: number | null
  usesPerBuyer: number | null
  uses: number
  combines: boolean
  active: boolean
}

/** What an offer looks at. A collection that holds a piece holds it for all that are above it too. */
export type Basket = {
  lines: readonly BasketLine[]
  physical: boolean
  /** What delivery costs; null while nobody knows. */
  delivery: number | null
}

export type BasketLine = {
  productId: string
  kind: string
  collectionIds: readonly string[]
  quantity: number
  /** What its units cost together before any offer. */
  total: number
}

/** How often the buyer used offers before, by id; nobody is known before they say who they are. */
export type Uses = ReadonlyMap<string, number>

export type Refused = {
  ok: false
  because:
    | 'unknown'
    | 'notYet'
    | 'paused'
    | 'over'
    | 'usedUp'
    | 'usedByYou'
    | 'none'
    | 'minimum'
    | 'units'
    | 'nothingSent'
    | 'better'
  /** What is missing to the minimum, in minor units; or how many pieces. */
  missing: number
}

export type Verdict = { ok: true; promotion: Promotion; off: Off } | Refused

/** What an offer takes off each line, and off the delivery. */
export type Off = { lines: number[]; delivery: number }

export type Applied = { promotion: Promotion; off: Off }

/**
 * Whether an offer applies to a cart, and what it takes off by itself; or what keeps it from applying. Gift cards are
 * money: no offer is for them. The minimum is asked of the goods in its scope, before any offer.
 */
export function judge(offer: Promotion, cart: Basket, buyer: Uses, now: number): Verdict {
  const used = offer.usesPerBuyer !== null && (buyer.get(offer.id) ?? 0) >= offer.usesPerBuyer
  if (!offer.active) return refused('paused')
  if (offer.startsAt !== null && now < offer.startsAt) return refused('notYet')
  if (offer.endsAt !== null && now >= offer.endsAt) return refused('over')
  if (offer.usesMost !== null && offer.uses >= offer.usesMost) return refused('usedUp')
  if (used) return refused('usedByYou')
  const inside = cart.lines.filter((line) => isInScope(offer.scope, line))
  if (inside.length === 0) return refused('none')
  const missing = offer.minimum - sum(inside.map(({ total }) => total))
  if (missing > 0) return refused('minimum', missing)
  const units = sum(inside.map(({ quantity }) => quantity))
  const take = offer.take ?? 0
  if (offer.kind === 'n_for_m' && units < take) return refused('units', take - units)
  if (offer.kind === 'free_delivery' && !cart.physical) return refused('nothingSent')
  const full = { lines: cart.lines.map(({ total }) => total), delivery: cart.delivery ?? 0 }
  return { ok: true, promotion: offer, off: offOf(offer, cart, full) }
}

function refused(because: Refused['because'], missing = 0): Refused {
  return { ok: false, because, missing }
}

/**
 * Which offers apply together. Those that combine apply one after the other, each to what the ones before have left:
 * pieces for nothing first, then percentages, then amounts, then delivery. One that does not combine stands alone. What
 * takes most off is what the shopper gets; an offer that lost to a better one is told so.
 */
export function choose(verdicts: readonly Verdict[], cart: Basket): Applied[] {
  const good = verdicts.flatMap((verdict) => (verdict.ok ? [verdict.promotion] : []))
  const sets = [good.filter(({ combines }) => combines), ...good.map((offer) => [offer])]
  const results = sets.map((set) => applyAll(set, cart))
  const best = results.toSorted((a, b) => worth(b) - worth(a) || b.length - a.length)
  return best[0] ?? []
}

const TURN: Record<Kind, number> = { n_for_m: 0, percent: 1, amount: 2, free_delivery: 3 }

function applyAll(offers: readonly Promotion[], cart: Basket): Applied[] {
  const left = { lines: cart.lines.map(({ total }) => total), delivery: cart.delivery ?? 0 }
  return offers
    .toSorted((a, b) => TURN[a.kind] - TURN[b.kind])
    .map((promotion) => {
      const off = offOf(promotion, cart, left)
      left.lines = left.lines.map((amount, i) => amount - (off.lines[i] ?? 0))
      left.delivery -= off.delivery
      return { promotion, off }
    })
}

const worth = (applied: readonly Applied[]) =>
  sum(applied.map(({ off }) => off.delivery + sum(off.lines)))

/** What an offer takes off what is left of each line: never more than there is, split without losing a cent. */
function offOf(offer: Promotion, cart: Basket, left: Off): Off {
  const nothing = left.lines.map(() => 0)
  if (offer.kind === 'free_delivery') return { lines: nothing, delivery: left.delivery }
  const goods = left.lines.map((amount, i) => {
    const line = cart.lines[i]
    return line && isInScope(offer.scope, line) ? amount : 0
  })
  if (offer.kind === 'n_for_m') return { lines: freeUnits(offer, cart, goods), delivery: 0 }
  const all = sum(goods)
  const off =
    offer.kind === 'percent'
      ? Math.round((all * (offer.basisPoints ?? 0)) / 10_000)
      : (offer.amount ?? 0)
  return { lines: all > 0 ? split(Math.min(off, all), goods) : nothing, delivery: 0 }
}

/** Of every `take` units `take - pay` are free: the cheapest of them all. */
function freeUnits({ take, pay, scope }: Promotion, cart: Basket, left: readonly number[]) {
  const units = cart.lines.flatMap((line, at) =>
    isInScope(scope, line)
      ? split(left[at] ?? 0, Array<number>(line.quantity).fill(1)).map((price) => ({ at, price }))
      : [],
  )
  const groups = take ? Math.floor(units.length / take) : 0
  const free = units
    .toSorted((a, b) => a.price - b.price)
    .slice(0, groups * Math.max(0, (take ?? 0) - (pay ?? 0)))
  return left.map((_, i) => sum(free.map(({ at, price }) => (at === i ? price : 0))))
}

function isInScope({ products, collections }: Scope, line: BasketLine): boolean {
  if (line.kind === 'gift_card') return false
  if (products.length + collections.length === 0) return true
  return (
    products.includes(line.productId) || line.collectionIds.some((id) => collections.includes(id))
  )
}

/** A code as it is kept and compared: capitals without accents or spaces, however it was typed. */
export function plainCode(typed: string): string {
  return fold(typed).toUpperCase().replace(/\s/g, '')
}

const EASY = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A code that is easy to read aloud, from eight random bytes: neither O and 0, nor I and 1. */
export function easyCode(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, 8), (byte) => EASY[byte % EASY.length]).join('')
}

/** What a code may be: three letters, digits or hyphens at least. */
export const CODE = /^[A-Z0-9][A-Z0-9-]{2,29}$/

export type Standing = 'running' | 'planned' | 'over' | 'paused' | 'usedUp'

/** The lists of the back office; what is used up is over. */
export const LISTS = ['running', 'planned', 'paused', 'over'] as const
export type OfferList = (typeof LISTS)[number]

/** Where an offer is in its life. */
export function standingOf(
  offer: Pick<Promotion, 'active' | 'startsAt' | 'endsAt' | 'usesMost' | 'uses'>,
  now: number,
): Standing {
  if (offer.endsAt !== null && now >= offer.endsAt) return 'over'
  if (offer.usesMost !== null && offer.uses >= offer.usesMost) return 'usedUp'
  if (!offer.active) return 'paused'
  return offer.startsAt !== null && now < offer.startsAt ? 'planned' : 'running'
}

/** The moment when a day has that hour where the shop is; 24 is the end of the day. */
export function hourOf(day: Day, hour: number, timeZone: string): number {
  return hour === 24
    ? momentAt(addDays(day, 1), '00:00', timeZone)
    : momentAt(day, `${String(hour).padStart(2, '0')}:00`, timeZone)
}

/** A day and an hour as the form has them, of a moment where the shop is: midnight may be the end of the day before. */
export function dayAndHour(moment: number, timeZone: string, ends: boolean) {
  const { day, hour } = localTime(moment, timeZone)
  return ends && hour === 0 ? { day: addDays(day, -1), hour: 24 } : { day, hour }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

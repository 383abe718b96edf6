import type { Text } from '#lib/i18n.ts'
import { addDays, type Day, localTime, weekday } from '#lib/dates.ts'
import { isPublicHoliday } from '#lib/public-holidays.ts'
import type { Settings } from '#features/settings/rules.ts'

/** Ways to deliver that a shop may have. */
export const MOST_METHODS = 50

/** What a parcel costs up to a weight. */
export type Band = { upToG: number; price: number }

export type DeliveryMethod = {
  code: string
  kind: 'parcel' | 'pickup'
  title: Text
  promise: Text
  /** What the buyer reads beside the days. */
  speed: 'standard' | 'express'
  countries: string[]
  bands: Band[]
  freeAbove: number | null
  /** When things can be fetched; the workshop's own hours without. */
  hours?: Text | null
  minDays: number
  maxDays: number
}

/** What is to be delivered: where, how heavy with its packing, and what the goods cost together. */
export type Need = {
  country: string
  /** As far as it is known: it tells overseas France from the rest. */
  postalCode?: string | undefined
  weightG: number
  subtotal: number
}

/** A way to deliver an order, and what it costs in minor units. */
export type DeliveryOption = DeliveryMethod & { price: number }

// Carriers and customs treat overseas France as abroad while its addresses are French: among the countries of a method
// it is one of its own, told by the postcode.
export const OVERSEAS = 'FR-OM'

/** Where a method must go to reach an address: its country, or overseas France. Monaco's 980 is not overseas. */
export function zoneOf(country: string, postalCode = ''): string {
  return country === 'FR' && /^\s*9\s*(7|8(?!\s*0))/.test(postalCode) ? OVERSEAS : country
}

/** What a method costs for a need; null when it does not go there or cannot carry it. */
export function deliveryPrice(method: DeliveryMethod, need: Need): number | null {
  const zone = zoneOf(need.country, need.postalCode)
  if (method.kind === 'parcel' && !method.countries.includes(zone)) return null
  const band = method.bands
    .toSorted((a, b) => a.upToG - b.upToG)
    .find(({ upToG }) => need.weightG <= upToG)
  if (!band) return method.kind === 'pickup' && method.bands.length === 0 ? 0 : null
  return method.freeAbove !== null && need.subtotal >= method.freeAbove ? 0 : band.price
}

/** The ways to deliver a need, in the maker's order. */
export function deliveryOptions(methods: readonly DeliveryMethod[], need: Need): DeliveryOption[] {
  return methods.flatMap((method) => {
    const price = deliveryPrice(method, need)
    return price === null ? [] : [{ ...method, price }]
  })
}

/** Every country that some parcel goes to, the shop's own first. */
export function deliveryCountries(methods: readonly DeliveryMethod[], home: string): string[] {
  const zones = methods.flatMap((method) => method.countries)
  const all = new Set(zones.map((zone) => (zone === OVERSEAS ? 'FR' : zone)))
  return [home, ...[...all].filter((country) => country !== home)].filter((c) => all.has(c))
}

export type Arrival = { orderBy: Day; cutoffHour: number; from: Day; to: Day }

type Plan = NonNullable<Settings['holiday']['plan']>

/** The holiday that a day falls into; it ends the day before `until`. */
export function holidayOn({ plan }: Settings['holiday'], day: Day): Plan | null {
  return plan && plan.from <= day && day < plan.until ? plan : null
}

/** The day that a shop which is closed now sells again; null when it is open. */
export function closedUntil(
  { holiday, shop }: Pick<Settings, 'holiday' | 'shop'>,
  now: number,
): Day | null {
  const plan = holidayOn(holiday, localTime(now, shop.timeZone).day)
  return plan?.mode === 'closed' ? plan.until : null
}

type Calendar = Pick<Settings, 'dispatch' | 'holiday' | 'shop'>

/**
 * When an order placed now arrives: it leaves on the next day of dispatch (the same day before the cut-off hour) that is
 * neither a holiday of the shop nor a public one, and travels for a number of delivery days, which are Monday to
 * Saturday without public holidays. `orderBy` is the day it leaves.
 */
export function promiseFor(
  method: Pick<DeliveryMethod, 'minDays' | 'maxDays'>,
  calendar: Calendar,
  now: number,
): Arrival {
  const { dispatch, shop } = calendar
  const { day, hour } = localTime(now, shop.timeZone)
  const orderBy = nextDispatch(hour < dispatch.cutoffHour ? day : addDays(day, 1), calendar)
  const { country } = shop.address
  return {
    orderBy,
    cutoffHour: dispatch.cutoffHour,
    from: afterDeliveryDays(orderBy, method.minDays, country),
    to: afterDeliveryDays(orderBy, method.maxDays, country),
  }
}

/** Days looked at for one on which parcels leave, beside a holiday: a shop that never ships is not looked at for ever. */
const DAYS_AHEAD = 31

function nextDispatch(first: Day, { dispatch, holiday, shop }: Calendar): Day {
  const start = holidayOn(holiday, first)?.until ?? first
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = addDays(start, ahead)
    if (!dispatch.weekdays.includes(weekday(day))) continue
    if (isPublicHoliday(day, shop.address.country)) continue
    const away = holidayOn(holiday, day)
    return away ? nextDispatch(away.until, { dispatch, holiday: { plan: null }, shop }) : day
  }
  return start
}

function afterDeliveryDays(day: Day, days: number, country: string): Day {
  let at = day
  for (let left = days; left > 0;) {
    at = addDays(at, 1)
    if (weekday(at) !== 0 && !isPublicHoliday(at, country)) left--
  }
  return at
}

/** Where a carrier shows the way of a parcel; null for one that has no such page, or no number. */
export function trackingLink(
  carriers: Settings['carriers'],
  parcel: { carrier: string; number: string },
  postalCode: string,
): string | null {
  const pattern = carriers.find(({ name }) => name === parcel.carrier)?.pattern
  if (!pattern || !parcel.number) return null
  const values: Record<string, string> = { '{n}': parcel.number, '{cp}': postalCode }
  const url = pattern.replace(/\{n\}|\{cp\}/g, (mark) => encodeURIComponent(values[mark] ?? ''))
  return url.startsWith('https://') ? url : null
}

/** A list with one of its members moved by one place; the same list where there is no such place. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const at = ids.indexOf(id)
  const other = ids[at + by]
  if (at < 0 || other === undefined) return [...ids]
  return ids.map((one) => (one === id ? other : one === other ? id : one))
}

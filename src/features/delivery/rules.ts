import type { Text } from '#lib/i18n.ts'
import { addDays, type Day, localTime, weekday } from '#lib/dates.ts'
import type { Settings } from '#features/settings/rules.ts'

/** What a parcel costs up to a weight. */
export type Band = { upToG: number; price: number }

export type DeliveryMethod = {
  code: string
  kind: 'parcel' | 'pickup'
  title: Text
  promise: Text
  countries: string[]
  bands: Band[]
  freeAbove: number | null
  minDays: number
  maxDays: number
}

/** What is to be delivered: where, how heavy with its packing, and what the goods cost together. */
export type Need = { country: string; weightG: number; subtotal: number }

/** A way to deliver an order, and what it costs in minor units. */
export type DeliveryOption = DeliveryMethod & { price: number }

/** What a method costs for a need; null when it does not go there or cannot carry it. */
export function deliveryPrice(method: DeliveryMethod, need: Need): number | null {
  if (method.kind === 'parcel' && !method.countries.includes(need.country)) return null
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
  const all = new Set(methods.flatMap((method) => method.countries))
  return [home, ...[...all].filter((country) => country !== home)].filter((c) => all.has(c))
}

export type Arrival = { orderBy: Day; cutoffHour: number; from: Day; to: Day }

/**
 * When an order placed now arrives: it leaves on the next day of dispatch (the same day before the cut-off hour) and
 * travels for a number of delivery days, which are Monday to Saturday. `orderBy` is the day it leaves.
 */
export function promiseFor(
  method: Pick<DeliveryMethod, 'minDays' | 'maxDays'>,
  dispatch: Settings['dispatch'],
  now: number,
  timeZone: string,
): Arrival {
  const { day, hour } = localTime(now, timeZone)
  const today = dispatch.weekdays.includes(weekday(day)) && hour < dispatch.cutoffHour
  const orderBy = today ? day : nextDispatch(day, dispatch.weekdays)
  return {
    orderBy,
    cutoffHour: dispatch.cutoffHour,
    from: afterDeliveryDays(orderBy, method.minDays),
    to: afterDeliveryDays(orderBy, method.maxDays),
  }
}

function nextDispatch(day: Day, weekdays: readonly number[]): Day {
  for (let ahead = 1; ahead <= 7; ahead++) {
    const next = addDays(day, ahead)
    if (weekdays.includes(weekday(next))) return next
  }
  return addDays(day, 1)
}

function afterDeliveryDays(day: Day, days: number): Day {
  let at = day
  for (let left = days; left > 0;) {
    at = addDays(at, 1)
    if (weekday(at) !== 0) left--
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

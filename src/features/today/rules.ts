import { addDays, type Day } from '#lib/dates.ts'
import type { Settings } from '#features/settings/rules.ts'

/** A picture as a row of a list shows it. */
export type CardImage = { hash: string; width: number; height: number; ground: string }

/** How far back the figures look, in days. */
export const SPANS = [7, 30, 365] as const
export type Span = (typeof SPANS)[number]

/** The span that an address asks for; the shortest for anything else. */
export function spanFrom(typed: string | undefined): Span {
  return SPANS.find((span) => String(span) === typed) ?? SPANS[0]
}

export type DayRow = {
  day: Day
  orders: number
  revenue: number
  refunded: number
  units: number
  visits: number
}

/** What a span of days came to; revenue is what stayed after refunds, in minor units. */
export type Sums = {
  orders: number
  revenue: number
  visits: number
  /** Null without an order. */
  basket: number | null
  /** Orders of a hundred visits, to a tenth; null without a visit. */
  conversion: number | null
}

function sumOf(rows: readonly DayRow[]): Sums {
  const total = (of: (row: DayRow) => number) => rows.reduce((sum, row) => sum + of(row), 0)
  const orders = total((row) => row.orders)
  const taken = total((row) => row.revenue)
  const visits = total((row) => row.visits)
  return {
    orders,
    revenue: taken - total((row) => row.refunded),
    visits,
    basket: orders > 0 ? Math.round(taken / orders) : null,
    // More orders than visits: most were made at the stall, so the figure would say nothing.
    conversion: visits >= orders && visits > 0 ? Math.round((orders * 1000) / visits) / 10 : null,
  }
}

export type Bar = { from: Day; to: Day; revenue: number; orders: number }

/** The last days up to and with today, as sums, the same before them, and bars: one a day, one a month for a year. */
export function figures(rows: readonly DayRow[], today: Day, span: Span) {
  const start = addDays(today, 1 - span)
  const before = addDays(start, -span)
  const now = rows.filter(({ day }) => day >= start && day <= today)
  const past = rows.filter(({ day }) => day >= before && day < start)
  const bars = span === 365 ? monthBars(now, start, today) : dayBars(now, start, span)
  return { now: sumOf(now), before: sumOf(past), bars, start }
}

export type Figures = ReturnType<typeof figures>

function dayBars(rows: readonly DayRow[], start: Day, span: number): Bar[] {
  return Array.from({ length: span }, (_, at) => {
    const day = addDays(start, at)
    return barOf(rows, day, day)
  })
}

function monthBars(rows: readonly DayRow[], start: Day, today: Day): Bar[] {
  const bars: Bar[] = []
  for (let from = start; from <= today;) {
    const next = addDays(`${from.slice(0, 7)}-28`, 4).slice(0, 7)
    const last = addDays(`${next}-01`, -1)
    const to = last < today ? last : today
    bars.push(barOf(rows, from, to))
    from = addDays(to, 1)
  }
  return bars
}

function barOf(rows: readonly DayRow[], from: Day, to: Day): Bar {
  const inside = rows.filter(({ day }) => day >= from && day <= to)
  const { revenue, orders } = sumOf(inside)
  return { from, to, revenue, orders }
}

/** How much a figure has changed, in whole percent; null when there was nothing before. */
export function change(now: number | null, before: number | null): number | null {
  if (now === null || before === null || before <= 0) return null
  return Math.round(((now - before) * 100) / before)
}

/** What a shop must have before it may open. Each is an address of the back office and a word. */
export const NEEDS = [
  'identity',
  'legal',
  'terms',
  'legal_page',
  'privacy',
  'products',
  'delivery',
  'tax',
  'mail',
  'stripe',
  'second_key',
] as const
export type Need = (typeof NEEDS)[number]

type Ready = {
  settings: Settings
  /** Keys of the settings that somebody has saved. */
  saved: readonly string[]
  live: boolean
  /** Roles of the pages that are published. */
  roles: readonly (string | null)[]
  products: boolean
  /** Whether something that travels is on sale. */
  travels: boolean
  delivery: boolean
  keys: number
}

/** What is still missing before the shop may open: what the law, the post and the bank ask for. */
export function missing(shop: Ready): Need[] {
  const { settings, saved, roles } = shop
  const { name, email, address } = settings.shop
  const known = [name, email, address.line1, address.postalCode, address.city].every(Boolean)
  const has: Record<Need, boolean> = {
    identity: saved.includes('shop') && known,
    legal: Boolean(settings.legal.owner && settings.legal.siren && settings.legal.mediator),
    terms: roles.includes('terms'),
    legal_page: roles.includes('legal'),
    privacy: roles.includes('privacy'),
    products: shop.products,
    delivery: shop.delivery || !shop.travels,
    tax: saved.includes('tax'),
    mail: settings.mail.transport !== 'none',
    stripe: shop.live,
    second_key: shop.keys > 1,
  }
  return NEEDS.filter((need) => !has[need])
}

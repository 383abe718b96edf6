import {
  DAYS,
  EUROS_PER_DOLLAR,
  FREE_A_DAY,
  type Meter,
  METERS,
  PAID_A_MONTH,
  PLAN_DOLLARS,
  type Usage,
} from './prices.ts'
import type { Traffic } from './traffic.ts'

/** What each act costs, as it was measured: the means that the model multiplies. */
export type Costs = {
  /** By their name in `Traffic.pages`, when no cache answers. */
  pages: Record<string, Usage>
  picture: Usage
  addition: Usage
  cartPage: Usage
  checkout: Usage
  placed: Usage
  /** Stripe's news of a payment, and the page that the buyer comes back to. */
  paid: Usage
  deskPage: Usage
  /** All that the clock runs in a day. */
  clockADay: Usage
  /** Files of a first visit: style sheet, islands, font. */
  files: number
}

/**
 * Whose address pictures have: the shop's, where each is two requests with Workers Cache, or one that belongs to the R2
 * bucket, where no Worker hears of them.
 */
export type Pictures = 'shop' | 'bucket'

export const NOTHING: Usage = {
  requests: 0,
  cpuMs: 0,
  rowsRead: 0,
  rowsWritten: 0,
  objectCalls: 0,
  objectGbSeconds: 0,
  objectRowsRead: 0,
  objectRowsWritten: 0,
  r2Reads: 0,
  r2Writes: 0,
}

export function add(...usages: Usage[]): Usage {
  return eachMeter((meter) => usages.reduce((sum, usage) => sum + usage[meter], 0))
}

export const times = (usage: Usage, count: number): Usage =>
  eachMeter((meter) => usage[meter] * count)

/**
 * What a month with so many orders uses. A public page is two requests, the gateway's and that of the cached entrypoint,
 * whether the cache answers or not: with Workers Cache on, calls between entrypoints and static files are billed too.
 */
export function monthOf(orders: number, costs: Costs, traffic: Traffic, pictures: Pictures): Usage {
  const visits = orders * traffic.visitsPerOrder
  const pages = visits * traffic.pagesPerVisit + traffic.crawledADay * DAYS
  return add(
    times(throughCache(meanPage(costs, traffic), traffic.hitRate), pages),
    { ...NOTHING, requests: visits * traffic.firstVisits * costs.files },
    times(pictureOf(costs, traffic, pictures), visits * traffic.picturesPerVisit),
    times(perOrder(costs, traffic), orders),
    times(costs.clockADay, DAYS),
  )
}

/** What Cloudflare's cache leaves of an act: both doors are billed, the second works only when it misses. */
function throughCache(usage: Usage, hitRate: number): Usage {
  return { ...times(usage, 1 - hitRate), requests: 2 }
}

function meanPage(costs: Costs, { pages }: Traffic): Usage {
  return add(
    ...Object.entries(pages).map(([name, share]) => times(costs.pages[name] ?? NOTHING, share)),
  )
}

function pictureOf(costs: Costs, traffic: Traffic, pictures: Pictures): Usage {
  if (pictures === 'shop') return throughCache(costs.picture, traffic.pictureHitRate)
  return { ...NOTHING, r2Reads: 1 - traffic.pictureHitRate }
}

function perOrder(costs: Costs, traffic: Traffic): Usage {
  const used = add(
    times(costs.addition, traffic.additionsPerOrder),
    times(costs.cartPage, traffic.cartPagesPerOrder),
    times(costs.checkout, traffic.checkoutsPerOrder),
    times(costs.placed, traffic.placedPerOrder),
    costs.paid,
    times(costs.deskPage, traffic.deskPagesPerOrder),
    // A cart is forgotten by an alarm, which is billed as a call.
    { ...NOTHING, objectCalls: traffic.cartsPerOrder },
  )
  const awake = used.objectCalls * traffic.objectSeconds * traffic.objectGb
  return { ...used, objectGbSeconds: awake }
}

/** Dollars and euros of a month on the paid plan. */
export function paidMonth(month: Usage): { dollars: number; euros: number } {
  const above = METERS.map((meter) => {
    const { included, dollars } = PAID_A_MONTH[meter]
    return (Math.max(0, month[meter] - included) / 1_000_000) * dollars
  })
  const dollars = above.reduce((sum, each) => sum + each, PLAN_DOLLARS)
  return { dollars, euros: dollars * EUROS_PER_DOLLAR }
}

/** The share of each free limit that the busiest day of a month uses. */
export function freeShares(month: Usage, { busiestDay }: Traffic): Usage {
  return eachMeter((meter) => ((month[meter] / DAYS) * busiestDay) / FREE_A_DAY[meter])
}

/** The free limit that is reached first as orders grow, and the orders in a month that reach it on the busiest day. */
export function firstLimit(
  costs: Costs,
  traffic: Traffic,
  pictures: Pictures,
): { meter: Meter; orders: number } {
  const none = freeShares(monthOf(0, costs, traffic, pictures), traffic)
  const some = freeShares(monthOf(1000, costs, traffic, pictures), traffic)
  const reached = METERS.map((meter) => {
    const perOrder = (some[meter] - none[meter]) / 1000
    return { meter, orders: perOrder > 0 ? Math.max(0, (1 - none[meter]) / perOrder) : Infinity }
  })
  const [first = { meter: 'requests' as const, orders: Infinity }] = reached.toSorted(
    (a, b) => a.orders - b.orders,
  )
  return { ...first, orders: Math.floor(first.orders) }
}

function eachMeter(of: (meter: Meter) => number): Usage {
  const usage = { ...NOTHING }
  for (const meter of METERS) usage[meter] = of(meter)
  return usage
}

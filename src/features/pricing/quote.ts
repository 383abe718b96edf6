import type { CartLine } from '#features/cart/rules.ts'
import { pictureFor } from '#features/catalogue/rules.ts'
import { deliveryMethods } from '#features/delivery/queries.ts'
import {
  deliveryCountries,
  deliveryOptions,
  type DeliveryMethod,
  type DeliveryOption,
} from '#features/delivery/rules.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import type { Settings } from '#features/settings/rules.ts'
import { demand, fit, type Part } from '#features/stock/rules.ts'
import { taxRates } from '#features/tax/queries.ts'
import { rateOn, type Rate } from '#features/tax/rules.ts'
import { localTime } from '#lib/dates.ts'
import type { Tools } from '#platform/tools.ts'
import * as q from './queries.ts'
import { totals, type Totals } from './rules.ts'

type VariantFacts = Awaited<ReturnType<typeof q.variantsById>>[number]

/** A line of a cart with today's price, as pages draw it and orders freeze it. */
export type QuoteLine = Omit<VariantFacts, 'price'> & {
  quantity: number
  /** Units that can be had, this line's among them; null when they are not counted. */
  available: number | null
  unitPrice: number
  total: number
  vat: number
  basisPoints: number
  picture: { hash: string; ground: string; width: number; height: number } | null
}

/** What had to change since the cart was filled. */
export type Change = {
  variantId: string
  title: VariantFacts['title'] | null
  because: 'gone' | 'sold' | 'fewer'
  /** What is left in the cart. */
  quantity: number
}

export type Quote = {
  settings: Settings
  /** As they were read, for `openSite`. */
  settingRows: { key: string; value: unknown }[]
  lines: QuoteLine[]
  changes: Change[]
  units: number
  /** Whether anything has to be delivered or fetched. */
  physical: boolean
  weightG: number
  countries: string[]
  /** Ways to deliver to the country asked for. */
  options: DeliveryOption[]
  /** The cheapest parcel to the shop's own country; null when there is none. */
  parcelFrom: number | null
  pickup: DeliveryMethod | null
  chosen: DeliveryOption | null
  totals: Totals
  /** Units of stock that the lines take, parts of bundles summed. */
  demand: Map<string, number>
}

type Wish = { cartId: string; country?: string | undefined; delivery?: string | undefined }

/**
 * Prices what a cart holds, now: the one place that cart, checkout and order ask. Asks D1 once. Lines that are no
 * longer sold are left out and quantities above what is there are brought down; both are told in `changes`.
 */
export async function quote(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  cart: readonly CartLine[],
  wish: Wish,
): Promise<Quote> {
  const ids = cart.map((line) => line.variantId)
  const [settingRows, variants, parts, free, held, pictures, methods, rates] = await db.batch([
    allSettings(db),
    q.variantsById(db, ids),
    q.partsOf(db, ids),
    q.freeUnits(db, ids),
    q.unitsHeldByCart(db, wish.cartId),
    q.picturesOfVariants(db, ids),
    deliveryMethods(db),
    taxRates(db),
  ])
  const settings = readSettings(settingRows)
  const freed = new Map(free.map((row) => [row.variantId, row.available]))
  for (const hold of held) {
    if (freed.has(hold.variantId)) {
      freed.set(hold.variantId, (freed.get(hold.variantId) ?? 0) + hold.quantity)
    }
  }
  const sold = new Map(variants.filter((v) => v.state === 'published').map((v) => [v.id, v]))
  const wanted = cart.map((line) => ({
    ...line,
    parts: parts.filter((part) => part.bundleId === line.variantId),
  }))
  const served = serve(wanted, sold, freed)
  const priced = served.kept.map(({ facts, quantity, available }) => ({
    ...facts,
    quantity,
    available,
    unitPrice: facts.price,
    basisPoints: rateOf(rates, settings, facts.taxClass, now),
    picture: pictureFor(
      facts.choice,
      pictures.filter((p) => p.productId === facts.productId),
    ),
  }))
  return {
    settings,
    settingRows,
    changes: served.changes,
    demand: demand(
      wanted.map((line, i) => ({ ...line, quantity: served.granted[i] ?? 0 })),
      freed,
    ),
    ...addUp(priced, methods, settings, wish),
  }
}

type Line = CartLine & { parts: Part[] }

/** Which lines can be had, and how many of each. */
function serve(wanted: Line[], sold: Map<string, VariantFacts>, free: Map<string, number>) {
  const granted = fit(
    wanted.map((line) => (sold.has(line.variantId) ? line : { ...line, quantity: 0 })),
    free,
  )
  const changes: Change[] = []
  const kept: { facts: VariantFacts; quantity: number; available: number | null }[] = []
  for (const [i, line] of wanted.entries()) {
    const facts = sold.get(line.variantId)
    const quantity = granted[i] ?? 0
    if (quantity < line.quantity) {
      const because = !facts ? 'gone' : quantity === 0 ? 'sold' : 'fewer'
      changes.push({ variantId: line.variantId, title: facts?.title ?? null, because, quantity })
    }
    if (facts && quantity > 0) {
      kept.push({ facts, quantity, available: mostOf(line, free) })
    }
  }
  return { granted, changes, kept }
}

/** The most of a line that could be had by itself; null when nothing in it is counted. */
function mostOf(line: Line, free: Map<string, number>): number | null {
  const [most] = fit([{ ...line, quantity: Number.MAX_SAFE_INTEGER }], free)
  return most === Number.MAX_SAFE_INTEGER ? null : (most ?? 0)
}

function rateOf(rates: Rate[], settings: Settings, taxClass: string, now: number): number {
  return rateOn(rates, settings.tax, taxClass, localTime(now, settings.shop.timeZone).day)
}

type Priced = Omit<QuoteLine, 'total' | 'vat'>

function addUp(priced: Priced[], methods: DeliveryMethod[], settings: Settings, wish: Wish) {
  const travels = (line: Priced) => line.kind === 'physical' || line.kind === 'bundle'
  const physical = priced.some(travels)
  const weightG = priced.reduce((sum, line) => sum + line.weightG * line.quantity, 0)
  const items = priced.map((line) => ({ ...line, physical: travels(line) }))
  const { subtotal } = totals(items, null)
  const home = settings.shop.address.country
  const need = { country: wish.country ?? home, weightG, subtotal }
  const options = physical ? deliveryOptions(methods, need) : []
  const chosen = options.find((option) => option.code === wish.delivery) ?? options[0] ?? null
  const sums = totals(items, chosen?.price ?? null)
  const parcels = deliveryOptions(methods, { ...need, country: home }).filter(
    (option) => option.kind === 'parcel',
  )
  return {
    lines: priced.map((line, i) => ({ ...line, total: 0, vat: 0, ...sums.lines[i] })),
    units: priced.reduce((sum, line) => sum + line.quantity, 0),
    physical,
    weightG,
    countries: deliveryCountries(methods, home),
    options,
    parcelFrom:
      physical && parcels.length > 0 ? Math.min(...parcels.map((option) => option.price)) : null,
    pickup: physical ? (methods.find((method) => method.kind === 'pickup') ?? null) : null,
    chosen,
    totals: sums,
  }
}

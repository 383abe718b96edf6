import { type CartLine, keyOf, stillFits } from '#features/cart/rules.ts'
import { pictureFor } from '#features/catalogue/rules.ts'
import { deliveryMethods } from '#features/delivery/queries.ts'
import type { DeliveryMethod, DeliveryOption } from '#features/delivery/rules.ts'
import { automaticOffers, offerByCode, usesOfCart } from '#features/promotions/queries.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import type { Settings } from '#features/settings/rules.ts'
import { demand, fit, type Part } from '#features/stock/rules.ts'
import { taxRates } from '#features/tax/queries.ts'
import { rateOn, type Rate } from '#features/tax/rules.ts'
import { localTime } from '#lib/dates.ts'
import type { Text } from '#lib/i18n.ts'
import type { Tools } from '#platform/tools.ts'
import { addUp, type QuoteCode, type QuoteOffer } from './add-up.ts'
import * as q from './queries.ts'
import { offersFor, usesBy } from './read-offers.ts'
import type { Totals } from './rules.ts'

type VariantFacts = Awaited<ReturnType<typeof q.variantsById>>[number]

/** A line of a cart with today's price, as pages draw it and orders freeze it. */
export type QuoteLine = Omit<VariantFacts, 'price' | 'personal'> & {
  /** What the cart calls it. */
  key: string
  quantity: number
  /** Units that can be had, this line's among them; null when they are not counted. */
  available: number | null
  /** With what is written on it. */
  unitPrice: number
  total: number
  /** What offers take off the total; the VAT is that of the rest. */
  discount: number
  vat: number
  basisPoints: number
  picture: { hash: string; ground: string; width: number; height: number } | null
  /** What is written on each unit. */
  personal: { label: Text; text: string }[]
}

/** What had to change since the cart was filled. */
export type Change = {
  key: string
  title: VariantFacts['title'] | null
  /** `asks`: the piece has other fields to be written than it had. */
  because: 'gone' | 'sold' | 'fewer' | 'asks'
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
  /** The offers that apply, in the order in which they do. */
  offers: QuoteOffer[]
  deliveryIsFree: boolean
  /** What became of the cart's code; null when it has none. */
  code: QuoteCode | null
  /** Units of stock that the lines take, parts of bundles summed. */
  demand: Map<string, number>
}

type Wish = {
  cartId: string
  country?: string | undefined
  postalCode?: string | undefined
  delivery?: string | undefined
  code?: string | null
  /** Who buys, once they have said so: an offer may be for so many orders of one buyer. */
  email?: string | undefined
}

/**
 * Prices what a cart holds, now: the one place that cart, checkout and order ask. Asks D1 once, and once more when an
 * offer counts its buyers. Lines that are no longer sold are left out and quantities above what is there are brought
 * down; both are told in `changes`.
 */
export async function quote(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  cart: readonly CartLine[],
  wish: Wish,
): Promise<Quote> {
  const ids = cart.map((line) => line.variantId)
  const asked = await ask(db, ids, wish, now)
  const { settingRows, variants, parts, pictures, methods, rates } = asked
  const settings = readSettings(settingRows)
  const candidates = offersFor([...asked.coded, ...asked.automatic], asked.own)
  const buyer = await usesBy(db, candidates, wish)
  const freed = freeFor(asked)
  const sold = new Map(variants.filter((v) => v.state === 'published').map((v) => [v.id, v]))
  const wanted = cart.map((line) => ({
    ...line,
    parts: parts.filter((part) => part.bundleId === line.variantId),
  }))
  const served = serve(wanted, sold, freed)
  // What is collected is sold where the shop is.
  const collected = methods.some(({ code, kind }) => code === wish.delivery && kind === 'pickup')
  const priced = served.kept.map(({ line, facts, available }) => ({
    ...facts,
    ...personalOf(line, facts),
    key: keyOf(line),
    quantity: line.quantity,
    available,
    basisPoints: rateOf(rates, settings, facts, collected ? {} : wish, now),
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
    ...addUp(
      priced,
      methods,
      { candidates, code: wish.code ?? null, buyer, now, collections: asked.collections },
      { ...wish, home: settings.shop.address.country },
    ),
  }
}

/** Everything that a quote is made from, asked at once. */
async function ask(db: Tools['db'], ids: readonly string[], wish: Wish, now: number) {
  const [settingRows, variants, parts, free, held, pictures, methods, rates, ...offers] =
    await db.batch([
      allSettings(db),
      q.variantsById(db, ids),
      q.partsOf(db, ids),
      q.freeUnits(db, ids),
      q.unitsHeldByCart(db, wish.cartId),
      q.picturesOfVariants(db, ids),
      deliveryMethods(db),
      taxRates(db),
      automaticOffers(db, now),
      offerByCode(db, wish.code ?? ''),
      usesOfCart(db, wish.cartId),
      q.collectionsOfVariants(db, ids),
    ])
  const [automatic, coded, own, collections] = offers
  const goods = { settingRows, variants, parts, free, held, pictures, methods, rates }
  return { ...goods, automatic, coded, own, collections }
}

/** What can be had of each counted variant: what is free, and what this cart's own open order holds. */
function freeFor({ free, held }: Pick<Awaited<ReturnType<typeof ask>>, 'free' | 'held'>) {
  const freed = new Map(free.map((row) => [row.variantId, row.available]))
  for (const { variantId, quantity } of held) {
    const units = freed.get(variantId)
    if (units !== undefined) freed.set(variantId, units + quantity)
  }
  return freed
}

type Line = CartLine & { parts: Part[] }

/** Which lines can be had, and how many of each. */
function serve(wanted: Line[], sold: Map<string, VariantFacts>, free: Map<string, number>) {
  const fits = (line: Line) =>
    stillFits(line.written ?? [], sold.get(line.variantId)?.personal ?? [])
  const granted = fit(
    wanted.map((line) =>
      sold.has(line.variantId) && fits(line) ? line : { ...line, quantity: 0 },
    ),
    free,
  )
  const changes: Change[] = []
  const kept: { line: Line; facts: VariantFacts; available: number | null }[] = []
  for (const [i, line] of wanted.entries()) {
    const facts = sold.get(line.variantId)
    const quantity = granted[i] ?? 0
    if (quantity < line.quantity) {
      const short = quantity === 0 ? 'sold' : 'fewer'
      const because = !facts ? 'gone' : fits(line) ? short : 'asks'
      changes.push({ key: keyOf(line), title: facts?.title ?? null, because, quantity })
    }
    if (facts && quantity > 0) {
      kept.push({ line: { ...line, quantity }, facts, available: mostOf(line, free) })
    }
  }
  return { granted, changes, kept }
}

/** What is written on a unit, and what a unit costs with it. */
function personalOf({ written = [] }: Line, { personal, price }: VariantFacts) {
  const fields = written.flatMap(({ name, text }) => {
    const field = personal.find((known) => known.name === name)
    return field ? [{ ...field, text }] : []
  })
  return {
    unitPrice: fields.reduce((sum, field) => sum + field.price, price),
    personal: fields.map(({ label, text }) => ({ label, text })),
  }
}

/** The most of a line that could be had by itself; null when nothing in it is counted. */
function mostOf(line: Line, free: Map<string, number>): number | null {
  const [most] = fit([{ ...line, quantity: Number.MAX_SAFE_INTEGER }], free)
  return most === Number.MAX_SAFE_INTEGER ? null : (most ?? 0)
}

function rateOf(
  rates: Rate[],
  { tax, shop }: Settings,
  { taxClass, kind }: VariantFacts,
  { country = shop.address.country, postalCode }: Pick<Wish, 'country' | 'postalCode'>,
  now: number,
): number {
  const { day } = localTime(now, shop.timeZone)
  return rateOn(rates, tax, taxClass, day, { kind, country, postalCode })
}

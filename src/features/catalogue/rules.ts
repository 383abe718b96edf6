import { vatInside } from '#lib/money.ts'
import type { Text } from '#lib/i18n.ts'
import type { Day } from '#lib/dates.ts'

export type OptionValue = {
  value: string
  label: Text
  detail?: Text | undefined
  swatch?: string | undefined
}
export type Option = { name: string; label: Text; values: OptionValue[] }
export type Story = {
  quote: Text
  figures: { value: Text; label: Text }[]
  post?: string | undefined
}
export type Download = { filename: string; key: string; maxDownloads: number }

/** A fact of a product that its collections can be filtered by; `name` and `value` are what addresses write. */
export type Attribute = { name: string; label: Text; value: string; valueLabel: Text }
/** Something the buyer may have written on a piece. `price` is added to the unit price, in minor units. */
export type Personal = {
  name: string
  label: Text
  most: number
  price: number
  required: boolean
}
/** What search engines are told when it differs from what the page says. */
export type Search = { title?: Text | undefined; description?: Text | undefined }

/** What a card shows beside the title: kept with the product, computed when it is saved. */
export type CardFacts = {
  image: { hash: string; width: number; height: number; ground: string; focus?: number } | null
  alt: Text
  swatches: string[]
  price: number
  /** True when variants differ in price. */
  from: boolean
  /** The lowest price of the 30 days before a reduction, while one runs. */
  before: number | null
}

/** Products on a page of a list. */
export const PER_PAGE = 24

export const SORTS = ['newest', 'price-up', 'price-down'] as const
export type Sort = (typeof SORTS)[number]

/** The order of a list as its address says it; the newest first when it says nothing we know. */
export function sortFrom(value: string | undefined): Sort {
  return SORTS.find((sort) => sort === value) ?? 'newest'
}

const REFERENCE_DAYS = 30
const DAY_MS = 86_400_000

/**
 * The crossed-out price beside a reduced one: the lowest price of the 30 days before the reduction (C. conso L112-1-1,
 * CJEU C-330/23). Successive reductions keep the first reference. Null when the price is not reduced.
 * The history is every price the variant ever had, in minor units, in any order.
 */
export function priceBefore(
  history: readonly { at: number; price: number }[],
  now: number,
): number | null {
  const past = history
    .filter((change) => change.at <= now)
    .toSorted((a, b) => a.at - b.at)
    // The same price written again is no change.
    .filter((change, i, all) => change.price !== all[i - 1]?.price)
  const current = past.at(-1)
  if (!current) return null
  // The run of reductions that led here, back to the price that came before the first of them.
  let first = past.length - 1
  while (first > 0 && (past[first]?.price ?? 0) < (past[first - 1]?.price ?? 0)) first--
  const cut = past[first + 1]
  if (!cut) return null
  const from = cut.at - REFERENCE_DAYS * DAY_MS
  const applied = past
    .slice(0, first + 1)
    .filter((_, i) => (i === first ? cut.at : (past[i + 1]?.at ?? 0)) > from)
  const lowest = Math.min(...applied.map((change) => change.price))
  return lowest > current.price ? lowest : null
}

type Shown = { choice: Record<string, string> }

/** The picture that shows a choice best; else the first. */
export function pictureFor<P extends Shown>(
  choice: Record<string, string>,
  pictures: readonly P[],
): P | null {
  return picturesFor(pictures, choice)[0] ?? null
}

/** Pictures with those that show a choice best first; the maker's order otherwise. */
export function picturesFor<P extends Shown>(
  pictures: readonly P[],
  choice: Record<string, string>,
): P[] {
  const best = Math.max(0, ...pictures.map((picture) => agreement(picture, choice)))
  const own = pictures.filter((picture) => best > 0 && agreement(picture, choice) === best)
  return [...own, ...pictures.filter((picture) => !own.includes(picture))]
}

/** How well a picture shows a choice: the first option, such as the glaze, outweighs the ones after it. */
function agreement(picture: Shown, choice: Record<string, string>): number {
  const names = Object.keys(picture.choice)
  return names.reduce((sum, name, at) => {
    const weight = 2 ** -at
    return picture.choice[name] === choice[name] ? sum + weight : sum - weight / 4
  }, 0)
}

/** What was chosen, in words: "Bleu marée, Grand". */
export function choiceLabels(options: readonly Option[], choice: Record<string, string>): Text[] {
  return options.flatMap((option) => {
    const value = option.values.find((known) => known.value === choice[option.name])
    return value ? [value.label] : []
  })
}

export type Kind = 'physical' | 'digital' | 'service' | 'gift_card' | 'bundle'

/**
 * How a piece can be had; `words.ts` says it. `count` is units left, seats left or weeks to wait. Of what there is plenty,
 * pages say only that there are more than `MOST_AT_ONCE`: a page is not drawn anew each time that one is sold.
 */
export type State = {
  is:
    | 'to-order'
    | 'uncounted'
    | 'sold'
    | 'full'
    | 'seats'
    | 'many-seats'
    | 'unique'
    | 'last'
    | 'left'
    | 'plenty'
  count: number
}

/** How many may be put into the cart at once, and how far pages count what is left (migration 0014 counts so too). */
const MOST_AT_ONCE = 6

type Offer = { kind: Kind; leadWeeks: number | null; oneOfAKind: boolean }

/** How a product, or one of its variants, can be had, from the units free to sell (null: not counted). */
export function stateOf(offer: Offer, available: number | null): State {
  if (offer.leadWeeks !== null) return { is: 'to-order', count: offer.leadWeeks }
  if (available === null) return { is: 'uncounted', count: 0 }
  if (available < 1) return { is: offer.kind === 'service' ? 'full' : 'sold', count: 0 }
  const more = available > MOST_AT_ONCE
  const count = Math.min(available, MOST_AT_ONCE)
  if (offer.kind === 'service') return { is: more ? 'many-seats' : 'seats', count }
  if (offer.oneOfAKind) return { is: 'unique', count }
  return { is: available === 1 ? 'last' : more ? 'plenty' : 'left', count }
}

/** Whether there is nothing left to buy. */
export function isGone(state: State): boolean {
  return state.is === 'sold' || state.is === 'full'
}

/** A card says what is out of the ordinary: it keeps quiet about what is simply there. */
export function isWorthSaying(state: State): boolean {
  return !['uncounted', 'left', 'plenty', 'seats', 'many-seats'].includes(state.is)
}

/** Goods that somebody carries, as opposed to files, seats and cards. */
export function travels(kind: Kind): boolean {
  return kind === 'physical' || kind === 'bundle'
}

/** How many may be put into the cart at once. */
export function mostAtOnce(kind: Kind, available: number | null): number {
  if (kind === 'digital') return 1
  return Math.max(1, Math.min(MOST_AT_ONCE, available ?? MOST_AT_ONCE))
}

type Choosable = { id: string; choice: Record<string, string>; available: number | null }

/** The variant an address asks for; else the first that can be had; else the first. */
export function chosenVariant<V extends Choosable>(
  variants: readonly V[],
  id: string | undefined,
): V | undefined {
  return (
    variants.find((variant) => variant.id === id) ??
    variants.find((variant) => variant.available !== 0) ??
    variants[0]
  )
}

/** The variant that a value of one option leads to: all other choices kept if that exists, else one that can be had. */
export function variantFor<V extends Choosable>(
  variants: readonly V[],
  current: V,
  option: string,
  value: string,
): V | undefined {
  const wanted = { ...current.choice, [option]: value }
  const possible = variants.filter((variant) => variant.choice[option] === value)
  return (
    possible.find((variant) => shows(wanted, variant.choice)) ??
    possible.find((variant) => variant.available !== 0) ??
    possible[0]
  )
}

function shows(part: Record<string, string>, choice: Record<string, string>): boolean {
  return Object.entries(part).every(([option, value]) => choice[option] === value)
}

/** The swatches of one option over some products, each value once, the most used first. */
export function swatchesOf(products: readonly { options: Option[] }[], name: string) {
  const found = new Map<string, { value: OptionValue; swatch: string; uses: number }>()
  for (const option of products.flatMap((product) => product.options)) {
    for (const value of option.name === name ? option.values : []) {
      const uses = (found.get(value.value)?.uses ?? 0) + 1
      if (value.swatch) found.set(value.value, { value, swatch: value.swatch, uses })
    }
  }
  return [...found.values()].toSorted((a, b) => b.uses - a.uses)
}

/** Whether a day that was announced is still to come, or is today. */
export function isAhead<D extends { day: Day }>(next: D | null, today: Day): next is D {
  return next !== null && next.day >= today
}

/** Units a content may be in, and the one that its price is told for: a thousand of them. */
export const CONTENT_UNITS = { g: 'kg', ml: 'l', mm: 'm' } as const
export type ContentUnit = keyof typeof CONTENT_UNITS

/** The price of a kilogram, litre or metre, in minor units, rounded half up; null when nothing is measured. */
export function unitPrice(price: number, content: number | null): number | null {
  return content ? Math.floor((price * 2000 + content) / (2 * content)) : null
}

/** Whether units of it are counted: not what is made to order, nor files, cards and what is made of other pieces. */
export function isCounted({ kind, leadWeeks }: Pick<Offer, 'kind' | 'leadWeeks'>): boolean {
  return leadWeeks === null && (kind === 'physical' || kind === 'service')
}

/** Whether a state shows a piece in the shop, now or by the clock. */
export function goesOut(state: string): boolean {
  return state === 'published' || state === 'scheduled'
}

/** What is left of a price, VAT taken out, once making it is paid: in minor units and in hundredths of the net price. */
export function marginOf(price: number, cost: number, basisPoints: number) {
  const net = price - vatInside(price, basisPoints)
  const left = net - cost
  return { left, percent: net > 0 ? Math.round((left * 100) / net) : 0 }
}

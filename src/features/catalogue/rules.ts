import type { Text } from '#lib/i18n.ts'

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

/** What a card shows beside the title: kept with the product, computed when it is saved. */
export type CardFacts = {
  image: { hash: string; width: number; height: number; ground: string } | null
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
  const past = history.filter((change) => change.at <= now).toSorted((a, b) => a.at - b.at)
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

type Picture = { hash: string; width: number; height: number; ground: string; alt: Text }

/** What a card shows of a product, from what was saved: its first picture, its swatches, its lowest price. */
export function cardFacts(
  options: readonly Option[],
  variants: readonly { price: number; priceBefore: number | null }[],
  picture: Picture | undefined,
): CardFacts {
  const cheapest = variants.toSorted((a, b) => a.price - b.price)[0]
  const price = cheapest?.price ?? 0
  return {
    image: picture
      ? {
          hash: picture.hash,
          width: picture.width,
          height: picture.height,
          ground: picture.ground,
        }
      : null,
    alt: picture?.alt ?? {},
    swatches: options.flatMap((option) => option.values.flatMap((value) => value.swatch ?? [])),
    price,
    from: variants.some((variant) => variant.price !== price),
    before: cheapest?.priceBefore ?? null,
  }
}

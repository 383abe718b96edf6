import {
  deliveryCountries,
  deliveryOptions,
  type DeliveryMethod,
  type DeliveryOption,
} from '#features/delivery/rules.ts'
import {
  type Applied,
  type Basket,
  choose,
  judge,
  type Promotion,
  type Refused,
  type Uses,
} from '#features/promotions/rules.ts'
import type { Text } from '#lib/i18n.ts'
import type { QuoteLine } from './quote.ts'
import { totals } from './rules.ts'

export type Priced = Omit<QuoteLine, 'total' | 'discount' | 'vat'>

/** An offer that applies, with what it takes off the lines and the delivery together. */
export type QuoteOffer = { id: string; title: Text; code: string | null; off: number }

/** The code of a cart: what it does, or why it does nothing. */
export type QuoteCode = { code: string } & ({ ok: true } | Refused)

export type Offers = {
  candidates: readonly Promotion[]
  code: string | null
  buyer: Uses
  now: number
  collections: readonly { productId: string; collectionId: string }[]
}

type Wish = {
  home: string
  country?: string | undefined
  postalCode?: string | undefined
  delivery?: string | undefined
}

/**
 * What the lines come to with their delivery and their offers. Free delivery from an amount is asked of the goods before
 * any offer, so that no offer ever makes an order dearer.
 */
export function addUp(
  priced: Priced[],
  methods: DeliveryMethod[],
  offers: Offers,
  { home, country = home, postalCode, delivery }: Wish,
) {
  const items = priced.map((line) => ({ ...line, physical: travels(line) }))
  const physical = items.some((item) => item.physical)
  const weightG = priced.reduce((sum, line) => sum + line.weightG * line.quantity, 0)
  const need = { country, postalCode, weightG, subtotal: totals(items, null).goods }
  const options = physical ? deliveryOptions(methods, need) : []
  const chosen = options.find((option) => option.code === delivery) ?? options[0] ?? null
  const { applied, code } = offersOn(priced, { physical, chosen }, offers)
  const discounts = applied.map(({ promotion, off }) => ({ promotionId: promotion.id, off }))
  const sums = totals(items, chosen?.price ?? null, discounts)
  const parcels = deliveryOptions(methods, {
    ...need,
    country: home,
    postalCode: undefined,
  }).filter((option) => option.kind === 'parcel')
  return {
    lines: priced.map((line, i) => ({ ...line, total: 0, discount: 0, vat: 0, ...sums.lines[i] })),
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
    offers: applied.map(offered),
    deliveryIsFree: applied.some(({ promotion }) => promotion.kind === 'free_delivery'),
    code,
  }
}

type Sent = { physical: boolean; chosen: DeliveryOption | null }

function offersOn(priced: Priced[], { physical, chosen }: Sent, offers: Offers) {
  const { candidates, buyer, now, collections } = offers
  const basket: Basket = {
    lines: priced.map(({ productId, kind, quantity, unitPrice }) => ({
      productId,
      kind,
      quantity,
      total: unitPrice * quantity,
      collectionIds: collections
        .filter((row) => row.productId === productId)
        .map((row) => row.collectionId),
    })),
    physical,
    delivery: chosen?.price ?? null,
  }
  const verdicts = candidates.map((offer) => judge(offer, basket, buyer, now))
  const applied = choose(verdicts, basket)
  return { applied, code: codeOf(offers, verdicts, applied) }
}

/** What became of the code of the cart. */
function codeOf(
  { code, candidates }: Offers,
  verdicts: readonly ReturnType<typeof judge>[],
  applied: readonly Applied[],
): QuoteCode | null {
  if (code === null) return null
  const verdict = verdicts[candidates.findIndex((offer) => offer.code === code)]
  if (verdict && !verdict.ok) return { code, ...verdict }
  if (applied.some(({ promotion }) => promotion.code === code)) return { code, ok: true }
  return { code, ok: false, because: verdict ? 'better' : 'unknown', missing: 0 }
}

function offered({ promotion, off }: Applied): QuoteOffer {
  const { id, title, code } = promotion
  return { id, title, code, off: off.lines.reduce((sum, one) => sum + one, off.delivery) }
}

/** Goods that somebody carries. */
function travels({ kind }: Pick<Priced, 'kind'>): boolean {
  return kind === 'physical' || kind === 'bundle'
}

import type { Quote } from '#features/pricing/quote.ts'
import { totals } from '#features/pricing/rules.ts'
import { split } from '#lib/money.ts'

/** How the buyer of an order that the maker writes pays: at once, by hand, or later by a link. */
export const PAYMENTS = ['cash', 'card', 'cheque', 'transfer', 'link'] as const
export type PaidBy = (typeof PAYMENTS)[number]

export const CHANNELS = ['stall', 'phone'] as const

/** Days that an order may wait for its payment by a link. */
export const LINK_DAYS = { least: 1, most: 14, usual: 3 }

/** What stands for a delivery when the buyer takes the pieces along. */
export const IN_HAND = 'hand'

/**
 * A quote as the maker sells it: without delivery when the pieces are handed over at once, and with a discount of so
 * much taken off the lines, in proportion to what is left of them and never more than that.
 */
export function soldByHand(quote: Quote, inHand: boolean, off: number): Quote {
  const { lines } = quote
  const chosen = inHand ? null : quote.chosen
  const left = lines.map(({ total, discount }) => total - discount)
  const most = left.reduce((sum, amount) => sum + amount, 0)
  const shares = split(Math.min(off, most), left)
  const offersOnDelivery = chosen ? chosen.price - quote.totals.deliveryTotal : 0
  const sums = totals(
    lines.map((line) => ({ ...line, physical: ['physical', 'bundle'].includes(line.kind) })),
    chosen?.price ?? null,
    [
      {
        promotionId: OFFERS,
        off: { lines: lines.map(({ discount }) => discount), delivery: offersOnDelivery },
      },
      { promotionId: MAKER, off: { lines: shares, delivery: 0 } },
    ],
  )
  const own = sums.adjustments.flatMap((one) =>
    one.promotionId === OFFERS ? [] : [{ ...one, promotionId: null }],
  )
  const offers = offersKept(quote, inHand)
  const kept = new Set(offers.map(({ promotionId }) => promotionId))
  return {
    ...quote,
    chosen,
    lines: lines.map((line, i) => ({ ...line, ...sums.lines[i] })),
    offers: quote.offers.filter(({ id }) => kept.has(id)),
    totals: { ...sums, adjustments: [...offers, ...own] },
  }
}

const OFFERS = 'offers'
const MAKER = 'maker'

/** What offers took off; without a delivery what stands before it: those on the lines. */
function offersKept({ totals: { adjustments } }: Quote, inHand: boolean) {
  const delivery = adjustments.findIndex(({ kind }) => kind === 'delivery')
  const counted = inHand && delivery >= 0 ? adjustments.slice(0, delivery) : adjustments
  return counted.filter(({ kind }) => kind === 'discount')
}

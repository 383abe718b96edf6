import type { Child } from 'hono/jsx'
import type { Quote } from '#features/pricing/quote.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

/** What each offer takes off, as rows of a sum. */
export function OfferRows({ quote }: { quote: Quote }) {
  const { money, t } = useSite()
  return (
    <>
      {quote.offers
        .filter(({ off }) => off > 0)
        .map(({ title, code, off }) => (
          <div>
            <dt>
              {t(title)}
              {code && <span class="xs"> ({code})</span>}
            </dt>
            <dd class="num">{money(-off)}</dd>
          </div>
        ))}
    </>
  )
}

/** The goods before any offer: where there is one, what the rows below are taken off. */
export function GoodsRow({ quote: { totals } }: { quote: Quote }): Child {
  const { money, say } = useSite()
  if (totals.discountTotal === 0) return null
  return (
    <div>
      <dt>{say(words.goods)}</dt>
      <dd class="num">{money(totals.goods)}</dd>
    </div>
  )
}

import { LineChoice, LinePicture, Personal } from '#features/cart/shop/line.tsx'
import type { Quote, QuoteLine } from '#features/pricing/quote.ts'
import { OfferRows } from '#features/promotions/shop/offer-rows.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

/** The cart beside the form; on small screens one closed row above it. */
export function Basket({ quote }: { quote: Quote }) {
  const { count, money, say, t } = useSite()
  const { totals, chosen, units, lines } = quote
  return (
    <details class="sum basket">
      <summary>
        <span>{count(units, words.yourCartOne, words.yourCartMany)}</span>
        <span class="num">{money(totals.total)}</span>
      </summary>
      <ul class="lines">
        {lines.map((line) => (
          <BasketLine line={line} />
        ))}
      </ul>
      <dl class="rows">
        <div>
          <dt>{say(words.subtotal)}</dt>
          <dd class="num">{money(totals.goods)}</dd>
        </div>
        <OfferRows quote={quote} />
        {chosen && (
          <div>
            <dt>{t(chosen.title)}</dt>
            <dd class="num">{chosen.price === 0 ? say(words.free) : money(chosen.price)}</dd>
          </div>
        )}
        <div class="total">
          <dt>
            {say(words.total)} <VatInside quote={quote} phrase={words.ofWhichVat} />
          </dt>
          <dd class="d2 num">{money(totals.total)}</dd>
        </div>
      </dl>
    </details>
  )
}

function BasketLine({ line }: { line: QuoteLine }) {
  const { money, t } = useSite()
  return (
    <li class="line small">
      <LinePicture line={line} />
      <div>
        <p class="d1">{t(line.title)}</p>
        <LineChoice line={line} />
        <Personal texts={line.personal.map(({ label, text }) => ({ label: t(label), text }))} />
        <p class="s soft num">
          {line.quantity} × {money(line.unitPrice)}
        </p>
      </div>
      <p class="num">{money(line.total)}</p>
    </li>
  )
}

type VatProps = { quote: Quote; phrase: (typeof words)['withVat'] }

/** The VAT of the order, or why there is none. */
export function VatInside({ quote, phrase }: VatProps) {
  const { money, say, t } = useSite()
  const { regime, mention } = quote.settings.tax
  if (regime === 'exempt') return <small>{t(mention)}</small>
  return <small>{say(phrase, { amount: money(quote.totals.vat) })}</small>
}

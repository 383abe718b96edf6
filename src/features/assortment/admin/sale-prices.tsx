import { choiceLabels } from '#features/catalogue/rules.ts'
import type { Text } from '#lib/i18n.ts'
import { useSite } from '#ui/site.tsx'
import { saleWords as says } from '../desk-words.ts'
import type { Foreseen } from '../read-sale.ts'

type Named = Pick<Foreseen, 'productTitle' | 'options' | 'choice'>

/** A variant's name: its piece, and what was chosen. */
export function variantName({ productTitle, options, choice }: Named, t: (text: Text) => string) {
  const labels = choiceLabels(options, choice).map(t)
  return [t(productTitle), ...labels].join(', ')
}

/** What each variant costs in a sale, and what the law lets stand crossed out beside it. */
export function SalePrices({ variants }: { variants: readonly Foreseen[] }) {
  const { say, t, count } = useSite()
  const pieces = Map.groupBy(variants, ({ productId }) => productId)
  const hidden = variants.filter(({ crossed }) => crossed === null).length
  return (
    <section class="bulk-list" id="preview">
      <h2>{say(says.preview)}</h2>
      {hidden > 0 && <p class="s warm">{count(hidden, says.warnOne, says.warnMany)}</p>}
      <ul class="rows">
        {[...pieces.values()].map((rows) => (
          <li>
            <span>{t(rows[0]?.productTitle)}</span>{' '}
            <span class="num">
              {distinct(rows).map((row) => (
                <ShownPrice row={row} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Variants of a piece that cost the same are one line. */
function distinct(rows: readonly Foreseen[]): Foreseen[] {
  return [...new Map(rows.map((row) => [`${row.to} ${row.crossed}`, row])).values()]
}

function ShownPrice({ row: { to, crossed } }: { row: Foreseen }) {
  const { say, price } = useSite()
  return (
    <span class="sale-shown">
      <b>{price(to)}</b>{' '}
      {crossed === null ? (
        <span class="xs warm sale-note">{say(says.notShown)}</span>
      ) : (
        <>
          <s>{price(crossed)}</s>
          <span class="xs soft sale-note">{say(says.reference, { price: price(crossed) })}</span>
        </>
      )}
    </span>
  )
}

import { formatRate } from '#lib/money.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { type Period, ratesOf } from '../turnover-rules.ts'
import { Figures } from './figures.tsx'
import { useSpanName } from './span-nav.tsx'

/** The VAT of each period, rate by rate, as it is declared. */
export function VatTable({ periods }: { periods: readonly Period[] }) {
  const { say, money, lang } = useSite()
  const nameOf = useSpanName()
  const rows = periods.flatMap(({ period, tally }) =>
    ratesOf(tally).map((rate) => ({ ...rate, period })),
  )
  return (
    <section>
      <h3>{say(words.byRate)}</h3>
      <Figures label={say(words.byRate)}>
        <thead>
          <tr>
            <th scope="col">{say(words.period)}</th>
            {[words.rate, words.base, words.vat].map((phrase) => (
              <th scope="col" class="fig">
                {say(phrase)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ period, basisPoints, base, vat }) => (
            <tr>
              <th scope="row">{nameOf(period)}</th>
              <td class="fig">{formatRate(basisPoints, lang)}</td>
              <td class="fig">{money(base)}</td>
              <td class="fig">{money(vat)}</td>
            </tr>
          ))}
        </tbody>
      </Figures>
    </section>
  )
}

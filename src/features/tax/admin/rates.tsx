import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import { countryName } from '#lib/address.ts'
import { COUNTRIES } from '#lib/countries.ts'
import { addDays, formatDay } from '#lib/dates.ts'
import type { Lang } from '#lib/i18n.ts'
import { RATES_SOURCE } from '#lib/vat-rates.ts'
import { formatRate } from '#lib/money.ts'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import type { RateRow } from '../desk-queries.ts'
import { CLASS_NAMES, words } from '../desk-words.ts'
import { CLASSES } from '../form.ts'
import { latest, STANDARD } from '../rules.ts'
import type { Standing } from './tax-page.tsx'

/** Every rate by country, and the forms that add some. */
export function Rates(standing: Standing) {
  const { say, lang, settings } = useSite()
  const { rates, today } = standing
  const home = settings.tax.country
  const countries = [...Map.groupBy(rates, ({ country }) => country)].toSorted(
    ([a], [b]) =>
      Number(b === home) - Number(a === home) ||
      rateCountry(a, lang).localeCompare(rateCountry(b, lang), lang),
  )
  return (
    <section class="rates" id="rates">
      <h2>{say(words.rates)}</h2>
      <p class="s soft setting-text">{say(rates.length > 0 ? words.ratesText : words.noRates)}</p>
      {countries.length > 0 && (
        <div class="rate-list">
          {countries.map(([country, rows]) => (
            <CountryRates country={country} rows={rows} today={today} open={country === home} />
          ))}
        </div>
      )}
      <form method="post" action="/admin/tax/rates/standard" class="setting-text">
        <Button quiet>{say(words.fill)}</Button>
        <p class="xs soft">{say(words.fillText, { source: RATES_SOURCE })}</p>
      </form>
      <AddRate {...standing} />
    </section>
  )
}

function rateCountry(code: string, lang: Lang): string {
  return code === 'XI' ? words.northernIreland[lang] : countryName(code, lang)
}

type CountryProps = { country: string; rows: readonly RateRow[]; today: string; open: boolean }

/** A country with its standard rate of today; opened, all of its rates. */
function CountryRates({ country, rows, today, open }: CountryProps) {
  const { lang } = useSite()
  const now = latest(rows, country, STANDARD, today)
  const coming = rows.some(({ from }) => from > today)
  return (
    <details open={open || coming}>
      <summary>
        <span>{rateCountry(country, lang)}</span>
        {now && <span class="num">{formatRate(now.basisPoints, lang)}</span>}
      </summary>
      <ul>
        {rows
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))
          .map((row) => (
            <RateLine row={row} rows={rows} today={today} />
          ))}
      </ul>
    </details>
  )
}

type LineProps = { row: RateRow; rows: readonly RateRow[]; today: string }

function RateLine({ row, rows, today }: LineProps) {
  const { say, lang } = useSite()
  const { country, taxClass, from, basisPoints, source } = row
  const name = CLASS_NAMES[taxClass]
  const next = rows
    .filter((other) => other.taxClass === taxClass && other.from > from)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
  const day = (one: string) => formatDay(one, lang, { weekday: false, year: true })
  const phrase = from > today ? words.coming : next ? words.until : words.since
  const rate = formatRate(basisPoints, lang)
  return (
    <li class={next && next.from <= today ? 'soft' : undefined}>
      <span>
        {name ? say(name) : taxClass}
        <span class="xs soft">
          {say(phrase, { day: day(from), end: next ? day(addDays(next.from, -1)) : '' })}
          {source && `, ${source}`}
        </span>
      </span>
      <b class="num">{rate}</b>
      {from > today && (
        <AskOnce
          open={say(words.removeRate)}
          of={say(words.ofRate, { country: rateCountry(country, lang), rate })}
          action="/admin/tax/rates/removal"
          fields={{ country, class: taxClass, from }}
          text={say(words.removeText)}
          act={say(words.removeAct)}
        />
      )}
    </li>
  )
}

function AddRate({ rates, rate }: Standing) {
  const { say, lang } = useSite()
  const f = useFields(rate ?? { typed: { country: 'FR' } })
  const countries = [...COUNTRIES, 'XI'].map((value) => ({
    value,
    label: rateCountry(value, lang),
  }))
  const classes = [...new Set([...CLASSES, ...rates.map(({ taxClass }) => taxClass)])]
  return (
    <details class="add-rate" open={rate !== undefined}>
      <summary>{say(words.addRate)}</summary>
      <form method="post" action="/admin/tax/rates" novalidate>
        <Select
          name="country"
          label={say(words.country)}
          choices={countries.toSorted((a, b) => a.label.localeCompare(b.label, lang))}
          {...f.of('country')}
        />
        <Select
          name="class"
          label={say(words.class)}
          choices={classes.map((value) => {
            const name = CLASS_NAMES[value]
            return { value, label: name ? say(name) : value }
          })}
          {...f.of('class')}
        />
        <div class="side-by-side">
          {f.line({ name: 'rate', label: say(words.rate), optional: false, maxlength: 10 })}
          {f.day({ name: 'from', label: say(words.from), optional: false })}
        </div>
        {f.line({ name: 'source', label: say(words.source), hint: say(words.sourceHint) })}
        <div>
          <Button>{say(words.add)}</Button>
        </div>
      </form>
    </details>
  )
}

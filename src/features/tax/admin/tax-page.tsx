import { SettingSheet } from '#features/settings/admin/setting-sheet.tsx'
import type { Sheet } from '#features/settings/setting-desk.tsx'
import type { Day } from '#lib/dates.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { useFields } from '#ui/desk-fields.tsx'
import { Done } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import type { RateRow } from '../desk-queries.ts'
import { words } from '../desk-words.ts'
import { REGIMES } from '../form.ts'
import { franchiseAlarm } from '../rules.ts'
import { Rates } from './rates.tsx'

export type Standing = {
  rates: readonly RateRow[]
  /** Of this year, in minor units. */
  turnover: number
  today: Day
  told?: 'added' | 'filled' | 'removed' | undefined
  /** The form of a rate, when it was refused. */
  rate?: { typed: Fields; problems: Problems }
}

const HINTS = {
  exempt: words.exemptHint,
  domestic: words.domesticHint,
  destination: words.destinationHint,
}

/** How the shop is taxed: the regime, how near its end is, and the rates by country. */
export function TaxPage({ sheet, standing }: { sheet: Sheet; standing: Standing }) {
  const { say } = useSite()
  const f = useFields(sheet)
  const { told } = standing
  return (
    <SettingSheet
      title={say(words.title)}
      text={say(words.text)}
      action="/admin/tax"
      sheet={{ ...sheet, problems: { ...sheet.problems, ...standing.rate?.problems } }}
      above={
        <>
          {told && <Done>{say(words[told])}</Done>}
          <Turnover {...standing} />
        </>
      }
      below={<Rates {...standing} />}
    >
      <section>
        {f.choice({
          name: 'regime',
          label: say(words.regime),
          choices: REGIMES.map((value) => ({
            value,
            label: say(words[value]),
            hint: say(HINTS[value]),
          })),
        })}
        {f.texts({ name: 'mention', label: say(words.mention), hint: say(words.mentionHint) })}
      </section>
    </SettingSheet>
  )
}

/** What the year came to, beside what ends the exemption. */
function Turnover({ turnover, today }: Standing) {
  const { settings, say, price } = useSite()
  const { tax, shop } = settings
  if (tax.regime !== 'exempt' || tax.country !== 'FR' || shop.currency !== 'EUR') return null
  const { state, threshold } = franchiseAlarm(turnover)
  const text = say(words[state], {
    year: today.slice(0, 4),
    turnover: price(turnover),
    threshold: price(threshold),
  })
  return (
    <div class="setting-text">
      {state === 'far' ? (
        <p class="s">{text}</p>
      ) : (
        <Tag tone={state === 'near' ? 'warm' : 'bad'} large>
          {text}
        </Tag>
      )}
      <p class="xs soft">{say(words.services)}</p>
    </div>
  )
}

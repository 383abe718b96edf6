import { SettingSheet } from '#features/settings/admin/setting-sheet.tsx'
import type { Sheet } from '#features/settings/setting-desk.tsx'
import type { Day } from '#lib/dates.ts'
import type { Fields, Problems } from '#lib/form.ts'
import { useFields } from '#ui/desk-fields.tsx'
import { Done } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import type { RateRow } from '../desk-queries.ts'
import { words } from '../desk-words.ts'
import { REGIMES } from '../form.ts'
import type { Turnover } from '../rules.ts'
import { Alarms } from './alarms.tsx'
import { Rates } from './rates.tsx'

export type Standing = {
  rates: readonly RateRow[]
  /** Of this year. */
  turnover: Turnover
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
          <Alarms turnover={standing.turnover} year={standing.today.slice(0, 4)} />
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

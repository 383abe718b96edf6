import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import { words } from '../desk-words.ts'
import { type Alarm, franchiseAlarms, type Turnover } from '../rules.ts'

/** What a year came to, beside what ends the exemption. Nothing for a shop that it does not concern. */
export function Alarms({ turnover, year }: { turnover: Turnover; year: string }) {
  const { settings, say } = useSite()
  const { tax, shop } = settings
  if (tax.regime !== 'exempt' || tax.country !== 'FR' || shop.currency !== 'EUR') return null
  return (
    <div class="setting-text">
      {franchiseAlarms(turnover).map((alarm) => (
        <AlarmLine alarm={alarm} year={year} />
      ))}
      <p class="xs soft">{say(words.counted)}</p>
    </div>
  )
}

function AlarmLine({ alarm, year }: { alarm: Alarm; year: string }) {
  const { say, price } = useSite()
  const { of, state, threshold, turnover } = alarm
  const text = say(words[state], {
    what: say(words[of], { year }),
    turnover: price(turnover),
    threshold: price(threshold),
  })
  if (state === 'far') return <p class="s">{text}</p>
  return (
    <Tag tone={state === 'near' ? 'warm' : 'bad'} large>
      {text}
    </Tag>
  )
}

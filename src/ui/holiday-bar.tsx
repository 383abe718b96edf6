import { formatDay, localTime } from '#lib/dates.ts'
import type { Phrase } from '#lib/i18n.ts'
import { useSite } from './site.tsx'

/** While the maker is away: in her words, else in ours. Above every page of the shop. */
export function HolidayBar() {
  const { settings, now, lang, say } = useSite()
  const { plan } = settings.holiday
  const today = localTime(now, settings.shop.timeZone).day
  if (!plan || today < plan.from || today >= plan.until) return null
  const day = formatDay(plan.until, lang, { weekday: false })
  return (
    <aside class="bar holiday" aria-label={say(label)}>
      {plan.message[lang] || say(holidayPhrases[plan.mode], { day })}
    </aside>
  )
}

const label: Phrase = { fr: 'Congés', en: 'Holiday' }

/** What is said of a holiday that has no words of its own. */
const holidayPhrases = {
  shift: {
    fr: 'L’atelier est en congé. Vous pouvez commander\u00a0: les colis partent à partir du {day}.',
    en: 'The workshop is on holiday. You can order: parcels leave from {day}.',
  },
  closed: {
    fr: 'La boutique est fermée. Elle rouvre le {day}.',
    en: 'The shop is closed. It opens again on {day}.',
  },
} satisfies Record<string, Phrase>

import { addDays, type Day } from '#lib/dates.ts'
import { type Fields, type Read, readForm } from '#lib/form.ts'
import type { Lang, Phrase } from '#lib/i18n.ts'
import { textIn, typedText } from './identity-form.ts'
import type { Settings } from './rules.ts'

/** Days that a holiday may last: a year, as a slip of the year is soon made. */
const MOST_DAYS = 366

/** The holiday as its fields show it. */
export function typedHoliday({ plan }: Settings['holiday']): Fields {
  return {
    from: plan?.from ?? '',
    until: plan?.until ?? '',
    mode: plan?.mode ?? 'shift',
    ...typedText('message', plan?.message ?? {}),
  }
}

/** Reads a holiday; two empty days are none. */
export function readHoliday(
  fields: Fields,
  was: Settings['holiday'],
  { languages, today }: { languages: readonly Lang[]; today: Day },
): Read<Pick<Settings, 'holiday'>> {
  const form = readForm(fields)
  const from = form.day('from')
  const until = form.day('until')
  const mode = form.choice('mode', ['shift', 'closed'])
  const message = textIn(form, 'message', was.plan?.message ?? {}, { languages, most: 200 })
  const blank = (fields['from'] ?? '') === '' && (fields['until'] ?? '') === ''
  if (blank) return form.done({ holiday: { plan: null } })
  if (!form.required('from', from) || !form.required('until', until)) {
    return form.done({ holiday: { plan: null } })
  }
  if (until <= from) form.fault('until', says.order)
  else if (until <= today) form.fault('until', says.past)
  else if (until > addDays(from, MOST_DAYS)) form.fault('until', says.long)
  return form.done({ holiday: { plan: { from, until, mode, message } } })
}

const says = {
  order: {
    fr: 'La reprise vient après le départ.',
    en: 'The first day back comes after the day you leave.',
  },
  past: { fr: 'Ce jour est passé.', en: 'This day is over.' },
  long: { fr: 'Un an au plus\u00a0: vérifiez l’année.', en: 'A year at most: check the year.' },
} satisfies Record<string, Phrase>

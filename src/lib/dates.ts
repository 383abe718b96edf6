import type { Lang } from '#lib/i18n.ts'

const DAY_MS = 86_400_000

/** A day of the calendar, `2026-11-21`: compared and added to without a time zone. */
export type Day = string

/** The day and hour of a moment where the shop is. */
export function localTime(moment: number, timeZone: string): { day: Day; hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) }
}

/** The day that many days later; negative goes back. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: Day): number {
  return new Date(day).getUTCDay()
}

/** "lundi 23 novembre", "Monday 23 November"; `year` adds it, `weekday: false` leaves the day's name out. */
export function formatDay(
  day: Day,
  lang: Lang,
  options: { weekday?: boolean; year?: boolean; month?: boolean } = {},
): string {
  return new Intl.DateTimeFormat(locale(lang), {
    timeZone: 'UTC',
    day: 'numeric',
    ...(options.month === false ? {} : { month: 'long' }),
    ...(options.weekday === false ? {} : { weekday: 'long' }),
    ...(options.year ? { year: 'numeric' } : {}),
  })
    .format(new Date(day))
    .replace(',', '')
}

/** "samedi 21 novembre, 9 h 12", "Saturday 21 November, 09:12". */
export function formatMoment(moment: number, timeZone: string, lang: Lang): string {
  const { day } = localTime(moment, timeZone)
  const time = new Intl.DateTimeFormat(locale(lang), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment)
  const written = lang === 'fr' ? time.replace(/^0/, '').replace(':', ' h ') : time
  return `${formatDay(day, lang)}, ${written}`
}

function locale(lang: Lang): string {
  return lang === 'fr' ? 'fr-FR' : 'en-GB'
}

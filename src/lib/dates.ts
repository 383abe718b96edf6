import type { Lang } from '#lib/i18n.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** A format, made once: making one takes longer than drawing a card with it. */
function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, known)
  return known
}

/** A day of the calendar, `2026-11-21`: compared and added to without a time zone. */
export type Day = string

/** The day and hour of a moment where the shop is. */
export function localTime(moment: number, timeZone: string): { day: Day; hour: number } {
  const parts = formatFor('en-CA', {
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
  return (
    formatFor(locale(lang), {
      timeZone: 'UTC',
      day: 'numeric',
      ...(options.month === false ? {} : { month: 'long' }),
      ...(options.weekday === false ? {} : { weekday: 'long' }),
      ...(options.year ? { year: 'numeric' } : {}),
    })
      .format(new Date(day))
      .replace(',', '')
      // French counts the first day of a month, and only that one.
      .replace(/\b1 (?=\p{Ll})/u, lang === 'fr' ? '1er ' : '1 ')
  )
}

/** "samedi 21 novembre, 9 h 12", "Saturday 21 November, 09:12". */
export function formatMoment(moment: number, timeZone: string, lang: Lang): string {
  const { day } = localTime(moment, timeZone)
  const time = formatFor(locale(lang), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment)
  const written = lang === 'fr' ? time.replace(/^0/, '').replace(':', ' h ') : time
  return `${formatDay(day, lang)}, ${written}`
}

/** When a month of the calendar, `2026-11`, begins and ends where the shop is; null for what is not a month. */
export function monthSpan(month: string, timeZone: string): { from: number; to: number } | null {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return null
  const next = addDays(`${month}-28`, 4).slice(0, 7)
  return { from: startOf(`${month}-01`, timeZone), to: startOf(`${next}-01`, timeZone) }
}

/** The first moment of a day where the shop is. Its offset may differ from that of midnight UTC. */
function startOf(day: Day, timeZone: string): number {
  const guess = Date.parse(day)
  const offset = (at: number) => {
    const { day: local, hour } = localTime(at, timeZone)
    return Date.parse(local) + hour * HOUR_MS - at
  }
  const first = guess - offset(guess)
  return guess - offset(first)
}

/** What a clock where the shop is shows at a moment: "18:05". */
export function clockAt(moment: number, timeZone: string): string {
  return formatFor('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment)
}

/** The moment of a day and a time, "18:05", where the shop is. A time that summer time skips is the one an hour on. */
export function momentAt(day: Day, time: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${time}Z`)
  const offset = (at: number) =>
    Date.parse(`${localTime(at, timeZone).day}T${clockAt(at, timeZone)}Z`) - at
  return wanted - offset(wanted - offset(wanted))
}

/** "novembre", "November 2026" with `year`. */
export function formatMonth(month: string, lang: Lang, { year = false } = {}): string {
  return formatFor(locale(lang), {
    timeZone: 'UTC',
    month: 'long',
    ...(year ? { year: 'numeric' } : {}),
  }).format(new Date(`${month}-01`))
}

/** "9 h 12" today, "hier", "19 nov.", and with the year when it is another: as short as it is clear. */
export function formatShort(moment: number, now: number, timeZone: string, lang: Lang): string {
  const { day } = localTime(moment, timeZone)
  const { day: today } = localTime(now, timeZone)
  if (day === today) return formatMoment(moment, timeZone, lang).replace(/^.*, /, '')
  if (day === addDays(today, -1)) return lang === 'fr' ? 'hier' : 'yesterday'
  return formatFor(locale(lang), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(new Date(day))
}

function locale(lang: Lang): string {
  return lang === 'fr' ? 'fr-FR' : 'en-GB'
}

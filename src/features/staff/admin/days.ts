import { formatDay, formatMoment, localTime } from '#lib/dates.ts'
import { useSite } from '#ui/site.tsx'

/** Says a moment where the shop is: "21 novembre 2026", and its hour with `exact`. */
export function useDays() {
  const { settings, lang } = useSite()
  const { timeZone } = settings.shop
  return (moment: number, exact = false): string => {
    if (exact) return formatMoment(moment, timeZone, lang)
    return formatDay(localTime(moment, timeZone).day, lang, { weekday: false, year: true })
  }
}

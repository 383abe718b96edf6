import { formatDay, localTime } from '#lib/dates.ts'
import { useSite } from '#ui/site.tsx'

/** The day something came out, where the shop is. */
export function PostDay({ moment }: { moment: number }) {
  const { settings, lang } = useSite()
  const { day } = localTime(moment, settings.shop.timeZone)
  return <time datetime={day}>{formatDay(day, lang, { weekday: false, year: true })}</time>
}

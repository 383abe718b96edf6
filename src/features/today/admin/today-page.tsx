import { promiseFor } from '#features/delivery/rules.ts'
import type { StockRow } from '#features/stock/list-stock.ts'
import { may } from '#features/staff/rules.ts'
import { formatDay, localTime } from '#lib/dates.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { PackRow, UnreadRow } from '../queries.ts'
import type { Figures, Need, Span } from '../rules.ts'
import { NUMBERS, words } from '../words.ts'
import { Low } from './low.tsx'
import { Sales } from './sales.tsx'
import { Before, type Stuck, StuckThings, ToPack, Unread } from './to-do.tsx'

type Props = {
  packing: readonly PackRow[]
  low: readonly Omit<StockRow, 'packing'>[]
  /** Ids of the movements that the low rows make. */
  keys: readonly string[]
  unread: readonly UnreadRow[]
  stuck: Stuck
  needs: readonly Need[]
  figures: Figures
  span: Span
}

/** What there is to do, then what came in. */
export function TodayPage({ packing, low, keys, unread, stuck, needs, figures, span }: Props) {
  const { say, settings, lang, now, desk } = useSite()
  const { day } = localTime(now, settings.shop.timeZone)
  const owns = desk !== undefined && may(desk.role, 'settings')
  const counts = desk?.counts ?? {}
  // Nothing is on sale and nothing waits: the first thing to do is to open.
  const opening = owns && needs.includes('products') && packing.length === 0
  const todo = useHeading(counts['orders'] ?? 0, owns ? (counts['messages'] ?? 0) : 0)
  return (
    <AdminFrame title={say(words.title)} current="today">
      <p class="today-day soft">{formatDay(day, lang)}</p>
      <h1>{opening ? say(words.opening) : todo}</h1>
      <Leaving waiting={packing.length > 0} />
      <div class="desk-columns today">
        <div>
          {opening && <Before needs={needs} />}
          <ToPack rows={packing} more={(counts['orders'] ?? 0) > packing.length} />
          {owns && <Unread rows={unread} />}
          {owns && <StuckThings stuck={stuck} />}
          {owns && !opening && <Before needs={needs} />}
        </div>
        <div>
          {owns && <Sales figures={figures} span={span} />}
          <Low rows={low} keys={keys} />
        </div>
      </div>
    </AdminFrame>
  )
}

/** What there is to do, as a sentence. */
function useHeading(parcels: number, messages: number): string {
  const { say, lang } = useSite()
  const spell = (many: number) => {
    const word = NUMBERS[many]
    return word ? say(word) : many > 99 ? '99+' : String(many)
  }
  const one = lang === 'fr' ? 2 : 1.5
  const parts = [
    ...(parcels > 0
      ? [say(parcels < one ? words.oneParcel : words.parcels, { count: spell(parcels) })]
      : []),
    ...(messages > 0
      ? [say(messages < one ? words.oneMessage : words.messages, { count: spell(messages) })]
      : []),
  ]
  if (parts.length === 0) return say(words.allDone)
  const sentence = [...parts, ...(parcels < 10 ? [say(words.calm)] : [])].join(', ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

/** When it matters: the next time that parcels leave. */
function Leaving({ waiting }: { waiting: boolean }) {
  const { say, settings, lang, now } = useSite()
  if (!waiting || settings.dispatch.weekdays.length === 0) return null
  const { timeZone } = settings.shop
  const { day } = localTime(now, timeZone)
  const { orderBy, cutoffHour } = promiseFor({ minDays: 1, maxDays: 1 }, settings, now)
  return (
    <p class="soft">
      {orderBy === day
        ? say(words.leavesToday, { hour: cutoffHour })
        : say(words.leaves, { day: formatDay(orderBy, lang) })}
    </p>
  )
}

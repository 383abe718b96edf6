import { type DeliveryMethod, deliveryOptions, promiseFor } from '#features/delivery/rules.ts'
import { addDays, type Day, formatDay, localTime } from '#lib/dates.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

export type Method = DeliveryMethod

/** When it arrives if it is ordered now, by the shop's first way to send parcels at home. */
export function Promise({ methods }: { methods: Method[] }) {
  const { settings, now, lang, say } = useSite()
  const { shop, tax } = settings
  const method = methods.find(
    ({ kind, countries }) => kind === 'parcel' && countries.includes(tax.country),
  )
  if (!method) return null
  const { orderBy, cutoffHour, from, to } = promiseFor(method, settings, now)
  const hour = cutoffHour === 12 ? say(words.noon) : say(words.hour, { hour: cutoffHour })
  const today = localTime(now, shop.timeZone).day
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  const range = say(from === to ? words.onDay : words.between, {
    from: formatDay(from, lang, { month: !sameMonth }),
    to: formatDay(to, lang),
  })
  if (orderBy >= addDays(today, 7)) {
    const day = formatDay(orderBy, lang, { weekday: false })
    return <p class="s">{say(words.promiseLater, { day, range })}</p>
  }
  const phrase = orderBy === today ? words.promiseToday : words.promise
  return <p class="s">{say(phrase, { day: weekdayName(orderBy, lang), hour, range })}</p>
}

function weekdayName(day: Day, lang: 'fr' | 'en'): string {
  return formatDay(day, lang).split(' ')[0] ?? ''
}

type Props = { methods: Method[]; weightG: number; price: number }

/** What it costs to send this one piece, and how long it takes. */
export function DeliveryLines({ methods, weightG, price }: Props) {
  const { settings, say, t, price: money } = useSite()
  const options = deliveryOptions(methods, {
    country: settings.tax.country,
    weightG,
    subtotal: price,
  })
  return (
    <dl class="rows">
      {options.map((option) => (
        <div>
          <dt>{t(option.title)}</dt>
          <dd>
            {option.price === 0 ? say(words.free) : money(option.price)}, {t(option.promise)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

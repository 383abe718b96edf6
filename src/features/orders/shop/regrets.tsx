import { addDays, formatDay } from '#lib/dates.ts'
import { useSite } from '#ui/site.tsx'
import type { OrderView } from '../queries.ts'
import { isPaid, WITHDRAWAL_PAGE } from '../rules.ts'
import { words } from '../words.ts'

/** Days to withdraw, from the day of delivery (directive 2011/83, article 9). */
const WITHDRAWAL_DAYS = 14

/** Where to ask, and for pieces that may come back where to withdraw and until when. */
export function Regrets({ view: { order } }: { view: OrderView }) {
  const { settings, lang, link, say } = useSite()
  const write = <a href={`mailto:${settings.shop.email}`}>{say(words.writeToUs)}</a>
  if (!isPaid(order.state) || !order.delivery) {
    return (
      <p class="s regrets">
        {say(words.anyQuestion)} {write}.
      </p>
    )
  }
  const page = settings.menus.legal.find((item) => item.link.slug === WITHDRAWAL_PAGE)
  const last = addDays(order.delivery.to, WITHDRAWAL_DAYS)
  return (
    <p class="s regrets">
      {say(words.question)} {write}
      {say(words.or)}
      {page ? <a href={link.target(page.link)}>{say(words.withdraw)}</a> : say(words.withdraw)}
      {say(words.lastDay, { day: formatDay(last, lang, { weekday: false }) })}
    </p>
  )
}

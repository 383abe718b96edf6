import { formatMoment } from '#lib/dates.ts'
import { makeLinks } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { manualWords } from '../manual-words.ts'
import type { OrderRow } from '../queries.ts'
import { staysOpen } from '../rules.ts'

/** The link where the buyer of an order that the maker wrote pays it. */
export function PayLink({ order }: { order: OrderRow }) {
  const { settings, lang, now, origin, say } = useSite()
  if (order.state !== 'pending' || !staysOpen(order, now)) return null
  const { languages, timeZone } = settings.shop
  const href = origin + makeLinks(order.lang, languages).orderPay(order.token)
  return (
    <section class="clay order-act" aria-labelledby="pay-title">
      <h2 id="pay-title">{say(manualWords.waits)}</h2>
      <p class="s">
        {say(manualWords.waitsText, { moment: formatMoment(order.holdUntil, timeZone, lang) })}
      </p>
      <p class="order-pay s">
        <a href={href} id="pay-link">
          {href}
        </a>
      </p>
      <p class="s order-links">
        <button
          type="button"
          class="link"
          hidden
          data-copies="pay-link"
          data-done={say(words.copied)}
        >
          {say(words.copy)}
        </button>
        <output class="ears"></output>
      </p>
    </section>
  )
}

import { deliveryPrice } from '#features/delivery/rules.ts'
import type { Quote } from '#features/pricing/quote.ts'
import type { Phrase } from '#lib/i18n.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

/** What delivery will cost, before anybody knows where to. Nothing to deliver, nothing to say. */
export function DeliveryRow({ quote }: { quote: Quote }) {
  const { say } = useSite()
  const ways = useWays(quote)
  if (!quote.physical) return null
  return (
    <div>
      <dt>{say(words.delivery)}</dt>
      <dd>{ways.length > 0 ? ways.join(', ') : say(words.deliveryUnknown)}</dd>
    </div>
  )
}

function useWays({ parcelFrom, pickup, weightG, totals, deliveryIsFree }: Quote): string[] {
  const { money, say } = useSite()
  const need = { country: '', weightG, subtotal: totals.goods }
  const collected = pickup && deliveryPrice(pickup, need)
  if (deliveryIsFree || (parcelFrom === 0 && collected === 0)) return [say(words.deliveryFree)]
  const priced = (price: number, free: Phrase, costs: Phrase) =>
    price === 0 ? say(free) : say(costs, { price: money(price) })
  return [
    parcelFrom === null ? [] : priced(parcelFrom, words.deliveryFree, words.deliveryFrom),
    collected === null ? [] : priced(collected, words.pickupFree, words.pickupCosts),
  ].flat()
}

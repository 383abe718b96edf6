import { deliveryPrice } from '#features/delivery/rules.ts'
import type { Quote } from '#features/pricing/quote.ts'
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
      <dd class="num">{ways.length > 0 ? ways.join(', ') : say(words.deliveryUnknown)}</dd>
    </div>
  )
}

function useWays({ parcelFrom, pickup, weightG, totals }: Quote): string[] {
  const { money, say } = useSite()
  const need = { country: '', weightG, subtotal: totals.subtotal }
  const collected = pickup && deliveryPrice(pickup, need)
  return [
    ...(parcelFrom === null
      ? []
      : [
          parcelFrom === 0
            ? say(words.deliveryFree)
            : say(words.deliveryFrom, { price: money(parcelFrom) }),
        ]),
    ...(collected === null
      ? []
      : [
          collected === 0
            ? say(words.pickupFree)
            : say(words.pickupCosts, { price: money(collected) }),
        ]),
  ]
}

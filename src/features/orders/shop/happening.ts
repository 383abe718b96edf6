import type { Phrase } from '#lib/i18n.ts'
import type { OrderView } from '../queries.ts'
import { isRepaid } from '../rules.ts'
import { words } from '../words.ts'

type Happening = { title: Phrase; text: Phrase }

/** What happens now with an order, as its title says it. */
export function happening({ order, lines }: Pick<OrderView, 'order' | 'lines'>): Happening {
  switch (order.state) {
    case 'pending':
      return order.channel === 'shop'
        ? { title: words.titlePending, text: words.textPending }
        : { title: words.titleToPay, text: words.textToPay }
    case 'awaiting_payment':
      return { title: words.titleAwaiting, text: words.textAwaiting }
    case 'in_making':
      return { title: words.titleInMaking, text: words.textInMaking }
    case 'packed':
      return order.delivery?.kind === 'pickup'
        ? { title: words.titlePackedPickup, text: words.textPackedPickup }
        : { title: words.titlePackedParcel, text: words.textPackedParcel }
    case 'paid':
      // What needs no parcel stays paid when its money goes back.
      if (order.delivery === null && isRepaid(order)) {
        return { title: words.titleRepaid, text: words.textGivenUp }
      }
      return { title: paidTitle(order.delivery?.kind ?? null, lines), text: words.textPaid }
    case 'ready':
      return { title: words.titleReady, text: words.textReady }
    case 'shipped':
      return { title: words.titleShipped, text: words.textShipped }
    case 'delivered':
      return { title: words.titleDelivered, text: words.textDelivered }
    case 'cancelled':
      return order.paidAt === null && order.refundedTotal === 0
        ? { title: words.titleCancelled, text: words.textCancelled }
        : { title: words.titleGivenUp, text: words.textGivenUp }
    case 'held':
      return { title: words.titleHeld, text: words.textHeld }
    default:
      return order.state satisfies never
  }
}

function paidTitle(delivery: 'parcel' | 'pickup' | null, lines: OrderView['lines']): Phrase {
  if (delivery === 'parcel') return words.titleParcel
  if (delivery === 'pickup') return words.titlePickup
  const kinds = new Set(lines.map((line) => line.kind))
  if (kinds.size > 1) return words.titleMixed
  if (kinds.has('digital')) return words.titleDigital
  if (kinds.has('service')) return words.titleService
  return kinds.has('gift_card') ? words.titleGiftCard : words.titleMixed
}

import { formatMoment } from '#lib/dates.ts'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { BuyerDocument } from '#features/documents/queries.ts'
import type { OrderView } from '../queries.ts'
import { words } from '../words.ts'
import { Actions } from './actions.tsx'
import { happening } from './happening.ts'
import { type LineImage, OrderSummary } from './order-summary.tsx'
import { type File, Handed } from './handed.tsx'
import { Parcels } from './parcels.tsx'
import { Timeline } from './timeline.tsx'

type Props = {
  view: OrderView
  images: readonly LineImage[]
  files: readonly File[]
  documents: readonly BuyerDocument[]
}

/** An order, for who holds its address: what happens now, where it is, what it was. */
export function OrderPage({ view, images, files, documents }: Props) {
  const { settings, lang, say } = useSite()
  const { order } = view
  const now = happening(view)
  const until = formatMoment(order.holdUntil, settings.shop.timeZone, lang)
  const { email: shop } = settings.shop
  const values = { name: order.firstName, email: order.email, until, shop }
  const title = nameless(say(now.title, values))
  const unsaid = !order.email && now.text.fr.includes('{email}')
  return (
    <ShopFrame title={title} hidden till>
      <div class="wrap counter order">
        <div>
          <p class="s soft">
            {order.number === null
              ? say(words.unnumbered)
              : say(words.number, { number: order.number })}
          </p>
          <h1>{title}</h1>
          {!unsaid && <p class="l lead">{say(now.text, values)}</p>}
          <Timeline view={view} />
          <Parcels view={view} />
          <Handed files={files} cards={view.cards} />
          <Actions view={view} />
        </div>
        <OrderSummary view={view} images={images} documents={documents} />
      </div>
    </ShopFrame>
  )
}

/** A sentence that reads well when its buyer has no name any more: ", it has left." becomes "It has left." */
function nameless(sentence: string): string {
  const without = sentence.replace(/^, /, '').replace(/, (?=\.)/, '')
  return without.charAt(0).toUpperCase() + without.slice(1)
}

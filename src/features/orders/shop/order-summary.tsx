import { Personal } from '#features/cart/shop/line.tsx'
import type { BuyerDocument } from '#features/documents/queries.ts'
import { BuyerDocuments } from '#features/documents/shop/order-documents.tsx'
import { addressLines } from '#lib/address.ts'
import { formatMoney } from '#lib/money.ts'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import type { OrderView } from '../queries.ts'
import { isPaid, methodName } from '../rules.ts'
import { words } from '../words.ts'
import { Regrets } from './regrets.tsx'

export type LineImage = { hash: string; width: number; height: number; ground: string }

type Props = {
  view: OrderView
  images: readonly LineImage[]
  documents?: readonly BuyerDocument[]
}

/** What was ordered, for how much, for whom: all as it was frozen when the order was placed. */
export function OrderSummary({ view, images, documents = [] }: Props) {
  const { say } = useSite()
  const money = useOrderMoney(view)
  return (
    <section class="sum" aria-label={say(words.summary)}>
      <ul class="lines">
        {view.lines.map((line) => (
          <li class="line small">
            <LineImageOf hash={line.imageHash} images={images} />
            <div>
              <p class="d1">{line.title}</p>
              {line.choice && <p class="xs soft">{line.choice}</p>}
              <Personal texts={line.personal} />
              <p class="s soft num">
                {line.quantity} × {money(line.unitPrice)}
              </p>
            </div>
            <p class="num">{money(line.total)}</p>
          </li>
        ))}
      </ul>
      <Sums view={view} />
      <Particulars view={view} />
      <BuyerDocuments documents={documents} token={view.order.token} />
      <Regrets view={view} />
    </section>
  )
}

function LineImageOf({ hash, images }: { hash: string | null; images: readonly LineImage[] }) {
  const image = images.find((known) => known.hash === hash)
  return image ? <Picture image={image} sizes="64px" upTo={160} first /> : <span class="blank" />
}

function Sums({ view }: { view: OrderView }) {
  const { settings, say, t } = useSite()
  const money = useOrderMoney(view)
  const { order, adjustments } = view
  // One that failed sent nothing: the maker tries again.
  const refunds = view.refunds.filter(({ state }) => state !== 'failed')
  const untaxed = order.vatTotal === 0 && settings.tax.regime === 'exempt'
  return (
    <dl class="rows">
      <div>
        <dt>{say(words.subtotal)}</dt>
        <dd class="num">{money(order.subtotal + order.discountTotal)}</dd>
      </div>
      {adjustments.map(({ label, amount }) => (
        <div>
          <dt>{label || say(words.delivery)}</dt>
          <dd class="num">{amount === 0 ? say(words.free) : money(amount)}</dd>
        </div>
      ))}
      <div class="total">
        <dt>
          {say(isPaid(order.state) || refunds.length > 0 ? words.totalPaid : words.total)}{' '}
          <small>
            {untaxed
              ? t(settings.tax.mention)
              : say(words.ofWhichVat, { amount: money(order.vatTotal) })}
          </small>
        </dt>
        <dd class="d2 num">{money(order.total)}</dd>
      </div>
      {refunds.map(({ amount, state }) => (
        <div>
          <dt>{say(state === 'succeeded' ? words.refunded : words.refunding)}</dt>
          <dd class="num">{money(-amount)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** For whom, where to, how it was paid. */
function Particulars({ view: { order, payment } }: { view: OrderView }) {
  const { settings, lang, say } = useSite()
  const { address, delivery } = order
  const home = settings.shop.address.country
  const pickup = delivery?.kind === 'pickup' ? [delivery.title] : []
  const lines = [
    `${order.firstName} ${order.lastName}`,
    ...(address ? addressLines(address, lang, home) : pickup),
  ]
  const to = address ? words.shippedTo : pickup.length > 0 ? words.collectAt : words.buyer
  const method = isPaid(order.state) ? payment?.method : null
  return (
    <dl class="rows">
      <div>
        <dt>{say(to)}</dt>
        <dd>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
        </dd>
      </div>
      {method && (
        <div>
          <dt>{say(words.paidBy)}</dt>
          <dd class="num">{methodName(method)}</dd>
        </div>
      )}
      {order.note && (
        <div>
          <dt>{say(words.note)}</dt>
          <dd>{order.note}</dd>
        </div>
      )}
    </dl>
  )
}

function useOrderMoney({ order }: OrderView): (amount: number) => string {
  const { lang } = useSite()
  return (amount) => formatMoney(amount, order.currency, lang)
}

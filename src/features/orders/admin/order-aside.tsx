import { OrderDocuments } from '#features/documents/admin/order-documents.tsx'
import { ErasedPerson } from '#features/people/admin/erased-person.tsx'
import { addressLines } from '#lib/address.ts'
import { formatMonth, localTime } from '#lib/dates.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { DeskOrder } from '../read-desk-order.ts'
import { refundWords } from '../refund-words.ts'
import { mayReaddress } from '../rules.ts'
import { CancelBlock } from './cancel-block.tsx'

/** Where it goes, whose it is, what it came to. */
export function OrderAside({ view, keyOf }: { view: DeskOrder; keyOf: string }) {
  return (
    <div class="order-aside">
      <Destination view={view} />
      {view.proof ? <ErasedPerson proof={view.proof} /> : <Person view={view} />}
      <Sums view={view} />
      <OrderDocuments documents={view.documents} />
      <CancelBlock view={view} keyOf={keyOf} />
    </div>
  )
}

function Destination({ view: { order, shipments, proof } }: { view: DeskOrder }) {
  const { settings, lang, say } = useSite()
  const { address, delivery } = order
  if (!delivery || proof) return null
  const lines = [
    `${order.firstName} ${order.lastName}`,
    ...(address ? addressLines(address, lang, settings.shop.address.country) : [delivery.title]),
  ]
  return (
    <section aria-labelledby="to-title">
      <h2 id="to-title">{say(address ? words.deliverTo : words.collectedBy)}</h2>
      <p class="order-address" id="address">
        {lines.map((line, i) => (
          <>
            {i > 0 && <br />}
            {line}
          </>
        ))}
      </p>
      {address && (
        <p class="s order-links">
          <button
            type="button"
            class="link"
            hidden
            data-copies="address"
            data-done={say(words.copied)}
          >
            {say(words.copy)}
          </button>
          {mayReaddress(order.state, shipments.length) && (
            <a href={deskLink.orderPart(order.id, 'address')}>{say(words.correct)}</a>
          )}
          <output class="ears"></output>
        </p>
      )}
    </section>
  )
}

function Person({ view: { order, buyer } }: { view: DeskOrder }) {
  const { settings, lang, say, desk } = useSite()
  if (!order.email && !order.phone) return null
  const since = buyer ? localTime(buyer.firstAt, settings.shop.timeZone).day.slice(0, 7) : ''
  const theirs = buyer && desk?.entries.some(({ key }) => key === 'customers')
  const subject = order.number === null ? '' : `?subject=${encodeURIComponent(`${order.number}`)}`
  return (
    <section aria-labelledby="person-title">
      <h2 id="person-title">{order.firstName || say(words.nobody)}</h2>
      {order.email && <p class="order-mailbox">{order.email}</p>}
      {order.phone && <p class="num">{order.phone}</p>}
      {buyer && buyer.orders > 0 && (
        <p class="s soft">
          {buyer.orders === 1
            ? say(words.first)
            : say(words.manyOrders, {
                count: buyer.orders,
                total: formatMoney(buyer.spent, order.currency, lang, 'auto'),
                month: formatMonth(since, lang, { year: true }),
              })}
        </p>
      )}
      {order.email && (
        <p class="s order-links">
          <a href={`mailto:${order.email}${subject}`}>{say(words.write)}</a>
          {theirs && <a href={deskLink.customer(buyer.id)}>{say(words.theirPage)}</a>}
        </p>
      )}
    </section>
  )
}

const REFUND_ROWS = {
  pending: refundWords.rowPending,
  succeeded: refundWords.rowSucceeded,
  failed: refundWords.rowFailed,
} as const

function Sums({ view: { order, adjustments, refunds } }: { view: DeskOrder }) {
  const { lang, say } = useSite()
  const money = (amount: number) => formatMoney(amount, order.currency, lang)
  return (
    <section aria-labelledby="sums-title">
      <h2 id="sums-title">{say(words.sums)}</h2>
      <dl class="rows">
        <div>
          <dt>{say(words.pieces)}</dt>
          <dd class="num">{money(order.subtotal + order.discountTotal)}</dd>
        </div>
        {adjustments.map(({ label, amount }) => (
          <div>
            <dt>{label || say(words.delivery)}</dt>
            <dd class="num">{money(amount)}</dd>
          </div>
        ))}
        <div>
          <dt>{say(words.ofWhichVat)}</dt>
          <dd class="num">{money(order.vatTotal)}</dd>
        </div>
        <div class="total">
          <dt>{say(words.total)}</dt>
          <dd class="num">{money(order.total)}</dd>
        </div>
        {order.state === 'held' && order.capturedTotal > 0 && (
          <div>
            <dt>{say(refundWords.captured)}</dt>
            <dd class="num">{money(order.capturedTotal)}</dd>
          </div>
        )}
        {refunds.map(({ state, amount }) => (
          <div class={state === 'failed' ? 'soft' : undefined}>
            <dt>{say(REFUND_ROWS[state])}</dt>
            <dd class="num">{state === 'failed' ? <s>{money(-amount)}</s> : money(-amount)}</dd>
          </div>
        ))}
        {order.refundedTotal > 0 && (
          <div class="total">
            <dt>{say(refundWords.kept)}</dt>
            <dd class="num">{money(order.capturedTotal - order.refundedTotal)}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

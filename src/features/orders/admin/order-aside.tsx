import { addressLines } from '#lib/address.ts'
import { formatMonth, localTime } from '#lib/dates.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { DeskOrder } from '../read-desk-order.ts'
import { mayReaddress } from '../rules.ts'

/** Where it goes, whose it is, what it came to. */
export function OrderAside({ view }: { view: DeskOrder }) {
  return (
    <div class="order-aside">
      <Destination view={view} />
      <Person view={view} />
      <Sums view={view} />
    </div>
  )
}

function Destination({ view: { order, shipments } }: { view: DeskOrder }) {
  const { settings, lang, say } = useSite()
  const { address, delivery } = order
  if (!delivery) return null
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
  const { settings, lang, say } = useSite()
  const since = buyer?.since ? localTime(buyer.since, settings.shop.timeZone).day.slice(0, 7) : ''
  const subject = order.number === null ? '' : `?subject=${encodeURIComponent(`${order.number}`)}`
  return (
    <section aria-labelledby="person-title">
      <h2 id="person-title">{order.firstName}</h2>
      <p class="order-mailbox">{order.email}</p>
      {order.phone && <p class="num">{order.phone}</p>}
      {buyer && buyer.orders > 0 && (
        <p class="s soft">
          {buyer.orders === 1
            ? say(words.first)
            : say(words.manyOrders, {
                count: buyer.orders,
                total: formatMoney(buyer.total, order.currency, lang, 'auto'),
                month: formatMonth(since, lang, { year: true }),
              })}
        </p>
      )}
      <p class="s order-links">
        <a href={`mailto:${order.email}${subject}`}>{say(words.write)}</a>
      </p>
    </section>
  )
}

function Sums({ view: { order, adjustments } }: { view: DeskOrder }) {
  const { lang, say } = useSite()
  const money = (amount: number) => formatMoney(amount, order.currency, lang)
  return (
    <section aria-labelledby="sums-title">
      <h2 id="sums-title">{say(words.sums)}</h2>
      <dl class="rows">
        <div>
          <dt>{say(words.pieces)}</dt>
          <dd class="num">{money(order.subtotal)}</dd>
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
      </dl>
    </section>
  )
}

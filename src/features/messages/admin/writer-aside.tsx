import { OrderLines } from '#features/customers/admin/order-lines.tsx'
import { deskLink } from '#links.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { DeskMessage } from '../read-desk-message.ts'
import { MessageRows } from './list-page.tsx'

/** Who writes: the order they speak of, what they bought and what else they wrote. */
export function WriterAside({ view }: { view: DeskMessage }) {
  const { say } = useSite()
  const { message, named, customer, orders, others } = view
  const number = message.orderNumber
  return (
    <div class="order-aside">
      <section aria-labelledby="writer-title">
        <h2 id="writer-title">{say(words.person)}</h2>
        <p class="order-mailbox">{message.email}</p>
        {number !== null && (
          <p class="s">
            {named ? (
              <a href={deskLink.order(named.id)}>{say(words.order, { number })}</a>
            ) : (
              <span class="soft">{say(words.notTheirs, { number })}</span>
            )}
          </p>
        )}
        {customer ? (
          <p class="s order-links">
            <a href={deskLink.customer(customer.id)}>{say(words.customer)}</a>
          </p>
        ) : (
          <form class="s" method="post" action={deskLink.person()}>
            <input type="hidden" name="email" value={message.email} />
            <button class="link">{say(words.known)}</button>
          </form>
        )}
      </section>
      <section aria-labelledby="bought-title">
        <h2 id="bought-title">{say(words.orders)}</h2>
        {orders.length > 0 ? (
          <OrderLines rows={orders} />
        ) : (
          <p class="s soft">{say(words.noOrders)}</p>
        )}
      </section>
      {others.length > 0 && (
        <section aria-labelledby="others-title">
          <h2 id="others-title">{say(words.others)}</h2>
          <MessageRows rows={others} marked />
        </section>
      )}
    </div>
  )
}

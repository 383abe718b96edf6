import { ButtonLink } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import type { OrderView } from '../queries.ts'
import { words } from '../words.ts'

/** What its buyer may do with an order now. */
export function Actions({ view: { order, payment } }: { view: OrderView }) {
  const { link, now, say } = useSite()
  if (order.state === 'cancelled' && order.paidAt === null) {
    return (
      <p class="actions">
        <ButtonLink href={link.cart()}>{say(words.toCart)}</ButtonLink>
      </p>
    )
  }
  if (order.state !== 'pending') return null
  if (order.channel !== 'shop') {
    return (
      <p class="actions">
        <ButtonLink href={link.orderPay(order.token)}>{say(words.pay)}</ButtonLink>
      </p>
    )
  }
  const open = payment?.state === 'open' && payment.expiresAt > now ? payment.url : null
  return (
    <p class="actions">
      {open && <ButtonLink href={open}>{say(words.resume)}</ButtonLink>}
      <ButtonLink href={link.order(order.token)} quiet>
        {say(words.refresh)}
      </ButtonLink>
    </p>
  )
}

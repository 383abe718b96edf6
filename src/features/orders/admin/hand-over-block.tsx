import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { OrderRow } from '../queries.ts'
import { handOvers } from '../rules.ts'

/** What may be said of an order that nobody sends, or that has been sent. */
export function HandOverBlock({ order }: { order: OrderRow }) {
  const { say } = useSite()
  const [first, ...others] = handOvers(order)
  if (!first || !order.delivery) return null
  const action = deskLink.orderPart(order.id, 'steps')
  if (order.delivery.kind === 'parcel') {
    return (
      <form class="order-after" method="post" action={action}>
        <input type="hidden" name="to" value={first} />
        <Button quiet>{say(words.arrived)}</Button>
      </form>
    )
  }
  const { title } = order.delivery
  return (
    <section class="clay order-act" aria-labelledby="collect-title">
      <h2 id="collect-title">{say(words.collected)}</h2>
      <p class="s">{say(words.readyText, { name: order.firstName, method: title })}</p>
      <form method="post" action={action}>
        <Button name="to" value={first}>
          {say(words[first])}
        </Button>
        {others.map((to) => (
          <Button name="to" value={to} quiet>
            {say(words[to])}
          </Button>
        ))}
      </form>
    </section>
  )
}

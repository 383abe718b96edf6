import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { lifeWords } from '../life-words.ts'
import type { OrderRow } from '../queries.ts'
import { handOvers, workSteps } from '../rules.ts'

type Props = { order: OrderRow; stopped: boolean }

/** What may be said of an order without a parcel: how far the work is, that it waits, that it has arrived. */
export function HandOverBlock({ order, stopped }: Props) {
  const { say } = useSite()
  const work = workSteps({ ...order, stopped })
  const [first, ...others] = handOvers({ ...order, stopped })
  const action = deskLink.orderPart(order.id, 'steps')
  if (order.delivery?.kind !== 'pickup') {
    return (
      <>
        {work.length > 0 && (
          <form class="order-after order-steps" method="post" action={action}>
            {work.map((to) => (
              <Button name="to" value={to} quiet>
                {say(lifeWords[to])}
              </Button>
            ))}
          </form>
        )}
        {first && (
          <form class="order-after" method="post" action={action}>
            <input type="hidden" name="to" value={first} />
            <Button quiet>{say(words.arrived)}</Button>
          </form>
        )}
      </>
    )
  }
  if (!first) return null
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
        {work.map((to) => (
          <Button name="to" value={to} quiet>
            {say(lifeWords[to])}
          </Button>
        ))}
      </form>
    </section>
  )
}

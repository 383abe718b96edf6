import { formatDay, formatMoment } from '#lib/dates.ts'
import type { Lang } from '#lib/i18n.ts'
import { Phase } from '#ui/phase.tsx'
import { useSite } from '#ui/site.tsx'
import type { OrderView } from '../queries.ts'
import type { FrozenDelivery } from '../rules.ts'
import { words } from '../words.ts'

type Step = { label: string; text: string; is: 'done' | 'now' | 'ahead' }

const MOON = { done: 'full', now: 'half', ahead: 'new' } as const

/** Where an order is: what is done, what is going on, what is to come. */
export function Timeline({ view }: { view: OrderView }) {
  const { say } = useSite()
  const steps = useSteps(view)
  return (
    <ol class="timeline" aria-label={say(words.steps)}>
      {steps.map(({ label, text, is }) => (
        <li class={is} aria-current={is === 'now' ? 'step' : undefined}>
          <Phase name={MOON[is]} />
          <div>
            <p class={is === 'now' ? 'd2' : undefined}>
              {label}
              {is === 'done' && <span class="ears"> ({say(words.done)})</span>}
            </p>
            {text && <p class="s soft">{text}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

type Make = (is: Step['is'], phrase: keyof typeof words, text?: string) => Step

/** How an order reaches its buyer, as it was promised. */
function arrival(
  delivery: FrozenDelivery,
  { lang, say }: ReturnType<typeof useSite>,
  step: Make,
): Step[] {
  const days = daysOf(delivery, lang)
  if (delivery.kind === 'pickup') return [step('ahead', 'collect', days.to)]
  const text = delivery.from === delivery.to ? days.to : say(words.between, days)
  return [step('ahead', 'sent'), step('ahead', 'atYours', text)]
}

function useSteps({ order, events, payment }: OrderView): Step[] {
  const site = useSite()
  const { settings, lang, say } = site
  const { timeZone } = settings.shop
  const moment = (at: number) => formatMoment(at, timeZone, lang)
  const at = (kind: string) => {
    const event = events.find((known) => known.kind === kind)
    return event ? moment(event.at) : ''
  }
  const step: Make = (is, phrase, text = '') => ({ is, label: say(words[phrase]), text })
  const placed = step('done', 'placed', at('placed'))
  const coming = order.delivery ? arrival(order.delivery, site, step) : []
  const ahead = order.delivery ? [step('ahead', 'packing'), ...coming] : []
  const paid = step('done', order.total === 0 ? 'placed' : 'paid', at('paid'))
  function arrived(is: Step['is']): Step[] {
    if (order.delivery?.kind !== 'parcel') return [step(is, 'ready', at('delivered'))]
    const text = coming.at(-1)?.text
    return [step(is, 'atYours', is === 'done' ? at('delivered') : text)]
  }
  switch (order.state) {
    case 'pending': {
      const until = payment?.state === 'open' ? moment(payment.expiresAt) : ''
      const text = until && say(words.payingUntil, { moment: until })
      return [placed, step('now', 'paying', text), ...ahead]
    }
    case 'awaiting_payment':
      return [placed, step('now', 'awaiting', say(words.awaitingText)), ...ahead]
    case 'held':
      return [placed, step('now', 'checking', at('held')), ...ahead]
    case 'cancelled':
      return [placed, ...(at('paid') ? [paid] : []), step('done', 'cancelled', at('cancelled'))]
    case 'in_making':
      return [paid, step('now', 'making', at('in_making')), ...ahead]
    case 'packed':
      return [
        paid,
        ...(at('in_making') ? [step('done', 'making', at('in_making'))] : []),
        step('now', 'packed', at('packed')),
        ...coming,
      ]
    case 'paid':
      return order.delivery
        ? [paid, step('now', 'packing'), ...coming]
        : [paid, step('done', 'ready')]
    case 'ready':
      return [paid, step('now', 'collect', at('ready'))]
    case 'shipped':
      return [paid, step('now', 'sent', at('shipped')), ...arrived('ahead')]
    case 'delivered':
      return [
        paid,
        ...(at('shipped') ? [step('done', 'sent', at('shipped'))] : []),
        ...arrived('done'),
      ]
    default:
      return order.state satisfies never
  }
}

function daysOf({ from, to }: FrozenDelivery, lang: Lang) {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return {
    from: formatDay(from, lang, { month: !sameMonth }),
    to: formatDay(to, lang),
  }
}

import { formatMoney } from '#lib/money.ts'
import { useSite } from '#ui/site.tsx'
import type { OrderView } from '../queries.ts'
import { FAILURES, PAID_BY, REASON_WORDS, refundWords as words } from '../refund-words.ts'

type Props = { view: OrderView; of: OrderView['refunds'][number] }

/** A refund in the log of its order: how much, of what, why, and where it is. */
export function RefundEntry({ view, of }: Props) {
  const { lang, say } = useSite()
  const { order, lines, refundLines } = view
  const parts = refundLines.filter(({ refundId }) => refundId === of.id)
  const inside = parts.map(({ lineId, quantity }) => {
    return `${quantity} × ${lines.find(({ id }) => id === lineId)?.title ?? ''}`
  })
  const why = [...inside, say(REASON_WORDS[of.reason]), say(words.by, { who: of.who })]
  const told = useState(view, of, formatMoney(of.amount, order.currency, lang))
  return (
    <>
      <p class={of.state === 'failed' && of.reason !== 'dispute' ? 'bad' : undefined}>{told}</p>
      {of.state === 'failed' && of.reason !== 'dispute' && (
        <p class="xs">
          {say(words.evFailedNext)}{' '}
          {parts.some(({ restocked }) => restocked) && say(words.stillOnShelf)}
        </p>
      )}
      <p class="xs soft">{why.join(', ')}</p>
      {of.note && <p class="order-said">{of.note}</p>}
    </>
  )
}

function useState({ payment }: OrderView, of: Props['of'], amount: string): string {
  const { say } = useSite()
  switch (of.state) {
    case 'pending':
      return say(of.stripeId ? words.evPending : words.evUnsent, { amount })
    case 'failed': {
      if (of.reason === 'dispute') return say(words.evWonBack, { amount })
      const known = FAILURES[of.error ?? 'unknown']
      return say(words.evFailed, { amount, error: known ? say(known) : (of.error ?? '') })
    }
    case 'succeeded': {
      const kind = payment?.kind ?? 'stripe'
      if (kind === 'stripe') return say(words.evSucceeded, { amount })
      return say(words.evByHand, { amount, kind: say(PAID_BY[kind]) })
    }
    default:
      return of.state satisfies never
  }
}

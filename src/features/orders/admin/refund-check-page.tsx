import type { Fields } from '#lib/form.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import type { OrderView } from '../queries.ts'
import type { RefundForm } from '../refund-form.ts'
import { GIVEN_BY, REASON_WORDS, refundWords as words } from '../refund-words.ts'
import { backTo } from './refund-page.tsx'

type Props = { view: OrderView; form: RefundForm; typed: Fields; changed: boolean }

/** What will go back, said once more before it does. */
export function RefundCheckPage({ view, form, typed, changed }: Props) {
  const { lang, say } = useSite()
  const { order, payment } = view
  const { sum } = form
  const amount = formatMoney(sum.amount, order.currency, lang)
  const title = say(words.checkTitle, { amount })
  const kept = Object.entries(typed).filter(([name]) => !['step', 'amount'].includes(name))
  return (
    <AdminFrame title={title} current="orders" back={backTo(view)}>
      <h1>{title}</h1>
      {changed && <Notice urgent>{say(words.changed)}</Notice>}
      {sum.capped && <Notice>{say(words.capped)}</Notice>}
      <form class="refund-check" method="post" action={deskLink.refund(order.id)}>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="amount" value={sum.amount} />
        <Sums view={view} form={form} />
        <section class="clay order-act">
          <p class="s">
            {say(GIVEN_BY[payment?.kind ?? 'stripe'])}{' '}
            {order.email && say(words.tells, { name: order.firstName })}
          </p>
          <Button name="step" value="send">
            {say(words.send, { amount })}
          </Button>
        </section>
        <button class="link s" name="step" value="edit">
          {say(words.edit)}
        </button>
      </form>
    </AdminFrame>
  )
}

function Sums({ view, form }: Pick<Props, 'view' | 'form'>) {
  const { lang, say } = useSite()
  const { order, lines } = view
  const { sum, reason, note } = form
  const money = (amount: number) => formatMoney(amount, order.currency, lang)
  const rest = [
    { label: say(words.delivery), amount: sum.delivery },
    { label: say(words.extra), amount: sum.extra },
  ].filter(({ amount }) => amount > 0)
  return (
    <dl class="rows">
      {sum.units.map(({ lineId, quantity, restock, amount }) => (
        <div>
          <dt>
            {quantity} × {lines.find(({ id }) => id === lineId)?.title}
            {restock && <span class="xs soft">, {say(words.backOnShelf)}</span>}
          </dt>
          <dd class="num">{money(amount)}</dd>
        </div>
      ))}
      {rest.map(({ label, amount }) => (
        <div>
          <dt>{label}</dt>
          <dd class="num">{money(amount)}</dd>
        </div>
      ))}
      <div>
        <dt>{say(words.reason)}</dt>
        <dd>
          {say(REASON_WORDS[reason])}
          {note && <p class="xs soft">{note}</p>}
        </dd>
      </div>
    </dl>
  )
}

import type { Fields, Problems } from '#lib/form.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useFields } from '#ui/desk-fields.tsx'
import { Nothing, ProblemSummary } from '#ui/desk-parts.tsx'
import { Checkbox, Select } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import type { OrderLineRow, OrderView } from '../queries.ts'
import { refundFields } from '../refund-form.ts'
import { type Left, paidFor, REASONS } from '../refund-rules.ts'
import { REASON_WORDS, refundWords as words } from '../refund-words.ts'

type Props = {
  view: OrderView
  left: Left
  typed: Fields
  problems?: Problems
  refused?: boolean
}

/** What shall go back of an order: pieces, the delivery, or an amount. Nothing leaves before the next page. */
export function RefundPage({ view, left, typed, problems = {}, refused = false }: Props) {
  const { lang, say } = useSite()
  const { order, lines } = view
  const f = useFields({ typed, problems })
  const money = (amount: number) => formatMoney(amount, order.currency, lang)
  const title = say(words.title)
  if (left.amount === 0) return <NothingLeft view={view} />
  return (
    <AdminFrame title={title} current="orders" back={backTo(view)}>
      <h1>{title}</h1>
      <p class="s soft">
        {say(words.left, { left: money(left.amount), total: money(order.capturedTotal) })}{' '}
        <a href={`${deskLink.refund(order.id)}?all=yes`}>{say(words.all)}</a>
      </p>
      {refused && <Notice urgent>{say(words.refused)}</Notice>}
      <ProblemSummary problems={problems} />
      <form class="sheet refund" method="post" action={deskLink.refund(order.id)} novalidate>
        <input type="hidden" name="key" value={typed['key']} />
        <section aria-labelledby="pieces-title">
          <h2 id="pieces-title">{say(words.pieces)}</h2>
          <ul class="refund-lines">
            {lines.map((line) => (
              <Line line={line} left={left.units.get(line.id) ?? 0} f={f} money={money} />
            ))}
          </ul>
          <div class="side-by-side">
            {left.delivery > 0 &&
              f.money({
                name: 'delivery',
                label: say(words.delivery),
                hint: say(words.most, { amount: money(left.delivery) }),
              })}
            {f.money({ name: 'extra', label: say(words.extra), hint: say(words.extraHint) })}
          </div>
        </section>
        <section aria-label={say(words.reason)}>
          <Select
            name="reason"
            label={say(words.reason)}
            choices={REASONS.map((value) => ({ value, label: say(REASON_WORDS[value]) }))}
            {...f.of('reason')}
          />
          {f.area({ name: 'note', label: say(words.note), hint: say(words.noteHint), rows: 2 })}
        </section>
        <div class="save-bar">
          <Button name="step" value="check">
            {say(words.check)}
          </Button>
        </div>
      </form>
    </AdminFrame>
  )
}

type LineProps = {
  line: OrderLineRow
  left: number
  f: ReturnType<typeof useFields>
  money: (amount: number) => string
}

function Line({ line, left, f, money }: LineProps) {
  const { say } = useSite()
  const name = refundFields(line.id)
  const title = [line.title, line.choice].filter(Boolean).join(', ')
  return (
    <li>
      <div>
        <b>{line.title}</b>
        {line.choice && <p class="xs soft">{line.choice}</p>}
        <p class="xs soft num">
          {left === 0
            ? say(words.gone)
            : say(words.paidFor, { amount: money(paidFor(line, left, left)) })}
        </p>
      </div>
      {left > 0 && (
        <div class="refund-units">
          <Select
            name={name.units}
            label={
              <span class="ears">
                {say(words.howMany)}, {title}
              </span>
            }
            choices={Array.from({ length: left + 1 }, (_, units) => ({
              value: String(units),
              label: say(words.ofUnits, { count: units, left }),
            }))}
            {...f.of(name.units)}
          />
          {line.kind !== 'digital' && line.kind !== 'gift_card' && (
            <Checkbox
              name={name.restock}
              label={
                <>
                  {say(words.restock)} <span class="ears">{title}</span>
                </>
              }
              {...f.of(name.restock)}
              optional
            />
          )}
        </div>
      )}
    </li>
  )
}

function NothingLeft({ view }: { view: OrderView }) {
  const { say } = useSite()
  return (
    <AdminFrame title={say(words.title)} current="orders" back={backTo(view)}>
      <h1>{say(words.title)}</h1>
      <Nothing text={say(words.none)}>
        <p>
          <a href={deskLink.order(view.order.id)}>{say(words.toOrder)}</a>
        </p>
      </Nothing>
    </AdminFrame>
  )
}

/** The order that a refund belongs to. */
export function backTo({ order }: OrderView) {
  const label = [order.number, order.lastName].filter(Boolean).join(', ')
  return { href: deskLink.order(order.id), label }
}

import { may } from '#features/staff/rules.ts'
import { AskOnce } from '#features/staff/admin/ask-once.tsx'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import type { OrderView } from '../queries.ts'
import { leftToRefund, REASONS } from '../refund-rules.ts'
import { REASON_WORDS, refundWords as words } from '../refund-words.ts'
import { mayCancel } from '../rules.ts'

/** The last things of an order's page: money back, and the order given up. Owners alone move money. */
export function CancelBlock({ view, keyOf }: { view: OrderView; keyOf: string }) {
  const { desk, say } = useSite()
  const { order, payment, shipments } = view
  const refunds = desk !== undefined && may(desk.role, 'refunds')
  const how = mayCancel(order, shipments.length)
  const owed = payment?.state === 'paid' && order.refundedTotal < order.capturedTotal
  return (
    <>
      {refunds && owed && (
        <p class="s">
          <a href={deskLink.refund(order.id)}>{say(words.link)}</a>{' '}
          <span class="soft">{say(words.linkText)}</span>
        </p>
      )}
      {how === 'unpaid' && (
        <AskOnce
          open={say(words.cancel)}
          action={deskLink.orderPart(order.id, 'cancellation')}
          text={say(words.cancelUnpaid)}
          act={say(words.cancel)}
        />
      )}
      {how === 'paid' && refunds && <CancelPaid view={view} keyOf={keyOf} />}
    </>
  )
}

/** What giving up an order brings whose payment is not as it should be: it was never sold, so its pieces are free. */
function heldWords({ capturedTotal }: OrderView['order'], left: number) {
  if (capturedTotal === 0) return words.cancelForeign
  return left > 0 ? words.cancelHeld : words.cancelHeldFree
}

function CancelPaid({ view, keyOf }: { view: OrderView; keyOf: string }) {
  const { lang, say } = useSite()
  const { order } = view
  const left = leftToRefund(view, view.refunds, view.refundLines).amount
  const amount = formatMoney(left, order.currency, lang)
  const name = order.firstName
  const held = order.state === 'held'
  const told = held ? heldWords(order, left) : left > 0 ? words.cancelPaid : words.cancelFree
  return (
    <details class="ask-once s">
      <summary>{say(words.cancel)}</summary>
      <form method="post" action={deskLink.refund(order.id, 'cancellation')}>
        <input type="hidden" name="key" value={keyOf} />
        <p class="soft">{say(told, { amount, name })}</p>
        <div class="field">
          <label class="label" for="cancel-reason">
            {say(words.reason)}
          </label>
          <select id="cancel-reason" name="reason">
            {REASONS.map((reason) => (
              <option value={reason} selected={reason === 'unavailable'}>
                {say(REASON_WORDS[reason])}
              </option>
            ))}
          </select>
        </div>
        {!held && <Checkbox name="restock" label={say(words.restockAll)} value="yes" optional />}
        <Button quiet>{left > 0 ? say(words.cancelAct, { amount }) : say(words.cancel)}</Button>
      </form>
    </details>
  )
}

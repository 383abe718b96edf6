import { formatMoment } from '#lib/dates.ts'
import { formatForeign, formatMoney } from '#lib/money.ts'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { HELD, words } from '../desk-words.ts'
import { DISPUTE_REASONS, disputeWords } from '../life-words.ts'
import { CHANNEL_WORDS } from '../manual-words.ts'
import type { DeskOrder } from '../read-desk-order.ts'
import { isStopped } from '../rules.ts'
import { StandingOf } from './standing.tsx'

/** Where an order is, since when, and what stands in its way. */
export function Where({ view }: { view: DeskOrder }) {
  const { settings, lang, say } = useSite()
  const { order, events } = view
  const moment = formatMoment(order.paidAt ?? order.placedAt, settings.shop.timeZone, lang)
  const held = events.find(({ kind }) => kind === 'held')?.reason
  const why = order.state === 'held' && held ? HELD[held] : undefined
  const captured = formatMoney(order.capturedTotal, order.currency, lang)
  return (
    <>
      <p class="order-where s">
        <StandingOf order={{ ...order, stopped: isStopped(view.disputes) }} />{' '}
        <span class="soft">
          {say(order.paidAt ? words.paidOn : words.placedOn, { moment })}
          {order.channel !== 'shop' && `, ${say(CHANNEL_WORDS[order.channel]).toLowerCase()}`}
        </span>
      </p>
      {why && <Notice>{say(why, { captured })}</Notice>}
      {view.disputes.map((dispute) => (
        <Disputed dispute={dispute} payment={view.payment} />
      ))}
    </>
  )
}

type Props = { dispute: DeskOrder['disputes'][number]; payment: DeskOrder['payment'] }

/** A dispute that stands: what the bank has done, until when it listens, and where to answer. */
function Disputed({ dispute, payment }: Props) {
  const { settings, lang, now, say } = useSite()
  const { state, dueAt, currency } = dispute
  if (state === 'won' || state === 'closed') return null
  const reason = DISPUTE_REASONS[dispute.reason]
  const values = {
    amount: formatForeign(dispute.amount, currency, lang),
    reason: reason ? say(reason) : dispute.reason,
  }
  const moment = dueAt === null ? '' : formatMoment(dueAt, settings.shop.timeZone, lang)
  const answers = state !== 'lost' && dueAt !== null && dueAt > now
  return (
    <Notice urgent={state !== 'inquiry'}>
      <p>
        <b>{say(disputeWords.title)}.</b> {say(disputeWords[state], values)}
      </p>
      {state !== 'lost' && moment && (
        <p>
          {say(answers ? disputeWords.due : disputeWords.past, { moment })}{' '}
          {answers && say(disputeWords.answer)}
        </p>
      )}
      {payment?.paymentIntent && (
        <p>
          <a href={inStripe(payment.paymentIntent, payment.live)} rel="noreferrer">
            {say(answers ? disputeWords.toStripe : disputeWords.inStripe)}
          </a>
        </p>
      )}
    </Notice>
  )
}

function inStripe(paymentIntent: string, live: boolean): string {
  return `https://dashboard.stripe.com/${live ? '' : 'test/'}payments/${paymentIntent}`
}

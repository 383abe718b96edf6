import type { Child } from 'hono/jsx'
import { trackingLink } from '#features/delivery/rules.ts'
import { formatMoment, formatShort } from '#lib/dates.ts'
import type { Phrase } from '#lib/i18n.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { DISPUTE_REASONS, disputeWords, WHY } from '../life-words.ts'
import type { DeskOrder } from '../read-desk-order.ts'
import { PAID_BY } from '../refund-words.ts'
import { methodName } from '../rules.ts'
import type { Keys, Trouble } from './order-page.tsx'
import { RefundEntry } from './refund-entry.tsx'

type Props = { view: DeskOrder; keys: Keys; trouble: Trouble | null }

/** All that happened to an order, and was said of it, in time. */
export function OrderLog({ view, keys, trouble }: Props) {
  const { settings, lang, now, say } = useSite()
  const { timeZone } = settings.shop
  const problem = trouble?.problems['note']
  const entries = useEntries(view, keys).toSorted((a, b) => a.at - b.at)
  return (
    <section class="order-log" id="log" aria-labelledby="log-title">
      <h2 id="log-title">{say(words.log)}</h2>
      <ol>
        {entries.map(({ at, body }) => (
          <li>
            <time
              class="xs soft num"
              datetime={new Date(at).toISOString()}
              title={formatMoment(at, timeZone, lang)}
            >
              {formatShort(at, now, timeZone, lang)}
            </time>
            <div class="s">{body}</div>
          </li>
        ))}
      </ol>
      <form method="post" action={deskLink.orderPart(view.order.id, 'notes')}>
        <input type="hidden" name="key" value={keys.note} />
        <TextArea
          name="note"
          label={say(words.note)}
          value={trouble?.typed['note'] ?? ''}
          rows={2}
          maxlength={2000}
          problem={problem && say(problem)}
        />
        <Button quiet>{say(words.addNote)}</Button>
      </form>
    </section>
  )
}

type Entry = { at: number; body: Child }

function useEntries(view: DeskOrder, keys: Keys): Entry[] {
  const { lang, say } = useSite()
  const { order, events, shipments, notes, mails, acts, payment } = view
  const total = formatMoney(order.total, order.currency, lang)
  const byHand = payment && payment.kind !== 'stripe' ? say(PAID_BY[payment.kind]) : ''
  const method = byHand || (payment?.method ? methodName(payment.method) : '')
  const kinds = {
    placed: say(words.evPlaced),
    awaiting_payment: say(words.evAwaiting),
    paid: say(method ? words.evPaidBy : words.evPaid, { total, method }),
    in_making: say(words.evInMaking),
    packed: say(words.evPacked),
    ready: say(words.evReady),
    shipped: say(words.evShipped),
    delivered: say(words.evDelivered),
    cancelled: say(words.evCancelled),
    held: say(words.evHeld),
    inquired: say(disputeWords.evInquired),
    inquiry_closed: say(disputeWords.evInquiryClosed),
    disputed: say(disputeWords.evDisputed),
    dispute_won: say(disputeWords.evWon),
    dispute_lost: say(disputeWords.evLost),
  }
  return [
    ...shipments.map((parcel) => ({
      at: parcel.at,
      body: <ParcelEntry view={view} of={parcel} />,
    })),
    ...events.flatMap((event) => {
      const { at, kind } = event
      // A refund is an entry of its own, which says how it ended.
      if (kind === 'refunded' || kind === 'refund_failed') return []
      return [{ at, body: <StepEntry told={kinds[kind]} event={event} /> }]
    }),
    ...view.refunds.map((one) => ({
      at: one.at,
      body: <RefundEntry view={view} of={one} />,
    })),
    ...mails.map((mail) => ({
      at: mail.sentAt ?? mail.nextAt,
      body: <MailEntry mail={mail} order={order} newKey={keys.mail()} />,
    })),
    ...acts
      .filter(({ act }) => act === 'order.address_changed')
      .map(({ at, who }) => ({ at, body: say(words.evAddress, { who }) })),
    ...notes.map((note) => ({ at: note.at, body: <NoteEntry note={note} /> })),
  ]
}

/** A step: what happened, and below it who did it and why. */
function StepEntry({ told, event }: { told: string; event: DeskOrder['events'][number] }) {
  const { say } = useSite()
  const { kind, reason, who } = event
  const why = WHY[reason ?? ''] ?? DISPUTE_REASONS[reason ?? '']
  const said = [
    kind !== 'dispute_won' && kind !== 'dispute_lost' && why && say(why),
    who && say(words.by, { who }),
  ].filter(Boolean)
  return (
    <>
      <p>{told}</p>
      {said.length > 0 && <p class="xs soft">{said.join(', ')}</p>}
    </>
  )
}

function NoteEntry({ note }: { note: DeskOrder['notes'][number] }) {
  const { say } = useSite()
  return (
    <>
      <p class="order-said">{note.text}</p>
      <p class="xs soft">{say(words.by, { who: note.who })}</p>
    </>
  )
}

function ParcelEntry({ view, of }: { view: DeskOrder; of: DeskOrder['shipments'][number] }) {
  const { settings, say } = useSite()
  const { order, lines, sent } = view
  const link = trackingLink(settings.carriers, of, order.address?.postalCode ?? '')
  const inside = lines.flatMap((line) => {
    const one = sent.find((it) => it.shipmentId === of.id && it.lineId === line.id)
    return one ? [`${one.quantity} × ${line.title}`] : []
  })
  const told = [say(words.evParcel), of.carrier, of.number].filter(Boolean).join(', ')
  return (
    <>
      <p>
        {told}
        {link && (
          <>
            {' '}
            <a href={link} rel="noreferrer">
              {say(words.track)}
            </a>
          </>
        )}
      </p>
      <p class="xs soft">
        {inside.join(', ')}, {say(words.by, { who: of.who })}
      </p>
    </>
  )
}

const MAILS: Partial<Record<DeskOrder['mails'][number]['template'], Phrase>> = {
  confirmation: words.confirmation,
  received: words.receivedMail,
  payment_failed: words.paymentFailedMail,
  shipped: words.shippedMail,
  ready: words.readyMail,
  refunded: words.refundedMail,
  cancelled: words.cancelledMail,
  pay_link: words.payLinkMail,
}

type MailProps = {
  mail: DeskOrder['mails'][number]
  order: DeskOrder['order']
  newKey: string
}

function MailEntry({ mail, order, newKey }: MailProps) {
  const { say } = useSite()
  const confirms = mail.template === 'confirmation'
  const name = say(MAILS[mail.template] ?? words.otherMail)
  // Whom it went to was erased: it cannot go again.
  if (!order.email && !mail.to) return <span>{name}</span>
  const state = {
    sent: say(confirms ? words.mailSent : words.mailSentM, { mail: name, email: order.email }),
    waiting: say(words.mailWaiting, { mail: name }),
    failed: say(words.mailFailed, { mail: name }),
  }[mail.state]
  if (mail.state === 'waiting') return <span>{state}</span>
  return (
    <form class="order-mail" method="post" action={deskLink.orderPart(order.id, 'mails')}>
      <input type="hidden" name="key" value={newKey} />
      <input type="hidden" name="mail" value={mail.id} />
      <span class={mail.state === 'failed' ? 'bad' : undefined}>{state}</span>
      <button class="link soft">
        {say(words.resend)} <span class="ears">{name}</span>
      </button>
    </form>
  )
}

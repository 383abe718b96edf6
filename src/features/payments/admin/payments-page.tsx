import { formatShort } from '#lib/dates.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { AdminFrame, useSettingsBack } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { DeskHead, Done, Nothing, Tabs, Turning } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import type { ComparisonRow, ListedDifference } from '../check-queries.ts'
import { DIFFERENCES, words } from '../desk-words.ts'

const DONE = { asked: words.doneAsked, compared: words.doneCompared }

type Props = {
  rows: readonly ListedDifference[]
  /** Whether only what is open is listed. */
  open: boolean
  waiting: ComparisonRow | null
  day: ComparisonRow | null
  before: string
  next: string | null
  done: string
}

/** Whether Stripe and the shop agree, what differs, and when it was last looked at. */
export function PaymentsPage({ rows, open, waiting, day, before, next, done }: Props) {
  const { say } = useSite()
  const tabs = [
    { href: deskLink.payments(), label: say(words.listOpen), current: open },
    { href: deskLink.payments({ list: 'all' }), label: say(words.listAll), current: !open },
  ]
  const here = open ? {} : { list: 'all' }
  const told = done === 'asked' || done === 'compared' ? DONE[done] : null
  return (
    <AdminFrame title={say(words.title)} current="settings" back={useSettingsBack()}>
      <DeskHead title={say(words.title)} />
      {told && <Done>{say(told)}</Done>}
      {done === 'down' && <Notice urgent>{say(words.down)}</Notice>}
      <p class="soft people-text">{say(words.text)}</p>
      <div class="order-tools">
        <Tabs label={say(words.lists)} tabs={tabs} />
      </div>
      {rows.length > 0 ? (
        <ol class="desk-rows">
          {rows.map((row) => (
            <Difference row={row} />
          ))}
        </ol>
      ) : (
        <Nothing text={say(open ? words.agree : words.none)} />
      )}
      <Turning
        first={before ? deskLink.payments(here) : null}
        next={next && deskLink.payments({ ...here, before: next })}
      />
      <section class="customer-part" aria-labelledby="runs">
        <h2 id="runs">{say(words.runs)}</h2>
        <dl class="rows people-forget">
          <Run kind="waiting" of={waiting} />
          <Run kind="day" of={day} />
        </dl>
        <div class="desk-acts">
          <form method="post" action={deskLink.paymentsPart('waiting')}>
            <Button quiet>{say(words.askNow)}</Button>
          </form>
          <form method="post" action={deskLink.paymentsPart('compare')}>
            <Button quiet>{say(words.compareNow)}</Button>
          </form>
        </div>
      </section>
    </AdminFrame>
  )
}

function Difference({ row }: { row: ListedDifference }) {
  const { say, settings, lang, now } = useSite()
  const { timeZone } = settings.shop
  const { title, text } = DIFFERENCES[row.kind]
  const amount =
    row.amount !== null && row.currency !== null
      ? formatMoney(row.amount, row.currency.toUpperCase(), lang)
      : ''
  const when = formatShort(row.settledAt ?? row.at, now, timeZone, lang)
  return (
    <li class="difference">
      <div>
        <b>
          {say(title)}
          {amount && <span class="num"> {amount}</span>}
        </b>
        <p class="s soft">{say(text)}</p>
        {row.orderId && row.kind !== 'no_order' && (
          <p class="s">
            <a href={deskLink.order(row.orderId)}>
              {row.number === null ? say(words.seeOrder) : say(words.order, { number: row.number })}
            </a>
          </p>
        )}
        {row.sessionId && (
          <p class="xs soft difference-at">{say(words.atStripe, { session: row.sessionId })}</p>
        )}
        <p class="xs soft">{say(row.settledAt ? words.settled : words.found, { when })}</p>
      </div>
    </li>
  )
}

function Run({ kind, of }: { kind: 'waiting' | 'day'; of: ComparisonRow | null }) {
  const { say, settings, lang, now } = useSite()
  const done = kind === 'waiting' ? words.waitingDone : words.dayDone
  const when = of && formatShort(of.at, now, settings.shop.timeZone, lang)
  return (
    <div>
      <dt>{say(kind === 'waiting' ? words.waitingRun : words.dayRun)}</dt>
      <dd>
        {of && when
          ? say(of.error === null ? done : words.failed, { when, ...of.facts })
          : say(words.never)}
      </dd>
    </div>
  )
}

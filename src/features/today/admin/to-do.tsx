import { formatDay, formatShort, localTime } from '#lib/dates.ts'
import type { Phrase } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import type { PackRow, UnreadRow } from '../queries.ts'
import type { Need } from '../rules.ts'
import { NEED_WORDS, words } from '../words.ts'

/** The orders to pack, whole rows being links. */
export function ToPack({ rows, more }: { rows: readonly PackRow[]; more: boolean }) {
  const { say } = useSite()
  return (
    <section aria-labelledby="pack">
      <div class="today-head">
        <h2 id="pack">{say(words.toPack)}</h2>
        {rows.length > 0 && (
          <a class="s" href={deskLink.slips(rows.map(({ id }) => id))}>
            {say(words.slips)}
          </a>
        )}
      </div>
      {rows.length === 0 ? (
        <p class="today-none s soft">
          {say(words.nothingToPack)} <a href={deskLink.orders()}>{say(words.everyOrder)}</a>
        </p>
      ) : (
        <ol class="desk-rows">
          {rows.map((row) => (
            <Row row={row} />
          ))}
        </ol>
      )}
      {more && (
        <p class="order-after s">
          <a href={deskLink.orders({ list: 'to_pack' })}>{say(words.more)}</a>
        </p>
      )}
    </section>
  )
}

function Row({ row }: { row: PackRow }) {
  const { settings, lang, now } = useSite()
  const pieces = row.pieces.map(({ title, quantity }) =>
    quantity > 1 ? `${quantity} × ${title}` : title,
  )
  return (
    <li>
      <a href={deskLink.order(row.id)}>
        {row.picture ? (
          <Picture image={row.picture} sizes="48px" upTo={160} />
        ) : (
          <span class="no-picture"></span>
        )}
        <b>
          {row.firstName} {row.lastName}
          <span class="xs soft">{pieces.join(', ')}</span>
        </b>
        <span class="end">
          {row.delivery?.title}
          <span class="xs soft num">
            {row.number}
            {row.paidAt && `, ${formatShort(row.paidAt, now, settings.shop.timeZone, lang)}`}
          </span>
        </span>
      </a>
    </li>
  )
}

/** What nobody has read yet. */
export function Unread({ rows }: { rows: readonly UnreadRow[] }) {
  const { say, settings, lang, now } = useSite()
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="unread">
      <div class="today-head">
        <h2 id="unread">{say(words.unread)}</h2>
        <a class="s" href="/admin/messages">
          {say(words.readAll)}
        </a>
      </div>
      <ol class="desk-rows today-messages">
        {rows.map(({ id, name, text, at, orderNumber }) => (
          <li>
            <a href={deskLink.message(id)}>
              <b>{name}</b>
              <span class="end xs soft">
                {formatShort(at, now, settings.shop.timeZone, lang)}
                {orderNumber && <span class="xs">{say(words.order, { number: orderNumber })}</span>}
              </span>
              <span class="today-said">{text}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}

export type Stuck = {
  held: number
  differences: number
  disputes: number
  /** When the first answer is due. */
  disputeDue: number | null
  failedMails: number
  slowRefunds: number
  /** Orders with a refund that failed, or whose money came too late and goes back. */
  refundNews: readonly { id: string; failed: boolean }[]
}

export const NOTHING_STUCK: Stuck = {
  held: 0,
  differences: 0,
  disputes: 0,
  disputeDue: null,
  failedMails: 0,
  slowRefunds: 0,
  refundNews: [],
}

/** What nothing but a person can move on. */
export function StuckThings({ stuck }: { stuck: Stuck }) {
  const { say, count, settings, lang } = useSite()
  const { timeZone } = settings.shop
  const due = stuck.disputeDue && formatDay(localTime(stuck.disputeDue, timeZone).day, lang)
  const all: [number, string, Phrase, Phrase][] = [
    [stuck.held, deskLink.orders({ list: 'held' }), words.oneHeld, words.held],
    [stuck.differences, deskLink.payments(), words.oneDifference, words.differences],
    [stuck.disputes, deskLink.orders({ list: 'disputed' }), words.oneDispute, words.disputes],
    [stuck.failedMails, deskLink.mails({ list: 'failed' }), words.oneFailed, words.failed],
    [stuck.slowRefunds, deskLink.orders(), words.oneRefund, words.refunds],
  ]
  const lines = all.filter(([many]) => many > 0)
  if (lines.length === 0 && stuck.refundNews.length === 0) return null
  return (
    <section aria-labelledby="stuck">
      <div class="today-head">
        <h2 id="stuck">{say(words.stuck)}</h2>
      </div>
      <ul class="desk-list desk-doors">
        {lines.map(([many, href, one, more]) => (
          <li>
            <a class="bad" href={href}>
              {count(many, one, more)}
              {one === words.oneDispute && due && `, ${say(words.answerBy, { day: due })}`}
            </a>
          </li>
        ))}
        {stuck.refundNews.map(({ id, failed }) => (
          <li>
            <a class={failed ? 'bad' : undefined} href={deskLink.order(id)}>
              {say(failed ? words.failedRefund : words.late)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the shop still needs before it may open, each a link to the act. */
export function Before({ needs }: { needs: readonly Need[] }) {
  const { say } = useSite()
  if (needs.length === 0) return null
  return (
    <section aria-labelledby="before">
      <div class="today-head">
        <h2 id="before">{say(words.before)}</h2>
      </div>
      <ul class="desk-list desk-doors today-needs">
        {needs.map((need) => (
          <li>
            <a href={NEED_WORDS[need].href}>{say(NEED_WORDS[need].label)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

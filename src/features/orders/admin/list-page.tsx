import { formatShort } from '#lib/dates.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DeskHead, SearchBox, Sorting, Tabs, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { EMPTY, LISTS, words } from '../desk-words.ts'
import type { Asked, Counts, ListRow } from '../list-orders.ts'
import { CHANNEL_WORDS, manualWords } from '../manual-words.ts'
import { type Filter, FILTERS } from '../rules.ts'
import { MonthLine, type Month } from './month-line.tsx'
import { StandingOf } from './standing.tsx'

type Props = {
  asked: Asked
  rows: readonly ListRow[]
  counts: Counts
  /** Where the next page begins, when there is one. */
  next: string | null
  month: Month | null
}

/** The orders, by what they wait for. */
export function ListPage({ asked, rows, counts, next, month }: Props) {
  const { say } = useSite()
  const { filter, q } = asked
  return (
    <AdminFrame title={say(words.title)} current="orders">
      <DeskHead title={say(words.title)}>
        <ButtonLink href={deskLink.newOrder()} quiet>
          {say(manualWords.title)}
        </ButtonLink>
      </DeskHead>
      <div class="order-tools">
        <Lists asked={asked} counts={counts} />
        <SearchBox
          action={deskLink.orders()}
          q={q}
          label={say(words.search)}
          fields={asked.oldest ? { sort: 'oldest' } : {}}
        />
      </div>
      <Order asked={asked} />
      {q && rows.length > 0 && <p class="s soft">{say(words.foundFor, { q })}</p>}
      {rows.length > 0 ? <Rows rows={rows} /> : <Empty asked={asked} />}
      {!q && filter === 'to_pack' && rows.length > 0 && <SlipsLink rows={rows} />}
      <Turning
        first={asked.before ? deskLink.orders(hereOf(asked)) : null}
        next={next && deskLink.orders({ ...hereOf(asked), before: next })}
      />
      {month && <MonthLine month={month} />}
    </AdminFrame>
  )
}

const ORDER: readonly Filter[] = ['all', ...FILTERS.filter((name) => name !== 'all')]

/** What the address of a list asks, but for the page of it. */
function hereOf({ filter, q, oldest }: Asked) {
  const of = q ? { q } : filter === 'all' ? {} : { list: filter }
  return oldest ? { ...of, sort: 'oldest' } : of
}

function Order({ asked }: { asked: Asked }) {
  const { say } = useSite()
  const ways = [false, true].map((oldest) => ({
    href: deskLink.orders(hereOf({ ...asked, oldest })),
    label: say(oldest ? words.oldestFirst : words.newestFirst),
    current: asked.oldest === oldest,
  }))
  return <Sorting ways={ways} />
}

function Lists({ asked, counts }: { asked: Asked; counts: Counts }) {
  const { say } = useSite()
  const known: Partial<Record<Filter, number>> = counts
  const tabs = ORDER.map((name) => ({
    href: deskLink.orders(hereOf({ ...asked, filter: name, q: '' })),
    label: say(LISTS[name]),
    count: known[name],
    current: !asked.q && name === asked.filter,
  }))
  return <Tabs label={say(words.lists)} tabs={tabs} />
}

function Rows({ rows }: { rows: readonly ListRow[] }) {
  const { say } = useSite()
  return (
    <div class="order-rows">
      <p class="order-head xs soft" aria-hidden="true">
        <span>{say(words.no)}</span>
        <span>{say(words.who)}</span>
        <span>{say(words.what)}</span>
        <span>{say(words.where)}</span>
        <span>{say(words.when)}</span>
        <span>{say(words.total)}</span>
      </p>
      <ol>
        {rows.map((row) => (
          <Row row={row} />
        ))}
      </ol>
    </div>
  )
}

function Row({ row }: { row: ListRow }) {
  const { settings, lang, now, say } = useSite()
  const at = row.paidAt ?? row.placedAt
  const pieces = row.pieces.map(({ title, quantity }) =>
    quantity > 1 ? `${quantity} × ${title}` : title,
  )
  return (
    <li>
      <a href={deskLink.order(row.id)}>
        <span class="no num">{row.number ?? ''}</span>{' '}
        <b>{`${row.firstName} ${row.lastName}`.trim() || say(words.nobody)}</b>{' '}
        <span class="what">
          {row.channel !== 'shop' && `${say(CHANNEL_WORDS[row.channel])} · `}
          {pieces.join(', ')}
        </span>{' '}
        <StandingOf order={row} />{' '}
        <time class="soft num" datetime={new Date(at).toISOString()}>
          {formatShort(at, now, settings.shop.timeZone, lang)}
        </time>{' '}
        <span class="sum-of num">
          {formatMoney(row.total, row.currency, lang)}
          {row.refundedTotal > 0 && (
            <span class="xs soft">
              {formatMoney(-row.refundedTotal, row.currency, lang)}{' '}
              <span class="ears">{say(words.refunded)}</span>
            </span>
          )}
        </span>
      </a>
    </li>
  )
}

function Empty({ asked: { q, filter } }: { asked: Asked }) {
  const { link, say } = useSite()
  if (q) {
    return (
      <div class="order-none">
        <p>{say(words.notFound, { q })}</p>
        <p>
          <a href={deskLink.orders()}>{say(words.everyOrder)}</a>
        </p>
      </div>
    )
  }
  return (
    <div class="order-none">
      <p>{say(EMPTY[filter])}</p>
      {filter === 'all' && (
        <p>
          <a href={link.home()}>{say(words.seeShop)}</a>
        </p>
      )}
    </div>
  )
}

function SlipsLink({ rows }: { rows: readonly ListRow[] }) {
  const { say } = useSite()
  const many = rows.length > 1
  return (
    <p class="order-after s">
      <a href={deskLink.slips(rows.map(({ id }) => id))}>
        {many ? say(words.slips, { count: rows.length }) : say(words.oneSlip)}
      </a>
    </p>
  )
}

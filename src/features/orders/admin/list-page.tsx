import { formatShort } from '#lib/dates.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DeskHead, Done, SearchBox, Sorting, Tabs, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { EMPTY, LISTS, words } from '../desk-words.ts'
import type { Asked, Counts, ListRow } from '../list-orders.ts'
import { lifeWords } from '../life-words.ts'
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
  /** How many of the ticked orders have just been packed; -1 when none were ticked. */
  told: { packed: number; of: number }
}

/** The orders, by what they wait for. */
export function ListPage({ asked, rows, counts, next, month, told }: Props) {
  const { say } = useSite()
  const { filter, q } = asked
  const packing = !q && filter === 'to_pack'
  return (
    <AdminFrame title={say(words.title)} current="orders">
      <DeskHead title={say(words.title)}>
        <ButtonLink href={deskLink.newOrder()} quiet>
          {say(manualWords.title)}
        </ButtonLink>
      </DeskHead>
      <Told {...told} />
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
      {rows.length === 0 ? (
        <Empty asked={asked} />
      ) : packing ? (
        <Packing rows={rows} />
      ) : (
        <Rows rows={rows} />
      )}
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
  const { filter } = asked
  // Disputes are rare: their list shows when there is one.
  const shown = ORDER.filter((name) => name !== 'disputed' || filter === name || counts[name] > 0)
  const tabs = shown.map((name) => ({
    href: deskLink.orders(hereOf({ ...asked, filter: name, q: '' })),
    label: say(LISTS[name]),
    count: known[name],
    current: !asked.q && name === asked.filter,
  }))
  return <Tabs label={say(words.lists)} tabs={tabs} />
}

/** The orders to pack, with a box each: what is packed is said of many at once. */
function Packing({ rows }: { rows: readonly ListRow[] }) {
  const { say } = useSite()
  const free = rows.filter(({ stopped }) => !stopped)
  return (
    <form class="order-packing" method="post" action={deskLink.packing()}>
      {free.length > 1 && (
        <p class="order-tick-all s" hidden>
          <label class="check">
            <input type="checkbox" data-ticks="id" />
            <span>{say(lifeWords.tickAll)}</span>
          </label>
        </p>
      )}
      <Rows rows={rows} ticked />
      <p class="order-after s order-packed">
        <Button quiet>{say(lifeWords.packTicked)}</Button>
        {free.length > 0 && <SlipsLink rows={free} />}
      </p>
    </form>
  )
}

function Told({ packed, of }: Props['told']) {
  const { say, count } = useSite()
  if (!(packed >= 0)) return null
  if (of === 0) return <Done>{say(lifeWords.noneTicked)}</Done>
  return (
    <Done>
      {count(packed, lifeWords.onePacked, lifeWords.manyPacked)}{' '}
      {packed < of && say(lifeWords.someChanged)}
    </Done>
  )
}

type RowsProps = { rows: readonly ListRow[]; ticked?: boolean }

function Rows({ rows, ticked = false }: RowsProps) {
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
          <Row row={row} ticked={ticked} />
        ))}
      </ol>
    </div>
  )
}

function Row({ row, ticked }: { row: ListRow; ticked: boolean }) {
  const { settings, lang, now, say } = useSite()
  const at = row.paidAt ?? row.placedAt
  const pieces = row.pieces.map(({ title, quantity }) =>
    quantity > 1 ? `${quantity} × ${title}` : title,
  )
  return (
    <li class={ticked ? 'ticked' : undefined}>
      {ticked && (
        <label class="order-box">
          <input type="checkbox" name="id" value={row.id} disabled={row.stopped} />
          <span class="ears">{say(lifeWords.tick, { number: row.number ?? '' })}</span>
        </label>
      )}
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
    <a href={deskLink.slips(rows.map(({ id }) => id))}>
      {many ? say(words.slips, { count: rows.length }) : say(words.oneSlip)}
    </a>
  )
}

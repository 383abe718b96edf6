import { formatShort } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { DeskHead, Done, Nothing, SearchBox, Tabs, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { Asked, MessageLine } from '../queries.ts'
import { type Filter, FILTERS } from '../rules.ts'

type Props = {
  asked: Asked
  rows: readonly MessageLine[]
  /** Where the next page begins, when there is one. */
  next: string | null
  /** Whether the message that was shown here is gone. */
  deleted: boolean
}

/** What people wrote, what is not read yet first. */
export function MessageListPage({ asked, rows, next, deleted }: Props) {
  const { say, desk } = useSite()
  const { filter, q, before } = asked
  const here = q ? { q } : list(filter)
  const tabs = FILTERS.map((name) => ({
    href: deskLink.messages(list(name)),
    label: say(words[name]),
    count: name === 'unread' ? desk?.counts['messages'] : 0,
    current: !q && name === filter,
  }))
  return (
    <AdminFrame title={say(words.title)} current="messages">
      <DeskHead title={say(words.title)} />
      {deleted && <Done>{say(words.doneDeleted)}</Done>}
      <div class="order-tools">
        <Tabs label={say(words.lists)} tabs={tabs} />
        <SearchBox action={deskLink.messages()} q={q} label={say(words.search)} />
      </div>
      {rows.length > 0 ? (
        <MessageRows rows={rows} marked={q !== '' || filter === 'all'} />
      ) : (
        <NoMessages asked={asked} />
      )}
      <Turning
        first={before ? deskLink.messages(here) : null}
        next={next && deskLink.messages({ ...here, before: next })}
      />
    </AdminFrame>
  )
}

/** What the address of a list asks: the first one is there without asking. */
function list(name: Filter) {
  return name === 'unread' ? {} : { list: name }
}

function NoMessages({ asked: { filter, q } }: { asked: Asked }) {
  const { say } = useSite()
  if (!q && filter === 'all') return <Nothing text={say(words.none)} />
  return (
    <Nothing text={q ? say(words.notFound, { q }) : say(words.noneUnread)}>
      <p>
        <a href={deskLink.messages({ list: 'all' })}>{say(words.everyMessage)}</a>
      </p>
    </Nothing>
  )
}

type RowsProps = {
  rows: readonly MessageLine[]
  /** Whether it says which ones are to be read. */
  marked: boolean
}

/** Messages on hairlines: who, when, and how they begin. */
export function MessageRows({ rows, marked }: RowsProps) {
  return (
    <ol class="message-rows">
      {rows.map((row) => (
        <MessageRow row={row} marked={marked} />
      ))}
    </ol>
  )
}

function MessageRow({ row, marked }: { row: MessageLine; marked: boolean }) {
  const { settings, lang, now, say } = useSite()
  const unread = marked && row.readAt === null
  const about = row.orderNumber === null ? '' : say(words.aboutOrder, { number: row.orderNumber })
  return (
    <li class={unread ? 'unread' : undefined}>
      <a href={deskLink.message(row.id)}>
        <b>{row.name}</b>{' '}
        <span class="when xs soft num">
          {unread && <span class="mark">{say(words.isUnread)}</span>}
          {row.answered === 1 && <span>{say(words.answered)}</span>}
          {about && <span>{about}</span>}
          <time datetime={new Date(row.at).toISOString()}>
            {formatShort(row.at, now, settings.shop.timeZone, lang)}
          </time>
        </span>{' '}
        <span class="says" lang={row.lang === lang ? undefined : row.lang}>
          {row.opening}
        </span>
      </a>
    </li>
  )
}

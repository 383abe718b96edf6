import { formatMoment } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Done, Nothing, SearchBox, Tabs, Turning } from '#ui/desk-parts.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import type { AskedEntries, ListedEntry } from '../desk-queries.ts'
import { EMPTY, LISTS, ROLES, words } from '../desk-words.ts'
import { STANDINGS, standingOf } from '../rules.ts'
import { PostDay } from '../shop/post-day.tsx'
import { WindowFrame } from './window-frame.tsx'

type Props = {
  part: 'journal' | 'pages'
  asked: AskedEntries
  rows: readonly ListedEntry[]
  next: string | null
  removed: boolean
}

/** The posts of the journal, or the pages, by their day. */
export function EntryListPage({ part, asked, rows, next, removed }: Props) {
  const { say } = useSite()
  const { list, q, before } = asked
  const here = q ? { q } : { list: list ?? undefined }
  const write = (
    <ButtonLink href={deskLink.content(part, 'new')}>
      {say(part === 'journal' ? words.newPost : words.newPage)}
    </ButtonLink>
  )
  return (
    <WindowFrame part={part} acts={write}>
      {removed && <Done>{say(words.removed)}</Done>}
      <ListTools part={part} asked={asked} />
      {q && rows.length > 0 && <p class="s soft">{say(words.foundFor, { q })}</p>}
      {rows.length > 0 ? (
        <ul class={`desk-rows entry-rows ${part}`}>
          {rows.map((row) => (
            <EntryLine part={part} row={row} />
          ))}
        </ul>
      ) : (
        <Empty part={part} asked={asked} />
      )}
      <Turning
        first={before ? deskLink.entries(part, here) : null}
        next={next && deskLink.entries(part, { ...here, before: next })}
      />
    </WindowFrame>
  )
}

function ListTools({ part, asked: { list, q } }: Pick<Props, 'part' | 'asked'>) {
  const { say } = useSite()
  const all = part === 'journal' ? words.all : words.allPages
  const tabs = [null, ...STANDINGS].map((key) => ({
    href: deskLink.entries(part, { list: key ?? undefined }),
    label: say(key ? LISTS[key] : all),
    current: !q && key === list,
  }))
  return (
    <div class="order-tools">
      <Tabs label={say(words.lists)} tabs={tabs} />
      <SearchBox action={deskLink.entries(part)} q={q} label={say(words.search)} />
    </div>
  )
}

function Empty({ part, asked: { list, q } }: Pick<Props, 'part' | 'asked'>) {
  const { say } = useSite()
  const isJournal = part === 'journal'
  if (!q && !list) return <Nothing text={say(isJournal ? words.noPosts : words.noPages)} />
  return (
    <Nothing text={list && !q ? say(EMPTY[list]) : say(words.notFound, { q })}>
      <p>
        <a href={deskLink.entries(part)}>{say(isJournal ? words.everyPost : words.everyPage)}</a>
      </p>
    </Nothing>
  )
}

function EntryLine({ part, row }: { part: Props['part']; row: ListedEntry }) {
  const { say, t } = useSite()
  return (
    <li>
      <a href={deskLink.content(part, row.id)}>
        {part === 'journal' &&
          (row.image ? (
            <Picture image={row.image} sizes="48px" upTo={160} />
          ) : (
            <span class="no-picture"></span>
          ))}
        <span>
          <b>{t(row.title) || say(words.untitled)}</b>{' '}
          {row.role && <span class="xs soft">{say(ROLES[row.role])}</span>}
        </span>
        <Standing entry={row} />
      </a>
    </li>
  )
}

/** Where an entry stands: draft, to come with its hour, or out since its day. */
function Standing({ entry }: { entry: ListedEntry }) {
  const { say, settings, lang, now } = useSite()
  const standing = standingOf(entry, now)
  if (standing === 'draft') return <Tag tone="later">{say(words.draft)}</Tag>
  if (standing === 'out') {
    return (
      <span class="xs soft end">
        <PostDay moment={entry.publishedAt} />
      </span>
    )
  }
  const when = formatMoment(entry.publishedAt, settings.shop.timeZone, lang)
  return <Tag tone="warm">{say(words.scheduled, { when })}</Tag>
}

import { formatMoment } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Done, Nothing, Turning } from '#ui/desk-parts.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import type { ListedEntry } from '../desk-queries.ts'
import { ROLES, words } from '../desk-words.ts'
import { standingOf } from '../rules.ts'
import { PostDay } from '../shop/post-day.tsx'
import { WindowFrame } from './window-frame.tsx'

type Props = {
  part: 'journal' | 'pages'
  rows: readonly ListedEntry[]
  /** Whether this is the first page of the list. */
  first: boolean
  next: string | null
  removed: boolean
}

/** The posts of the journal, or the pages, by their day. */
export function EntryListPage({ part, rows, first, next, removed }: Props) {
  const { say } = useSite()
  const write = (
    <ButtonLink href={deskLink.content(part, 'new')}>
      {say(part === 'journal' ? words.newPost : words.newPage)}
    </ButtonLink>
  )
  return (
    <WindowFrame part={part} acts={write}>
      {removed && <Done>{say(words.removed)}</Done>}
      {rows.length > 0 ? (
        <ul class={`desk-rows entry-rows ${part}`}>
          {rows.map((row) => (
            <EntryLine part={part} row={row} />
          ))}
        </ul>
      ) : (
        <Nothing text={say(part === 'journal' ? words.noPosts : words.noPages)} />
      )}
      <Turning
        first={first ? null : deskLink.content(part)}
        next={next && `${deskLink.content(part)}?before=${next}`}
      />
    </WindowFrame>
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

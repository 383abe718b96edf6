import { formatShort } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { Picture } from '#ui/picture.tsx'
import { Price } from '#ui/price.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import type { ListRow } from '../list-products.ts'
import type { ProductState } from '../rules.ts'
import { STATE_NAMES, words } from '../words.ts'

/** A piece in the list: its box, itself as one link, and what else can be done with it. */
export function PieceRow({ row, copyId }: { row: ListRow; copyId: string }) {
  const { say, t } = useSite()
  const title = t(row.title)
  return (
    <li>
      <label class="piece-box">
        <input type="checkbox" name="id" value={row.id} />
        <span class="ears">{say(words.tick, { title })}</span>
      </label>
      <a href={deskLink.product(row.id)} class="piece-link s">
        {row.card.image ? (
          <Picture image={row.card.image} sizes="48px" upTo={160} focus={row.card.image.focus} />
        ) : (
          <span class="no-picture" />
        )}
        <span class="piece-name">
          <b>{title}</b>
          <span class="xs soft">{row.collections.map(t).join(', ')}</span>
        </span>{' '}
        <StateOf state={row.state} at={row.publishedAt} /> <Units row={row} />{' '}
        <span class="piece-price num">
          {row.card.price === 0 && row.state === 'draft' ? (
            <span class="xs soft">{say(words.unpriced)}</span>
          ) : (
            <Price amount={row.card.price} from={row.card.from} before={row.card.before} />
          )}
        </span>
      </a>
      <Menu row={row} title={title} copyId={copyId} />
    </li>
  )
}

const TONES = { published: 'good', draft: 'later', scheduled: 'warm', archived: 'later' } as const

function StateOf({ state, at }: { state: ProductState; at: number }) {
  const { say, settings, now, lang } = useSite()
  const day = formatShort(at, now, settings.shop.timeZone, lang)
  return (
    <div class="piece-state">
      <Tag tone={TONES[state]}>
        {say(STATE_NAMES[state])}
        {state === 'scheduled' && `, ${say(words.outOn, { day })}`}
      </Tag>
    </div>
  )
}

function Units({ row: { left, leadWeeks } }: { row: ListRow }) {
  const { say, count } = useSite()
  const text =
    leadWeeks !== null
      ? say(words.toOrder)
      : left === null
        ? say(words.uncounted)
        : left < 1
          ? say(words.noUnits)
          : count(left, words.unitsOne, words.unitsMany)
  const none = leadWeeks === null && left !== null && left < 1
  return <span class={`piece-units xs num ${none ? 'bad' : 'soft'}`}>{text}</span>
}

type MenuProps = { row: ListRow; title: string; copyId: string }

function Menu({ row, title, copyId }: MenuProps) {
  const { say, link } = useSite()
  return (
    <details class="piece-menu s">
      <summary>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h.1M10 10h.1M16 10h.1" />
        </svg>
        <span class="ears">
          {say(words.more)} {say(words.moreFor, { title })}
        </span>
      </summary>
      <div>
        <button
          class="link"
          formmethod="post"
          formaction={deskLink.productsPart('duplicate')}
          name="copy"
          value={`${row.id}.${copyId}`}
        >
          {say(words.duplicate)}
        </button>
        {row.state === 'published' && <a href={link.product(row.slug)}>{say(words.seeInShop)}</a>}
      </div>
    </details>
  )
}

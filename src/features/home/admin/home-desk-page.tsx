import { WindowFrame } from '#features/content/admin/window-frame.tsx'
import type { Image } from '#features/images/queries.ts'
import type { Block } from '#features/settings/rules.ts'
import { localTime } from '#lib/dates.ts'
import { deskLink } from '#links.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Done, Nothing } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { Tag } from '#ui/tag.tsx'
import { TYPES, words } from '../desk-words.ts'
import { BLOCKS_MOST, isDue, markOf } from '../rules.ts'
import { BlockSketch } from './block-sketch.tsx'

type Props = {
  blocks: readonly Block[]
  pictures: readonly Image[]
  told?: 'saved' | 'stale' | undefined
}

/** The blocks of the home page, in its order. */
export function HomeDeskPage({ blocks, pictures, told }: Props) {
  const { say, link } = useSite()
  const full = blocks.length >= BLOCKS_MOST
  const acts = (
    <>
      <a class="s" href={link.home()}>
        {say(words.see)}
      </a>
      {!full && <ButtonLink href={deskLink.content('new')}>{say(words.add)}</ButtonLink>}
    </>
  )
  return (
    <WindowFrame part="home" acts={acts}>
      {told === 'saved' && <Done>{say(words.saved)}</Done>}
      {told === 'stale' && <Notice urgent>{say(words.stale)}</Notice>}
      {blocks.length > 0 ? (
        <>
          <p class="s soft">{say(full ? words.full : words.intro)}</p>
          <ol class="block-rows">
            {blocks.map((block, at) => (
              <BlockRow {...{ block, pictures }} first={at === 0} last={at === blocks.length - 1} />
            ))}
          </ol>
        </>
      ) : (
        <Nothing text={say(words.none)} />
      )}
    </WindowFrame>
  )
}

type RowProps = { block: Block; pictures: readonly Image[]; first: boolean; last: boolean }

function BlockRow({ block, pictures, first, last }: RowProps) {
  const { say, t, settings, now } = useSite()
  const image = pictures.find(({ hash }) => 'image' in block && hash === block.image)
  const name = say(TYPES[block.type].name)
  const title = titleOf(block)
  const today = localTime(now, settings.shop.timeZone).day
  return (
    <li>
      <a href={deskLink.content('blocks', markOf(block))}>
        {image ? (
          <Picture image={image} sizes="64px" upTo={160} />
        ) : (
          <BlockSketch type={block.type} />
        )}
        <span>
          <b>{name}</b> {title && <span class="s soft">{t(title)}</span>}
          {block.type === 'banner' && !isDue(block, today) && (
            <Tag tone="later">{say(words.notToday)}</Tag>
          )}
        </span>
      </a>
      <form method="post" action={`${deskLink.content('blocks', markOf(block))}/moves`}>
        <Move to="up" label={`${say(words.up)}, ${name}`} off={first} />
        <Move to="down" label={`${say(words.down)}, ${name}`} off={last} />
      </form>
    </li>
  )
}

/** What tells a block from another of its type. */
function titleOf(block: Block) {
  return block.type === 'promises' ? block.items[0]?.title : block.title
}

function Move({ to, label, off }: { to: 'up' | 'down'; label: string; off: boolean }) {
  return (
    <button class="move" name="to" value={to} aria-label={label} disabled={off}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={to === 'up' ? 'M4 12.5l6-6 6 6' : 'M4 7.5l6 6 6-6'} />
      </svg>
    </button>
  )
}

import type { CardRow } from '#features/catalogue/queries.ts'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { EntryRow, NeighbourRow } from '../queries.ts'
import { words } from '../words.ts'
import { EntryBody, EntryPicture } from './entry-body.tsx'
import { PostDay } from './post-day.tsx'

type Props = {
  post: EntryRow
  products: readonly CardRow[]
  before: NeighbourRow | undefined
  after: NeighbourRow | undefined
}

/** A post of the journal. */
export function PostPage({ post, products, before, after }: Props) {
  const { t, say, link } = useSite()
  return (
    <ShopFrame
      title={t(post.search?.title) || t(post.title)}
      description={t(post.search?.description) || t(post.excerpt)}
      section={link.journal()}
      image={post.image}
    >
      <article>
        <header class="wrap entry-head">
          <p class="s soft">
            <a href={link.journal()}>{say(words.journal)}</a>, <PostDay moment={post.publishedAt} />
          </p>
          <h1 class="d4">{t(post.title)}</h1>
          <p class="l">{t(post.excerpt)}</p>
        </header>
        <EntryPicture entry={post} />
        <EntryBody entry={post} products={products} lead />
      </article>
      <Neighbours before={before} after={after} />
    </ShopFrame>
  )
}

function Neighbours({ before, after }: Pick<Props, 'before' | 'after'>) {
  const { t, say, link } = useSite()
  if (!before && !after) return null
  return (
    <nav class="wrap entry-neighbours" aria-label={say(words.neighbours)}>
      <ul>
        {before && (
          <li>
            <span class="s soft">{say(words.before)}</span>{' '}
            <a class="d2" href={link.post(before.slug)} rel="prev">
              {t(before.title)}
            </a>
          </li>
        )}
        {after && (
          <li>
            <span class="s soft">{say(words.after)}</span>{' '}
            <a class="d2" href={link.post(after.slug)} rel="next">
              {t(after.title)}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

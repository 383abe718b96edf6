import { type Place, writePlace } from '#lib/pages.ts'
import { excerpt } from '#lib/text.ts'
import { Pager } from '#ui/pager.tsx'
import { Picture } from '#ui/picture.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { PostRow } from '../queries.ts'
import { words } from '../words.ts'
import { PostDay } from './post-day.tsx'

type Props = {
  posts: readonly PostRow[]
  /** Where the posts of this page begin; null on the first. */
  after: Place | null
  /** Where those of the page above begin, when it is not the first. */
  above: Place | undefined
  more: boolean
}

/** The journal, newest first: the last post to come out is shown large. */
export function JournalPage(props: Props) {
  const { posts, after } = props
  const { say, link, t } = useSite()
  const title = say(after ? words.olderJournal : words.journal)
  return (
    <ShopFrame
      title={title}
      description={excerpt(posts.map((post) => t(post.title)).join(' · '), 160)}
      section={link.journal()}
      query={after ? `?after=${writePlace(after)}` : ''}
    >
      <div class="wrap journal">
        <h1 class="d4">{title}</h1>
        {posts.length > 0 ? (
          <ul class={after ? 'journal-posts' : 'journal-posts led'}>
            {posts.map((post, i) => (
              <PostItem post={post} lead={!after && i === 0} />
            ))}
          </ul>
        ) : (
          <p class="l">
            {say(words.noPosts)} <a href={link.everything()}>{say(words.everything)}</a>
          </p>
        )}
        <JournalPager {...props} />
        {posts.length > 0 && (
          <p class="s journal-feed">
            <a href={link.journalFeed()} rel="alternate" type="application/atom+xml">
              {say(words.feed)}
            </a>
          </p>
        )}
      </div>
    </ShopFrame>
  )
}

function PostItem({ post, lead }: { post: PostRow; lead: boolean }) {
  const { t, link } = useSite()
  return (
    <li>
      {post.image && (
        <Picture
          image={post.image}
          sizes={lead ? LEAD_SIZES : SIZES}
          upTo={lead ? 1800 : 800}
          first={lead && 'lcp'}
        />
      )}
      <div>
        <h2 class={lead ? 'd3' : undefined}>
          <a href={link.post(post.slug)}>{t(post.title)}</a>
        </h2>
        <p class={lead ? 'l' : undefined}>{t(post.excerpt)}</p>
        <p class="s soft">
          <PostDay moment={post.publishedAt} />
        </p>
      </div>
    </li>
  )
}

const LEAD_SIZES = '(width >= 1024px) 60vw, 100vw'
const SIZES = '(width >= 1024px) 33vw, (width >= 768px) 50vw, 100vw'

function JournalPager({ posts, after, above, more }: Props) {
  const { link } = useSite()
  const last = posts.at(-1)
  const older = more && last && link.journal({ at: last.publishedAt, id: last.id })
  return (
    <Pager
      label={words.pages}
      previous={{ href: after && link.journal(above), words: words.newer }}
      next={{ href: older || null, words: words.older }}
    />
  )
}

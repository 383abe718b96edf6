import { excerpt } from '#lib/text.ts'
import { Picture } from '#ui/picture.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import type { PostRow } from '../queries.ts'
import { words } from '../words.ts'
import { PostDay } from './post-day.tsx'

type Props = { posts: readonly PostRow[]; page: number; more: boolean }

/** The journal, newest first: the last post to come out is shown large. */
export function JournalPage({ posts, page, more }: Props) {
  const { say, link, t } = useSite()
  const title = page > 1 ? say(words.pageOfJournal, { page }) : say(words.journal)
  return (
    <ShopFrame
      title={title}
      description={excerpt(posts.map((post) => t(post.title)).join(' · '), 160)}
      section={link.journal()}
      query={page > 1 ? `?page=${page}` : ''}
    >
      <div class="wrap journal">
        <h1 class="d4">{title}</h1>
        {posts.length > 0 ? (
          <ul class={page === 1 ? 'journal-posts led' : 'journal-posts'}>
            {posts.map((post, i) => (
              <PostItem post={post} lead={page === 1 && i === 0} />
            ))}
          </ul>
        ) : (
          <p class="l">
            {say(words.noPosts)} <a href={link.everything()}>{say(words.everything)}</a>
          </p>
        )}
        <JournalPager page={page} more={more} />
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

function JournalPager({ page, more }: { page: number; more: boolean }) {
  const { say, link } = useSite()
  if (page === 1 && !more) return null
  return (
    <nav class="pager" aria-label={say(words.pages)}>
      {page > 1 ? (
        <a href={link.journal(page > 2 ? page - 1 : undefined)} rel="prev">
          {say(words.newer)}
        </a>
      ) : (
        <span></span>
      )}
      {more && (
        <a href={link.journal(page + 1)} rel="next">
          {say(words.older)}
        </a>
      )}
    </nav>
  )
}

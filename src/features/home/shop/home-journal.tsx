import { formatDay, localTime } from '#lib/dates.ts'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import type { PostRow } from '#features/content/queries.ts'
import type { BlockOf } from '../rules.ts'
import { HomeTitle } from './home-title.tsx'

type Props = { block: BlockOf<'journal'>; posts: PostRow[] }

/** The three newest posts: one large, two small. */
export function HomeJournal({ block, posts }: Props) {
  const { settings, link, lang, t } = useSite()
  if (posts.length === 0) return null
  const day = (moment: number) =>
    formatDay(localTime(moment, settings.shop.timeZone).day, lang, { weekday: false })
  return (
    <section class="wrap sec">
      <HomeTitle title={block.title} more={block.link} />
      <ul class="posts">
        {posts.map((post, at) => (
          <li>
            <a href={link.post(post.slug)}>
              {post.image && (
                <Picture
                  image={post.image}
                  sizes={at === 0 ? '(min-width:768px) 62vw,92vw' : '(min-width:768px) 31vw,46vw'}
                  upTo={at === 0 ? 1200 : 800}
                />
              )}
              <h3 class={at === 0 ? 'd2' : undefined}>{t(post.title)}</h3>
              <p class="s soft">
                {t(post.excerpt)} {at === 0 && `${day(post.publishedAt)}.`}
              </p>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import type { FoundPost } from '../queries.ts'
import { sentenceWith } from '../rules.ts'
import { words } from '../words.ts'

/** Posts of the journal that a search found, each with the sentence that holds the word. */
export function FoundPosts({ posts, term }: { posts: readonly FoundPost[]; term: string }) {
  const { say, t, link } = useSite()
  return (
    <section class="sec" aria-labelledby="in-journal">
      <h2 id="in-journal">{say(words.inJournal)}</h2>
      <ul class="found-posts">
        {posts.map((post) => (
          <li>
            {post.image && (
              <Picture image={post.image} sizes="(width >= 768px) 33vw, 100vw" upTo={1200} />
            )}
            <div>
              <h3 class="d2">
                <a href={link.post(post.slug)}>{t(post.title)}</a>
              </h3>
              <Passage post={post} term={term} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Passage({ post, term }: { post: FoundPost; term: string }) {
  const { say, t } = useSite()
  const passage = sentenceWith(t(post.body), term)
  if (!passage) return <p class="soft">{t(post.excerpt)}</p>
  const [before, found, after] = passage
  const [open, close] = say(words.quoted).split('{text}')
  return (
    <p class="soft">
      {open}
      {before}
      <mark>{found}</mark>
      {after}
      {close}
    </p>
  )
}

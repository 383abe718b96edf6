import { useSite } from '#ui/site.tsx'
import type { Story } from '../rules.ts'
import { words } from '../words.ts'

type Props = {
  story: Story
  post: { slug: string; title: { fr?: string | undefined } } | undefined
}

/** The maker's word on how a piece comes about, with its figures. */
export function StoryBand({ story, post }: Props) {
  const { link, say, t } = useSite()
  return (
    <section class="sea">
      <div class="wrap story">
        <p class="d3">{say(words.quote, { text: t(story.quote) })}</p>
        <ul>
          {story.figures.map((figure) => (
            <li>
              <p class="d2">{t(figure.value)}</p>
              <p class="s soft">{t(figure.label)}</p>
            </li>
          ))}
        </ul>
        {post && (
          <a class="s" href={link.post(post.slug)}>
            {t(post.title)}
          </a>
        )}
      </div>
    </section>
  )
}

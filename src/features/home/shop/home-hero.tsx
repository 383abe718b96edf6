import type { Image } from '#features/images/queries.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import type { BlockOf } from '../rules.ts'

type Props = { block: BlockOf<'hero'>; pictures: Image[]; first: boolean }

/** A picture on its foot; the words stand on the clay, never on the picture. */
export function HomeHero({ block, pictures, first }: Props) {
  const { link, t } = useSite()
  const image = pictures.find(({ hash }) => hash === block.image)
  const Title = first ? 'h1' : 'h2'
  return (
    <section class="hero">
      {image && (
        <Picture image={image} alt={t(block.alt)} sizes="max(100vw,720px)" first={first && 'lcp'} />
      )}
      <div class="pour">
        <div class="wrap">
          <Title class="d4">{t(block.title)}</Title>
          <div>
            <p class="l">{t(block.text)}</p>
            <ButtonLink href={link.target(block.button.link)}>{t(block.button.label)}</ButtonLink>
          </div>
        </div>
      </div>
    </section>
  )
}

import type { Image } from '#features/images/queries.ts'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import type { BlockOf } from '../rules.ts'

type Props = { block: BlockOf<'banner'>; pictures: Image[] }

/** Something of the moment, on sand. */
export function HomeBanner({ block, pictures }: Props) {
  const { link, t } = useSite()
  const image = pictures.find(({ hash }) => hash === block.image)
  return (
    <section class="wrap sec">
      <div class="banner">
        {image && (
          <Picture
            image={image}
            alt={t(block.alt)}
            sizes="(min-width:768px) 40vw,100vw"
            upTo={1200}
          />
        )}
        <div>
          <h2>{t(block.title)}</h2>
          <p>{t(block.text)}</p>
          {block.link && (
            <p>
              <a href={link.target(block.link.link)}>{t(block.link.label)}</a>
            </p>
          )}
        </div>
      </div>
    </section>
  )
}

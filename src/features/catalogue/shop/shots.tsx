import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import type { ProductImageRow } from '../queries.ts'
import { words } from '../words.ts'

/** The pictures of a piece: a row to slide on phones, one large and pairs on wide screens. */
export function Shots({ images }: { images: ProductImageRow[] }) {
  const { say, t } = useSite()
  return (
    <ul class="shots" aria-label={say(words.pictures)}>
      {images.map((image, at) => (
        <li>
          <Picture
            image={image}
            alt={t(image.alt)}
            sizes={
              at === 0
                ? '(min-width:1024px) 54vw,(min-width:768px) 446px,88vw'
                : '(min-width:1024px) 27vw,(min-width:768px) 446px,88vw'
            }
            upTo={1200}
            first={at === 0 && 'lcp'}
          />
        </li>
      ))}
    </ul>
  )
}

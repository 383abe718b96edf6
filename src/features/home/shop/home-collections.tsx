import type { TopCollection } from '#features/catalogue/queries.ts'
import { words as catalogue } from '#features/catalogue/words.ts'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'
import type { BlockOf } from '../rules.ts'

type Props = { block: BlockOf<'collections'>; collections: TopCollection[] }

/** The shelves of the shop, as an index. */
export function HomeCollections({ block, collections }: Props) {
  const { link, say, t, count } = useSite()
  if (collections.length === 0) return null
  return (
    <section class="wrap sec">
      <h2 class={block.title ? undefined : 'ears'}>
        {block.title ? t(block.title) : say(words.collections)}
      </h2>
      <ul class="index">
        {collections.map((collection) => (
          <li>
            {collection.image ? (
              <Picture image={collection.image} sizes="88px" upTo={320} />
            ) : (
              <picture></picture>
            )}
            <h3 class="d2">
              <a href={link.collection(collection.slug)}>{t(collection.title)}</a>
            </h3>
            <p class="s soft why">{t(collection.line)}</p>
            <p class="s soft">{count(collection.count, catalogue.onePiece, catalogue.pieces)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

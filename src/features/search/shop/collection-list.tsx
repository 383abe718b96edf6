import type { Text } from '#lib/i18n.ts'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

export type CollectionRow = { slug: string; title: Text; count: number }

/** Ways into the shop for who does not know its words. */
export function CollectionList({ collections }: { collections: readonly CollectionRow[] }) {
  const { say, t, link } = useSite()
  if (collections.length === 0) return null
  return (
    <nav class="sec" aria-labelledby="collections">
      <h2 id="collections">{say(words.collections)}</h2>
      <ul class="search-collections">
        {collections.map((collection) => (
          <li>
            <a class="d2" href={link.collection(collection.slug)}>
              {t(collection.title)}
            </a>
            <span class="s soft num">{collection.count}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

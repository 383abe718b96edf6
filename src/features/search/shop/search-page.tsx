import type { CardRow } from '#features/catalogue/queries.ts'
import { ProductCard } from '#features/catalogue/shop/product-card.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'
import { CollectionList, type CollectionRow } from './collection-list.tsx'
import { SearchForm } from './search-form.tsx'

type Props = { collections: readonly CollectionRow[]; newest: readonly CardRow[] }

/** Before anything is looked for: the field, the collections, the latest pieces. */
export function SearchPage({ collections, newest }: Props) {
  const { say } = useSite()
  return (
    <ShopFrame title={say(words.title)} hidden>
      <div class="wrap search">
        <h1 class="search-ask">{say(words.ask)}</h1>
        <SearchForm />
        <CollectionList collections={collections} />
        {newest.length > 0 && (
          <section class="sec" aria-labelledby="newest">
            <h2 id="newest">{say(words.newest)}</h2>
            <ul class="cards">
              {newest.map((product) => (
                <ProductCard product={product} level={3} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </ShopFrame>
  )
}

import { ProductCard } from '#features/catalogue/shop/product-card.tsx'
import type { CardRow } from '#features/catalogue/queries.ts'
import { ButtonLink } from '#ui/button.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import { fillUp, isNameable, NEIGHBOURS, ofThing, shortened } from '../rules.ts'
import { words } from '../words.ts'
import { CollectionList, type CollectionRow } from './collection-list.tsx'
import { SearchForm } from './search-form.tsx'

type Props = {
  term: string
  /** What comes near, the nearest first. */
  near: readonly CardRow[]
  newest: readonly CardRow[]
  collections: readonly CollectionRow[]
}

/** Nothing found: said by its name, with what comes near and a way to ask the maker. */
export function NoResultPage({ term, near, newest, collections }: Props) {
  const { say, t, lang, link, settings } = useSite()
  const named = lang === 'fr' ? ofThing(term) : term
  const title = isNameable(term)
    ? say(words.noThing, { thing: named })
    : say(words.nothing, { term: shortened(term) })
  const [nearest] = near
  const shown = fillUp(near, newest, NEIGHBOURS)
  const subject = encodeURIComponent(say(words.subject, { term }))
  return (
    <ShopFrame title={title} hidden>
      <div class="wrap search">
        <SearchForm term={term} />
        <h1 class="search-nothing">{title}</h1>
        <p class="l search-advice">
          {nearest && (
            <>
              {say(words.nearest)} <a href={link.product(nearest.slug)}>{t(nearest.title)}</a>.{' '}
            </>
          )}
          {say(words.tellUs)}
        </p>
        <ButtonLink quiet href={`mailto:${settings.shop.email}?subject=${subject}`}>
          {say(words.write)}
        </ButtonLink>
        {shown.length > 0 && (
          <section class="sec" aria-labelledby="near">
            <h2 id="near">{say(nearest ? words.near : words.newest)}</h2>
            <ul class="cards">
              {shown.map((product) => (
                <ProductCard product={product} level={3} />
              ))}
            </ul>
          </section>
        )}
        <CollectionList collections={collections} />
      </div>
    </ShopFrame>
  )
}

import { ProductCard } from '#features/catalogue/shop/product-card.tsx'
import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'
import { inNamedChoice, MAX_RESULTS, shortened } from '../rules.ts'
import type { FoundPost, FoundProduct } from '../queries.ts'
import { words } from '../words.ts'
import { FoundPosts } from './found-posts.tsx'
import { SearchForm } from './search-form.tsx'

type Props = { term: string; products: readonly FoundProduct[]; posts: readonly FoundPost[] }

/** What a search found: pieces first, then the journal. */
export function ResultPage({ term, products, posts }: Props) {
  const { say, lang } = useSite()
  const title = say(words.results, { term: shortened(term) })
  return (
    <ShopFrame title={title} hidden>
      <div class="wrap search">
        <h1 class="ears">{title}</h1>
        <SearchForm term={term} />
        <Count pieces={products.length} posts={posts.length} />
        {products.length > 0 && (
          <ul class="cards search-cards">
            {products.map((product, i) => (
              <ProductCard
                product={inNamedChoice(product, term, lang)}
                first={i === 0 ? 'lcp' : i < 4}
              />
            ))}
          </ul>
        )}
        {posts.length > 0 && <FoundPosts posts={posts} term={term} />}
      </div>
    </ShopFrame>
  )
}

function Count({ pieces, posts }: { pieces: number; posts: number }) {
  const { say, count } = useSite()
  const capped = pieces === MAX_RESULTS
  const parts = [
    pieces > 0 &&
      (capped ? say(words.closest, { count: pieces }) : count(pieces, words.piece, words.pieces)),
    posts > 0 && count(posts, words.post, words.posts),
  ]
  return <p class="s soft search-count">{parts.filter(Boolean).join(', ')}</p>
}

import { raw } from 'hono/html'
import { ProductCard } from '#features/catalogue/shop/product-card.tsx'
import type { CardRow } from '#features/catalogue/queries.ts'
import { markdown } from '#lib/markdown.ts'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import type { EntryRow } from '../queries.ts'
import { words } from '../words.ts'

/** The wide picture under the title of a post or page. */
export function EntryPicture({ entry }: { entry: EntryRow }) {
  const { t } = useSite()
  if (!entry.image) return null
  return (
    <div class="entry-picture">
      <Picture image={entry.image} alt={t(entry.imageAlt)} sizes="100vw" first="lcp" />
    </div>
  )
}

type Props = { entry: EntryRow; products: readonly CardRow[]; lead?: boolean }

/** The text, and beside it the pieces it speaks of. `lead` sets the first paragraph large. */
export function EntryBody({ entry, products, lead = false }: Props) {
  const { t } = useSite()
  return (
    <div class="wrap entry-body">
      <div class={lead ? 'prose entry-prose led' : 'prose entry-prose'}>
        {raw(markdown(t(entry.body)))}
      </div>
      {products.length > 0 && <Mentioned products={products} />}
    </div>
  )
}

function Mentioned({ products }: { products: readonly CardRow[] }) {
  const { say } = useSite()
  return (
    <aside class="entry-pieces" aria-labelledby="pieces">
      <h2 id="pieces">{say(words.mentioned)}</h2>
      <ul class="cards">
        {products.map((product) => (
          <ProductCard product={product} level={3} />
        ))}
      </ul>
    </aside>
  )
}

import type { CardRow } from '#features/catalogue/queries.ts'
import { ProductCard } from '#features/catalogue/shop/product-card.tsx'
import type { BlockOf } from './home-block.ts'
import { HomeTitle } from './home-title.tsx'

const SHOWN = 5

type Props = { block: BlockOf<'newest'>; lead: CardRow | undefined; products: CardRow[] }

/** The newest pieces: one large, four small. */
export function HomeNewest({ block, lead, products }: Props) {
  const others = products.filter(({ slug }) => slug !== lead?.slug)
  const shown = [...(lead ? [lead] : []), ...others].slice(0, SHOWN)
  if (shown.length === 0) return null
  return (
    <section class="wrap sec">
      <HomeTitle title={block.title} more={block.link} />
      <ul class="cards newest">
        {shown.map((product, at) => (
          <ProductCard product={product} level={3} big={at === 0} line={at === 0} />
        ))}
      </ul>
    </section>
  )
}

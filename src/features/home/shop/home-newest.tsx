import type { CardRow } from '#features/catalogue/queries.ts'
import { ProductCard } from '#features/catalogue/shop/product-card.tsx'
import type { BlockOf } from '../rules.ts'
import { HomeTitle } from './home-title.tsx'

const SHOWN = 5

type Props = { block: BlockOf<'newest'>; leads: CardRow[]; products: CardRow[] }

/** The newest pieces: one large, four small. */
export function HomeNewest({ block, leads, products }: Props) {
  const lead = leads.find(({ slug }) => slug === block.lead)
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

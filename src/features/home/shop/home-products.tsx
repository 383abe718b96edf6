import type { CardRow } from '#features/catalogue/queries.ts'
import { ProductCard } from '#features/catalogue/shop/product-card.tsx'
import type { ShelfRow } from '../queries.ts'
import { type BlockOf, PIECES_MOST } from '../rules.ts'
import { HomeTitle } from './home-title.tsx'

type Props = { block: BlockOf<'products'>; pieces: CardRow[]; shelves: ShelfRow[] }

/** Pieces in the maker's order, or the newest of a collection. Nothing when none of them is on sale. */
export function HomeProducts({ block, pieces, shelves }: Props) {
  const chosen = block.pieces.flatMap((slug) => pieces.find((piece) => piece.slug === slug) ?? [])
  const shelf = shelves.filter(({ shelf }) => shelf === block.collection)
  const shown = (block.pieces.length > 0 ? chosen : shelf).slice(0, PIECES_MOST)
  if (shown.length === 0) return null
  return (
    <section class="wrap sec">
      <HomeTitle title={block.title} more={block.link} />
      <ul class="cards">
        {shown.map((product) => (
          <ProductCard product={product} level={3} />
        ))}
      </ul>
    </section>
  )
}

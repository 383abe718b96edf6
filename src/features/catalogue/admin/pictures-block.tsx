import { ProductPictures } from '#features/images/admin/product-pictures.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { ProductImageRow, ProductRow } from '../queries.ts'

type Props = { product: ProductRow | undefined; pictures: readonly ProductImageRow[] }

/** The pictures of a piece come first; one that is not saved yet has nothing to hang them on. */
export function PicturesBlock({ product, pictures }: Props) {
  const { say } = useSite()
  if (!product) {
    return (
      <section class="piece-pictures">
        <h2>{say(words.pictures)}</h2>
        <p class="s soft">{say(words.picturesLater)}</p>
      </section>
    )
  }
  const { id, options } = product
  return <ProductPictures productId={id} options={options} pictures={pictures} />
}

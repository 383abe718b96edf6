import { type Option, swatchesOf } from '#features/catalogue/rules.ts'
import { useSite } from '#ui/site.tsx'
import { Swatch } from '#ui/swatch.tsx'
import type { BlockOf } from '../rules.ts'

const MOST = 6

type Props = { block: BlockOf<'swatches'>; products: { options: Option[] }[] }

/** The colours of an option as tiles, each leading to the pieces that have it. Nothing without colours. */
export function HomeSwatches({ block, products }: Props) {
  const { link, t } = useSite()
  const swatches = swatchesOf(products, block.option).slice(0, MOST)
  if (swatches.length === 0) return null
  return (
    <section class="wrap sec">
      <h2>{t(block.title)}</h2>
      <ul class="glazes">
        {swatches.map(({ value, swatch }) => (
          <li>
            <a href={link.search(t(value.label))}>
              <Swatch colour={swatch} />
              {t(value.label)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

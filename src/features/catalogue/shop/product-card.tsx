import { Picture } from '#ui/picture.tsx'
import { LowestPrice, Price } from '#ui/price.tsx'
import { useSite } from '#ui/site.tsx'
import { Swatch } from '#ui/swatch.tsx'
import type { CardRow } from '../queries.ts'
import { isGone, isWorthSaying, stateOf } from '../rules.ts'
import { StateTag } from './state-tag.tsx'

type Props = {
  product: CardRow
  /** The level of its heading: below the title of the list it is in. */
  level?: 2 | 3
  /** Twice as wide and as high. */
  big?: boolean
  /** The product's own line, under its name. */
  line?: boolean
  first?: boolean | 'lcp'
}

const SIZES = '(min-width:1024px) 23vw,(min-width:768px) 31vw,46vw'
const BIG_SIZES = '(min-width:768px) 48vw,92vw'

/** A product in a list: nothing lies on its picture, and the whole card is one link. */
export function ProductCard({ product, level = 2, big, line, first = false }: Props) {
  const { link, t } = useSite()
  const { card, slug, title, subtitle, left } = product
  const state = stateOf(product, left)
  const Name = level === 2 ? 'h2' : 'h3'
  return (
    <li class={big ? 'card big' : 'card'}>
      {card.image ? (
        <Picture
          image={card.image}
          focus={card.image.focus}
          sizes={big ? BIG_SIZES : SIZES}
          upTo={big ? 1200 : 800}
          first={first}
        />
      ) : (
        <picture></picture>
      )}
      <div>
        <Name class={big ? 'd2' : 'd1'}>
          <a href={link.product(slug)}>{t(title)}</a>
        </Name>
        <Price amount={card.price} from={card.from} before={card.before} faint={isGone(state)} />
        {card.before !== null && <LowestPrice amount={card.before} />}
        {line && <p class="s soft">{t(subtitle)}</p>}
        {isWorthSaying(state) && <StateTag state={state} />}
        {card.swatches.length > 1 && (
          <div class="tiles">
            {card.swatches.map((colour) => (
              <Swatch colour={colour} />
            ))}
          </div>
        )}
      </div>
    </li>
  )
}

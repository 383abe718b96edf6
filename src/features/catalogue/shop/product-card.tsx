import { html } from 'hono/html'
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
  const picture = card.image && {
    image: card.image,
    focus: card.image.focus,
    sizes: big ? BIG_SIZES : SIZES,
    upTo: big ? 1200 : 800,
    first,
  }
  const { price: amount, from, before, swatches } = card
  const name = html`<a href="${link.product(slug)}">${t(title)}</a>`
  const size = big ? 'd2' : 'd1'
  return html`<li class="card${big ? ' big' : ''}">${picture ? Picture(picture) : html`<picture></picture>`}<div>
${level === 2 ? html`<h2 class="${size}">${name}</h2>` : html`<h3 class="${size}">${name}</h3>`}
${Price({ amount, from, before, faint: isGone(state) })}
${before !== null && LowestPrice({ amount: before })}
${line && html`<p class="s soft">${t(subtitle)}</p>`}
${isWorthSaying(state) && StateTag({ state })}
${swatches.length > 1 && html`<div class="tiles">${swatches.map((colour) => Swatch({ colour }))}</div>`}
</div></li>`
}

import { html } from 'hono/html'
import { useSite } from './site.tsx'
import { words } from './words.ts'

type Props = {
  amount: number
  /** Variants differ: this is the lowest. */
  from?: boolean
  /** The lowest price of the 30 days before a reduction. */
  before?: number | null
  /** Sold: said more quietly. */
  faint?: boolean
}

/** A price on one line, the former one struck out beside it. */
export function Price({ amount, from = false, before = null, faint = false }: Props) {
  const { price, say } = useSite()
  const shown = price(amount)
  const said = from ? say(words.from, { price: shown }) : shown
  const crossed = before !== null && html` <s>${price(before)}</s>`
  return html`<span class="price${faint ? ' soft' : ''}">${said}${crossed}</span>`
}

/** What the law wants beside a struck-out price. */
export function LowestPrice({ amount }: { amount: number }) {
  const { price, say } = useSite()
  return html`<p class="xs soft">${say(words.lowest, { price: price(amount) })}</p>`
}

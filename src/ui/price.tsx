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
  return (
    <span class={faint ? 'price soft' : 'price'}>
      {from ? say(words.from, { price: shown }) : shown}
      {before !== null && (
        <>
          {' '}
          <s>{price(before)}</s>
        </>
      )}
    </span>
  )
}

/** What the law wants beside a struck-out price. */
export function LowestPrice({ amount }: { amount: number }) {
  const { price, say } = useSite()
  return <p class="xs soft">{say(words.lowest, { price: price(amount) })}</p>
}

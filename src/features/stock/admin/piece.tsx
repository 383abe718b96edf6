import { choiceLabels } from '#features/catalogue/rules.ts'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import type { StockRow } from '../list-stock.ts'

/** How a variant is told from others: its piece's name, and what was chosen. */
export function usePieceName() {
  const { t } = useSite()
  return ({ title, options, choice }: Pick<StockRow, 'title' | 'options' | 'choice'>) => ({
    name: t(title),
    choice: choiceLabels(options, choice).map(t).join(', '),
  })
}

/** The small picture of a row. */
export function Shelf({ card }: Pick<StockRow, 'card'>) {
  return card.image ? (
    <Picture image={card.image} sizes="48px" upTo={160} />
  ) : (
    <span class="no-picture"></span>
  )
}

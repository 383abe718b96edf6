import type { StockRow } from '#features/stock/list-stock.ts'
import { choiceLabels } from '#features/catalogue/rules.ts'
import { deskLink } from '#links.ts'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../words.ts'

type LowRow = Omit<StockRow, 'packing'>

/** Pieces that run low, each put right in place. */
export function Low({ rows, keys }: { rows: readonly LowRow[]; keys: readonly string[] }) {
  const { say } = useSite()
  return (
    <section aria-labelledby="low">
      <div class="today-head">
        <h2 id="low">{say(words.low)}</h2>
        <a class="s" href={deskLink.stock({ list: 'low' })}>
          {say(words.seeStock)}
        </a>
      </div>
      {rows.length === 0 ? (
        <p class="today-none s soft">{say(words.noLow)}</p>
      ) : (
        <ol class="today-rows">
          {rows.map((row, at) => (
            <Row row={row} newKey={keys[at] ?? ''} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Row({ row, newKey }: { row: LowRow; newKey: string }) {
  const { say, t } = useSite()
  const choice = choiceLabels(row.options, row.choice).map(t).join(', ')
  const field = `left-${row.variantId}`
  const name = [t(row.title), choice].filter(Boolean).join(', ')
  return (
    <li>
      {row.card.image ? (
        <Picture image={row.card.image} sizes="48px" upTo={160} />
      ) : (
        <span class="no-picture"></span>
      )}
      <p>
        <a href={deskLink.stockOf(row.variantId)}>
          <b>{t(row.title)}</b>
        </a>
        <span class="xs soft">{choice}</span>
      </p>
      <form method="post" action={`${deskLink.stockOf(row.variantId)}/movements`}>
        <input type="hidden" name="key" value={newKey} />
        <input type="hidden" name="shown" value={row.available} />
        <input type="hidden" name="reason" value="counted" />
        <input type="hidden" name="back" value="today" />
        <label class="ears" for={field}>
          {say(words.left, { name })}
        </label>
        <input
          type="text"
          id={field}
          name="quantity"
          value={row.available}
          inputmode="numeric"
          autocomplete="off"
        />
        <button class="ears">{say(words.change)}</button>
      </form>
    </li>
  )
}

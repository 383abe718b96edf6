import type { StockRow } from '../list-stock.ts'
import type { Difference } from '../rules.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { DeskHead, Nothing, SaveBar } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import { Shelf, usePieceName } from './piece.tsx'

type Props = {
  id: string
  collection: string
  counted: number
  differences: readonly Difference[]
  rows: readonly StockRow[]
  refused?: 'short'
}

/** What a count would change, before it does. */
export function DifferencesPage({ id, collection, counted, differences, rows, refused }: Props) {
  const { say } = useSite()
  return (
    <AdminFrame
      title={say(words.differences)}
      current="stock"
      back={{ href: deskLink.stockCount(collection), label: say(words.countAgain) }}
    >
      <DeskHead title={say(words.differences)} />
      {refused && <Notice urgent>{say(words.countShort)}</Notice>}
      <p class="s soft">{say(words.differencesText, { counted, different: differences.length })}</p>
      {differences.length === 0 ? (
        <Nothing text={say(words.noDifference)} />
      ) : (
        <form method="post" action="/admin/stock/count">
          <input type="hidden" name="key" value={id} />
          <input type="hidden" name="collection" value={collection} />
          <ol class="stock-count">
            {differences.map((one) => (
              <Line one={one} row={rows.find(({ variantId }) => variantId === one.variantId)} />
            ))}
          </ol>
          <SaveBar>
            <Button>{say(words.write)}</Button>
          </SaveBar>
        </form>
      )}
    </AdminFrame>
  )
}

function Line({ one, row }: { one: Difference; row: StockRow | undefined }) {
  const { say } = useSite()
  const nameOf = usePieceName()
  if (!row) return null
  const { name, choice } = nameOf(row)
  const { variantId, expected, found, difference } = one
  return (
    <li>
      <Shelf card={row.card} />
      <p>
        <b>{name}</b>
        <span class="xs soft">
          {[choice, say(words.differenceLine, { expected, found })].filter(Boolean).join(', ')}
        </span>
      </p>
      <input type="hidden" name={`expected_${variantId}`} value={expected} />
      <input type="hidden" name={`found_${variantId}`} value={found} />
      <span class="stock-figure num">{difference > 0 ? `+${difference}` : `−${-difference}`}</span>
    </li>
  )
}

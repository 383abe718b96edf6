import type { Fields, Problems } from '#lib/form.ts'
import type { Text } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { DeskHead, Nothing, ProblemSummary, SaveBar } from '#ui/desk-parts.tsx'
import { Label, Select } from '#ui/field.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { StockRow } from '../list-stock.ts'
import { onShelf } from '../rules.ts'
import { Shelf, usePieceName } from './piece.tsx'

type Props = {
  rows: readonly StockRow[]
  collections: readonly { id: string; title: Text }[]
  collection: string
  /** Where the next pieces begin. */
  next: string | null
  newKey: string
  typed?: Fields
  problems?: Problems
}

/** A count on the phone: a list, one number for each piece. */
export function CountPage({ rows, collections, collection, next, newKey, ...form }: Props) {
  const { say, t } = useSite()
  const { typed = {}, problems = {} } = form
  const choices = collections.map(({ id, title }) => ({
    value: id,
    label: id === 'all' ? say(words.everything) : t(title),
  }))
  return (
    <AdminFrame
      title={say(words.countTitle)}
      current="stock"
      back={{ href: deskLink.stock(), label: say(words.title) }}
    >
      <DeskHead title={say(words.countTitle)} />
      <p class="s soft">{say(words.countText)}</p>
      <ProblemSummary problems={problems} />
      <form class="stock-where" action="/admin/stock/count">
        <Select name="collection" label={say(words.where)} value={collection} choices={choices} />
        <Button quiet>{say(words.show)}</Button>
      </form>
      {rows.length === 0 ? (
        <Nothing text={say(words.nothingToCount)} />
      ) : (
        <form method="post" action="/admin/stock/count/differences" id="form" tabindex={-1}>
          <input type="hidden" name="key" value={newKey} />
          <input type="hidden" name="collection" value={collection} />
          <ol class="stock-count">
            {rows.map((row) => (
              <CountLine row={row} typed={typed} problems={problems} />
            ))}
          </ol>
          {next && (
            <p class="order-after s">
              <a href={deskLink.stockCount(collection, next)}>{say(words.nextPieces)}</a>
            </p>
          )}
          <SaveBar>
            <Button>{say(words.compare)}</Button>
          </SaveBar>
        </form>
      )}
    </AdminFrame>
  )
}

type Line = { row: StockRow; typed: Fields; problems: Problems }

function CountLine({ row, typed, problems }: Line) {
  const { say } = useSite()
  const { name, choice } = usePieceName()(row)
  const field = `found_${row.variantId}`
  const problem = problems[field]
  const expected = onShelf(row)
  return (
    <li>
      <Shelf card={row.card} />
      <Label of={field} says={choice ? `${name}, ${choice}` : name}>
        <b>{name}</b>
        <span class="xs soft">
          {choice && `${choice}, `}
          <span class="num">{say(words.expected, { count: expected })}</span>
        </span>
      </Label>
      <input type="hidden" name={`expected_${row.variantId}`} value={expected} />
      <input
        type="text"
        id={field}
        name={field}
        value={typed[field] ?? ''}
        inputmode="numeric"
        autocomplete="off"
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${field}-problem` : undefined}
      />
      {problem && (
        <p class="xs bad" id={`${field}-problem`}>
          {say(problem)}
        </p>
      )}
    </li>
  )
}

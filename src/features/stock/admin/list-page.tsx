import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DeskHead, Done, Nothing, SearchBox, Tabs, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { StockRow } from '../list-stock.ts'
import { Shelf, usePieceName } from './piece.tsx'

type Props = {
  list: 'all' | 'low'
  q: string
  rows: readonly StockRow[]
  low: number
  after: string
  next: string | null
  done: boolean
}

/** What there is of each piece. */
export function StockPage({ list, q, rows, low, after, next, done }: Props) {
  const { say } = useSite()
  const tabs = [
    { href: deskLink.stock(), label: say(words.all), current: list === 'all' && !q },
    {
      href: deskLink.stock({ list: 'low' }),
      label: say(words.low),
      count: low,
      current: list === 'low' && !q,
    },
  ]
  return (
    <AdminFrame title={say(words.title)} current="stock">
      <DeskHead title={say(words.title)}>
        <ButtonLink quiet href="/admin/stock/count">
          {say(words.count)}
        </ButtonLink>
      </DeskHead>
      {done && <Done>{say(words.countedDone)}</Done>}
      <div class="order-tools">
        <Tabs label={say(words.lists)} tabs={tabs} />
        <SearchBox action="/admin/stock" q={q} label={say(words.search)} />
      </div>
      {rows.length > 0 ? (
        <ol class="desk-rows">
          {rows.map((row) => (
            <Row row={row} />
          ))}
        </ol>
      ) : (
        <Nothing
          text={q ? say(words.notFound, { q }) : say(list === 'low' ? words.noneLow : words.empty)}
        />
      )}
      <Turning
        first={after ? deskLink.stock() : null}
        next={next && deskLink.stock({ after: next })}
      />
    </AdminFrame>
  )
}

function Row({ row }: { row: StockRow }) {
  const { say } = useSite()
  const { name, choice } = usePieceName()(row)
  const low = row.lowAt !== null && row.available <= row.lowAt
  const aside = [
    row.held > 0 && say(words.held, { count: row.held }),
    row.packing > 0 && say(words.packing, { count: row.packing }),
  ].filter(Boolean)
  return (
    <li>
      <a href={deskLink.stockOf(row.variantId)}>
        <Shelf card={row.card} />
        <b>
          {name}
          <span class="xs soft">{[choice, row.sku].filter(Boolean).join(' · ')}</span>
        </b>
        <span class="end">
          <span class={low ? 'stock-figure num low' : 'stock-figure num'}>{row.available}</span>
          <span class="xs soft">{aside.length > 0 ? aside.join(', ') : say(words.free)}</span>
        </span>
      </a>
    </li>
  )
}

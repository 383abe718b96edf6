import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DeskHead, Done, Nothing, SearchBox, Sorting, Tabs, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import { words } from '../desk-words.ts'
import type { StockRow } from '../list-stock.ts'
import { Shelf, usePieceName } from './piece.tsx'

type Asked = { list: 'all' | 'low'; q: string; scarcest: boolean; after: string }

type Props = {
  asked: Asked
  rows: readonly StockRow[]
  low: number
  next: string | null
  done: boolean
}

/** What there is of each piece. */
export function StockPage({ asked, rows, low, next, done }: Props) {
  const { say } = useSite()
  const { list, q } = asked
  const here = hereOf(asked)
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
        <SearchBox action={deskLink.stock()} q={q} label={say(words.search)} />
      </div>
      {list === 'all' && !q && <Order asked={asked} />}
      {rows.length > 0 ? (
        <ol class="desk-rows">
          {rows.map((row) => (
            <Row row={row} />
          ))}
        </ol>
      ) : (
        <Empty asked={asked} />
      )}
      <Turning
        first={asked.after ? deskLink.stock(here) : null}
        next={next && deskLink.stock({ ...here, after: next })}
      />
    </AdminFrame>
  )
}

/** What the address of a list asks, but for the page of it. What runs low has the scarcest first anyway. */
function hereOf({ list, q, scarcest }: Asked) {
  if (q) return { q }
  if (list === 'low') return { list }
  return scarcest ? { sort: 'scarcest' } : {}
}

function Order({ asked }: { asked: Asked }) {
  const { say } = useSite()
  const ways = [false, true].map((scarcest) => ({
    href: deskLink.stock(hereOf({ ...asked, scarcest })),
    label: say(scarcest ? words.scarcestFirst : words.byReference),
    current: asked.scarcest === scarcest,
  }))
  return <Sorting ways={ways} />
}

function Empty({ asked: { list, q } }: { asked: Asked }) {
  const { say } = useSite()
  if (!q && list === 'all') return <Nothing text={say(words.empty)} />
  return (
    <Nothing text={q ? say(words.notFound, { q }) : say(words.noneLow)}>
      <p>
        <a href={deskLink.stock()}>{say(words.wholeStock)}</a>
      </p>
    </Nothing>
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

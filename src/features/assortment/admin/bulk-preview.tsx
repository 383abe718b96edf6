import type { Fields } from '#lib/form.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DeskHead } from '#ui/desk-parts.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { bulkWords as says } from '../desk-words.ts'
import type { PieceRow } from '../queries.ts'
import type { PieceChange, Plan } from '../rules.ts'
import type { LeafRow } from '../tree-queries.ts'
import { BECAUSE, STATE_NAMES, words } from '../words.ts'

type Props = {
  pieces: readonly PieceRow[]
  collections: readonly LeafRow[]
  plan: Plan
  typed: Fields
  /** The id of the change that the button makes, and what it was shown to change. */
  keys: { id: string; seen: string }
  /** Something was different when it was confirmed. */
  moved?: boolean
}

/** Every piece that will change, before anything does. */
export function BulkPreview({ pieces, collections, plan, typed, keys, moved }: Props) {
  const { say, count, t } = useSite()
  const { changes, skipped } = plan
  const titles = new Map(pieces.map((piece) => [piece.id, t(piece.title)]))
  const lowers = changes.some(({ prices = [] }) => prices.some(({ from, to }) => to < from))
  return (
    <AdminFrame
      title={say(says.previewTitle)}
      current="products"
      back={{ href: deskLink.products(), label: say(words.pieces) }}
    >
      <DeskHead title={say(says.previewTitle)} />
      {moved && (
        <Notice urgent>
          <p>{say(says.moved)}</p>
        </Notice>
      )}
      {changes.length > 0 ? (
        <section class="bulk-list">
          <h2>{count(changes.length, says.willChange, says.willChangeMany)}</h2>
          <ul class="rows">
            {changes.map((change) => (
              <li>
                <b>{titles.get(change.id)}</b>{' '}
                <WhatChanges change={change} collections={collections} />
              </li>
            ))}
          </ul>
          {lowers && <p class="xs soft">{say(says.lawNote)}</p>}
        </section>
      ) : (
        <p>{say(says.nothing)}</p>
      )}
      {skipped.length > 0 && (
        <section class="bulk-list">
          <h2>{say(says.stay)}</h2>
          <ul class="rows">
            {skipped.map(({ id, because }) => (
              <li>
                <span>{titles.get(id)}</span> <span class="soft">{say(BECAUSE[because])}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Confirm typed={typed} keys={keys} changes={changes.length} />
    </AdminFrame>
  )
}

type ConfirmProps = Pick<Props, 'typed' | 'keys'> & { changes: number }

function Confirm({ typed, keys, changes }: ConfirmProps) {
  const { say, count } = useSite()
  const fields = { ...typed, key: keys.id, seen: keys.seen }
  const again = new URLSearchParams({ ...typed, again: 'yes' }).toString()
  return (
    <form method="post" action={deskLink.productsPart('bulk')}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="save-bar">
        <ButtonLink quiet href={`${deskLink.productsPart('bulk')}?${again}`}>
          {say(says.otherwise)}
        </ButtonLink>
        {changes > 0 && <Button>{count(changes, says.confirm, says.confirmMany)}</Button>}
      </p>
    </form>
  )
}

type WhatProps = { change: PieceChange; collections: readonly LeafRow[] }

function WhatChanges({ change, collections }: WhatProps) {
  const { say, t, price } = useSite()
  const { state, prices = [], stock = [], collections: placed } = change
  const [units] = stock
  const pairs = new Map(prices.map((pair) => [`${pair.from} ${pair.to}`, pair]))
  const gained = placed?.to.find((id) => !placed.from.includes(id))
  const lost = placed?.from.find((id) => !placed.to.includes(id))
  const titleOf = (id: string) => t(collections.find((leaf) => leaf.id === id)?.title)
  return (
    <span class="num">
      {[...pairs.values()].map(({ from, to }) => (
        <span class="bulk-pair">
          {price(from)} <Arrow /> <b>{price(to)}</b>
        </span>
      ))}
      {state && (
        <>
          {say(STATE_NAMES[state.from])} <Arrow /> <b>{say(STATE_NAMES[state.to])}</b>
        </>
      )}
      {gained && say(says.joins, { title: titleOf(gained) })}
      {lost && say(says.leaves, { title: titleOf(lost) })}
      {units &&
        say(stock.length > 1 ? says.addsEach : says.adds, {
          made: units.made,
          count: stock.length,
        })}
    </span>
  )
}

function Arrow() {
  const { say } = useSite()
  return (
    <>
      <span aria-hidden="true">→</span>
      <span class="ears"> {say(says.becomes)} </span>
    </>
  )
}

import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DeskHead, Nothing, Turning } from '#ui/desk-parts.tsx'
import { useSite } from '#ui/site.tsx'
import type { Asked } from '../list-products.ts'
import type { ListView } from '../read-list.ts'
import { EMPTY, words } from '../words.ts'
import { AssortmentTabs } from './assortment-tabs.tsx'
import { LastEdit } from './last-edit.tsx'
import { hereOf, ListTools } from './list-tools.tsx'
import { PieceRow } from './piece-row.tsx'
import { Told, type Telling } from './told.tsx'

type Props = {
  view: ListView
  asked: Asked
  /** An id for the copy that a button makes. */
  copyId: () => string
  told: Telling
}

/** Every piece, sorted as asked, with what can be done to many at once. */
export function ListPage({ view, asked, copyId, told }: Props) {
  const { say } = useSite()
  const { rows, next } = view
  const here = hereOf(asked)
  return (
    <AdminFrame title={say(words.pieces)} current="products">
      <DeskHead title={say(words.pieces)}>
        <ButtonLink href={deskLink.productsPart('new')}>{say(words.newPiece)}</ButtonLink>
      </DeskHead>
      <Told telling={told} named={view.named} />
      <AssortmentTabs current="pieces" />
      <ListTools asked={asked} counts={view.counts} collections={view.collections} />
      {view.edit && <LastEdit edit={view.edit} />}
      {rows.length > 0 ? (
        <form class="pieces" action={deskLink.productsPart('bulk')}>
          <p class="tick-all s" hidden>
            <label class="check">
              <input type="checkbox" data-ticks="id" />
              <span>{say(words.tickAll)}</span>
            </label>
          </p>
          <ul class="piece-rows">
            {rows.map((row) => (
              <PieceRow row={row} copyId={copyId()} />
            ))}
          </ul>
          <p class="save-bar">
            <Button quiet name="act" value="sale">
              {say(words.saleTicked)}
            </Button>
            <Button>
              {say(words.change)}
              <span class="ears"> {say(words.theTicked)}</span>
            </Button>
          </p>
        </form>
      ) : (
        <Empty asked={asked} />
      )}
      <Turning
        first={asked.before ? deskLink.products(here) : null}
        next={next && deskLink.products({ ...here, before: next })}
      />
    </AdminFrame>
  )
}

function Empty({ asked: { q, collection, state } }: { asked: Asked }) {
  const { say } = useSite()
  const text = q
    ? say(words.notFound, { q })
    : say(EMPTY[collection ? 'collection' : (state ?? 'all')])
  return (
    <Nothing text={text}>
      {(q || collection || state) && (
        <p>
          <a href={deskLink.products()}>{say(words.everyPiece)}</a>
        </p>
      )}
    </Nothing>
  )
}

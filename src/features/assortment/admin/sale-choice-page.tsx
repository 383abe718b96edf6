import type { Phrase } from '#lib/i18n.ts'
import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { Button } from '#ui/button.tsx'
import { DeskHead } from '#ui/desk-parts.tsx'
import { Select } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { useSite } from '#ui/site.tsx'
import { saleWords as says } from '../desk-words.ts'
import { MOST_PIECES, MOST_VARIANTS, treeOf } from '../rules.ts'
import type { LeafRow } from '../tree-queries.ts'
import { words } from '../words.ts'

type Props = { collections: readonly LeafRow[]; trouble?: Phrase | undefined }

/** What a sale is about: a collection, or pieces ticked in the list. */
export function SaleChoicePage({ collections, trouble }: Props) {
  const { say, t, count } = useSite()
  const fitting = treeOf(collections)
    .filter(({ leaf }) => leaf.count > 0 && leaf.count <= MOST_PIECES)
    .map(({ leaf }) => ({
      value: leaf.id,
      label: `${t(leaf.title)}, ${count(leaf.count, words.onePiece, words.manyPieces)}`,
    }))
  return (
    <AdminFrame
      title={say(says.newTitle)}
      current="products"
      back={{ href: deskLink.sales(), label: say(words.sales) }}
    >
      <DeskHead title={say(says.newTitle)} />
      {trouble && (
        <Notice urgent>
          <p>{say(trouble, { most: MOST_VARIANTS })}</p>
        </Notice>
      )}
      <div class="sale-choose">
        <h2>{say(says.choose)}</h2>
        <p class="s soft">{say(says.chooseText)}</p>
        {fitting.length > 0 && (
          <form action={deskLink.sale('new')}>
            <Select name="collection" label={say(says.chooseCollection)} choices={fitting} />
            <Button>{say(says.goOn)}</Button>
          </form>
        )}
        <p>
          <a href={deskLink.products({ state: 'published' })}>{say(says.choosePieces)}</a>
        </p>
      </div>
    </AdminFrame>
  )
}

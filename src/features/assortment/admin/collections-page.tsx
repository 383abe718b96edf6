import { deskLink } from '#links.ts'
import { AdminFrame } from '#ui/admin-frame.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DeskHead, Done, Nothing } from '#ui/desk-parts.tsx'
import { Picture } from '#ui/picture.tsx'
import { useSite } from '#ui/site.tsx'
import { treeWords as says } from '../desk-words.ts'
import { type Branch, treeOf } from '../rules.ts'
import type { LeafRow } from '../tree-queries.ts'
import { words } from '../words.ts'
import { AssortmentTabs } from './assortment-tabs.tsx'

const SAYINGS = { placed: says.placed, saved: says.saved, removed: says.removed }
export type TreeTelling = keyof typeof SAYINGS | null

type Props = { collections: readonly LeafRow[]; done: TreeTelling }

/** The shelves of the shop as a tree, each with its place among those beside it. */
export function CollectionsPage({ collections, done }: Props) {
  const { say } = useSite()
  const tree = treeOf(collections.filter(({ id }) => id !== 'all'))
  const everything = collections.find(({ id }) => id === 'all')
  return (
    <AdminFrame title={say(words.collections)} current="products">
      <DeskHead title={say(words.collections)}>
        <ButtonLink href={deskLink.collection('new')}>{say(says.add)}</ButtonLink>
      </DeskHead>
      {done && (
        <Done>
          <p>{say(SAYINGS[done])}</p>
        </Done>
      )}
      <AssortmentTabs current="collections" />
      {tree.length > 0 ? (
        <p class="s soft tree-text">{say(says.text)}</p>
      ) : (
        <Nothing text={say(says.empty)} />
      )}
      <ul class={collections.some(({ image }) => image) ? 'tree' : 'tree bare'}>
        {tree.map((branch) => (
          <Row branch={branch} place={placeOf(tree, branch)} />
        ))}
        {everything && (
          <li class="deep-1">
            <Shelf leaf={everything} note={say(says.everything)} />
          </li>
        )}
      </ul>
    </AdminFrame>
  )
}

function placeOf(tree: readonly Branch<LeafRow>[], { leaf }: Branch<LeafRow>): number {
  const beside = tree.filter((other) => other.leaf.parentId === leaf.parentId)
  return beside.findIndex((other) => other.leaf.id === leaf.id)
}

function Row({ branch, place }: { branch: Branch<LeafRow>; place: number }) {
  const { leaf, level, first, last } = branch
  return (
    <li class={`deep-${level}`}>
      <Shelf leaf={leaf} />
      <form method="post" action={deskLink.collection(leaf.id, 'place')} class="tree-moves">
        <Move leaf={leaf} way="up" to={place - 1} off={first} />
        <Move leaf={leaf} way="down" to={place + 1} off={last} />
      </form>
    </li>
  )
}

type MoveProps = { leaf: LeafRow; way: 'up' | 'down'; to: number; off: boolean }

function Move({ leaf, way, to, off }: MoveProps) {
  const { say, t } = useSite()
  return (
    <button name="place" value={String(to)} disabled={off} id={`${way}-${leaf.id}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={way === 'up' ? 'M4 12l6-6 6 6' : 'M4 8l6 6 6-6'} />
      </svg>
      <span class="ears">{say(says[way], { title: t(leaf.title) })}</span>
    </button>
  )
}

function Shelf({ leaf, note }: { leaf: LeafRow; note?: string }) {
  const { t, count } = useSite()
  return (
    <a href={deskLink.collection(leaf.id)} class="s">
      {leaf.image ? (
        <Picture image={leaf.image} sizes="48px" upTo={160} />
      ) : (
        <span class="no-picture" />
      )}
      <span>
        <b>{t(leaf.title)}</b>
        <span class="xs soft">{note ?? count(leaf.count, words.onePiece, words.manyPieces)}</span>
      </span>
    </a>
  )
}

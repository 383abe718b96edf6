import type { Block } from '#features/settings/rules.ts'
import type { Day } from '#lib/dates.ts'
import { shortHash } from '#lib/hash.ts'

/** The block of one type. */
export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>

/** Blocks that a home page may have. */
export const BLOCKS_MOST = 24
/** Pieces that one block shows. */
export const PIECES_MOST = 8

/** Every type of block, as the maker chooses one. */
export const BLOCK_TYPES = [
  'hero',
  'banner',
  'statement',
  'products',
  'newest',
  'collections',
  'swatches',
  'feature',
  'journal',
  'promises',
] as const satisfies readonly Block['type'][]

const DAY_MS = 86_400_000

/**
 * The blocks that are shown on a day: banners have their days, and of those whose day it is, one is shown, another each
 * day, at its own place.
 */
export function shownBlocks(blocks: readonly Block[], today: Day): Block[] {
  const due = blocks.filter((block) => block.type === 'banner' && isDue(block, today))
  const turn = due[Math.floor(Date.parse(today) / DAY_MS) % Math.max(1, due.length)]
  return blocks.filter((block) => block.type !== 'banner' || block === turn)
}

/** Whether a banner's days include this one; without a day it has no beginning or no end. */
export function isDue({ from, until }: { from: Day | null; until: Day | null }, today: Day) {
  return (from === null || from <= today) && (until === null || today <= until)
}

/** What a block is called in addresses: by what it says, so that who changes it changes the one that they saw. */
export function markOf(block: Block): string {
  return shortHash(JSON.stringify(block))
}

/** The blocks with one of them a place further up or down; as they were when there is no such place. */
export function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
  const there = at + by
  const item = items[at]
  if (item === undefined || there < 0 || there >= items.length) return [...items]
  return items.toSpliced(at, 1).toSpliced(there, 0, item)
}

type Common = { name: string; required?: boolean }

/** One thing that the form of a block asks for, named as the block names it. */
export type Field = Common &
  (
    | { is: 'texts'; most: number; rows?: number }
    | { is: 'link' | 'picture' | 'day' | 'listed' | 'piece' | 'pieces' | 'items' }
  )

/** Promises of a block of them. */
export const ITEMS_MOST = 4

const title: Field = { is: 'texts', name: 'title', most: 160, required: true }
const text: Field = { is: 'texts', name: 'text', most: 600, rows: 3 }
const picture: readonly Field[] = [
  { is: 'picture', name: 'image', required: true },
  { is: 'texts', name: 'alt', most: 200 },
]
const more: Field = { is: 'link', name: 'link' }

/** What each type of block asks for, in the order of its form. */
export const FIELDS: Record<Block['type'], readonly Field[]> = {
  hero: [title, text, ...picture, { is: 'link', name: 'button', required: true }],
  banner: [
    title,
    text,
    more,
    { is: 'picture', name: 'image' },
    { is: 'texts', name: 'alt', most: 200 },
    { is: 'day', name: 'from' },
    { is: 'day', name: 'until' },
  ],
  statement: [{ ...title, rows: 3, most: 300 }, text, more],
  products: [title, { is: 'pieces', name: 'pieces' }, { is: 'listed', name: 'collection' }, more],
  newest: [title, { is: 'piece', name: 'lead' }, more],
  collections: [{ ...title, required: false }],
  swatches: [title, { is: 'listed', name: 'option', required: true }],
  feature: [
    { is: 'piece', name: 'product', required: true },
    title,
    text,
    { is: 'texts', name: 'note', most: 300, rows: 2 },
    ...picture,
  ],
  journal: [title, more],
  promises: [{ is: 'items', name: 'items' }],
}

/** The block with its pieces by their addresses, in the place of what was typed. */
export function withPieces(block: Block, slugs: readonly string[]): Block {
  if (block.type === 'newest') return { ...block, lead: slugs[0] ?? '' }
  if (block.type === 'feature') return { ...block, product: slugs[0] ?? block.product }
  return block.type === 'products' ? { ...block, pieces: [...slugs] } : block
}

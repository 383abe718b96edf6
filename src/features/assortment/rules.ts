import { type Kind, priceBefore } from '#features/catalogue/rules.ts'

/** Pieces on a page of the list. */
export const PER_PAGE = 50
/** Pieces that one change, or one sale, may be about; and the variants that they may have together. */
export const MOST_PIECES = 100
export const MOST_VARIANTS = 400
/** Collections inside collections inside collections, and no further. */
export const MOST_LEVELS = 3

export const STATES = ['published', 'draft', 'scheduled', 'archived'] as const
export type ProductState = (typeof STATES)[number]
/** What the list may be sorted by: the last edited first, by title, by the price on the card. */
export const SORTS = ['edited', 'title', 'price-up', 'price-down'] as const
export type Sort = (typeof SORTS)[number]
/** What many pieces may become at once: a day for each is the editor's to ask. */
export const BULK_STATES = ['published', 'draft', 'archived'] as const

/** `value` is in hundredths of a percent, or in minor units. */
export type PriceAct = { do: 'price'; by: 'percent' | 'amount'; value: number; to90: boolean }
export type BulkAct =
  | PriceAct
  | { do: 'state'; state: (typeof BULK_STATES)[number] }
  | { do: 'join' | 'leave'; collection: string }
  | { do: 'stock'; made: number }

export const BULK_ACTS = ['price', 'state', 'join', 'leave', 'stock'] as const

/** A price after a change, in minor units: halves go up; `to90` takes the nearest price that ends in 90. */
export function changedPrice(
  price: number,
  { by, value, to90 }: Pick<PriceAct, 'by' | 'value' | 'to90'>,
): number {
  const changed =
    by === 'amount'
      ? price + value
      : Math.floor((2 * price * (10_000 + value) + 10_000) / (2 * 10_000))
  return to90 ? Math.round((changed - 90) / 100) * 100 + 90 : changed
}

export type BulkVariant = {
  id: string
  price: number
  offered: boolean
  /** Units of its own level; null when it is not counted. */
  units: number | null
}
export type BulkPiece = {
  id: string
  kind: Kind
  state: ProductState
  publishedAt: number
  collectionIds: readonly string[]
  variants: readonly BulkVariant[]
}

/** What happens to one piece: what it was and what it becomes. */
export type PieceChange = {
  id: string
  state?: { from: ProductState; to: ProductState; at: number; now: number } | undefined
  collections?: { from: readonly string[]; to: readonly string[] } | undefined
  prices?: readonly { id: string; from: number; to: number }[] | undefined
  stock?: readonly { id: string; made: number }[] | undefined
}

/** Why a piece stays as it is; `words.ts` says it. */
export type Because = 'same' | 'gift_card' | 'too_low' | 'no_variant' | 'uncounted'
export type Plan = { changes: PieceChange[]; skipped: { id: string; because: Because }[] }

/** What an act changes of each piece, and which pieces stay as they are, and why. */
export function planBulk(act: BulkAct, pieces: readonly BulkPiece[], now: number): Plan {
  const plan: Plan = { changes: [], skipped: [] }
  for (const piece of pieces) {
    const found = changeOf(act, piece, now)
    if (typeof found === 'string') plan.skipped.push({ id: piece.id, because: found })
    else plan.changes.push({ id: piece.id, ...found })
  }
  return plan
}

function changeOf(act: BulkAct, piece: BulkPiece, now: number): Omit<PieceChange, 'id'> | Because {
  switch (act.do) {
    case 'price':
      return newPrices(act, piece)
    case 'state':
      return newState(act.state, piece, now)
    case 'stock':
      return newStock(act.made, piece)
    case 'join':
    case 'leave':
      return newCollections(act.do, act.collection, piece)
    default:
      return act satisfies never
  }
}

function newPrices(act: PriceAct, { kind, variants }: BulkPiece) {
  // What a gift card costs is what it is worth.
  if (kind === 'gift_card') return 'gift_card'
  const prices = variants
    .filter(({ offered, price }) => offered && price > 0)
    .map(({ id, price }) => ({ id, from: price, to: changedPrice(price, act) }))
    .filter(({ from, to }) => from !== to)
  if (prices.some(({ to }) => to <= 0)) return 'too_low'
  return prices.length > 0 ? { prices } : 'same'
}

function newState(to: ProductState, { state, publishedAt, variants }: BulkPiece, now: number) {
  if (state === to) return 'same'
  if (to === 'published' && !variants.some(({ offered }) => offered)) return 'no_variant'
  // What comes back from the archive keeps its place; what is out for the first time is new.
  const first = to === 'published' && state !== 'archived'
  return { state: { from: state, to, at: publishedAt, now: first ? now : publishedAt } }
}

function newStock(made: number, { variants }: BulkPiece) {
  const stock = variants
    .filter(({ offered, units }) => offered && units !== null)
    .map(({ id }) => ({ id, made }))
  return stock.length > 0 ? { stock } : 'uncounted'
}

function newCollections(way: 'join' | 'leave', id: string, { collectionIds: from }: BulkPiece) {
  if (from.includes(id) === (way === 'join')) return 'same'
  const to = way === 'join' ? [...from, id] : from.filter((other) => other !== id)
  return { collections: { from, to } }
}

/** The changes that take some others back, and the pieces that have changed since: those stay as they are. */
export function planUndo(changes: readonly PieceChange[], pieces: readonly BulkPiece[]) {
  const known = new Map(pieces.map((piece) => [piece.id, piece]))
  const back: PieceChange[] = []
  const kept: string[] = []
  for (const change of changes) {
    const piece = known.get(change.id)
    if (piece && isAsLeft(change, piece)) back.push(reversed(change))
    else kept.push(change.id)
  }
  return { back, kept }
}

function isAsLeft({ state, collections, prices = [], stock = [] }: PieceChange, piece: BulkPiece) {
  const variant = (id: string) => piece.variants.find((found) => found.id === id)
  return (
    (!state || piece.state === state.to) &&
    (!collections || piece.collectionIds.join() === collections.to.join()) &&
    prices.every(({ id, to }) => variant(id)?.price === to) &&
    stock.every(({ id, made }) => (variant(id)?.units ?? -1) >= made)
  )
}

function reversed({ id, state, collections, prices, stock }: PieceChange): PieceChange {
  return {
    id,
    state: state && { from: state.to, to: state.from, at: state.now, now: state.at },
    collections: collections && { from: collections.to, to: collections.from },
    prices: prices?.map((price) => ({ id: price.id, from: price.to, to: price.from })),
    stock: stock?.map((units) => ({ id: units.id, made: -units.made })),
  }
}

export type Leaf = { id: string; parentId: string | null; position: number }
export type Branch<L extends Leaf> = { leaf: L; level: number; first: boolean; last: boolean }

/** Collections as a tree reads, each below the one it is in. What is nowhere is at the first level. */
export function treeOf<L extends Leaf>(leaves: readonly L[]): Branch<L>[] {
  const ids = new Set(leaves.map(({ id }) => id))
  const below = Map.groupBy(leaves, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  )
  function branches(parent: string | null, level: number): Branch<L>[] {
    const here = (below.get(parent) ?? []).toSorted(byPlace)
    return here.flatMap((leaf, at) => [
      { leaf, level, first: at === 0, last: at === here.length - 1 },
      ...(level < 10 ? branches(leaf.id, level + 1) : []),
    ])
  }
  return branches(null, 1)
}

function byPlace(a: Leaf, b: Leaf): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1)
}

/** The collections that one may be put into: not itself, nothing below it, and no deeper than three levels. */
export function parentsFor<L extends Leaf>(leaves: readonly L[], id: string): Branch<L>[] {
  const tree = treeOf(leaves)
  const at = tree.findIndex(({ leaf }) => leaf.id === id)
  const own = tree[at]
  const end = own ? tree.findIndex(({ level }, i) => i > at && level <= own.level) : 0
  const inside = own ? tree.slice(at, end < 0 ? tree.length : end) : []
  const height = own ? Math.max(...inside.map(({ level }) => level)) - own.level + 1 : 1
  return tree.filter((branch) => !inside.includes(branch) && branch.level + height <= MOST_LEVELS)
}

/** The ids of what stands beside a collection, and itself, once it is at this place; null when it is there already. */
export function placed(leaves: readonly Leaf[], id: string, place: number): string[] | null {
  const own = leaves.find((leaf) => leaf.id === id)
  const beside = leaves.filter(({ parentId }) => own && parentId === own.parentId)
  const ids = beside.toSorted(byPlace).map((leaf) => leaf.id)
  if (!own || ids[place] === id || place < 0 || place >= ids.length) return null
  const others = ids.filter((other) => other !== id)
  return others.toSpliced(place, 0, id)
}

/** What a variant costs in a sale, in minor units: its own sale price, or the sale's percentage off. */
export function salePrice(
  price: number,
  own: number | null,
  { basisPoints }: { basisPoints: number | null },
): number {
  if (own !== null) return own
  return changedPrice(price, { by: 'percent', value: -(basisPoints ?? 0), to90: false })
}

type OnSale = { price: number; own: number | null; priceAfter: number | null }

/**
 * The price that a variant goes back to after a sale; null when the sale has not reduced it, or its price was changed
 * meanwhile: that one is the maker's.
 */
export function priceAfterSale(
  { price, own, priceAfter }: OnSale,
  sale: { basisPoints: number | null },
): number | null {
  return priceAfter !== null && price === salePrice(priceAfter, own, sale) ? priceAfter : null
}

/** What stands crossed out beside a sale price from this moment on; null when the law shows no reduction. */
export function crossedOut(
  history: readonly { at: number; price: number }[],
  price: number,
  at: number,
): number | null {
  const last = Math.max(...history.map((change) => change.at), 0)
  const from = Math.max(at, last + 1)
  return priceBefore([...history, { at: from, price }], from)
}

export function isBulkAct(value: unknown): value is BulkAct['do'] {
  return BULK_ACTS.some((act) => act === value)
}

const UNDO_MS = 7 * 86_400_000

/** Whether a change of many pieces can still be taken back: for a week, and only the last one. */
export function mayUndo({ at, undoneAt }: { at: number; undoneAt: number | null }, now: number) {
  return undoneAt === null && now - at < UNDO_MS
}

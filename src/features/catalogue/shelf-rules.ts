import { pageOf, type Place, writePlace } from '#lib/pages.ts'
import { PER_PAGE, type Sort } from './rules.ts'

/** What keys of an address begin with that ask for an attribute: `?f.matiere=gres`. */
const PREFIX = 'f.'
const MOST_ASKED = 4

export type Narrowing = { name: string; value: string }

/** What an address asks of a collection: `after` is where the page before ended. */
export type Asked = {
  slug: string
  narrowed: readonly Narrowing[]
  sort: Sort
  after: Place | null
}

/** The attributes that an address asks for, a few at most. */
export function askedFilters(query: Readonly<Record<string, string>>): Narrowing[] {
  return Object.entries(query)
    .filter(([key, value]) => key.startsWith(PREFIX) && value !== '')
    .slice(0, MOST_ASKED)
    .map(([key, value]) => ({ name: key.slice(PREFIX.length), value }))
}

type Part = { chosen: readonly Narrowing[]; sort: Sort; after?: Place | null }

/** What the address of a page of a collection asks. */
export function shelfQuery({ chosen, sort, after }: Part): Record<string, string> {
  return {
    ...Object.fromEntries(chosen.map(({ name, value }) => [PREFIX + name, value])),
    ...(sort !== 'newest' && { sort }),
    ...(after && { after: writePlace(after) }),
  }
}

/** Of what was asked for, what the collection knows. */
export function chosenFilters<Row extends Narrowing>(
  asked: readonly Narrowing[],
  filters: readonly Row[],
): Row[] {
  return asked.flatMap(
    ({ name, value }) => filters.find((row) => row.name === name && row.value === value) ?? [],
  )
}

/** Where the pages around one begin: `above` null is the first page; `end` is where an unfinished search stopped. */
export type Around = { above: Place | null; end: Place | null }

type Found<Row> = {
  asked: Asked
  /** One more than the page shows, when there is another page. */
  found: readonly Row[]
  around: Around
  /** How many there are in all, where that is kept. */
  kept: number | null
}

/** A page of a collection: its pieces, where the next one begins, and how many pieces there are, when that is known. */
export function shelfPage<Row extends Place>({ asked, found, around, kept }: Found<Row>) {
  const { rows: products, more } = pageOf(found, PER_PAGE)
  const next = more ? (products.at(-1) ?? null) : around.end
  const whole = asked.after === null && next === null ? products.length : null
  return { products, above: around.above, next, count: kept ?? whole }
}

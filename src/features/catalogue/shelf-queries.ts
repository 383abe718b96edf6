import { asc, desc, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Place } from '#lib/pages.ts'
import type { Db } from '#platform/db.ts'
import { written } from '#platform/written.ts'
import { cardColumns } from './queries.ts'
import { PER_PAGE, type Sort, SORTS } from './rules.ts'
import type { Asked, Narrowing } from './shelf-rules.ts'
import { collection, filter, product } from './table.ts'

/** What is asked of a collection; its address may be filled in later. */
type Shelf = Omit<Asked, 'slug'> & { slug: string | Placeholder }

/** Values of all attributes together: many of one leave room for those of the others. */
const MOST_FILTERS = 120
/** When several attributes are asked for, so many pieces of the rarest are looked at for one page. */
const WALKED = 400

const idOf = (slug: string | Placeholder) =>
  sql`(select id from ${collection} where slug = ${slug})`

/**
 * What a collection can be narrowed to, with how many pieces each value has: what is asked for (a list of `Narrowing`, in
 * JSON), then the most frequent value of each attribute, the second of each, and so on.
 */
export const filtersOf = written(['slug', 'asked'], (db, { slug, asked }) => {
  const isAsked = sql`(name, value) in (select j.value ->> 'name', j.value ->> 'value' from json_each(${asked}) j)`
  const rank = sql`row_number() over (partition by name order by product_count desc, value)`
  const shown = sql`(select rowid from ${filter} where collection_id = ${idOf(slug)}
    order by ${isAsked} desc, ${rank}, name limit ${MOST_FILTERS})`
  return db
    .select({
      name: filter.name,
      value: filter.value,
      label: filter.label,
      valueLabel: filter.valueLabel,
      count: filter.productCount,
    })
    .from(filter)
    .where(sql`rowid in ${shown}`)
    .orderBy(asc(filter.name), desc(filter.productCount), asc(filter.value))
    .limit(MOST_FILTERS)
})

export type FilterRow = Awaited<ReturnType<typeof filtersOf>>[number]

/**
 * One page of the pieces of a collection that have every attribute asked for, and one piece more. Only published pieces
 * are members: whoever takes one off sale ends its memberships. A page far down reads no more rows than the first.
 */
function shelfPieces(db: Db, asked: Shelf) {
  const way = sql.raw(wayOf(asked.sort, 'on'))
  const found = sql`(${fitting(asked, 'on', sql`limit ${PER_PAGE + 1}`)}) as found`
  return db
    .select({ ...cardColumns, at: sql<number>`found.at`.as('at') })
    .from(found)
    .innerJoin(product, sql`${product.id} = found.id`)
    .orderBy(sql`found.at ${way}, found.id ${way}`)
}

export type ShelfRow = Awaited<ReturnType<typeof shelfPieces>>[number]

/**
 * Where the page above one begins, and where looking for this one's pieces stopped before there were enough. One row,
 * whatever there is.
 */
function placesAround(db: Db, asked: Shelf) {
  const several = asked.narrowed.length > 1
  const above = place(fitting(asked, 'back', sql`limit 1 offset ${PER_PAGE}`))
  const far = place(walk(asked, 'back', sql`limit 1 offset ${WALKED}`))
  const end = place(walk(asked, 'on', sql`limit 1 offset ${WALKED - 1}`))
  const back = several ? sql`coalesce(${above}, ${far})` : above
  return db
    .select({
      above: (asked.after ? back : sql`null`).mapWith(readRow).as('above'),
      end: (several ? end : sql`null`).mapWith(readRow).as('end'),
    })
    .from(sql`(select 1)`)
}

const place = (row: SQL) => sql`(select json_object('at', at, 'id', id) from (${row}))`
const readRow = (row: string): Place | null => JSON.parse(row)

type Direction = 'on' | 'back'

const ORDERS = {
  newest: { key: sql.raw('published_at'), way: 'desc' },
  'price-up': { key: sql.raw('price'), way: 'asc' },
  'price-down': { key: sql.raw('price'), way: 'desc' },
} as const

function wayOf(sort: Sort, direction: Direction): 'asc' | 'desc' {
  const { way } = ORDERS[sort]
  return direction === 'on' ? way : way === 'asc' ? 'desc' : 'asc'
}

/**
 * The pieces after a place in the list's own order, or from it back to the first: of the collection, or of the rarest
 * attribute that is asked for.
 */
function walk({ slug, narrowed, sort, after }: Shelf, direction: Direction, cut: SQL): SQL {
  const { key } = ORDERS[sort]
  const way = wayOf(sort, direction)
  const sign = (way === 'asc' ? '>' : '<') + (direction === 'back' ? '=' : '')
  const rows =
    narrowed.length === 0
      ? sql`membership where collection_id = ${idOf(slug)}`
      : sql`facet where collection_id = ${idOf(slug)}
          and name = ${rarest(slug, narrowed, 'name')} and value = ${rarest(slug, narrowed, 'value')}`
  const beyond = after
    ? sql`and (${key}, product_id) ${sql.raw(sign)} (${after.at}, ${after.id})`
    : sql``
  return sql`select product_id as id, ${key} as at from ${rows} ${beyond}
    order by ${key} ${sql.raw(way)}, product_id ${sql.raw(way)} ${cut}`
}

/** What is met on the walk that has all the other attributes too, each looked up. */
function fitting(asked: Shelf, direction: Direction, cut: SQL): SQL {
  const { slug, narrowed } = asked
  if (narrowed.length < 2) return walk(asked, direction, cut)
  const fits = narrowed.map(
    ({ name, value }) => sql`(${name} = ${rarest(slug, narrowed, 'name')}
      or exists (select 1 from facet x where x.collection_id = ${idOf(slug)}
        and x.name = ${name} and x.value = ${value} and x.product_id = w.id))`,
  )
  const way = sql.raw(wayOf(asked.sort, direction))
  const walked = walk(asked, direction, sql`limit ${WALKED}`)
  return sql`select id, at from (${walked}) w where ${sql.join(fits, sql` and `)}
    order by at ${way}, id ${way} ${cut}`
}

function rarest(
  slug: string | Placeholder,
  narrowed: readonly Narrowing[],
  column: 'name' | 'value',
): SQL {
  return sql`(select f.${sql.raw(column)} from json_each(${JSON.stringify(narrowed)}) j
    join filter f on f.collection_id = ${idOf(slug)}
      and f.name = j.value ->> 'name' and f.value = j.value ->> 'value'
    order by f.product_count, f.name limit 1)`
}

/** The first page of a whole collection, in each order: what is asked most. */
const firstPages = Object.fromEntries(
  SORTS.map((sort) => {
    const first = { narrowed: [], sort, after: null }
    return [
      sort,
      {
        pieces: written(['slug'], (db, { slug }) => shelfPieces(db, { ...first, slug })),
        around: written(['slug'], (db, { slug }) => placesAround(db, { ...first, slug })),
      },
    ]
  }),
)

/** The pieces of a page of a collection, and the places around it. */
export function shelfOf(db: Db, asked: Asked) {
  const { slug, narrowed, sort, after } = asked
  const known = narrowed.length === 0 && after === null ? firstPages[sort] : undefined
  return known
    ? ([known.pieces(db, { slug }), known.around(db, { slug })] as const)
    : ([shelfPieces(db, asked), placesAround(db, asked)] as const)
}

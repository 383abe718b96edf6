import { asc, desc, sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import { cardColumns } from './queries.ts'
import { PER_PAGE, type Sort } from './rules.ts'
import { collection, filter, product } from './table.ts'

/** What keys of an address begin with that ask for an attribute: `?f.matiere=gres`. */
const PREFIX = 'f.'
const MOST_ASKED = 4
const MOST_FILTERS = 120
/** When several attributes are asked for, so many pieces of the rarest are looked at. */
const WALKED = 600

export type Narrowing = { name: string; value: string }

/** The attributes that an address asks for, a few at most. */
export function askedFilters(query: Readonly<Record<string, string>>): Narrowing[] {
  return Object.entries(query)
    .filter(([key, value]) => key.startsWith(PREFIX) && value !== '')
    .slice(0, MOST_ASKED)
    .map(([key, value]) => ({ name: key.slice(PREFIX.length), value }))
}

const idOf = (slug: string) => sql`(select id from ${collection} where slug = ${slug})`

/** What a collection can be narrowed to, with how many pieces each value has. */
export function filtersOf(db: Db, slug: string) {
  return db
    .select({
      name: filter.name,
      value: filter.value,
      label: filter.label,
      valueLabel: filter.valueLabel,
      count: filter.productCount,
    })
    .from(filter)
    .where(sql`${filter.collectionId} = ${idOf(slug)}`)
    .orderBy(asc(filter.name), desc(filter.productCount), asc(filter.value))
    .limit(MOST_FILTERS)
}

export type FilterRow = Awaited<ReturnType<typeof filtersOf>>[number]

const ORDERS = {
  newest: { key: sql.raw('published_at'), way: sql.raw('desc') },
  'price-up': { key: sql.raw('price'), way: sql.raw('asc') },
  'price-down': { key: sql.raw('price'), way: sql.raw('desc') },
}

type Page = { slug: string; asked: readonly Narrowing[]; sort: Sort; page: number }

/**
 * One page of the pieces of a collection that have every attribute asked for, as far as it is known, with how many there
 * are. The rarest attribute is walked in the list's own order and the others are looked up, so that few rows are read.
 */
export function narrowedProducts(db: Db, { slug, asked, sort, page }: Page) {
  const { key, way } = ORDERS[sort]
  const chosen = sql`(select f.name, f.value, f.product_count as n
    from json_each(${JSON.stringify(asked)}) j join filter f on f.collection_id = ${idOf(slug)}
      and f.name = j.value ->> 'name' and f.value = j.value ->> 'value')`
  const rarest = (column: 'name' | 'value') =>
    sql`(select ${sql.raw(column)} from ${chosen} order by n, name limit 1)`
  const offset = (page - 1) * PER_PAGE
  const only = asked.length < 2
  const walk = sql`(select product_id, ${key} as at from facet
    where collection_id = ${idOf(slug)} and name = ${rarest('name')} and value = ${rarest('value')}
    order by ${key} ${way}, product_id ${way}
    limit ${only ? PER_PAGE : WALKED} offset ${only ? offset : 0})`
  const fits = asked.map(
    ({ name, value }) => sql`(not exists (select 1 from filter
        where collection_id = ${idOf(slug)} and name = ${name} and value = ${value})
      or exists (select 1 from facet x where x.collection_id = ${idOf(slug)}
        and x.name = ${name} and x.value = ${value} and x.product_id = w.product_id))`,
  )
  const found = sql`(select product_id as id, at, count(*) over () as total from ${walk} w
    where ${fits.length > 0 ? sql.join(fits, sql` and `) : sql`true`}
    order by at ${way}, product_id ${way} limit ${PER_PAGE} offset ${only ? 0 : offset}) as found`
  return db
    .select({ ...cardColumns, total: sql<number>`found.total`.as('total') })
    .from(found)
    .innerJoin(product, sql`${product.id} = found.id`)
    .orderBy(sql`found.at ${way}, found.id ${way}`)
}

type Lists<Row> = {
  asked: readonly Narrowing[]
  filters: readonly FilterRow[]
  plain: readonly Row[]
  narrowed: readonly (Row & { total: number })[]
  count: number
}

/** The list that is shown, and how many it holds: what nobody knows is as if it were not asked. */
export function narrowedList<Row>({ asked, filters, plain, narrowed, count }: Lists<Row>) {
  const chosen = asked.flatMap(
    ({ name, value }) => filters.find((row) => row.name === name && row.value === value) ?? [],
  )
  const [first] = chosen
  if (!first) return { chosen, products: plain, count }
  if (chosen.length > 1) return { chosen, products: narrowed, count: narrowed[0]?.total ?? 0 }
  const most = asked.length > 1 ? WALKED : first.count
  return { chosen, products: narrowed, count: Math.min(first.count, most) }
}

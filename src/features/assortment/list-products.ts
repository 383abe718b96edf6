import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { cardColumns } from '#features/catalogue/queries.ts'
import { membership, product } from '#features/catalogue/table.ts'
import { MARKS, matchExpression, NO_MATCH } from '#features/search/rules.ts'
import type { Lang, Text } from '#lib/i18n.ts'
import type { Db } from '#platform/db.ts'
import { PER_PAGE, type ProductState } from './rules.ts'

/** A badge beyond this says how many there are at least. */
const COUNT_LIMIT = 100

const collections =
  sql`(select json_group_array(json(c.title)) from json_each(product.collection_ids) j
  join collection c on c.id = j.value)`
    .mapWith((rows: string): Text[] => JSON.parse(rows))
    .as('collections')

const columns = {
  id: product.id,
  slug: product.slug,
  title: product.title,
  kind: product.kind,
  state: product.state,
  leadWeeks: product.leadWeeks,
  oneOfAKind: product.oneOfAKind,
  publishedAt: product.publishedAt,
  card: product.card,
  left: cardColumns.left,
  collections,
}

/** What is asked of the list: a search, or one collection, or one state. `before` is where the page above ended. */
export type Asked = {
  state: ProductState | null
  collection: string
  q: string
  before: string
  lang: Lang
}

export type ListRow = Awaited<ReturnType<typeof inState>>[number]

/** One page of the pieces, the last edited first, and one row more, which tells that there is another page. */
export function listProducts(db: Db, asked: Asked) {
  if (asked.q) return found(db, asked)
  return asked.collection ? inCollection(db, asked) : inState(db, asked)
}

function inState(db: Db, { state, before }: Asked) {
  return db
    .select({ ...columns, cursor: sql<string>`updated_at || '.' || id`.as('cursor') })
    .from(product)
    .where(and(state ? eq(product.state, state) : undefined, under('updated_at, id', before)))
    .orderBy(desc(product.updatedAt), desc(product.id))
    .limit(PER_PAGE + 1)
}

/** Only what is on sale is in a collection: the newest first. */
function inCollection(db: Db, { collection, before }: Asked) {
  const cursor = sql<string>`${membership.publishedAt} || '.' || ${product.id}`.as('cursor')
  return db
    .select({ ...columns, cursor })
    .from(membership)
    .innerJoin(product, eq(product.id, membership.productId))
    .where(
      and(
        eq(membership.collectionId, collection),
        under('membership.published_at, membership.product_id', before),
      ),
    )
    .orderBy(desc(membership.publishedAt), desc(membership.productId))
    .limit(PER_PAGE + 1)
}

/** Every state is searched, the last written first. */
function found(db: Db, { q, before, lang }: Asked) {
  const words = matchExpression(q) ?? NO_MATCH
  const expression = `body : "${MARKS.product}${lang}" AND (${words})`
  // D1 binds numbers as floats, and FTS5 begins its walk at whole numbers only.
  const further = /^\d{1,12}$/.test(before) ? sql`and rowid < cast(${before} as integer)` : sql``
  const hits = sql`(select product_id, rowid as at from search
    where search match ${expression} ${further} order by rowid desc limit ${PER_PAGE + 1})`
  return db
    .select({ ...columns, cursor: sql<string>`cast(hit.at as text)`.as('cursor') })
    .from(sql`${hits} as hit`)
    .innerJoin(product, sql`${product.id} = hit.product_id`)
    .orderBy(sql`hit.at desc`)
    .limit(PER_PAGE + 1)
}

function under(key: string, before: string): SQL | undefined {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(before) ?? []
  return at && id ? sql`(${sql.raw(key)}) < (${Number(at)}, ${id})` : undefined
}

const upTo = (state: ProductState) =>
  sql<number>`(select count(*) from
    (select 1 from product where state = ${state} limit ${COUNT_LIMIT}))`.as(state)

/** How many pieces are not out yet. */
export function unpublished(db: Db) {
  return db.select({ draft: upTo('draft'), scheduled: upTo('scheduled') }).from(sql`(select 1)`)
}

/** The names of some pieces. */
export function titlesOf(db: Db, ids: readonly string[]) {
  return db
    .select({ id: product.id, title: product.title })
    .from(product)
    .where(sql`${product.id} in (select value from json_each(${JSON.stringify(ids)}))`)
}

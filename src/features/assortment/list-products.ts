import { and, eq, type SQL, sql } from 'drizzle-orm'
import { cardColumns } from '#features/catalogue/queries.ts'
import { membership, product } from '#features/catalogue/table.ts'
import { folded } from '#lib/folded.ts'
import { MARKS, matchExpression, NO_MATCH } from '#features/search/rules.ts'
import type { Lang, Text } from '#lib/i18n.ts'
import type { Db } from '#platform/db.ts'
import { PER_PAGE, type ProductState, type Sort } from './rules.ts'

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

/**
 * What is asked of the list: a search, or one collection, or one state; the last two sorted. `before` is where the page
 * above ended.
 */
export type Asked = {
  state: ProductState | null
  sort: Sort
  collection: string
  q: string
  before: string
  lang: Lang
}

export type ListRow = Awaited<ReturnType<typeof inState>>[number]

/** One page of the pieces, and one row more, which tells that there is another page. */
export function listProducts(db: Db, asked: Asked) {
  if (asked.q) return found(db, asked)
  return asked.collection ? inCollection(db, asked) : inState(db, asked)
}

function inState(db: Db, { state, sort, lang, before }: Asked) {
  const { cursor, order, further } = sort === 'edited' ? byEdit(before) : byKey(sort, lang, before)
  return db
    .select({ ...columns, cursor: sql<string>`${cursor}`.as('cursor') })
    .from(product)
    .where(and(state ? eq(product.state, state) : undefined, further))
    .orderBy(...order)
    .limit(PER_PAGE + 1)
}

type Way = { cursor: SQL; order: SQL[]; further: SQL | undefined }

function byEdit(before: string): Way {
  return {
    cursor: sql`updated_at || '.' || id`,
    order: [sql`updated_at desc`, sql`id desc`],
    further: beyond('updated_at, id', '<', before),
  }
}

/**
 * By one text that ends with the id: SQLite begins its walk at two values only when they are columns. The text is, letter
 * by letter, that of indexes, alone and after the state.
 */
function byKey(sort: Exclude<Sort, 'edited'>, lang: Lang, before: string): Way {
  const key = sql.raw(sort === 'title' ? titleKey(lang) : PRICE_KEY)
  const down = sort === 'price-down'
  const further = down ? sql`${key} < ${before}` : sql`${key} > ${before}`
  return {
    cursor: key,
    order: [down ? sql`${key} desc` : sql`${key} asc`],
    further: before ? further : undefined,
  }
}

const PRICE_KEY = "printf('%012d', json_extract(card, '$.price')) || id"

function titleKey(lang: Lang): string {
  const other = lang === 'fr' ? 'en' : 'fr'
  const title = `coalesce(json_extract(title, '$.${lang}'), json_extract(title, '$.${other}'), '')`
  return `${folded(title)} || char(9) || id`
}

/** Only what is on sale is in a collection: the newest first, or by price. */
function inCollection(db: Db, { collection, sort, before }: Asked) {
  const key = sort === 'price-up' || sort === 'price-down' ? 'price' : 'published_at'
  const direction = sql.raw(sort === 'price-up' ? 'asc' : 'desc')
  const [first, second] = [sql.raw(`membership.${key}`), sql.raw('membership.product_id')]
  const further = beyond(
    `membership.${key}, membership.product_id`,
    sort === 'price-up' ? '>' : '<',
    before,
  )
  return db
    .select({ ...columns, cursor: sql<string>`${first} || '.' || ${second}`.as('cursor') })
    .from(membership)
    .innerJoin(product, eq(product.id, membership.productId))
    .where(and(eq(membership.collectionId, collection), further))
    .orderBy(sql`${first} ${direction}`, sql`${second} ${direction}`)
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

function beyond(keys: string, sign: '<' | '>', before: string): SQL | undefined {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(before) ?? []
  return at && id ? sql`(${sql.raw(keys)}) ${sql.raw(sign)} (${Number(at)}, ${id})` : undefined
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

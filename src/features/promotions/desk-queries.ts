import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { collection, product } from '#features/catalogue/table.ts'
import { matchExpression, NO_MATCH } from '#features/search/rules.ts'
import type { Text } from '#lib/i18n.ts'
import { type Db, holdsWords } from '#platform/db.ts'
import { type Draft, SAID } from './form.ts'
import type { PromotionRow } from './queries.ts'
import { type OfferList, plainCode } from './rules.ts'
import { promotion } from './table.ts'

export const PER_PAGE = 30
const FOUND = 12
/** Offers that a list looks at: each was made by hand. */
const MOST_SEARCHED = 500

/** Something an offer may be for. */
export type Named = { id: string; title: Text }

/** What is asked of the list: a search, or one list. `before` is where the page above ended. */
export type Asked = { list: OfferList | null; q: string; before: string }

/** One page of the offers, the newest first, and one row more. A search, or a list, looks at the latest five hundred. */
export function listOffers(db: Db, { list, q, before }: Asked, now: number) {
  const [, at, id] = /^(\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  const under = at && id ? sql`(created_at, id) < (${Number(at)}, ${id})` : undefined
  return db
    .select()
    .from(promotion)
    .where(and(q || list ? among(q ? isCalled(q) : standsIn(list, now)) : undefined, under))
    .orderBy(desc(promotion.createdAt), desc(promotion.id))
    .limit(PER_PAGE + 1)
}

function among(wanted: SQL | undefined): SQL {
  return sql`${promotion.id} in (select id from
    (select * from promotion order by created_at desc, id desc limit ${MOST_SEARCHED}) where ${wanted})`
}

/** By the words of the title, or by the beginning of the code. */
function isCalled(q: string): SQL {
  const title = holdsWords(
    "coalesce(json_extract(title, '$.fr'), '') || ' ' || coalesce(json_extract(title, '$.en'), '')",
    q,
  )
  const code = plainCode(q)
  return sql`(${title}) or substr(code, 1, ${code.length}) = ${code}`
}

/** What `standingOf` says of an offer. */
function standsIn(list: OfferList | null, now: number): SQL {
  return sql`case when coalesce(ends_at <= ${now}, 0) or coalesce(uses >= uses_most, 0) then 'over'
    when active = 0 then 'paused' when coalesce(starts_at > ${now}, 0) then 'planned'
    else 'running' end = ${list}`
}

export function offerById(db: Db, id: string) {
  return db.select().from(promotion).where(eq(promotion.id, id)).limit(1)
}

/** The collections that an offer may be for, in the maker's order. */
export function collectionNames(db: Db) {
  return db
    .select({ id: collection.id, title: collection.title })
    .from(collection)
    .where(sql`${collection.id} <> 'all'`)
    .orderBy(asc(collection.position))
    .limit(200)
}

export function piecesById(db: Db, ids: readonly string[]) {
  return db
    .select({ id: product.id, title: product.title })
    .from(product)
    .where(sql`${product.id} in (select value from json_each(${JSON.stringify(ids)}))`)
}

/** A few pieces by the words of their names. */
export function piecesCalled(db: Db, typed: string) {
  const expression = matchExpression(typed) ?? NO_MATCH
  return db
    .select({ id: product.id, title: product.title })
    .from(
      sql`(select distinct product_id as found_id from (select product_id from search
        where search match ${`title : (${expression})`} order by rowid desc limit 60)) as found`,
    )
    .innerJoin(product, sql`${product.id} = found.found_id`)
    .limit(FOUND)
}

export const addOffer = (db: Db, row: typeof promotion.$inferInsert) =>
  db.insert(promotion).values(row)

export function setOffer(db: Db, id: string, change: Partial<PromotionRow>) {
  return db.update(promotion).set(change).where(eq(promotion.id, id))
}

/** Changes what an offer says; fails the batch (`promotion.title`) when it no longer says what it did. */
export function changeSaid(db: Db, was: PromotionRow, said: Pick<Draft, (typeof SAID)[number]>) {
  const same = SAID.map(
    (part) => sql`${promotion[part]} is ${sql.param(was[part], promotion[part])}`,
  )
  const title = sql.param(said.title, promotion.title)
  return db
    .update(promotion)
    .set({ ...said, title: sql`case when ${and(...same)} then ${title} end` })
    .where(eq(promotion.id, was.id))
}

/** Forgets an offer that nobody used; fails the batch (`promotion.title`) when somebody did. */
export function removeUnused(db: Db, id: string) {
  return [
    db
      .update(promotion)
      .set({ title: sql`case when uses = 0 then title end` })
      .where(eq(promotion.id, id)),
    db.delete(promotion).where(eq(promotion.id, id)),
  ] as const
}

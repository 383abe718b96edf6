import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { collection, product } from '#features/catalogue/table.ts'
import { matchExpression, NO_MATCH } from '#features/search/rules.ts'
import type { Text } from '#lib/i18n.ts'
import type { Db } from '#platform/db.ts'
import { type Draft, SAID } from './form.ts'
import type { PromotionRow } from './queries.ts'
import { promotion } from './table.ts'

export const PER_PAGE = 30
const FOUND = 12

/** Something an offer may be for. */
export type Named = { id: string; title: Text }

/** One page of the offers, the newest first, and one row more; `before` is where the page above ended. */
export function listOffers(db: Db, before: string) {
  const [, at, id] = /^(\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  const under = at && id ? sql`(created_at, id) < (${Number(at)}, ${id})` : undefined
  return db
    .select()
    .from(promotion)
    .where(and(under))
    .orderBy(desc(promotion.createdAt), desc(promotion.id))
    .limit(PER_PAGE + 1)
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

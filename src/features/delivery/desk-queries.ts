import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import type { MethodForm } from './form.ts'
import { MOST_METHODS } from './rules.ts'
import { deliveryMethod } from './table.ts'

// A joined or selected expression has its own name: D1 answers rows by column name.
const state = sql<string>`json_array(kind, title, promise, speed, hours, offered, countries, bands,
  free_above, min_days, max_days)`

/** Every way to deliver, also those that are not offered, in the maker's order. */
export function allMethods(db: Db) {
  return db
    .select()
    .from(deliveryMethod)
    .orderBy(asc(deliveryMethod.position), asc(deliveryMethod.id))
    .limit(MOST_METHODS)
}

export type MethodRow = typeof deliveryMethod.$inferSelect

/** A way to deliver, and how it stands in the database: what a change is made against. */
export function methodById(db: Db, id: string) {
  return db
    .select({ method: deliveryMethod, standing: state.as('standing') })
    .from(deliveryMethod)
    .where(eq(deliveryMethod.id, id))
}

type New = MethodForm & { id: string; code: string }

/**
 * Adds a way at the end of the list. Fails with `delivery_method.position` when the list is full and with
 * `delivery_method.id` when this very form was posted before.
 */
export function addMethod(db: Db, method: New) {
  const position = sql<number>`(select case when count(*) < ${MOST_METHODS}
    then coalesce(max(position), -1) + 1 end from delivery_method)`
  return db.insert(deliveryMethod).values({ ...method, position })
}

/** Changes a way that still stands as it was read; fails with `delivery_method.kind` when it does not. */
export function changeMethod(db: Db, id: string, standing: string, to: MethodForm) {
  const { kind, ...rest } = to
  return db
    .update(deliveryMethod)
    .set({ ...rest, kind: sql`case when ${state} = ${standing} then ${kind} end` })
    .where(eq(deliveryMethod.id, id))
}

export function removeMethod(db: Db, id: string) {
  return db.delete(deliveryMethod).where(eq(deliveryMethod.id, id))
}

/** Puts the ways into this order. One that came meanwhile stays where it is. */
export function orderMethods(db: Db, ids: readonly string[]) {
  const list = JSON.stringify(ids)
  return db.run(sql`update delivery_method
    set position = (select key from json_each(${list}) where value = delivery_method.id)
    where id in (select value from json_each(${list}))`)
}

import { asc, eq } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import { MOST_METHODS } from './rules.ts'
import { deliveryMethod } from './table.ts'

/** Every way the shop delivers now, in the maker's order. */
export function deliveryMethods(db: Db) {
  return db
    .select()
    .from(deliveryMethod)
    .where(eq(deliveryMethod.offered, true))
    .orderBy(asc(deliveryMethod.position))
    .limit(MOST_METHODS)
}

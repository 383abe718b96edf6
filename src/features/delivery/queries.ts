import { asc } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import { deliveryMethod } from './table.ts'

/** Every way the shop delivers, in the maker's order. */
export function deliveryMethods(db: Db) {
  return db.select().from(deliveryMethod).orderBy(asc(deliveryMethod.position)).limit(50)
}

import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import type { Movement } from './rules.ts'
import { availability, level, movement } from './table.ts'

/**
 * Starts counting a variant, at zero, and says from how many units down it runs low (null: nobody needs to know). Does
 * nothing when it is counted already.
 */
export function countVariant(db: Db, variantId: string, lowAt: number | null) {
  return db.insert(level).values({ variantId, lowAt }).onConflictDoNothing()
}

/** Moves stock. Part of a batch: when a level would fall below zero, the whole batch fails with `stock_is_short`. */
export function move(db: Db, entry: Movement & { id: string; at: number }) {
  return db.insert(movement).values(entry)
}

/** What is free to sell of some variants (null: not counted). */
export function availabilityOf(db: Db, variantIds: string[]) {
  return db
    .select({ variantId: availability.variantId, available: availability.available })
    .from(availability)
    .where(
      inArray(
        availability.variantId,
        sql`(select value from json_each(${JSON.stringify(variantIds)}))`,
      ),
    )
}

export function levelOf(db: Db, variantId: string) {
  return db.select().from(level).where(eq(level.variantId, variantId)).limit(1)
}

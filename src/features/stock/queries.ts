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

/**
 * Moves stock to what was counted; fails the batch (`movement.variant_id`) when the level is not what was shown any
 * more.
 */
export function setExactly(
  db: Db,
  row: {
    id: string
    variantId: string
    shown: number
    to: number
    reason: string
    who: string
    at: number
  },
) {
  const { id, variantId, shown, to, reason, who, at } = row
  return db.run(sql`insert into movement (id, variant_id, kind, quantity, reason, who, at)
    values (${id}, (select variant_id from level where variant_id = ${variantId} and available = ${shown}),
      'adjust', ${to - shown}, ${reason}, ${who}, ${at})`)
}

/** Says from how many units down a variant runs low; null for never. */
export function setLowAt(db: Db, variantId: string, lowAt: number | null) {
  return db.update(level).set({ lowAt }).where(eq(level.variantId, variantId))
}

/** What has begun to run low since the workshop was told. */
export function untoldLow(db: Db, limit: number) {
  return db
    .select({ variantId: level.variantId })
    .from(level)
    .where(sql`${level.available} <= ${level.lowAt} and ${level.toldAt} is null`)
    .limit(limit)
}

export function noteTold(db: Db, variantIds: readonly string[], at: number) {
  return db
    .update(level)
    .set({ toldAt: at })
    .where(sql`${level.variantId} in (select value from json_each(${JSON.stringify(variantIds)}))`)
}

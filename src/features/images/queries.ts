import { getTableColumns, sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import { image } from './table.ts'

const { complete: _, ...shown } = getTableColumns(image)

/** A picture as pages show it. */
export type Image = Omit<typeof image.$inferSelect, 'complete'>

/** The pictures of some hashes, in no order. */
export function imagesByHash(db: Db, hashes: readonly string[]) {
  return db
    .select(shown)
    .from(image)
    .where(sql`${image.hash} in (select value from json_each(${JSON.stringify(hashes)}))`)
}

/** Keeps a picture; the same bytes are the same picture, and what is complete stays so. */
export function keepImage(db: Db, row: typeof image.$inferInsert) {
  return db
    .insert(image)
    .values(row)
    .onConflictDoUpdate({
      target: image.hash,
      set: { complete: sql`max(image.complete, excluded.complete)` },
    })
}

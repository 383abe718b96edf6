import { sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import { image } from './table.ts'

export type Image = typeof image.$inferSelect

/** The pictures of some hashes, in no order. */
export function imagesByHash(db: Db, hashes: readonly string[]) {
  return db
    .select()
    .from(image)
    .where(sql`${image.hash} in (select value from json_each(${JSON.stringify(hashes)}))`)
}

/** Keeps a picture; the same bytes are the same picture. */
export function keepImage(db: Db, row: Image) {
  return db.insert(image).values(row).onConflictDoNothing()
}

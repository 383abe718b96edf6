import { sql } from 'drizzle-orm'
import type { Db, Statement } from '#platform/db.ts'
import { image } from './table.ts'

/** Pictures of which a rendition may be missing. */
export function incompleteImages(db: Db, most: number) {
  return db
    .select({ hash: image.hash, width: image.width })
    .from(image)
    .where(sql`complete = 0`)
    .limit(most)
}

export function markComplete(db: Db, hashes: readonly string[]) {
  return db
    .update(image)
    .set({ complete: true })
    .where(sql`hash in (select value from json_each(${JSON.stringify(hashes)}))`)
}

/** Lets pages show pictures from another domain, when every picture of the shop is there. */
export function showFrom(db: Db, base: string) {
  return db.run(sql`insert into setting (key, value)
    select 'pictures', json_object('base', ${base})
    where not exists (select 1 from image where complete = 0)
    on conflict (key) do update set value = excluded.value where value <> excluded.value`)
}

/** Lets the shop itself show pictures; what is kept of each must be looked at before another domain may again. */
export function showFromShop(db: Db): Statement[] {
  return [
    db.run(sql`update setting set value = json_object('base', '') where key = 'pictures'`),
    db
      .update(image)
      .set({ complete: false })
      .where(sql`complete = 1`),
  ]
}

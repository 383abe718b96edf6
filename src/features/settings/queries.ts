import type { Db } from '#platform/db.ts'
import { DEFAULTS, type Settings } from './rules.ts'
import { setting } from './table.ts'

/** Every setting of the shop: the first statement of every page's batch. */
export function allSettings(db: Db) {
  return db.select().from(setting)
}

/** Puts rows together with the defaults of a shop that has not been set up. */
export function readSettings(rows: { key: string; value: unknown }[]): Settings {
  return { ...DEFAULTS, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) }
}

/** Writes one setting, replacing what it was. */
export function writeSetting(db: Db, key: keyof Settings, value: unknown) {
  return db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } })
}

import { notInArray, sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import { written } from '#platform/written.ts'
import { DEFAULTS, type Settings } from './rules.ts'
import { setting } from './table.ts'

/** Every setting of the shop. */
export function allSettings(db: Db) {
  return db.select().from(setting)
}

/** Settings that no page of the shop shows but the home page its blocks: they are more than half of what all weigh. */
const NOT_ON_PAGES: (keyof Settings)[] = ['home', 'mail', 'mails', 'carriers', 'stock']

/** The settings that the pages of the shop show: the first statement of their batch. */
export const shownSettings = written([], (db) =>
  db.select().from(setting).where(notInArray(setting.key, NOT_ON_PAGES)),
)

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

/**
 * Writes one setting where it is still what it was read as; fails with `setting.value` when somebody else has changed it
 * since. A setting that was never written counts as its default.
 */
export function swapSetting<K extends keyof Settings>(
  db: Db,
  key: K,
  { was, value }: { was: Settings[K]; value: Settings[K] },
) {
  const now = sql`(select value from setting where key = ${key})`
  const same = sql`coalesce(json(${now}), json(${JSON.stringify(DEFAULTS[key])})) = json(${JSON.stringify(was)})`
  return db.run(sql`insert into setting (key, value)
    values (${key}, case when ${same} then ${JSON.stringify(value)} end)
    on conflict (key) do update set value = excluded.value`)
}

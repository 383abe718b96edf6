import { lt, sql } from 'drizzle-orm'
import { entry } from '#features/content/table.ts'
import type { Db } from '#platform/db.ts'
import { AGAIN_AFTER_MS, PURGES_A_MINUTE, shows } from './rules.ts'
import { postsTold, purge, stale } from './table.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

export type Round = keyof typeof PURGES_A_MINUTE

/** Tags that this round takes along: those that wait, and by the clock those whose first purge is over or failed. */
function isDue(round: Round, at: number) {
  const recent = sql`(select id from ${purge} where at > ${at - AGAIN_AFTER_MS})`
  return round === 'atOnce'
    ? sql`purge_id is null`
    : sql`(purge_id is null or purge_id not in ${recent})`
}

type Call = { id: string; round: Round; at: number }

/** Opens a purge where something is due and the minute has one left; else it does nothing. */
export function openPurge(db: Db, { id, round, at }: Call) {
  return db.run(sql`insert into ${purge} (id, at) select ${id}, ${at}
    where exists (select 1 from ${stale} where ${isDue(round, at)})
      and (select count(*) from ${purge} where at > ${at - MINUTE_MS}) < ${PURGES_A_MINUTE[round]}`)
}

/** Puts what is due into the purge, where it was opened, and says what it was. */
export function takeDue(db: Db, { id, round, at }: Call) {
  return db
    .update(stale)
    .set({ purgeId: id })
    .where(sql`${isDue(round, at)} and exists (select 1 from ${purge} where id = ${id})`)
    .returning({ tag: stale.tag })
}

/** A purge has worked: what it took along for the second time is done with. */
export function forgotten(db: Db, id: string) {
  return [
    db.delete(stale).where(sql`${stale.purgeId} = ${id} and ${stale.told} > 0`),
    db
      .update(stale)
      .set({ told: sql`${stale.told} + 1` })
      .where(sql`${stale.purgeId} = ${id}`),
  ]
}

/** Purges that nothing hangs on any more. */
export function clearPurges(db: Db, now: number) {
  return db.delete(purge).where(lt(purge.at, now - HOUR_MS))
}

type Kind = typeof entry.$inferSelect.kind

/** Posts and pages that came out by the clock since the last time: no act did it, so no trigger told. */
export function tellPosts(db: Db, now: number) {
  const came = (kinds: readonly Kind[]) =>
    sql`exists (select 1 from ${entry} where kind in ${kinds} and state = 'published' and published_at <= ${now}
      and published_at > coalesce((select at from ${postsTold}), 0))`
  const lists = JSON.stringify([shows.journal, shows.searchPosts])
  return [
    db.run(
      sql`insert into forget (tag) select value from json_each(${lists}) where ${came(['post'])}`,
    ),
    db.run(sql`insert into forget (tag) select ${shows.sitemap} where ${came(['post', 'page'])}`),
    db.run(sql`insert into ${postsTold} (id, at) select 1, ${now} where ${came(['post', 'page'])}
      on conflict do update set at = excluded.at`),
  ]
}

import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import { audit } from './table.ts'

export const addAct = (db: Db, row: typeof audit.$inferInsert) => db.insert(audit).values(row)

export const PER_PAGE = 100

/** What is asked of the log: what acts are about, and who did them; nothing for all. `before` is where the page above ended. */
export type Asked = { about: string; who: string; before: string }

export type AuditRow = Awaited<ReturnType<typeof listActs>>[number]

/** One page of the log, the latest first, and one line more, which tells that there is another page. */
export function listActs(db: Db, { about, who, before }: Asked) {
  const [, at, id] = /^(\d{1,15})-(\w{1,40})$/.exec(before) ?? []
  return db
    .select()
    .from(audit)
    .where(
      and(
        who ? eq(audit.who, who) : undefined,
        // Letter by letter what the index has.
        about ? sql`substr(act, 1, instr(act, '.') - 1) = ${about}` : undefined,
        at && id ? sql`(at, id) < (${Number(at)}, ${id})` : undefined,
      ),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(PER_PAGE + 1)
}

/** Everybody whose name stands in the log, by leaps through its index: one row read for each. */
export function actors(db: Db) {
  return db.select({ who: sql<string>`who` }).from(
    sql`(with recursive named (who) as (select min(who) from audit
        union all select (select min(a.who) from audit a where a.who > named.who) from named
          where named.who is not null)
        select who from named where who is not null limit 100)`,
  )
}

export function actsOn(db: Db, subject: string, limit: number) {
  return db
    .select()
    .from(audit)
    .where(eq(audit.subject, subject))
    .orderBy(desc(audit.at))
    .limit(limit)
}

import { desc, eq } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import { audit } from './table.ts'

export const addAct = (db: Db, row: typeof audit.$inferInsert) => db.insert(audit).values(row)

export type AuditRow = Awaited<ReturnType<typeof latestActs>>[number]

export function latestActs(db: Db, limit: number) {
  return db.select().from(audit).orderBy(desc(audit.at)).limit(limit)
}

export function actsOn(db: Db, subject: string, limit: number) {
  return db
    .select()
    .from(audit)
    .where(eq(audit.subject, subject))
    .orderBy(desc(audit.at))
    .limit(limit)
}

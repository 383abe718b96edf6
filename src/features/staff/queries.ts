import { and, count, desc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import { type Db, upTo } from '#platform/db.ts'
import {
  challenge,
  deskSession,
  failedTry,
  invitation,
  passkey,
  recoveryCode,
  staff,
} from './table.ts'

export type StaffRow = typeof staff.$inferSelect
export type PasskeyRow = typeof passkey.$inferSelect
export type SessionRow = typeof deskSession.$inferSelect
export type ChallengeRow = typeof challenge.$inferSelect
export type InvitationRow = typeof invitation.$inferSelect

/** Whether anybody can get into the back office yet. */
export function staffCount(db: Db) {
  return db.select({ count: count() }).from(staff).where(isNull(staff.leftAt))
}

export function everybody(db: Db) {
  return db.select().from(staff).where(isNull(staff.leftAt)).orderBy(staff.createdAt).limit(100)
}

export function staffById(db: Db, id: string) {
  return db
    .select()
    .from(staff)
    .where(and(eq(staff.id, id), isNull(staff.leftAt)))
    .limit(1)
}

const upTo100 = (rows: SQL) => upTo(rows, 100)

/** What waits behind the entries of the menu. */
const waiting = {
  orders: upTo100(
    sql`select 1 from "order" where state in ('paid', 'in_making') and delivery is not null
      and not exists (select 1 from dispute d where d.order_id = "order".id and d.state in ('open', 'lost'))`,
  ),
  messages: upTo100(sql`select 1 from message where read_at is null`),
}

/** A session with its person, by the hash of the cookie's token, and what waits for them, counted up to a hundred. */
export function sessionByHash(db: Db, hash: string) {
  return db
    .select({ session: deskSession, staff, waiting })
    .from(deskSession)
    .innerJoin(staff, and(eq(staff.id, deskSession.staffId), isNull(staff.leftAt)))
    .where(eq(deskSession.hash, hash))
    .limit(1)
}

export function sessionsOf(db: Db, staffId: string, since: number) {
  return db
    .select()
    .from(deskSession)
    .where(
      and(
        eq(deskSession.staffId, staffId),
        isNull(deskSession.endedAt),
        gt(deskSession.seenAt, since),
      ),
    )
    .orderBy(desc(deskSession.seenAt))
    .limit(50)
}

export const addSession = (db: Db, row: typeof deskSession.$inferInsert) =>
  db.insert(deskSession).values(row)

export function touchSession(db: Db, hash: string, now: number) {
  return db.update(deskSession).set({ seenAt: now }).where(eq(deskSession.hash, hash))
}

export function endSession(db: Db, hash: string, staffId: string, now: number) {
  return db
    .update(deskSession)
    .set({ endedAt: now })
    .where(
      and(
        eq(deskSession.hash, hash),
        eq(deskSession.staffId, staffId),
        isNull(deskSession.endedAt),
      ),
    )
}

/** Ends whatever session a browser had before it signed in. */
export function endSessionOf(db: Db, hash: string, now: number) {
  return db
    .update(deskSession)
    .set({ endedAt: now })
    .where(and(eq(deskSession.hash, hash), isNull(deskSession.endedAt)))
}

export function endEverySession(db: Db, staffId: string, now: number) {
  return db
    .update(deskSession)
    .set({ endedAt: now })
    .where(and(eq(deskSession.staffId, staffId), isNull(deskSession.endedAt)))
}

export const addChallenge = (db: Db, row: typeof challenge.$inferInsert) =>
  db.insert(challenge).values(row)

/** Takes a question back: whoever takes it first has it, and nobody after. */
export function takeChallenge(db: Db, hash: string) {
  return db.delete(challenge).where(eq(challenge.hash, hash)).returning()
}

export function forgetChallenges(db: Db, now: number) {
  return db.delete(challenge).where(sql`${challenge.expiresAt} < ${now}`)
}

export function openInvitation(db: Db, hash: string, now: number) {
  return db
    .select()
    .from(invitation)
    .where(and(eq(invitation.hash, hash), isNull(invitation.usedAt), gt(invitation.expiresAt, now)))
    .limit(1)
}

export function openInvitations(db: Db, now: number) {
  return db
    .select()
    .from(invitation)
    .where(and(isNull(invitation.usedAt), gt(invitation.expiresAt, now)))
    .orderBy(desc(invitation.expiresAt))
    .limit(50)
}

export function withdrawInvitation(db: Db, hash: string) {
  return db.delete(invitation).where(and(eq(invitation.hash, hash), isNull(invitation.usedAt)))
}

/** Takes back what somebody gave out: who loses their place leaves no door open. */
export function withdrawInvitationsBy(db: Db, name: string) {
  return db.delete(invitation).where(and(eq(invitation.createdBy, name), isNull(invitation.usedAt)))
}

export const addInvitation = (db: Db, row: typeof invitation.$inferInsert) =>
  db.insert(invitation).values(row)

/**
 * Uses an invitation up. The guard of its batch: for one that is used or over, the person's id becomes null and the
 * whole batch fails (`staff.id`).
 */
export function joinBy(
  db: Db,
  hash: string,
  row: { id: string; name: string; lang: string; createdAt: number },
) {
  return [
    db.run(sql`insert into staff (id, name, role, lang, created_at)
      values ((select ${row.id} from invitation where hash = ${hash} and used_at is null
        and expires_at > ${row.createdAt}), ${row.name},
        (select role from invitation where hash = ${hash}), ${row.lang}, ${row.createdAt})`),
    db.update(invitation).set({ usedAt: row.createdAt }).where(eq(invitation.hash, hash)),
  ] as const
}

export function passkeyById(db: Db, id: string) {
  return db
    .select({ passkey, staff })
    .from(passkey)
    .innerJoin(staff, and(eq(staff.id, passkey.staffId), isNull(staff.leftAt)))
    .where(eq(passkey.id, id))
    .limit(1)
}

export function passkeysOf(db: Db, staffId: string) {
  return db.select().from(passkey).where(eq(passkey.staffId, staffId)).limit(50)
}

export const addPasskey = (db: Db, row: typeof passkey.$inferInsert) =>
  db.insert(passkey).values(row)

/** Removes a key of somebody, never their last one. */
export function removePasskey(db: Db, id: string, staffId: string) {
  const others = sql`(select count(*) from passkey where staff_id = ${staffId}) > 1`
  return db.delete(passkey).where(and(eq(passkey.id, id), eq(passkey.staffId, staffId), others))
}

export function notePasskeyUse(db: Db, id: string, counter: number, now: number) {
  return db.update(passkey).set({ counter, usedAt: now }).where(eq(passkey.id, id))
}

export const addRecoveryCode = (db: Db, row: typeof recoveryCode.$inferInsert) =>
  db.insert(recoveryCode).values(row)

export function forgetRecoveryCodes(db: Db, staffId: string) {
  return db.delete(recoveryCode).where(eq(recoveryCode.staffId, staffId))
}

export function recoveryCodesLeft(db: Db, staffId: string) {
  return db
    .select({ count: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.staffId, staffId), isNull(recoveryCode.usedAt)))
}

/** A code that was not used yet, with whose it is. */
export function unusedCode(db: Db, hash: string) {
  return db
    .select({ staff })
    .from(recoveryCode)
    .innerJoin(staff, and(eq(staff.id, recoveryCode.staffId), isNull(staff.leftAt)))
    .where(and(eq(recoveryCode.hash, hash), isNull(recoveryCode.usedAt)))
    .limit(1)
}

export function markCodeUsed(db: Db, hash: string, now: number) {
  return db.update(recoveryCode).set({ usedAt: now }).where(eq(recoveryCode.hash, hash))
}

export const addFailedTry = (db: Db, row: typeof failedTry.$inferInsert) =>
  db.insert(failedTry).values(row)

export function failedTries(db: Db, key: string, since: number) {
  return db
    .select({ count: count() })
    .from(failedTry)
    .where(and(eq(failedTry.key, key), gt(failedTry.at, since)))
}

export function forgetTries(db: Db, before: number) {
  return db.delete(failedTry).where(sql`${failedTry.at} < ${before}`)
}

/** Takes somebody's place away, never the last owner's. */
export function removeStaff(db: Db, id: string, now: number) {
  const others = sql`(${staff.role} <> 'owner' or
    (select count(*) from staff where role = 'owner' and left_at is null) > 1)`
  return db
    .update(staff)
    .set({ leftAt: now })
    .where(and(eq(staff.id, id), others))
}

export function speakTo(db: Db, id: string, lang: StaffRow['lang']) {
  return db.update(staff).set({ lang }).where(eq(staff.id, id))
}

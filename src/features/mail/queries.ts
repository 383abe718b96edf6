import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { product, variant } from '#features/catalogue/table.ts'
import { answer, message } from '#features/messages/table.ts'
import { refund, terms } from '#features/orders/table.ts'
import { level } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'
import { LEASE_MS } from './rules.ts'
import { outbox } from './table.ts'

export type OutboxRow = typeof outbox.$inferSelect

type NewMail = Pick<OutboxRow, 'id' | 'key' | 'template'> &
  Partial<Pick<OutboxRow, 'orderId' | 'shipmentId' | 'to' | 'facts'>> & { at: number }

/** A mail to send soon, for the batch of the act it tells of. A key that is known adds nothing. */
export function mailLater(db: Db, { at, ...mail }: NewMail) {
  return db
    .insert(outbox)
    .values({ ...mail, state: 'waiting', createdAt: at, nextAt: at })
    .onConflictDoNothing()
}

/** A mail that is sent once more. Fails its batch (`outbox.id`) when it was asked for already. */
export function mailAgain(db: Db, { at, ...mail }: NewMail) {
  return db.insert(outbox).values({ ...mail, state: 'waiting', createdAt: at, nextAt: at })
}

/** The mails of an order, in the order they were written. */
export function mailsOf(db: Db, orderId: string) {
  return db
    .select()
    .from(outbox)
    .where(eq(outbox.orderId, orderId))
    .orderBy(sql`rowid`)
    .limit(100)
}

/** Mails whose time has come, the longest waiting first. */
export function dueMails(db: Db, now: number, limit: number) {
  return db
    .select({ id: outbox.id })
    .from(outbox)
    .where(isDue(now))
    .orderBy(asc(outbox.nextAt))
    .limit(limit)
}

/** Takes mails whose time has come, so that a second run does not find them; they come back if nobody reports. */
export function takeMails(db: Db, now: number, limit: number) {
  return db
    .update(outbox)
    .set({ nextAt: now + LEASE_MS })
    .where(inArray(outbox.id, dueMails(db, now, limit)))
    .returning()
}

/** Notes why mails wait without counting an attempt: the shop sends none yet. */
export function mailsHeldBack(db: Db, now: number, error: string) {
  return db.update(outbox).set({ error }).where(isDue(now))
}

export function mailSent(db: Db, { id, attempts }: OutboxRow, now: number) {
  return db
    .update(outbox)
    .set({ state: 'sent', attempts: attempts + 1, sentAt: now, error: null })
    .where(eq(outbox.id, id))
}

/** Notes a failed attempt; without a next one, the mail has failed for good. */
export function mailFailed(
  db: Db,
  { id, attempts, nextAt }: OutboxRow,
  { error, retry }: { error: string; retry: number | null },
) {
  return db
    .update(outbox)
    .set({
      state: retry === null ? 'failed' : 'waiting',
      attempts: attempts + 1,
      nextAt: retry ?? nextAt,
      error,
    })
    .where(eq(outbox.id, id))
}

/** The terms of sale that an order accepted, as they were. */
export function acceptedTerms(db: Db, hash: string) {
  return db.select({ body: terms.body }).from(terms).where(eq(terms.hash, hash)).limit(1)
}

/** The refund that a mail tells of. */
export function refundById(db: Db, id: string) {
  return db.select().from(refund).where(eq(refund.id, id)).limit(1)
}

export type RefundRow = Awaited<ReturnType<typeof refundById>>[number]

export function messageById(db: Db, id: string) {
  return db.select().from(message).where(eq(message.id, id)).limit(1)
}

export type MessageRow = Awaited<ReturnType<typeof messageById>>[number]

/** An answer with the message that it answers. */
export function answeredById(db: Db, id: string) {
  return db
    .select({ answer, message })
    .from(answer)
    .innerJoin(message, eq(message.id, answer.messageId))
    .where(eq(answer.id, id))
    .limit(1)
}

export type AnsweredRow = Awaited<ReturnType<typeof answeredById>>[number]

/** What the mail about low stock names. */
export function lowVariants(db: Db, ids: readonly string[]) {
  return db
    .select({ title: product.title, choice: variant.choice, available: level.available })
    .from(level)
    .innerJoin(variant, eq(variant.id, level.variantId))
    .innerJoin(product, eq(product.id, variant.productId))
    .where(sql`${level.variantId} in (select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy(asc(level.available))
    .limit(50)
}

export type LowRow = Awaited<ReturnType<typeof lowVariants>>[number]

function isDue(now: number) {
  return and(eq(outbox.state, 'waiting'), lte(outbox.nextAt, now))
}

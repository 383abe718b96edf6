import { eq, sql } from 'drizzle-orm'
import type { Db } from '#platform/db.ts'
import type { DisputeFact, DisputeState } from './dispute-rules.ts'
import { dispute, payment } from './table.ts'

export type DisputeRow = typeof dispute.$inferSelect

export function disputeByStripe(db: Db, stripeId: string) {
  return db.select().from(dispute).where(eq(dispute.stripeId, stripeId)).limit(1)
}

/** The payment of a charge: asked only of a dispute that names no payment intent. */
export function paymentByCharge(db: Db, chargeId: string) {
  return db.select().from(payment).where(eq(payment.chargeId, chargeId)).limit(1)
}

/** A new dispute; fails its batch (`dispute.stripe_id`) when somebody else wrote it first. */
export const addDispute = (db: Db, row: typeof dispute.$inferInsert) =>
  db.insert(dispute).values(row)

type News = Pick<DisputeFact, 'amount' | 'dueAt'>

/** Moves a dispute on; fails its batch (`dispute.state`) when it is not where it was any more. */
export function moveDispute(
  db: Db,
  { id, state: was }: DisputeRow,
  to: DisputeState,
  { amount, dueAt, closedAt }: News & { closedAt: number | null },
) {
  return db
    .update(dispute)
    .set({ amount, dueAt, closedAt, state: sql`case when state = ${was} then ${to} end` })
    .where(eq(dispute.id, id))
}

/** Writes what is new of a dispute that stays where it is. */
export function renewDispute(db: Db, { id, state }: DisputeRow, { amount, dueAt }: News) {
  return db
    .update(dispute)
    .set({ amount, dueAt })
    .where(sql`${dispute.id} = ${id} and ${dispute.state} = ${state}`)
}

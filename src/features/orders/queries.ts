import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { payment } from '#features/payments/table.ts'
import { movement } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'
import { type OrderState, statesBefore } from './rules.ts'
import { adjustment, giftCard, order, orderEvent, orderLine, terms } from './table.ts'

export type OrderRow = typeof order.$inferSelect
export type OrderLineRow = typeof orderLine.$inferSelect
export type NewOrder = typeof order.$inferInsert
export type NewOrderLine = typeof orderLine.$inferInsert

export function orderByToken(db: Db, token: string) {
  return db.select().from(order).where(eq(order.token, token)).limit(1)
}

export function orderById(db: Db, id: string) {
  return db.select().from(order).where(eq(order.id, id)).limit(1)
}

/** The open order of a cart: one at most. */
export function openOrderOfCart(db: Db, cartId: string) {
  return db
    .select()
    .from(order)
    .where(and(eq(order.cartId, cartId), eq(order.state, 'pending')))
    .limit(1)
}

/** The last order of a cart that was placed with this very form. */
export function lastOrderOfCart(db: Db, cartId: string, fingerprint: string) {
  return db
    .select()
    .from(order)
    .where(and(eq(order.cartId, cartId), eq(order.fingerprint, fingerprint)))
    .orderBy(desc(order.placedAt))
    .limit(1)
}

/** Pending orders whose holds have ended. */
export function overdueOrders(db: Db, now: number, limit: number) {
  return db
    .select()
    .from(order)
    .where(and(eq(order.state, 'pending'), sql`${order.holdUntil} <= ${now}`))
    .orderBy(asc(order.holdUntil))
    .limit(limit)
}

export function linesOf(db: Db, orderId: string) {
  return db
    .select()
    .from(orderLine)
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.position))
}

/** Everything the order's page and mails say, by its id. One batch. */
export async function readOrder(db: Db, id: string) {
  const lineIds = db.select({ id: orderLine.id }).from(orderLine).where(eq(orderLine.orderId, id))
  const [[found], lines, adjustments, events, [paid], cards] = await db.batch([
    orderById(db, id),
    linesOf(db, id),
    db.select().from(adjustment).where(eq(adjustment.orderId, id)),
    db.select().from(orderEvent).where(eq(orderEvent.orderId, id)).orderBy(asc(orderEvent.at)),
    db
      .select()
      .from(payment)
      .where(eq(payment.orderId, id))
      .orderBy(sql`${payment.state} = 'paid' desc, ${payment.expiresAt} desc`)
      .limit(1),
    db.select().from(giftCard).where(inArray(giftCard.lineId, lineIds)),
  ])
  return found ? { order: found, lines, adjustments, events, payment: paid ?? null, cards } : null
}

/** An order with all that its page and its mails tell. */
export type OrderView = NonNullable<Awaited<ReturnType<typeof readOrder>>>

export function orderLineById(db: Db, lineId: string) {
  return db
    .select({ line: orderLine, token: order.token, state: order.state })
    .from(orderLine)
    .innerJoin(order, eq(order.id, orderLine.orderId))
    .where(eq(orderLine.id, lineId))
    .limit(1)
}

/** Counts a download, unless the line has had as many as it may. */
export function countDownload(db: Db, lineId: string, most: number) {
  return db
    .update(orderLine)
    .set({ downloads: sql`${orderLine.downloads} + 1` })
    .where(and(eq(orderLine.id, lineId), sql`${orderLine.downloads} < ${most}`))
    .returning({ downloads: orderLine.downloads })
}

export const addOrder = (db: Db, row: NewOrder) => db.insert(order).values(row)
export const addLine = (db: Db, row: NewOrderLine) => db.insert(orderLine).values(row)
export const addAdjustment = (db: Db, row: typeof adjustment.$inferInsert) =>
  db.insert(adjustment).values(row)
export const addGiftCard = (db: Db, row: typeof giftCard.$inferInsert) =>
  db.insert(giftCard).values(row)
export const keepTerms = (db: Db, row: typeof terms.$inferInsert) =>
  db.insert(terms).values(row).onConflictDoNothing()

/**
 * A step of an order's life, and the guard of the batch it stands in: when the order is not in a state that may take
 * this step, its id becomes null and the whole batch fails (`order_event.order_id`); when the step was taken already,
 * its unique key fails it (`order_event.order_id, order_event.kind`).
 */
export function step(
  db: Db,
  entry: {
    id: string
    orderId: string
    kind: Exclude<OrderState, 'pending'>
    reason: string | null
    at: number
  },
) {
  const from = sql.join(
    statesBefore(entry.kind).map((state) => sql`${state}`),
    sql`, `,
  )
  return db.run(sql`insert into order_event (id, order_id, kind, reason, at)
    values (${entry.id},
      (select id from "order" where id = ${entry.orderId} and state in (${from})),
      ${entry.kind}, ${entry.reason}, ${entry.at})`)
}

/** Writes the state that a step has led to. */
export function setState(db: Db, orderId: string, state: OrderState) {
  return db.update(order).set({ state }).where(eq(order.id, orderId))
}

/** Makes an order paid and gives it the next number: numbers have no gap, because nothing after this may fail. */
export function setPaid(db: Db, orderId: string, now: number) {
  return db
    .update(order)
    .set({
      state: 'paid',
      paidAt: now,
      number: sql`(select coalesce(max(number), 1000) + 1 from "order")`,
    })
    .where(eq(order.id, orderId))
}

/** The timeline's first line. */
export function placed(db: Db, entry: { id: string; orderId: string; at: number }) {
  return db.insert(orderEvent).values({ ...entry, kind: 'placed' })
}

/** Turns what an order holds into something else: given back, or sold. */
export function moveHolds(db: Db, orderId: string, kind: 'release' | 'claim', at: number) {
  return db.run(sql`insert into ${movement} (id, variant_id, kind, quantity, order_id, at)
    select ${kind} || '_' || id, variant_id, ${kind}, quantity, order_id, ${at}
    from ${movement} where order_id = ${orderId} and kind = 'hold'`)
}

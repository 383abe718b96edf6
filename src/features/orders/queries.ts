import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#features/audit/note.ts'
import { documentsOf } from '#features/documents/queries.ts'
import { dispute, payment } from '#features/payments/table.ts'
import { movement } from '#features/stock/table.ts'
import type { Address } from '#lib/address.ts'
import type { Db } from '#platform/db.ts'
import { type Happening, type OrderState, READDRESSED, statesBefore, STOPPING } from './rules.ts'
import {
  adjustment,
  giftCard,
  order,
  orderEvent,
  orderLine,
  orderNote,
  refund,
  refundLine,
  shipment,
  shipmentLine,
  terms,
} from './table.ts'

export type OrderRow = typeof order.$inferSelect
export type OrderLineRow = typeof orderLine.$inferSelect
export type ShipmentRow = typeof shipment.$inferSelect
export type NoteRow = typeof orderNote.$inferSelect
export type NewOrder = typeof order.$inferInsert
export type NewOrderLine = typeof orderLine.$inferInsert

export function orderByToken(db: Db, token: string) {
  return db.select().from(order).where(eq(order.token, token)).limit(1)
}

export function orderById(db: Db, id: string) {
  return db.select().from(order).where(eq(order.id, id)).limit(1)
}

export function ordersByIds(db: Db, ids: readonly string[]) {
  return db
    .select()
    .from(order)
    .where(sql`${order.id} in (select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy(asc(order.number))
}

/** The open order of a cart: one at most. */
export function openOrderOfCart(db: Db, cartId: string) {
  return db
    .select()
    .from(order)
    .where(and(eq(order.cartId, cartId), eq(order.state, 'pending')))
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

/** What changed an order's total beside its lines. */
export function adjustmentsOf(db: Db, orderId: string) {
  return db.select().from(adjustment).where(eq(adjustment.orderId, orderId))
}

/** Everything the order's page and mails say, by its id. One batch. */
export async function readOrder(db: Db, id: string) {
  const lineIds = db.select({ id: orderLine.id }).from(orderLine).where(eq(orderLine.orderId, id))
  const parcelIds = db.select({ id: shipment.id }).from(shipment).where(eq(shipment.orderId, id))
  const refundIds = db.select({ id: refund.id }).from(refund).where(eq(refund.orderId, id))
  const [[found], lines, adjustments, events, [paid], cards, ...went] = await db.batch([
    orderById(db, id),
    linesOf(db, id),
    adjustmentsOf(db, id),
    db
      .select()
      .from(orderEvent)
      .where(eq(orderEvent.orderId, id))
      // As they were written: a news that came first may have had to wait for another.
      .orderBy(sql`rowid`),
    db
      .select()
      .from(payment)
      .where(eq(payment.orderId, id))
      .orderBy(sql`${payment.state} = 'paid' desc, ${payment.expiresAt} desc`)
      .limit(1),
    db.select().from(giftCard).where(inArray(giftCard.lineId, lineIds)),
    db.select().from(shipment).where(eq(shipment.orderId, id)).orderBy(asc(shipment.at)),
    db.select().from(shipmentLine).where(inArray(shipmentLine.shipmentId, parcelIds)),
    db.select().from(refund).where(eq(refund.orderId, id)).orderBy(asc(refund.at)),
    db.select().from(refundLine).where(inArray(refundLine.refundId, refundIds)),
    documentsOf(db, id),
    db.select().from(dispute).where(eq(dispute.orderId, id)).orderBy(asc(dispute.at)),
  ])
  if (!found) return null
  const [shipments, sent, refunds, refundLines, documents, disputes] = went
  const told = { lines, adjustments, events, payment: paid ?? null, cards }
  return { order: found, ...told, shipments, sent, refunds, refundLines, documents, disputes }
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
 * its unique key fails it (`order_event.order_id, order_event.kind`). `from` names fewer states than may lead there;
 * without `when` it is not taken, and nothing fails; with `leaves` a dispute fails it too.
 */
export function step(
  db: Db,
  entry: StepRow & { kind: Exclude<OrderState, 'pending'> },
  { from = statesBefore(entry.kind), when = sql`true`, leaves = false }: Terms = {},
) {
  const { id, orderId, kind, reason, at, by = SHOP } = entry
  return db.run(sql`insert into order_event (id, order_id, kind, reason, staff_id, who, at)
    select ${id}, ${orderIn(orderId, from, leaves)}, ${kind}, ${reason}, ${by.staffId}, ${by.who}, ${at}
    where ${when}`)
}

type StepRow = {
  id: string
  orderId: string
  reason: string | null
  at: number
  /** The shop itself, by its clock or for a buyer, when nobody is named. */
  by?: Actor
}

const SHOP: Actor = { staffId: null, who: '' }

/** Something that happened to an order's money, once for each `ref`: a second time fails the batch (`order_event.`). */
export function happened(
  db: Db,
  { by = SHOP, ...entry }: StepRow & { kind: Happening; ref: string },
) {
  return db.insert(orderEvent).values({ ...entry, ...by })
}

type Terms = { from?: readonly OrderState[]; when?: SQL; leaves?: boolean }

/** Whether a dispute stops an order, in SQL. */
export const stoppedIn = (orderId: SQL) => sql`exists (select 1 from dispute d
  where d.order_id = ${orderId} and d.state in (${listed(STOPPING)}))`

/** An order's id in SQL, or null when it is in none of some states, or a dispute stops what `leaves`. */
export function orderIn(orderId: string, states: readonly OrderState[], leaves: boolean): SQL {
  const free = leaves ? sql`and not ${stoppedIn(sql`o.id`)}` : sql``
  return sql`(select o.id from "order" o where o.id = ${orderId} and o.state in (${listed(states)}) ${free})`
}

/** Values as an SQL list. */
export function listed(values: readonly string[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
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
      capturedTotal: sql`${order.total}`,
      number: sql`(select coalesce(max(number), 1000) + 1 from "order")`,
    })
    .where(eq(order.id, orderId))
}

/** What came for an order that does not count as paid. */
export function setCaptured(db: Db, orderId: string, amount: number) {
  return db.update(order).set({ capturedTotal: amount }).where(eq(order.id, orderId))
}

/** The timeline's first line. */
export function placed(db: Db, entry: { id: string; orderId: string; at: number }) {
  return db.insert(orderEvent).values({ ...entry, kind: 'placed' })
}

/** What an order holds. The second half is the condition of the index, letter by letter: without it all is read. */
export const holdsOf = (orderId: string) => sql`order_id = ${orderId} and kind = 'hold'
  and order_id is not null and kind in ('hold', 'release', 'claim')`

/** Turns what an order holds into something else: given back, or sold. */
export function moveHolds(db: Db, orderId: string, kind: 'release' | 'claim', at: number) {
  return db.run(sql`insert into ${movement} (id, variant_id, kind, quantity, order_id, at)
    select ${kind} || '_' || id, variant_id, ${kind}, quantity, order_id, ${at}
    from ${movement} where ${holdsOf(orderId)}`)
}

/** Puts an order's name and address right; fails the batch (`order.first_name`) once it may not be any more. */
export function setAddress(
  db: Db,
  orderId: string,
  to: { firstName: string; lastName: string; address: Address },
) {
  const may = sql`state in (${listed(READDRESSED)})
    and not exists (select 1 from shipment where order_id = ${orderId})`
  return db
    .update(order)
    .set({ ...to, firstName: sql`case when ${may} then ${to.firstName} end` })
    .where(eq(order.id, orderId))
}

/** Lets an order be found under another name. Its row is reached by its words: the index knows no ids. */
export function findUnder(db: Db, { id, email }: Pick<OrderRow, 'id' | 'email'>, name: string) {
  const expression = `buyer : "${email.replaceAll('"', ' ')}"`
  return db.run(sql`update order_search set buyer = ${`${name} ${email}`} where rowid in
    (select rowid from order_search where order_search match ${expression} and order_id = ${id})`)
}

export const addNote = (db: Db, row: NoteRow) => db.insert(orderNote).values(row)

export function notesOf(db: Db, orderId: string) {
  return db
    .select()
    .from(orderNote)
    .where(eq(orderNote.orderId, orderId))
    .orderBy(asc(orderNote.at))
    .limit(200)
}

import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#features/audit/note.ts'
import type { Db } from '#platform/db.ts'
import { listed, orderIn, type ShipmentRow, step } from './queries.ts'
import { AFTER_LEAVING, PACKED_KINDS, statesBefore } from './rules.ts'
import { order, shipment } from './table.ts'

export function shipmentById(db: Db, id: string) {
  return db.select().from(shipment).where(eq(shipment.id, id)).limit(1)
}

/**
 * A parcel, and the guard of its batch: fails it (`shipment.order_id`) when nothing may leave of the order, or a dispute
 * stops it.
 */
export function addShipment(db: Db, row: ShipmentRow) {
  const { id, carrier, number, at, staffId, who } = row
  return db.run(sql`insert into shipment (id, order_id, carrier, number, at, staff_id, who)
    values (${id}, ${orderIn(row.orderId, statesBefore('shipped'), true)},
      ${carrier}, ${number}, ${at}, ${staffId}, ${who})`)
}

const refunded = sql`(select coalesce(sum(x.quantity), 0) from refund_line x
  join refund r on r.id = x.refund_id where x.line_id = l.id and r.state <> 'failed')`

const refundedAfter = sql`(select coalesce(sum(x.quantity), 0) from refund_line x
  join refund r on r.id = x.refund_id where x.line_id = l.id and r.state <> 'failed'
    and r.reason in (${listed(AFTER_LEAVING)}))`

const sent = sql`(select coalesce(sum(s.quantity), 0) from shipment_line s where s.line_id = l.id)`

/** How many units of an order's line `l` still have to leave, as `leftToSend` counts them. */
export const owed = sql<number>`max(0, l.quantity - ${sent} - ${refunded} + min(${sent}, ${refundedAfter}))`

/** What of a line goes into a parcel; fails the batch (`shipment_line.quantity`) when not that many are left. */
export function addShipmentLine(
  db: Db,
  row: { shipmentId: string; orderId: string; lineId: string; quantity: number },
) {
  return db.run(sql`insert into shipment_line (shipment_id, line_id, quantity)
    values (${row.shipmentId}, ${row.lineId},
      (select ${row.quantity} from order_line l
        where l.id = ${row.lineId} and l.order_id = ${row.orderId}
          and l.kind in (${listed(PACKED_KINDS)}) and ${owed} >= ${row.quantity}))`)
}

/** `id`: of the step, if one is taken. */
type Closing = { id: string; orderId: string; at: number; by: Actor }

/** The step of the parcel that was the last one, and the state it leads to; nothing while something is left. */
export function shippedWhenAllSent(db: Db, closing: Closing) {
  const { orderId } = closing
  return closed(db, closing, {
    kind: 'shipped',
    when: sql`${open(orderId)} and ${nothingLeft(orderId)} and ${parcel(orderId)}`,
  })
}

/**
 * What becomes of an order to be packed when a refund leaves nothing to send: shipped when a part has left, cancelled
 * when no unit is kept, delivered when what is kept needs no parcel. Nothing while something is left.
 */
export function closedWhenNothingLeft(db: Db, closing: Closing) {
  const { orderId } = closing
  const kept = sql`exists (select 1 from order_line l
    where l.order_id = ${orderId} and l.quantity > ${refunded})`
  const unsent = sql`${open(orderId)} and ${nothingLeft(orderId)} and not ${parcel(orderId)}`
  return [
    ...shippedWhenAllSent(db, closing),
    ...closed(db, closing, { kind: 'cancelled', when: sql`${unsent} and not ${kept}` }),
    ...closed(db, closing, { kind: 'delivered', when: sql`${unsent} and ${kept}` }),
  ]
}

const open = (orderId: string) => sql`exists (select 1 from "order"
  where id = ${orderId} and state in ('paid', 'in_making', 'packed', 'ready') and delivery is not null)`

const parcel = (orderId: string) => sql`exists (select 1 from shipment where order_id = ${orderId})`

const nothingLeft = (orderId: string) => sql`not exists (select 1 from order_line l
  where l.order_id = ${orderId} and l.kind in (${listed(PACKED_KINDS)}) and ${owed} > 0)`

type Step = { kind: 'shipped' | 'cancelled' | 'delivered'; when: SQL }

/**
 * A step under a condition. One that an order has taken before, as when it was given up and paid late, is not written
 * twice, but leads to its state again.
 */
function closed(db: Db, { id, orderId, at, by }: Closing, { kind, when }: Step) {
  const before = sql`exists (select 1 from order_event where order_id = ${orderId} and kind = ${kind})`
  return [
    step(db, { id, orderId, kind, reason: null, at, by }, { when: sql`${when} and not ${before}` }),
    db
      .update(order)
      .set({ state: kind })
      .where(and(eq(order.id, orderId), when)),
  ] as const
}

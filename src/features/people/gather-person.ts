import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { customer } from '#features/customers/table.ts'
import { document } from '#features/documents/table.ts'
import { outbox } from '#features/mail/table.ts'
import { answer, message } from '#features/messages/table.ts'
import * as t from '#features/orders/table.ts'
import { payment } from '#features/payments/table.ts'
import { promotionUse } from '#features/promotions/table.ts'
import type { Db } from '#platform/db.ts'
import { erasureOf } from './erasing.ts'
import type { Table } from './rules.ts'

/**
 * Every row that tells of somebody, by their address in small letters: whole rows, so that a column that is added later
 * is in it by itself.
 */
export async function gatherPerson(db: Db, email: string): Promise<Table[]> {
  const ids = (await erasureOf(db, email)).map(({ id }) => id)
  const tables = tablesOf(JSON.stringify(ids), email)
  const [first, ...rest] = tables.map(({ of, where }) => db.select().from(of).where(where))
  const rows = first ? await db.batch([first, ...rest]) : []
  return tables.map(({ table }, at) => ({ table, rows: rows[at] ?? [] }))
}

/** As the file calls them, and which of their rows are somebody's. */
function tablesOf(ids: string, email: string): { table: string; of: SQLiteTable; where: SQL }[] {
  const orders = sql`(select value from json_each(${ids}))`
  const lines = sql`(select id from order_line where order_id in ${orders})`
  const parcels = sql`(select id from shipment where order_id in ${orders})`
  const refunds = sql`(select id from refund where order_id in ${orders})`
  const messages = sql`(select id from message where email = ${email})`
  const among = (table: string, of: SQLiteTable, column: SQLiteColumn, list = orders) => ({
    table,
    of,
    where: sql`${column} in ${list}`,
  })
  return [
    among('customer', customer, customer.email, sql`(${email})`),
    among('order', t.order, t.order.id),
    among('order_line', t.orderLine, t.orderLine.orderId),
    among('adjustment', t.adjustment, t.adjustment.orderId),
    among('order_event', t.orderEvent, t.orderEvent.orderId),
    among('order_note', t.orderNote, t.orderNote.orderId),
    among('shipment', t.shipment, t.shipment.orderId),
    among('shipment_line', t.shipmentLine, t.shipmentLine.shipmentId, parcels),
    among('refund', t.refund, t.refund.orderId),
    among('refund_line', t.refundLine, t.refundLine.refundId, refunds),
    among('gift_card', t.giftCard, t.giftCard.lineId, lines),
    among('document', document, document.orderId),
    among('payment', payment, payment.orderId),
    among('promotion_use', promotionUse, promotionUse.orderId),
    among('message', message, message.id, messages),
    among('answer', answer, answer.messageId, messages),
    // The outbox is read as a whole: exporting somebody is rare.
    {
      table: 'mail',
      of: outbox,
      where: sql`${outbox.orderId} in ${orders} or lower(${outbox.to}) = ${email}
        or ${outbox.key} in (select 'message:' || id from message where email = ${email})`,
    },
  ]
}

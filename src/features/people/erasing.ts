import { sql } from 'drizzle-orm'
import { isOf } from '#features/customers/queries.ts'
import { buyersAs } from '#features/customers/rules.ts'
import { outbox } from '#features/mail/table.ts'
import { order, orderLine, orderNote, refund, shipment } from '#features/orders/table.ts'
import { payment } from '#features/payments/table.ts'
import { promotionUse } from '#features/promotions/table.ts'
import type { Db, Statement } from '#platform/db.ts'

/** An order that still asks something of the workshop or the bank. */
const UNFINISHED = sql`(${order.state} in ('pending', 'awaiting_payment', 'packed', 'ready', 'held')
  or (${order.state} in ('paid', 'in_making') and ${order.delivery} is not null)
  or exists (select 1 from refund r where r.order_id = "order".id and r.state = 'pending')
  or exists (select 1 from dispute d where d.order_id = "order".id and d.state in ('inquiry', 'open')))`

/**
 * Until when the proof of an order is kept: ten years from the end of the year in which it was paid or last moved, so
 * that the accounts (C. com. L123-22) and contracts of 120 € and more (D213-2 C. conso, from delivery) are both there.
 */
const UNTIL = sql<number>`(unixepoch(max(${order.paidAt}, coalesce((select max(e.at) from order_event e
    where e.order_id = "order".id), 0)) / 1000, 'unixepoch', 'start of year', '+11 years') * 1000)`

/** What erasing somebody meets: their orders, the open ones, and until when which proofs are kept. */
export function erasureOf(db: Db, email: string) {
  return db
    .select({
      id: order.id,
      number: order.number,
      cartId: order.cartId,
      placedAt: order.placedAt,
      unfinished: sql<number>`${UNFINISHED}`.as('unfinished'),
      until: sql<number | null>`case when ${order.paidAt} is not null then ${UNTIL} end`.as(
        'until',
      ),
    })
    .from(order)
    .where(isOf(email))
    .orderBy(order.placedAt)
}

export type ErasureRow = Awaited<ReturnType<typeof erasureOf>>[number]

/**
 * Puts away who bought somebody's paid orders, and guards the batch it stands in: an order that is not finished has no
 * place in the archive, and fails the whole batch (`archive.order_id`).
 */
export function archiveOrders(db: Db, email: string, now: number) {
  const proof = sql`json_object('email', email, 'firstName', first_name, 'lastName', last_name, 'phone', phone,
    'address', json(coalesce(address, 'null')), 'note', note,
    'personal', ${list("'line', l.title, 'texts', json(l.personal)")} from order_line l
      where l.order_id = "order".id and l.personal <> '[]'),
    'parcels', ${list("'carrier', s.carrier, 'number', s.number")} from shipment s
      where s.order_id = "order".id),
    'refunds', ${list("'amount', r.amount, 'note', r.note")} from refund r
      where r.order_id = "order".id),
    'payments', ${list("'method', p.method, 'reference', p.payment_intent")} from payment p
      where p.order_id = "order".id and p.state = 'paid'))`
  return db.run(sql`insert into archive (order_id, buyer, at, until)
    select case when not ${UNFINISHED} then id end, ${proof}, ${now}, coalesce(${UNTIL}, 0)
    from "order" where ${isOf(email)} and (paid_at is not null or ${UNFINISHED})`)
}

/** The beginning of a list of objects in SQL. */
function list(fields: string) {
  return sql.raw(`(select json_group_array(json_object(${fields}))`)
}

/** Takes the person out of orders. What was bought, what it cost and when stays. */
export function forgetBuyers(
  db: Db,
  orders: readonly { id: string; email: string }[],
): Statement[] {
  if (orders.length === 0) return []
  const ids = JSON.stringify(orders.map(({ id }) => id))
  const these = sql`(select value from json_each(${ids}))`
  const buyers = buyersAs([...new Set(orders.map(({ email }) => email.toLowerCase()))])
  return [
    db.run(sql`update order_search set buyer = '' where rowid in
      (select rowid from order_search where order_search match ${buyers} and order_id in ${these})`),
    db.run(sql`update "order" set email = '', first_name = '', last_name = '', phone = '',
      address = null, note = '', fingerprint = '' where id in ${these}`),
    db
      .update(orderLine)
      .set({ personal: [] })
      .where(sql`${orderLine.orderId} in ${these}`),
    db.delete(orderNote).where(sql`${orderNote.orderId} in ${these}`),
    db
      .update(shipment)
      .set({ number: '' })
      .where(sql`${shipment.orderId} in ${these}`),
    db
      .update(refund)
      .set({ note: '', error: null })
      .where(sql`${refund.orderId} in ${these}`),
    // "visa 4242" becomes "visa".
    db
      .update(payment)
      .set({ url: null, method: sql`rtrim(rtrim(${payment.method}, '0123456789'))` })
      .where(sql`${payment.orderId} in ${these}`),
    db
      .update(promotionUse)
      .set({ buyerHash: '' })
      .where(sql`${promotionUse.orderId} in ${these}`),
    ...forgetMails(db, sql`${outbox.orderId} in ${these}`),
  ]
}

/** Mails to somebody that tell of no order. The outbox is read as a whole: erasing somebody is rare. */
export function forgetMailsTo(db: Db, email: string): Statement[] {
  return forgetMails(db, sql`lower(${outbox.to}) = ${email}`)
}

/** What has not left never will; of the rest stays that it left. */
function forgetMails(db: Db, which: ReturnType<typeof sql>): Statement[] {
  return [
    db.delete(outbox).where(sql`${which} and ${outbox.state} = 'waiting'`),
    db.update(outbox).set({ to: null, facts: {}, error: null }).where(which),
  ]
}

export function forgetCustomer(db: Db, email: string): Statement[] {
  return [db.run(sql`delete from customer where email = ${email}`)]
}

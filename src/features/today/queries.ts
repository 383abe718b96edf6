import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { product } from '#features/catalogue/table.ts'
import { entry } from '#features/content/table.ts'
import { deliveryMethod } from '#features/delivery/table.ts'
import { message } from '#features/messages/table.ts'
import { stoppedIn } from '#features/orders/queries.ts'
import { order } from '#features/orders/table.ts'
import { passkey } from '#features/staff/table.ts'
import { type Db, upTo } from '#platform/db.ts'
import type { CardImage } from './rules.ts'

const SHOWN = 6
const DAY_MS = 86_400_000

const firstPiece =
  sql`(select json_object('hash', i.hash, 'width', i.width, 'height', i.height, 'ground', i.ground)
  from order_line l join image i on i.hash = l.image_hash
  where l.order_id = "order".id order by l.position limit 1)`
    .mapWith((row: string | null): CardImage | null => (row ? JSON.parse(row) : null))
    .as('picture')

const pieces = sql`(select json_group_array(json_object('title', title, 'quantity', quantity))
  from (select l.title, l.quantity from order_line l where l.order_id = "order".id order by l.position))`
  .mapWith((rows: string): { title: string; quantity: number }[] => JSON.parse(rows))
  .as('pieces')

/** The orders that have waited longest to be packed; not those that a dispute stops. */
export function ordersToPack(db: Db) {
  return db
    .select({
      id: order.id,
      number: order.number,
      firstName: order.firstName,
      lastName: order.lastName,
      delivery: order.delivery,
      paidAt: order.paidAt,
      pieces,
      picture: firstPiece,
    })
    .from(order)
    .where(sql`state in ('paid', 'in_making') and delivery is not null
      and not ${stoppedIn(sql`"order".id`)}`)
    .orderBy(asc(order.number))
    .limit(SHOWN)
}

export type PackRow = Awaited<ReturnType<typeof ordersToPack>>[number]

/** The latest messages that nobody has read. */
export function unreadMessages(db: Db) {
  return db
    .select({
      id: message.id,
      name: message.name,
      text: sql<string>`substr(${message.text}, 1, 200)`.as('text'),
      at: message.at,
      orderNumber: message.orderNumber,
    })
    .from(message)
    .where(sql`read_at is null`)
    .orderBy(desc(message.at))
    .limit(SHOWN)
}

export type UnreadRow = Awaited<ReturnType<typeof unreadMessages>>[number]

const upTo100 = (rows: SQL) => upTo(rows, 100)

/** What is stuck: money that may not ship, disputes, mails that failed, refunds that wait. */
export function stuck(db: Db, now: number) {
  return db
    .select({
      held: upTo100(sql`select 1 from "order" where state = 'held'`).as('held'),
      differences: upTo100(sql`select 1 from difference where settled_at is null`).as(
        'differences',
      ),
      failedMails: upTo100(sql`select 1 from outbox where state = 'failed'`).as('failed_mails'),
      slowRefunds: upTo100(
        sql`select 1 from refund where state = 'pending' and at < ${now - DAY_MS}`,
      ).as('slow_refunds'),
      disputes: upTo100(sql`select 1 from dispute where state in ('inquiry', 'open')`).as(
        'disputes',
      ),
      disputeDue: sql<number | null>`(select min(due_at) from dispute
        where state in ('inquiry', 'open') and due_at > ${now})`.as('dispute_due'),
    })
    .from(sql`(select 1)`)
}

/**
 * Orders whose money came too late this week and goes back by itself, and those with a refund that failed this month,
 * until another is made. Of the audit log the latest lines are looked at.
 */
export function refundNews(db: Db, now: number) {
  const madeGood = sql`exists (select 1 from refund n
    where n.order_id = r.order_id and n.state <> 'failed' and n.at >= a.at)`
  return db
    .selectDistinct({
      id: sql<string>`r.order_id`.as('id'),
      failed: sql<number>`r.state = 'failed'`.mapWith(Boolean).as('failed'),
    })
    .from(
      sql`(select at, act, json_extract(facts, '$.refund') as refund_id from audit
        where at > ${now - 30 * DAY_MS} order by at desc limit 500) a
        join refund r on r.id = a.refund_id`,
    )
    .where(
      sql`(act = 'order.late_refunded' and a.at > ${now - 7 * DAY_MS} and r.state <> 'failed')
        or (act = 'order.refund_failed' and r.state = 'failed' and not ${madeGood})`,
    )
    .orderBy(sql`failed desc`)
    .limit(2 * SHOWN)
}

const has = (where: SQL) => sql<number>`exists (select 1 from ${where})`

/** What the list of what is missing asks: each by an index, never by counting. */
export function readiness(db: Db, staffId: string) {
  return db
    .select({
      products: has(sql`${product} where state = 'published'`).as('products'),
      travels: has(
        sql`(select kind from ${product} where state = 'published' limit 200)
          where kind in ('physical', 'bundle')`,
      ).as('travels'),
      delivery: has(sql`${deliveryMethod} where offered = 1`).as('delivery'),
      keys: sql<number>`(select count(*) from ${passkey} where staff_id = ${staffId})`.as('keys'),
    })
    .from(sql`(select 1)`)
}

/** The roles of the pages that are out. */
export function pageRoles(db: Db) {
  return db
    .select({ role: entry.role })
    .from(entry)
    .where(and(sql`${entry.role} is not null`, eq(entry.state, 'published')))
    .limit(10)
}

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Lang } from '#lib/i18n.ts'
import { id, moment, money } from '#platform/columns.ts'

/** Somebody who has bought, known by their e-mail address. Kept by the acts that make orders paid or refunded. */
export const customer = sqliteTable(
  'customer',
  {
    id: id(),
    /** In small letters. */
    email: text().notNull().unique(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    lang: text().notNull().$type<Lang>(),
    /** Paid orders, and what they came to less what went back. */
    orders: integer().notNull(),
    spent: money().notNull(),
    firstAt: moment().notNull(),
    lastAt: moment().notNull(),
    /** What the workshop tells itself about them. */
    note: text().notNull().default(''),
  },
  (t) => [
    index('customer_last').on(t.lastAt, t.id),
    index('customer_spent').on(t.spent, t.id),
    index('customer_orders').on(t.orders, t.id),
  ],
)

/** What the law wants kept of somebody who was erased: out of daily use, by the order it proves. */
export const archive = sqliteTable(
  'archive',
  {
    orderId: text().primaryKey(),
    /** The buyer's part of the order as it was. */
    buyer: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    at: moment().notNull(),
    /** Until when it must be kept; then it may go. */
    until: moment().notNull(),
  },
  (t) => [index('archive_until').on(t.until)],
)

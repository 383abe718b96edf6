import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, moment } from '#platform/columns.ts'

/** Mails that must leave. Written in the batch of the act they tell of; sent after the answer, again until it works. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: id(),
    /** What it tells, once: `confirmation:ord_…`. */
    key: text().notNull().unique(),
    template: text({ enum: ['confirmation', 'shipped'] }).notNull(),
    orderId: text().notNull(),
    /** The parcel it tells of, when it tells of one. */
    shipmentId: text(),
    state: text({ enum: ['waiting', 'sent', 'failed'] }).notNull(),
    attempts: integer().notNull().default(0),
    nextAt: moment().notNull(),
    sentAt: moment(),
    error: text(),
  },
  (t) => [index('outbox_due').on(t.state, t.nextAt), index('outbox_order').on(t.orderId)],
)

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, json, moment } from '#platform/columns.ts'
import type { Template } from './rules.ts'

/** Mails that must leave. Written in the batch of the act they tell of; sent after the answer, again until it works. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: id(),
    /** What it tells, once: `confirmation:ord_…`. */
    key: text().notNull().unique(),
    template: text().notNull().$type<Template>(),
    /** The order it tells of, when it tells of one. */
    orderId: text(),
    /** The parcel it tells of, when it tells of one. */
    shipmentId: text(),
    /** Who gets it, when that is not the buyer of the order. */
    to: text(),
    /** What the template needs beside the order: ids and texts, never a secret. */
    facts: json<Record<string, unknown>>().notNull().default({}),
    state: text({ enum: ['waiting', 'sent', 'failed'] }).notNull(),
    attempts: integer().notNull().default(0),
    createdAt: moment().notNull(),
    nextAt: moment().notNull(),
    sentAt: moment(),
    error: text(),
  },
  (t) => [
    index('outbox_due').on(t.state, t.nextAt),
    index('outbox_order').on(t.orderId),
    index('outbox_to').on(t.to, t.createdAt),
    index('outbox_list').on(t.createdAt, t.id),
    index('outbox_list_in').on(t.state, t.createdAt, t.id),
  ],
)

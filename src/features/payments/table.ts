import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag, id, json, moment, money } from '#platform/columns.ts'

/** One Checkout Session of one order: how it may be, and was, paid. */
export const payment = sqliteTable(
  'payment',
  {
    id: id(),
    orderId: text().notNull(),
    /** Stripe's `cs_…`; null until Stripe has answered. */
    sessionId: text().unique(),
    /** Counts the idempotency keys that Stripe has used up on an error of its own. */
    attempt: integer().notNull().default(1),
    /** The page's address; null, beside a session, once the page is being closed: nobody is sent there again. */
    url: text(),
    /** Through Stripe, or taken by hand for an order that the maker wrote. */
    kind: text({ enum: ['stripe', 'cash', 'card', 'cheque', 'transfer'] })
      .notNull()
      .default('stripe'),
    state: text({ enum: ['open', 'unpaid', 'paid', 'failed', 'expired', 'refused'] }).notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    paymentIntent: text(),
    /** Stripe's `ch_…`: disputes may name nothing else. */
    chargeId: text(),
    /** How it was paid, as the order page says it: `card 4242`. */
    method: text(),
    live: flag().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [
    index('payment_order').on(t.orderId),
    index('payment_intent').on(t.paymentIntent),
    // The pages that may still be paid: few, however many orders there are.
    index('payment_open')
      .on(t.expiresAt)
      .where(sql`state in ('open', 'unpaid')`),
  ],
)

/** Stripe's events, each once. */
export const stripeEvent = sqliteTable('stripe_event', {
  id: text().primaryKey(),
  type: text().notNull(),
  sessionId: text(),
  receivedAt: moment().notNull(),
})

/**
 * A buyer's bank that wants the money back. While it is `open` nothing leaves; an `inquiry` asks, and takes nothing. One
 * that is `lost` is written as a refund of its order besides.
 */
export const dispute = sqliteTable(
  'dispute',
  {
    id: id(),
    orderId: text().notNull(),
    /** Stripe's `du_…` or `dp_…`. */
    stripeId: text().notNull().unique(),
    amount: money().notNull(),
    currency: text().notNull(),
    /** In Stripe's word: `fraudulent`, `product_not_received`. */
    reason: text().notNull(),
    state: text({ enum: ['inquiry', 'open', 'won', 'lost', 'closed'] }).notNull(),
    /** Until when an answer is heard. */
    dueAt: moment(),
    at: moment().notNull(),
    closedAt: moment(),
  },
  (t) => [
    index('dispute_order').on(t.orderId),
    index('dispute_open')
      .on(t.at)
      .where(sql`state in ('inquiry', 'open')`),
  ],
)

/** What Stripe's sessions and the shop's orders did not agree on, each once, until it is put right. */
export const difference = sqliteTable(
  'difference',
  {
    id: id(),
    /** `cs_…:no_order`: what differs, of which session or order. */
    key: text().notNull().unique(),
    kind: text({
      enum: ['no_order', 'not_paid', 'twice', 'amount', 'not_at_stripe', 'not_told'],
    }).notNull(),
    sessionId: text(),
    orderId: text(),
    amount: money(),
    currency: text(),
    at: moment().notNull(),
    settledAt: moment(),
  },
  (t) => [
    index('difference_list').on(t.at, t.id),
    index('difference_open')
      .on(t.at)
      .where(sql`settled_at is null`),
  ],
)

/** A comparison of what Stripe took with what the shop knows of it. */
export const comparison = sqliteTable(
  'comparison',
  {
    id: id(),
    kind: text({ enum: ['sessions', 'day'] }).notNull(),
    at: moment().notNull(),
    /** What was looked at and put right: counts. */
    facts: json<Record<string, number>>().notNull(),
    error: text(),
  },
  (t) => [index('comparison_latest').on(t.kind, t.at)],
)

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag, id, moment, money } from '#platform/columns.ts'

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
    url: text(),
    /** Through Stripe, or taken by hand for an order that the maker wrote. */
    kind: text({ enum: ['stripe', 'cash', 'card', 'cheque', 'transfer'] })
      .notNull()
      .default('stripe'),
    state: text({ enum: ['open', 'unpaid', 'paid', 'failed', 'expired', 'refused'] }).notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    paymentIntent: text(),
    /** How it was paid, as the order page says it: `card 4242`. */
    method: text(),
    live: flag().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [index('payment_order').on(t.orderId)],
)

/** Stripe's events, each once. */
export const stripeEvent = sqliteTable('stripe_event', {
  id: text().primaryKey(),
  type: text().notNull(),
  sessionId: text(),
  receivedAt: moment().notNull(),
})

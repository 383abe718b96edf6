import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { order } from '#features/orders/table.ts'
import { flag, id, json, moment, money, words } from '#platform/columns.ts'
import type { Scope } from './rules.ts'

/** An offer: with a code that the shopper types, or automatic without one. */
export const promotion = sqliteTable(
  'promotion',
  {
    id: id(),
    /** What the shopper reads beside the amount. */
    title: words().notNull(),
    /** In capitals, without spaces; null for an automatic offer. */
    code: text().unique(),
    kind: text({ enum: ['percent', 'amount', 'free_delivery', 'n_for_m'] }).notNull(),
    /** Hundredths of a percent off, for `percent`. */
    basisPoints: integer(),
    /** Minor units off, for `amount`. */
    amount: money(),
    /** Of every `take` pieces, `pay` are paid: the cheapest are free. For `n_for_m`. */
    take: integer(),
    pay: integer(),
    /** Minor units of goods in its scope from which it applies. */
    minimum: money().notNull().default(0),
    startsAt: moment(),
    endsAt: moment(),
    scope: json<Scope>().notNull(),
    /** Orders in all, and of one buyer, that may use it; null for no limit. */
    usesMost: integer(),
    usesPerBuyer: integer(),
    /** Kept by the trigger on `promotion_use`. */
    uses: integer().notNull().default(0),
    /** Whether others may apply to the same order. */
    combines: flag().notNull(),
    active: flag().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    index('promotion_list').on(t.createdAt, t.id),
    // The few that apply by themselves: every quote asks for them.
    index('promotion_automatic')
      .on(t.createdAt)
      .where(sql`code is null and active = 1`),
    check('promotion_used_up', sql`${t.usesMost} is null or ${t.uses} <= ${t.usesMost}`),
  ],
)

/** An order that an offer applied to. Deleting the row, when the order is cancelled, gives the use back. */
export const promotionUse = sqliteTable(
  'promotion_use',
  {
    promotionId: text()
      .notNull()
      .references(() => promotion.id),
    orderId: text()
      .notNull()
      .references(() => order.id),
    /** The buyer's address, hashed: whether they had it before, not who they are. */
    buyerHash: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.promotionId, t.orderId] }),
    index('promotion_use_order').on(t.orderId),
    index('promotion_use_buyer').on(t.promotionId, t.buyerHash),
  ],
)

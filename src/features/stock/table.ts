import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  sqliteTable,
  sqliteView,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { variant } from '#features/catalogue/table.ts'
import { id, moment } from '#platform/columns.ts'

/**
 * How many of a variant are there. Only the trigger on `movement` writes the counters, so they always equal the sum of
 * the movements. A variant without a level is not counted: files, cards, what is made to order.
 */
export const level = sqliteTable(
  'level',
  {
    variantId: text()
      .primaryKey()
      .references(() => variant.id),
    /** Free to sell. */
    available: integer().notNull().default(0),
    /** Promised to orders that are being paid. */
    held: integer().notNull().default(0),
    /** Gone with paid orders. */
    sold: integer().notNull().default(0),
    /** From here down it is running low; null for what is not made again. */
    lowAt: integer(),
    /** When the maker was told that it runs low; the trigger forgets it once there are more again. */
    toldAt: moment(),
  },
  (t) => [
    index('level_available').on(t.available, t.variantId),
    index('level_low')
      .on(t.available, t.variantId)
      .where(sql`available <= low_at`),
    // What the clock asks for every minute: hardly ever a row.
    index('level_untold')
      .on(t.variantId)
      .where(sql`available <= low_at and told_at is null`),
    check('stock_is_short', sql`${t.available} >= 0`),
    check('held_is_not_negative', sql`${t.held} >= 0`),
    check('sold_is_not_negative', sql`${t.sold} >= 0`),
  ],
)

/** Append-only: every change of stock, with its reason. */
export const movement = sqliteTable(
  'movement',
  {
    id: id(),
    variantId: text()
      .notNull()
      .references(() => level.variantId),
    /** hold: available → held. release: held → available. claim: held → sold. The others change available. */
    kind: text({
      enum: ['receive', 'hold', 'release', 'claim', 'return', 'adjust'],
    }).notNull(),
    quantity: integer().notNull(),
    orderId: text(),
    reason: text(),
    /** Who did it, by their name as it was; null for what an order did. */
    who: text(),
    at: moment().notNull(),
  },
  (t) => [
    // Each order moves each variant once in each way, however often the act is repeated.
    uniqueIndex('movement_once')
      .on(t.orderId, t.variantId, t.kind)
      .where(sql`order_id is not null and kind in ('hold', 'release', 'claim')`),
    index('movement_variant').on(t.variantId, t.at),
  ],
)

/** What is free to sell of each variant, bundles by their scarcest part; null is not counted. */
export const availability = sqliteView('availability', {
  variantId: text().notNull(),
  productId: text().notNull(),
  available: integer(),
}).existing()

import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Address } from '#lib/address.ts'
import type { Lang } from '#lib/i18n.ts'
import { flag, id, json, moment, money } from '#platform/columns.ts'
import type { FrozenDelivery, Happening, OrderState } from './rules.ts'

/** The terms of sale as they were, under the hash of their text: what an order accepted never changes. */
export const terms = sqliteTable('terms', {
  hash: text().primaryKey(),
  body: text().notNull(),
  at: moment().notNull(),
})

/** A contract and the money that belongs to it. Everything it says is frozen when it is placed. */
export const order = sqliteTable(
  'order',
  {
    id: id(),
    /** Whoever holds it may see the order. */
    token: text().notNull().unique(),
    /** Given when the order is paid. */
    number: integer().unique(),
    state: text().notNull().$type<OrderState>(),
    lang: text().notNull().$type<Lang>(),
    cartId: text().notNull(),
    /** Where it was made: by the buyer in the shop, or by the maker for a buyer at the stall or on the phone. */
    channel: text({ enum: ['shop', 'stall', 'phone'] })
      .notNull()
      .default('shop'),
    /** The hash of what was ordered and by whom: the same form posted twice is the same order. */
    fingerprint: text().notNull(),
    email: text().notNull(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    phone: text().notNull(),
    address: json<Address>(),
    note: text().notNull(),
    delivery: json<FrozenDelivery>(),
    currency: text().notNull(),
    /** What the lines come to, discounts taken off. */
    subtotal: money().notNull(),
    /** What was taken off the lines; the lines say how much each. */
    discountTotal: money().notNull().default(0),
    deliveryTotal: money().notNull(),
    vatTotal: money().notNull(),
    total: money().notNull(),
    /** What came for it, as the bank or the hand that took it says; of a held order it may differ from the total. */
    capturedTotal: money().notNull().default(0),
    /** What went back or is on its way back, never more than came. */
    refundedTotal: money().notNull().default(0),
    termsHash: text()
      .notNull()
      .references(() => terms.hash),
    placedAt: moment().notNull(),
    /** When the holds end unless the order was paid: after the payment page has closed. */
    holdUntil: moment().notNull(),
    paidAt: moment(),
  },
  (t) => [
    // A cart has one open order at most: a double click, a second tab and the back button all find the same one.
    uniqueIndex('order_open_per_cart')
      .on(t.cartId)
      .where(sql`state = 'pending'`),
    index('order_state').on(t.state, t.holdUntil),
    index('order_list').on(t.state, t.number),
    // The parcels and pickups that wait to be packed: few, however many orders there are.
    index('order_to_pack')
      .on(t.number)
      .where(sql`state in ('paid', 'in_making') and delivery is not null`),
    index('order_paid').on(t.paidAt, t.total),
    index('order_email').on(t.email),
    check('order_adds_up', sql`${t.total} = ${t.subtotal} + ${t.deliveryTotal}`),
  ],
)

export const orderLine = sqliteTable(
  'order_line',
  {
    id: id(),
    orderId: text()
      .notNull()
      .references(() => order.id),
    position: integer().notNull(),
    variantId: text().notNull(),
    productId: text().notNull(),
    kind: text({ enum: ['physical', 'digital', 'service', 'gift_card', 'bundle'] }).notNull(),
    sku: text().notNull(),
    title: text().notNull(),
    /** What was chosen, in words. */
    choice: text().notNull(),
    imageHash: text(),
    quantity: integer().notNull(),
    unitPrice: money().notNull(),
    total: money().notNull(),
    /** What was taken off `total`. The VAT is that of the rest. */
    discount: money().notNull().default(0),
    /** What the buyer had written on it, by the field's name in the order's language. */
    personal: json<{ label: string; text: string }[]>().notNull().default([]),
    taxClass: text().notNull(),
    basisPoints: integer().notNull(),
    vat: money().notNull(),
    /** How often the file of a digital line was fetched. */
    downloads: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('order_line_position').on(t.orderId, t.position),
    check('line_adds_up', sql`${t.total} = ${t.unitPrice} * ${t.quantity}`),
  ],
)

/** What changes the total beside the lines, each with its reason. A discount is negative. */
export const adjustment = sqliteTable(
  'adjustment',
  {
    id: id(),
    orderId: text()
      .notNull()
      .references(() => order.id),
    kind: text({ enum: ['delivery', 'discount'] }).notNull(),
    promotionId: text(),
    label: text().notNull(),
    amount: money().notNull(),
    /** The VAT inside the amount, by rate. */
    vat: money().notNull(),
  },
  (t) => [index('adjustment_order').on(t.orderId)],
)

/**
 * The order's timeline: what happened, who did it and why. A step happens once; writing it is what makes it happen. What
 * may happen several times, a refund or a dispute, says which one it was in `ref`.
 */
export const orderEvent = sqliteTable(
  'order_event',
  {
    id: id(),
    orderId: text()
      .notNull()
      .references(() => order.id),
    kind: text().notNull().$type<Happening>(),
    ref: text().notNull().default(''),
    reason: text(),
    staffId: text(),
    /** By their name as it was; empty for the shop itself. */
    who: text().notNull().default(''),
    at: moment().notNull(),
  },
  (t) => [uniqueIndex('order_event_once').on(t.orderId, t.kind, t.ref)],
)

/** A card that was bought; its code is worth its balance. */
export const giftCard = sqliteTable(
  'gift_card',
  {
    id: id(),
    code: text().notNull().unique(),
    lineId: text()
      .notNull()
      .references(() => orderLine.id),
    /** 1 for the first card of the line. */
    nth: integer().notNull(),
    amount: money().notNull(),
    balance: money().notNull(),
    currency: text().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex('gift_card_once').on(t.lineId, t.nth),
    check('gift_card_balance', sql`${t.balance} >= 0`),
  ],
)

/** A parcel that left. Its id comes with the form, so that a form posted twice is one parcel. */
export const shipment = sqliteTable(
  'shipment',
  {
    id: id(),
    orderId: text()
      .notNull()
      .references(() => order.id),
    /** As the settings name it; empty for one that they do not know. */
    carrier: text().notNull(),
    /** What the carrier follows it by; empty when it does not. */
    number: text().notNull(),
    at: moment().notNull(),
    staffId: text(),
    /** Who sent it, by their name as it was. */
    who: text().notNull(),
  },
  (t) => [index('shipment_order').on(t.orderId)],
)

/** What was in a parcel. */
export const shipmentLine = sqliteTable(
  'shipment_line',
  {
    shipmentId: text()
      .notNull()
      .references(() => shipment.id),
    lineId: text()
      .notNull()
      .references(() => orderLine.id),
    quantity: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shipmentId, t.lineId] }),
    index('shipment_line_line').on(t.lineId),
    check('shipment_line_sends', sql`${t.quantity} > 0`),
  ],
)

/** What the workshop tells itself about an order. */
export const orderNote = sqliteTable(
  'order_note',
  {
    id: id(),
    orderId: text()
      .notNull()
      .references(() => order.id),
    who: text().notNull(),
    text: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [index('order_note_order').on(t.orderId, t.at)],
)

/**
 * Money that goes back for an order. Its id comes with the form, so that a form posted twice is one refund. `pending`
 * until Stripe says how it ended; one in cash has succeeded at once.
 */
export const refund = sqliteTable(
  'refund',
  {
    id: id(),
    orderId: text()
      .notNull()
      .references(() => order.id),
    amount: money().notNull(),
    /** Of which delivery; the rest belongs to the lines, or to nothing in particular. */
    deliveryAmount: money().notNull().default(0),
    reason: text({
      enum: ['withdrawal', 'broken', 'lost', 'unavailable', 'gesture', 'dispute', 'other'],
    }).notNull(),
    note: text().notNull(),
    state: text({ enum: ['pending', 'succeeded', 'failed'] }).notNull(),
    /** Stripe's `re_…`; null until Stripe has answered, and for money given back by hand. */
    stripeId: text().unique(),
    attempt: integer().notNull().default(1),
    error: text(),
    at: moment().notNull(),
    staffId: text(),
    who: text().notNull(),
  },
  (t) => [
    index('refund_order').on(t.orderId),
    index('refund_pending')
      .on(t.at)
      .where(sql`state = 'pending'`),
    check('refund_gives', sql`${t.amount} > 0`),
  ],
)

/** Which pieces a refund is for, and whether they went back into stock. */
export const refundLine = sqliteTable(
  'refund_line',
  {
    refundId: text()
      .notNull()
      .references(() => refund.id),
    lineId: text()
      .notNull()
      .references(() => orderLine.id),
    quantity: integer().notNull(),
    amount: money().notNull(),
    restocked: flag().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.refundId, t.lineId] }),
    index('refund_line_line').on(t.lineId),
    check('refund_line_counts', sql`${t.quantity} > 0`),
  ],
)

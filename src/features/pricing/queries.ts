import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import {
  bundlePart,
  membership,
  product,
  productImage,
  variant,
} from '#features/catalogue/table.ts'
import { image } from '#features/images/table.ts'
import { order } from '#features/orders/table.ts'
import { level, movement } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'

/** A list of ids as one bound value: D1 binds a hundred at most. */
const among = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`

/** The variants of a cart with what their products say of them. */
export function variantsById(db: Db, ids: readonly string[]) {
  return db
    .select({
      id: variant.id,
      sku: variant.sku,
      choice: variant.choice,
      price: variant.price,
      weightG: variant.weightG,
      // A batch answers rows by column name, so two columns called `id` would be one.
      productId: variant.productId,
      slug: product.slug,
      kind: product.kind,
      state: product.state,
      title: product.title,
      options: product.options,
      taxClass: product.taxClass,
      leadWeeks: product.leadWeeks,
      personal: product.personal,
    })
    .from(variant)
    .innerJoin(product, eq(product.id, variant.productId))
    .where(and(inArray(variant.id, among(ids)), eq(variant.offered, true)))
}

/** The collections that the products of a cart are in: an offer may be for some of them. */
export function collectionsOfVariants(db: Db, ids: readonly string[]) {
  return db
    .select({ productId: membership.productId, collectionId: membership.collectionId })
    .from(membership)
    .where(
      sql`${membership.productId} in (select product_id from variant where id in ${among(ids)})`,
    )
}

/** What the bundles of a cart are made of. */
export function partsOf(db: Db, ids: readonly string[]) {
  return db
    .select()
    .from(bundlePart)
    .where(inArray(bundlePart.bundleId, among(ids)))
}

/** What is free of each counted variant of a cart, and of the parts of its bundles. */
export function freeUnits(db: Db, ids: readonly string[]) {
  const parts = sql`(select part_id from bundle_part where bundle_id in ${among(ids)})`
  return db
    .select({ variantId: level.variantId, available: level.available })
    .from(level)
    .where(
      sql`(${level.variantId} in ${among(ids)} or ${level.variantId} in ${parts}) and not exists
        (select 1 from ${variant} join ${product} on ${product.id} = ${variant.productId}
        where ${variant.id} = ${level.variantId} and ${product.leadWeeks} is not null)`,
    )
}

/** What this cart's own open order holds: it does not stand in its own way. */
export function unitsHeldByCart(db: Db, cartId: string) {
  return db
    .select({ variantId: movement.variantId, quantity: movement.quantity })
    .from(order)
    .innerJoin(
      movement,
      // The first line is what the index says, letter by letter: without it every movement is read.
      sql`${movement.orderId} is not null and ${movement.kind} in ('hold', 'release', 'claim')
        and ${movement.orderId} = ${order.id} and ${movement.kind} = 'hold'`,
    )
    .where(sql`${order.cartId} = ${cartId} and ${order.state} = 'pending'`)
}

/** The pictures of the products of a cart. */
export function picturesOfVariants(db: Db, ids: readonly string[]) {
  const products = sql`(select product_id from variant where id in ${among(ids)})`
  return db
    .select({
      productId: productImage.productId,
      hash: image.hash,
      ground: image.ground,
      width: image.width,
      height: image.height,
      choice: productImage.choice,
    })
    .from(productImage)
    .innerJoin(image, eq(image.hash, productImage.imageHash))
    .where(sql`${productImage.productId} in ${products}`)
    .orderBy(asc(productImage.position))
}

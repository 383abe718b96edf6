import { sql } from 'drizzle-orm'
import {
  bundlePart,
  collection,
  priceChange,
  product,
  productImage,
  related,
  variant,
} from '#features/catalogue/table.ts'
import { entry, entryProduct } from '#features/content/table.ts'
import { deliveryMethod } from '#features/delivery/table.ts'
import { taxRate } from '#features/tax/table.ts'
import type { Db } from '#platform/db.ts'

export function productIds(db: Db) {
  return db.select({ id: product.id, slug: product.slug }).from(product)
}

export function collectionIds(db: Db) {
  return db.select({ id: collection.id, slug: collection.slug }).from(collection)
}

export const addCollection = (db: Db, row: typeof collection.$inferInsert) =>
  db.insert(collection).values(row).onConflictDoNothing()
export const addProduct = (db: Db, row: typeof product.$inferInsert) =>
  db.insert(product).values(row)
export const addVariant = (db: Db, row: typeof variant.$inferInsert) =>
  db.insert(variant).values(row)
export const addPrice = (db: Db, row: typeof priceChange.$inferInsert) =>
  db.insert(priceChange).values(row)
export const addProductImage = (db: Db, row: typeof productImage.$inferInsert) =>
  db.insert(productImage).values(row)
export const addRate = (db: Db, row: typeof taxRate.$inferInsert) =>
  db.insert(taxRate).values(row).onConflictDoNothing()
export const addDelivery = (db: Db, row: typeof deliveryMethod.$inferInsert) =>
  db.insert(deliveryMethod).values(row).onConflictDoNothing()
export const addEntry = (db: Db, row: typeof entry.$inferInsert) =>
  db.insert(entry).values(row).onConflictDoNothing()

/** Relates two products by their slugs; does nothing when either is missing. */
export function relate(db: Db, from: string, to: string, position: number) {
  return db.run(sql`insert or ignore into ${related} (product_id, other_id, position)
    select a.id, b.id, ${position} from ${product} a, ${product} b where a.slug = ${from} and b.slug = ${to}`)
}

/** Puts a part into a bundle by SKU; does nothing when either is missing. */
export function addPart(db: Db, bundleSku: string, partSku: string, quantity: number) {
  return db.run(sql`insert or ignore into ${bundlePart} (bundle_id, part_id, quantity)
    select a.id, b.id, ${quantity} from ${variant} a, ${variant} b where a.sku = ${bundleSku} and b.sku = ${partSku}`)
}

/** Names a product in a post by its slug. */
export function mention(db: Db, entryId: string, slug: string, position: number) {
  return db.run(sql`insert or ignore into ${entryProduct} (entry_id, product_id, position)
    select ${entry.id}, ${product.id}, ${position} from ${entry}, ${product}
    where ${entry.id} = ${entryId} and ${product.slug} = ${slug}`)
}

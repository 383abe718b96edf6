import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import { product, productImage } from '#features/catalogue/table.ts'
import type { Text } from '#lib/i18n.ts'
import type { Db, Statement } from '#platform/db.ts'
import { MOST_PICTURES } from './rules.ts'
import { image } from './table.ts'

export const PER_PAGE = 24

const rowid = sql<number>`${image}.rowid`

/** The pictures of the shop, the latest first, and one more than a page has. */
export function newestImages(db: Db, before: number | null) {
  return db
    .select({ ...getTableColumns(image), cursor: sql<number>`image.rowid`.as('cursor') })
    .from(image)
    .where(before === null ? undefined : lt(rowid, before))
    .orderBy(desc(rowid))
    .limit(PER_PAGE + 1)
}

/** A product as its pictures need it. */
export function productOfPictures(db: Db, id: string) {
  return db
    .select({ id: product.id, title: product.title, options: product.options })
    .from(product)
    .where(eq(product.id, id))
}

/**
 * Puts a picture after the others of a product; nothing when it is there already. The batch fails on
 * `product_image.position` when the product has as many as it may.
 */
export function addPicture(db: Db, productId: string, hash: string) {
  return db.run(sql`insert into product_image (product_id, position, image_hash, alt, choice, focus)
    select ${productId},
      case when count(*) < ${MOST_PICTURES} then coalesce(max(position), -1) + 1 end,
      ${hash}, '{}', '{}', 4
    from product_image where product_id = ${productId}
    having not exists (select 1 from product_image where product_id = ${productId} and image_hash = ${hash})`)
}

/**
 * Numbers the pictures of a product from 0 without a gap, one of them at a place of its own when there is one. By way of
 * numbers below zero, for the position is half of the key.
 */
export function orderPictures(
  db: Db,
  productId: string,
  moved: { hash: string; to: number } | null = null,
): Statement[] {
  const place = moved
    ? sql`case when image_hash = ${moved.hash} then ${moved.to} + (${moved.to} > here) - 0.5 else here end`
    : sql`here`
  return [
    db.run(sql`with ranked as (
        select position, image_hash, row_number() over (order by position) - 1 as here
        from product_image where product_id = ${productId}),
      placed as (
        select position, row_number() over (order by ${place}, position) - 1 as there from ranked)
      update product_image set position = -1 - placed.there from placed
      where product_id = ${productId} and product_image.position = placed.position`),
    db.run(sql`update product_image set position = -1 - position
      where product_id = ${productId} and position < 0`),
  ]
}

export type PictureWords = { alt: Text; choice: Record<string, string>; focus: number }

export function describePicture(db: Db, productId: string, hash: string, words: PictureWords) {
  return db.update(productImage).set(words).where(ofProduct(productId, hash))
}

export function dropPicture(db: Db, productId: string, hash: string) {
  return db.delete(productImage).where(ofProduct(productId, hash))
}

function ofProduct(productId: string, hash: string) {
  return and(eq(productImage.productId, productId), eq(productImage.imageHash, hash))
}

import { and, asc, eq, sql } from 'drizzle-orm'
import { product, sale, saleVariant, variant } from '#features/catalogue/table.ts'
import type { Db, Statement } from '#platform/db.ts'

export function productById(db: Db, id: string) {
  return db.select().from(product).where(eq(product.id, id)).limit(1)
}

export function offeredVariants(db: Db, productId: string) {
  return db
    .select()
    .from(variant)
    .where(and(eq(variant.productId, productId), eq(variant.offered, true)))
    .orderBy(asc(variant.position))
    .limit(200)
}

/** The running sales that have reduced variants of a piece, with what each goes back to. */
export function reductionsOf(db: Db, productId: string) {
  return db
    .select({
      variantId: saleVariant.variantId,
      own: saleVariant.price,
      priceAfter: saleVariant.priceAfter,
      basisPoints: sale.basisPoints,
    })
    .from(variant)
    .innerJoin(saleVariant, eq(saleVariant.variantId, variant.id))
    .innerJoin(sale, and(eq(sale.id, saleVariant.saleId), eq(sale.state, 'running')))
    .where(and(eq(variant.productId, productId), sql`${saleVariant.priceAfter} is not null`))
}

/** The numbers from 2 on with which the address or a reference of a piece is taken, former addresses among them. */
export function takenNumbers(db: Db, id: string, most: number) {
  return db.select({ n: sql<number>`n`.as('n') })
    .from(sql`(with recursive number(n) as (select 2 union all select n + 1 from number where n < ${most})
      select n from number, product p where p.id = ${id} and (
        exists (select 1 from product where slug = p.slug || '-' || n)
        or exists (select 1 from former_slug where kind = 'product' and slug = p.slug || '-' || n)
        or exists (select 1 from variant v join variant o on o.sku = v.sku || '-' || n
          where v.product_id = p.id)))`)
}

export const addProduct = (db: Db, row: typeof product.$inferInsert) =>
  db.insert(product).values(row)
export const addVariant = (db: Db, row: typeof variant.$inferInsert) =>
  db.insert(variant).values(row)

type Copy = { from: string; id: string; variants: readonly { was: string; id: string }[] }

/** The pictures of a piece, what it goes with, its levels (empty) and the parts of a bundle, for its copy. */
export function copyParts(db: Db, { from, id, variants }: Copy): Statement[] {
  const pairs = sql`json_each(${JSON.stringify(variants.map(({ was, id: is }) => ({ was, is })))}) j`
  return [
    db.run(sql`insert into product_image (product_id, position, image_hash, alt, choice, focus)
      select ${id}, position, image_hash, alt, choice, focus from product_image
      where product_id = ${from}`),
    db.run(sql`insert into related (product_id, other_id, position)
      select ${id}, other_id, position from related where product_id = ${from}`),
    db.run(sql`insert into level (variant_id, low_at) select j.value ->> 'is', l.low_at
      from ${pairs} join level l on l.variant_id = j.value ->> 'was'`),
    db.run(sql`insert into bundle_part (bundle_id, part_id, quantity)
      select j.value ->> 'is', b.part_id, b.quantity
      from ${pairs} join bundle_part b on b.bundle_id = j.value ->> 'was'`),
  ]
}

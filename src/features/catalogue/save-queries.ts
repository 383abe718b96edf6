import { and, eq, sql } from 'drizzle-orm'
import { movement } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'
import type { Download, Option } from './rules.ts'
import { bundlePart, formerSlug, product, related, variant } from './table.ts'

export type NewProduct = typeof product.$inferInsert
export type VariantChange = {
  id: string
  sku: string
  weightG: number
  cost: number | null
  content: number | null
}

/** A field of what `json_each(…) j` goes through. */
const field = (name: string) => sql`json_extract(j.value, ${`$.${name}`})`

export const addProduct = (db: Db, row: NewProduct) => db.insert(product).values(row)

/**
 * Writes a product as it was edited. Part of a batch, which fails as a whole (`product.slug`, NOT NULL) when somebody
 * else has saved it since `seen`.
 */
export function changeProduct(
  db: Db,
  id: string,
  seen: number,
  { slug, ...rest }: Partial<NewProduct> & { slug: string },
) {
  return db
    .update(product)
    .set({ ...rest, slug: sql`case when ${product.updatedAt} = ${seen} then ${slug} end` })
    .where(eq(product.id, id))
}

export const addVariant = (db: Db, row: typeof variant.$inferInsert) =>
  db.insert(variant).values(row)

/** Gives up the references that are about to change, so that two variants may swap theirs. */
export function freeReferences(db: Db, changes: readonly VariantChange[]) {
  return db.run(sql`update variant set sku = variant.id from json_each(${JSON.stringify(changes)}) j
    where variant.id = json_extract(j.value, '$.id') and variant.sku <> json_extract(j.value, '$.sku')`)
}

/** What is typed of each variant but its price and its stock, in one statement. */
export function changeVariants(db: Db, changes: readonly VariantChange[]) {
  return db.run(sql`update variant set sku = ${field('sku')}, weight_g = ${field('weightG')},
    cost = ${field('cost')}, content = ${field('content')}
    from json_each(${JSON.stringify(changes)}) j where variant.id = ${field('id')}`)
}

export type GainedVariant = {
  id: string
  sku: string
  price: number
  weightG: number
  cost: number | null
  content: number | null
  /** The variant that it takes after. */
  likeId: string | null
}

/** New variants of a piece, made of the same parts as the ones that they are like. */
export function gainVariants(db: Db, productId: string, gained: readonly GainedVariant[]) {
  const list = JSON.stringify(gained)
  return [
    db.run(sql`insert into variant (id, product_id, sku, position, choice, price, weight_g, cost, content, offered)
      select ${field('id')}, ${productId}, ${field('sku')}, 0, '{}', ${field('price')}, ${field('weightG')},
        ${field('cost')}, ${field('content')}, 1 from json_each(${list}) j`),
    db.run(sql`insert into bundle_part (bundle_id, part_id, quantity)
      select json_extract(j.value, '$.id'), b.part_id, b.quantity
      from json_each(${list}) j join bundle_part b on b.bundle_id = json_extract(j.value, '$.likeId')`),
  ]
}

/** Puts variants in their new places with their new choices; what is not among them is not offered any more. */
export function placeVariants(
  db: Db,
  productId: string,
  rows: readonly { id: string; choice: Record<string, string>; position: number }[],
) {
  const list = JSON.stringify(rows)
  return [
    db.run(sql`update variant set offered = 0 where product_id = ${productId}
      and id not in (select json_extract(value, '$.id') from json_each(${list}))`),
    db.run(sql`update variant set offered = 1, position = json_extract(j.value, '$.position'),
      choice = json(json_extract(j.value, '$.choice'))
      from json_each(${list}) j where variant.id = json_extract(j.value, '$.id')`),
  ]
}

/** Starts counting variants, at zero; those that are counted already stay as they are. */
export function countVariants(db: Db, variantIds: readonly string[], lowAt: number | null) {
  return db.run(sql`insert or ignore into level (variant_id, low_at)
    select value, ${lowAt} from json_each(${JSON.stringify(variantIds)})`)
}

export type StockChange = { id: string; variantId: string; stock: number; shown: number }

/**
 * Brings stock from what the form showed to what the maker wrote. Part of a batch, which fails as a whole
 * (`movement.quantity`, NOT NULL) when there are not as many any more as were shown.
 */
export function adjustStock(
  db: Db,
  changes: readonly StockChange[],
  { who, at }: { who: string; at: number },
) {
  return db.run(sql`insert into ${movement} (id, variant_id, kind, quantity, reason, who, at)
    select ${field('id')}, ${field('variantId')}, 'adjust',
      case when l.available = ${field('shown')} then ${field('stock')} - ${field('shown')} end,
      'counted', ${who}, ${at}
    from json_each(${JSON.stringify(changes)}) j
    left join level l on l.variant_id = ${field('variantId')}`)
}

/** From now on an address that a product, collection or entry had leads to it. */
export function leadOn(db: Db, row: typeof formerSlug.$inferInsert) {
  return db
    .insert(formerSlug)
    .values(row)
    .onConflictDoUpdate({
      target: [formerSlug.kind, formerSlug.slug],
      set: { leadsTo: row.leadsTo, at: row.at },
    })
}

/** An address that is in use leads nowhere else. */
export function forgetFormer(db: Db, kind: 'product' | 'collection', slug: string) {
  return db.delete(formerSlug).where(and(eq(formerSlug.kind, kind), eq(formerSlug.slug, slug)))
}

export function relateProducts(db: Db, productId: string, otherIds: readonly string[]) {
  const wanted = sql`json_each(${JSON.stringify(otherIds)})`
  // What stands as it should is not written again: each row that is makes caches forget the page.
  return [
    db.run(sql`delete from ${related} where product_id = ${productId}
      and (other_id, position) not in (select value, key from ${wanted})`),
    db.run(sql`insert into ${related} (product_id, other_id, position)
      select ${productId}, value, key from ${wanted} where true on conflict do nothing`),
  ]
}

/** Makes every offered variant of a bundle of the same parts. Like relations, what stands is not written again. */
export function setParts(
  db: Db,
  productId: string,
  parts: readonly { partId: string; quantity: number }[],
) {
  const wanted = sql`select v.id, json_extract(j.value, '$.partId'), json_extract(j.value, '$.quantity')
    from variant v, json_each(${JSON.stringify(parts)}) j
    where v.product_id = ${productId} and v.offered = 1`
  return [
    db.run(sql`delete from ${bundlePart}
      where bundle_id in (select id from variant where product_id = ${productId})
      and (bundle_id, part_id, quantity) not in (${wanted})`),
    db.run(sql`insert into ${bundlePart} (bundle_id, part_id, quantity)
      ${wanted} on conflict do nothing`),
  ]
}

/** The file that buyers download, and how often each of them may. */
export function setDownload(db: Db, id: string, download: Download, at: number) {
  return db.update(product).set({ download, updatedAt: at }).where(eq(product.id, id))
}

export function setPreview(db: Db, id: string, token: string | null) {
  return db.update(product).set({ previewToken: token }).where(eq(product.id, id))
}

/** Publishes what is scheduled. Fails its batch (`product.slug`) when it is not any more. */
export function publishNow(db: Db, id: string, now: number) {
  return db
    .update(product)
    .set({
      slug: sql`case when ${product.state} = 'scheduled' then ${product.slug} end`,
      state: 'published',
      updatedAt: now,
    })
    .where(eq(product.id, id))
}

/** The options of a product as they are now, for its card and its choices. */
export function setOptions(db: Db, id: string, seen: number, options: Option[], at: number) {
  return db
    .update(product)
    .set({
      options,
      updatedAt: at,
      slug: sql`case when ${product.updatedAt} = ${seen} then ${product.slug} end`,
    })
    .where(eq(product.id, id))
}

import { asc, desc, eq, sql } from 'drizzle-orm'
import { membership, priceChange, product, sale, variant } from '#features/catalogue/table.ts'
import type { Db } from '#platform/db.ts'
import { MOST_PIECES, MOST_VARIANTS } from './rules.ts'

export const SALES_PER_PAGE = 30
/** Variants that one sale may be about. */
export const MOST_IN_SALE = MOST_VARIANTS

const pieces = sql<number>`(select count(distinct v.product_id) from sale_variant x
  join variant v on v.id = x.variant_id where x.sale_id = sale.id)`.as('pieces')

const columns = {
  id: sale.id,
  title: sale.title,
  state: sale.state,
  startsAt: sale.startsAt,
  endsAt: sale.endsAt,
  basisPoints: sale.basisPoints,
  pieces,
}

/** The sales in a state, by their beginning: the next planned first, the last that was over first. */
export function salesIn(db: Db, state: 'planned' | 'running' | 'over', before = '') {
  const [, at] = /^(\d{1,15})$/.exec(before) ?? []
  const further = at ? sql`and starts_at < ${Number(at)}` : sql``
  return db
    .select(columns)
    .from(sale)
    .where(sql`${sale.state} = ${state} ${further}`)
    .orderBy(state === 'planned' ? asc(sale.startsAt) : desc(sale.startsAt))
    .limit(SALES_PER_PAGE + 1)
}

export type SaleRow = Awaited<ReturnType<typeof salesIn>>[number]

export function saleById(db: Db, id: string) {
  return db.select(columns).from(sale).where(eq(sale.id, id)).limit(1)
}

const offeredColumns = {
  id: variant.id,
  productId: variant.productId,
  productTitle: sql`p.title`.mapWith(product.title).as('product_title'),
  options: sql`p.options`.mapWith(product.options).as('options'),
  choice: variant.choice,
  price: variant.price,
  priceBefore: variant.priceBefore,
}

/** The variants of some pieces that a sale can be about: offered, for a price, and no gift cards. */
export function variantsFor(db: Db, productIds: readonly string[]) {
  return db
    .select(offeredColumns)
    .from(variant)
    .innerJoin(sql`product p`, sql`p.id = ${variant.productId}`)
    .where(sql`${variant.productId} in (select value from json_each(${JSON.stringify(productIds)}))
      and ${variant.offered} = 1 and ${variant.price} > 0 and p.kind <> 'gift_card'`)
    .orderBy(sql`p.updated_at desc, p.id desc`, asc(variant.position))
    .limit(MOST_VARIANTS + 1)
}

export type SaleVariantRow = Awaited<ReturnType<typeof variantsFor>>[number]

/** The pieces on sale in a collection, as many as one sale may be about and one more. */
export function piecesIn(db: Db, collectionId: string) {
  return db
    .select({ id: membership.productId })
    .from(membership)
    .where(eq(membership.collectionId, collectionId))
    .orderBy(desc(membership.publishedAt), desc(membership.productId))
    .limit(MOST_PIECES + 1)
}

/** What is in a sale, with what each variant costs now. */
export function variantsIn(db: Db, saleId: string) {
  return db
    .select({
      ...offeredColumns,
      offered: variant.offered,
      own: sql<number | null>`x.price`.as('own'),
      priceAfter: sql<number | null>`x.price_after`.as('price_after'),
    })
    .from(sql`sale_variant x`)
    .innerJoin(variant, sql`${variant.id} = x.variant_id`)
    .innerJoin(sql`product p`, sql`p.id = ${variant.productId}`)
    .where(sql`x.sale_id = ${saleId}`)
    .orderBy(sql`p.updated_at desc, p.id desc`, asc(variant.position))
    .limit(MOST_VARIANTS)
}

/** Every price that the variants of a sale ever had. */
export function pricesIn(db: Db, saleId: string) {
  return db
    .select()
    .from(priceChange)
    .where(
      sql`${priceChange.variantId} in (select variant_id from sale_variant where sale_id = ${saleId})`,
    )
}

type Span = { startsAt: number; endsAt: number | null }

/** Other sales, not over yet, that have some of these variants at the same time. */
export function clashes(db: Db, variantIds: readonly string[], { startsAt, endsAt }: Span) {
  return db
    .selectDistinct({ id: sale.id, title: sale.title })
    .from(sql`sale_variant x`)
    .innerJoin(sale, sql`${sale.id} = x.sale_id`)
    .where(sql`x.variant_id in (select value from json_each(${JSON.stringify(variantIds)}))
      and ${sale.state} <> 'over' and (${sale.endsAt} is null or ${sale.endsAt} > ${startsAt})
      and (${endsAt} is null or ${sale.startsAt} < ${endsAt})`)
    .limit(5)
}

export const addSale = (db: Db, row: typeof sale.$inferInsert) => db.insert(sale).values(row)

type Own = { variantId: string; price: number | null }

export function addSaleVariants(db: Db, saleId: string, rows: readonly Own[]) {
  return db.run(sql`insert into sale_variant (sale_id, variant_id, price)
    select ${saleId}, value ->> 'variantId', value ->> 'price' from json_each(${JSON.stringify(rows)})`)
}

/** A planned sale and its variants; does nothing once it has begun. */
export function removeSale(db: Db, id: string) {
  const planned = sql`(select id from sale where id = ${id} and state = 'planned')`
  return [
    db.run(sql`delete from sale_variant where sale_id = ${planned}`),
    db.run(sql`delete from sale where id = ${planned}`),
  ]
}

/** Sales whose hour has come, and those whose end has. */
export function dueSales(db: Db, now: number) {
  return db
    .select({ id: sale.id })
    .from(sale)
    .where(sql`${sale.state} = 'planned' and ${sale.startsAt} <= ${now}`)
    .orderBy(asc(sale.startsAt))
    .limit(5)
}

export function endingSales(db: Db, now: number) {
  return db
    .select({ id: sale.id })
    .from(sale)
    .where(sql`${sale.state} = 'running' and ${sale.endsAt} <= ${now}`)
    .orderBy(asc(sale.endsAt))
    .limit(5)
}

/** Of some variants, those that another sale has reduced at the moment. */
export function reducedNow(db: Db, variantIds: readonly string[]) {
  return db.select({ id: sql<string>`x.variant_id`.as('variant_id') }).from(
    sql`(select x.variant_id from json_each(${JSON.stringify(variantIds)}) j
      join sale_variant x on x.variant_id = j.value join sale s on s.id = x.sale_id
      where s.state = 'running' and x.price_after is not null) x`,
  )
}

type Seen = { id: string; price: number }

const stillCost = (seen: readonly Seen[]) =>
  sql`not exists (select 1 from json_each(${JSON.stringify(seen)}) j
    left join variant v on v.id = j.value ->> 'id' where v.price is not j.value ->> 'price')`

/**
 * A sale begins with the prices that its variants go back to. The batch fails (`sale.title`) when it has begun already,
 * a price is no longer what was read, or another sale has reduced one of the variants.
 */
export function beginSale(db: Db, id: string, seen: readonly Seen[]) {
  return [
    db.run(sql`update sale set state = 'running', title = case
      when state = 'planned' and ${stillCost(seen)} and not exists (
        select 1 from json_each(${JSON.stringify(seen)}) j
        join sale_variant x on x.variant_id = j.value ->> 'id' join sale s on s.id = x.sale_id
        where s.state = 'running' and x.price_after is not null)
      then title end where id = ${id}`),
    db.run(sql`update sale_variant set price_after = j.value ->> 'price'
      from json_each(${JSON.stringify(seen)}) j
      where sale_id = ${id} and variant_id = j.value ->> 'id'`),
  ]
}

/** A sale is over. The batch fails (`sale.title`) when it was already, or a price is no longer what was read. */
export function endSale(db: Db, id: string, at: number, seen: readonly Seen[]) {
  return db.run(sql`update sale set state = 'over', ends_at = min(coalesce(ends_at, ${at}), ${at}),
    title = case when state = 'running' and ${stillCost(seen)} then title end where id = ${id}`)
}

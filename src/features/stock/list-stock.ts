import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { collection, membership, product, variant } from '#features/catalogue/table.ts'
import { owed } from '#features/orders/ship-queries.ts'
import type { Db } from '#platform/db.ts'
import { PIECES_AT_ONCE, VARIANTS_AT_ONCE } from './rules.ts'
import { level, movement } from './table.ts'

export const PER_PAGE = 40
const FOUND = 48

const columns = {
  variantId: variant.id,
  sku: variant.sku,
  choice: variant.choice,
  // Not `product.id`: a batch answers rows by column name.
  productId: variant.productId,
  title: product.title,
  options: product.options,
  card: product.card,
  available: level.available,
  held: level.held,
  sold: level.sold,
  lowAt: level.lowAt,
}

function counted(db: Db) {
  return db
    .select(columns)
    .from(variant)
    .innerJoin(level, eq(level.variantId, variant.id))
    .innerJoin(product, eq(product.id, variant.productId))
}

/** What is counted, by reference: a page and one row more. `after` is the reference that the page before ended with. */
export function listStock(db: Db, after: string) {
  return counted(db)
    .where(and(eq(variant.offered, true), after ? gt(variant.sku, after) : undefined))
    .orderBy(asc(variant.sku))
    .limit(PER_PAGE + 1)
}

type CountedRow = Awaited<ReturnType<typeof listStock>>[number]

/** A variant with what there is of it; `packing` are units of paid orders that still lie on the shelf. */
export type StockRow = CountedRow & { packing: number }

/**
 * Units of paid orders that still have to leave, by variant: read from the few orders that wait. What was handed over when
 * it was paid has no delivery. The conditions are those of the indexes, letter by letter.
 */
export function unitsToSend(db: Db) {
  return db
    .select({
      variantId: sql<string>`l.variant_id`.as('variant_id'),
      packing: sql<number>`sum(${owed})`.as('packing'),
    })
    .from(sql`(select * from (select id from "order" where state in ('paid', 'in_making') and delivery is not null limit 1000)
        union all select * from (select id from "order" where state = 'ready' limit 1000)) as o
      join order_line l on l.order_id = o.id`)
    .groupBy(sql`l.variant_id`)
}

/** Rows with what of each is still to be sent. */
export function withPacking(
  rows: readonly CountedRow[],
  toSend: readonly { variantId: string; packing: number }[],
): StockRow[] {
  const units = new Map(toSend.map(({ variantId, packing }) => [variantId, packing]))
  return rows.map((row) => ({ ...row, packing: units.get(row.variantId) ?? 0 }))
}

const runsLow = sql`${level.available} <= ${level.lowAt}`

/** What runs low, the scarcest first. */
export function lowStock(db: Db, limit: number) {
  return scarcest(db, runsLow).limit(limit)
}

/** The scarcest first, of what runs low or of everything: a page and one row more. `after` is where the page before ended. */
export function listScarcest(db: Db, low: boolean, after: string) {
  const [, units, id] = /^(\d{1,9})-(\w{1,40})$/.exec(after) ?? []
  const further = units && id ? sql`(available, variant_id) > (${Number(units)}, ${id})` : undefined
  return scarcest(db, and(low ? runsLow : undefined, further)).limit(PER_PAGE + 1)
}

function scarcest(db: Db, where: SQL | undefined) {
  return db
    .select(columns)
    .from(level)
    .innerJoin(variant, eq(variant.id, level.variantId))
    .innerJoin(product, eq(product.id, variant.productId))
    .where(and(where, sql`${variant.offered} = 1`))
    .orderBy(asc(level.available), asc(level.variantId))
}

/** How many run low, counted up to a hundred. */
export function lowCount(db: Db) {
  return db
    .select({ low: sql<number>`count(*)` })
    .from(sql`(select 1 from level where available <= low_at limit 100)`)
}

const begins = (reference: string) => sql`sku >= ${reference} and sku < ${`${reference}\uffff`}`

/** What is counted of the products that match an expression, or whose reference begins as typed. */
export function findStock(db: Db, expression: string | null, typed: string) {
  const found: SQL = expression
    ? sql`${variant.productId} in (select product_id from search where search match ${expression}
        limit ${FOUND}) or `
    : sql``
  return counted(db)
    .where(sql`${variant.offered} = 1 and (${found}${variant.id} in
      (select id from variant
        where ${begins(typed)} or ${begins(typed.toUpperCase())} limit ${FOUND}))`)
    .orderBy(asc(variant.productId), asc(variant.position))
    .limit(FOUND)
}

export function stockOf(db: Db, variantIds: readonly string[]) {
  return counted(db)
    .where(sql`${variant.id} in (select value from json_each(${JSON.stringify(variantIds)}))`)
    .orderBy(asc(variant.productId), asc(variant.position))
    .limit(VARIANTS_AT_ONCE)
}

/**
 * What lies on the shelf in a collection, the pieces one after the other, `after` a product's id: a page and more, which
 * `pageOfCount` cuts. Places of a workshop are counted too, but not on a shelf.
 */
export function stockIn(db: Db, collectionId: string, after: string) {
  const members = sql`(select m.product_id from ${membership} m join ${product} p on p.id = m.product_id
    where m.collection_id = ${collectionId} and m.product_id > ${after} and p.kind = 'physical'
      and exists (select 1 from variant v join level l on l.variant_id = v.id where v.product_id = p.id and v.offered = 1)
    order by m.product_id limit ${PIECES_AT_ONCE + 1})`
  return counted(db)
    .where(sql`${variant.offered} = 1 and ${variant.productId} in ${members}`)
    .orderBy(asc(variant.productId), asc(variant.position))
    .limit(VARIANTS_AT_ONCE + 1)
}

/** The movements of a variant, the latest first; `before` is the cursor of the last one on the page above. */
export function movementsOf(db: Db, variantId: string, before: string) {
  const [, at, row] = /^(\d{1,15})-(\d{1,15})$/.exec(before) ?? []
  // The index on the variant and the time ends with the rowid: movements of one moment keep their order.
  const under = at && row ? sql`(at, rowid) < (${Number(at)}, ${Number(row)})` : undefined
  return db
    .select({
      id: movement.id,
      kind: movement.kind,
      quantity: movement.quantity,
      reason: movement.reason,
      who: movement.who,
      at: movement.at,
      cursor: sql<string>`at || '-' || rowid`.as('cursor'),
      orderId: movement.orderId,
      number: sql<number | null>`(select number from "order" where id = ${movement.orderId})`.as(
        'number',
      ),
    })
    .from(movement)
    .where(and(eq(movement.variantId, variantId), under))
    .orderBy(desc(movement.at), sql`rowid desc`)
    .limit(PER_PAGE + 1)
}

export type MovementRow = Awaited<ReturnType<typeof movementsOf>>[number]

/** Collections to count in. */
export function countable(db: Db) {
  return db
    .select({ id: collection.id, title: collection.title })
    .from(collection)
    .orderBy(asc(collection.position))
    .limit(100)
}

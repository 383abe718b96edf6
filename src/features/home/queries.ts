import { asc, desc, eq, sql } from 'drizzle-orm'
// oxlint-disable-next-line no-restricted-imports -- what a card shows is the catalogue's to say
import { cardColumns, isPublished } from '#features/catalogue/queries.ts'
import { product, variant } from '#features/catalogue/table.ts'
import { image } from '#features/images/table.ts'
import { availability } from '#features/stock/table.ts'
import type { Db } from '#platform/db.ts'
import { written } from '#platform/written.ts'
import { BLOCKS_MOST, PIECES_MOST } from './rules.ts'

/** The blocks of the home page, as rows to read from. */
const blocks = sql`(select block.value as block from setting, json_each(setting.value, '$.blocks') as block
  where setting.key = 'home')`

const inBlocks = (field: string) =>
  sql`(select json_extract(block, ${`$.${field}`}) from ${blocks})`

/** The pictures that the home page's blocks name. */
export const homePictures = written([], (db) =>
  db
    .select()
    .from(image)
    .where(sql`${image.hash} in ${inBlocks('image')}`)
    .limit(40),
)

/** The pieces that open the newest ones, where the maker chose one. */
export const homeLeads = written([], (db) =>
  db
    .select(cardColumns)
    .from(product)
    .where(sql`${product.slug} in ${inBlocks('lead')} and ${isPublished}`)
    .limit(BLOCKS_MOST),
)

/** The variants of the product that the home page puts forward, with what is free to sell of each. */
export const homeFeature = written([], (db) =>
  db
    .select({
      id: variant.id,
      productId: sql<string>`${product.id}`.as('product_id'),
      slug: product.slug,
      kind: product.kind,
      leadWeeks: product.leadWeeks,
      oneOfAKind: product.oneOfAKind,
      options: product.options,
      choice: variant.choice,
      available: availability.available,
    })
    .from(product)
    .innerJoin(variant, eq(variant.productId, product.id))
    .innerJoin(availability, eq(availability.variantId, variant.id))
    .where(sql`${product.slug} in ${inBlocks('product')} and ${isPublished}`)
    .orderBy(asc(variant.position))
    .limit(40),
)

export type FeatureRow = Awaited<ReturnType<typeof homeFeature>>[number]

/** The pieces that the home page's blocks name one by one. */
export const homePieces = written([], (db) =>
  db
    .select(cardColumns)
    .from(product)
    .where(
      sql`${product.slug} in (select piece.value from ${blocks}, json_each(block, '$.pieces') as piece)
        and ${isPublished}`,
    )
    .limit(BLOCKS_MOST * PIECES_MOST),
)

/** The newest pieces of every collection that a block of the home page shows, each with the collection's address. */
export const homeShelves = written([], (db) => {
  const newest = sql`(select product_id from membership where collection_id = shelf.id
    order by published_at desc, product_id desc limit ${PIECES_MOST})`
  const shelved = sql`(select distinct shelf.slug, shelf.id as shelf_id, m.product_id from ${blocks}
    join collection as shelf on shelf.slug = json_extract(block, '$.collection')
    join membership as m on m.collection_id = shelf.id and m.product_id in ${newest})`
  return db
    .select({
      ...cardColumns,
      shelf: sql<string>`shelved.slug`.as('shelf'),
      shelfId: sql<string>`shelved.shelf_id`.as('shelf_id'),
    })
    .from(sql`${shelved} as shelved`)
    .innerJoin(product, sql`${product.id} = shelved.product_id`)
    .orderBy(desc(product.publishedAt), desc(product.id))
    .limit(BLOCKS_MOST * PIECES_MOST)
})

export type ShelfRow = Awaited<ReturnType<typeof homeShelves>>[number]

/** Where blocks name pieces and collections, each by its address. */
const NAMED_IN = { product: ['lead', 'product', 'pieces'], collection: ['collection'] } as const

/** Has the home page name a piece or a collection by its new address wherever it did by the one before. */
export function renameOnHome(
  db: Db,
  kind: keyof typeof NAMED_IN,
  { from, to }: { from: string; to: string },
) {
  const [was, is] = [JSON.stringify(from), JSON.stringify(to)]
  const fields = NAMED_IN[kind].map((field) => `$.${field}`)
  const renamed = fields.map(
    (field) => sql`${field}, json(replace(block.value -> ${field}, ${was}, ${is}))`,
  )
  return db.run(sql`update setting set value = json_set(value, '$.blocks', json((
      select json_group_array(json_replace(block.value, ${sql.join(renamed, sql`, `)}))
      from json_each(setting.value, '$.blocks') as block)))
    where key = 'home' and instr(value, ${was}) > 0`)
}

import { sql } from 'drizzle-orm'
import { cardColumns } from '#features/catalogue/queries.ts'
import { product } from '#features/catalogue/table.ts'
import type { Lang } from '#lib/i18n.ts'
import type { Db } from '#platform/db.ts'

/** More matches than this are not ranked: a page reads a bounded number of rows however large the shop. */
const RANKED = 200

/**
 * The products that match, best first: words of the title weigh most, then materials and collections, then the text.
 * Without a language the shop's first one is searched.
 */
export function productsMatching(db: Db, expression: string, lang: Lang | null, limit: number) {
  const language = lang
    ? sql`${lang}`
    : sql`(select json_extract(value, '$.languages[0]') from setting where key = 'shop')`
  const found = sql`(select product_id, min(score) as score from (
      select product_id, bm25(search, 0, 0, 10, 4, 1) as score
      from search where search match ${expression} and lang = ${language} limit ${RANKED}
    ) group by product_id)`
  return db
    .select(cardColumns)
    .from(sql`${found} as found`)
    .innerJoin(product, sql`${product.id} = found.product_id and ${product.state} = 'published'`)
    .orderBy(sql`found.score`)
    .limit(limit)
}

/** Writes what a product is found by, in one language. */
export function indexProduct(
  db: Db,
  row: { productId: string; lang: Lang; title: string; material: string; body: string },
) {
  return db.run(sql`insert into search (product_id, lang, title, material, body)
    values (${row.productId}, ${row.lang}, ${row.title}, ${row.material}, ${row.body})`)
}

/** Forgets what a product is found by. */
export function unindexProduct(db: Db, productId: string) {
  return db.run(sql`delete from search where product_id = ${productId}`)
}

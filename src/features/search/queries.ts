import { eq, type SQL, sql } from 'drizzle-orm'
// oxlint-disable-next-line no-restricted-imports -- what a card shows is the catalogue's to say
import { cardColumns, isPublished } from '#features/catalogue/queries.ts'
import { product, productImage } from '#features/catalogue/table.ts'
import { isOut } from '#features/content/queries.ts'
import { entry } from '#features/content/table.ts'
import { image } from '#features/images/table.ts'
import { LANGS, type Lang } from '#lib/i18n.ts'
import type { Db } from '#platform/db.ts'
import { type ChoicePicture, MARKS } from './rules.ts'

/** More matches than this are not ranked: a page reads a bounded number of rows however large the shop. */
const RANKED = 100

/** The pictures of a product, each with the choice that it shows. */
const pictures = sql`(select json_group_array(json_object('hash', i.hash, 'width', i.width,
    'height', i.height, 'ground', i.ground, 'choice', json(p.choice)))
  from ${productImage} p join ${image} i on i.hash = p.image_hash
  where p.product_id = ${product.id})`
  .mapWith((rows: string): ChoicePicture[] => JSON.parse(rows))
  .as('pictures')

/** The products that match, best first. */
export function productsMatching(db: Db, expression: string, lang: Lang | null, limit: number) {
  const shown = sql`select 1 from ${product} where id = product_id and ${isPublished}`
  const found = matches(MARKS.product, shown, { expression, lang, limit })
  return db
    .select({ ...cardColumns, options: product.options, pictures })
    .from(sql`${found} as found`)
    .innerJoin(product, sql`${product.id} = found.id`)
    .orderBy(sql`found.named desc, found.score`)
    .limit(limit)
}

export type FoundProduct = Awaited<ReturnType<typeof productsMatching>>[number]

/** The journal posts that match, best first. */
export function postsMatching(
  db: Db,
  expression: string,
  at: { lang: Lang | null; now: number; limit: number },
) {
  const shown = sql`select 1 from ${entry} where id = product_id and ${isOut(at.now)}`
  const found = matches(MARKS.post, shown, { ...at, expression })
  return db
    .select({
      slug: entry.slug,
      title: entry.title,
      excerpt: entry.excerpt,
      body: entry.body,
      image,
    })
    .from(sql`${found} as found`)
    .innerJoin(entry, sql`${entry.id} = found.id`)
    .leftJoin(image, eq(image.hash, entry.imageHash))
    .orderBy(sql`found.named desc, found.score`)
    .limit(at.limit)
}

export type FoundPost = Awaited<ReturnType<typeof postsMatching>>[number]

/**
 * What matches, with its score: words of the title weigh most, then materials and collections, then the text. What bears
 * a word in its title is asked first, so that in a large shop it is among those ranked, and comes first. `shown` finds a
 * row when a match may be seen.
 */
function matches(
  mark: string,
  shown: SQL,
  { expression, lang, limit }: { expression: string; lang: Lang | null; limit: number },
) {
  const any = expression.replaceAll(' AND ', ' OR ')
  const ranked = (named: 0 | 1, asked: string) => sql`select * from (
    select product_id, bm25(search, 0, 0, 10, 4, 1) as score, ${named} as named from search
    where search match ${`body : "${mark}`} || ${languageOf(lang)} || ${`" AND ${asked}`}
    order by rowid desc limit ${RANKED})`
  return sql`(select product_id as id, min(score) as score, max(named) as named
    from (${ranked(1, `(${expression}) AND title : (${any})`)}
      union all ${ranked(0, `(${expression})`)})
    where exists (${shown}) group by product_id order by named desc, score limit ${limit})`
}

/** Without a language the shop's first one is searched. */
function languageOf(lang: Lang | null) {
  if (lang) return sql`${lang}`
  const first = sql`select json_extract(value, '$.languages[0]') from setting where key = 'shop'`
  return sql`coalesce((${first}), ${LANGS[0]})`
}

type IndexRow = { lang: Lang; title: string; material: string; body: string }

/** Writes what a product is found by, in one language. */
export function indexProduct(db: Db, row: IndexRow & { productId: string }) {
  return db.run(sql`insert into search (product_id, lang, title, material, body)
    values (${row.productId}, ${row.lang}, ${row.title}, ${row.material},
      ${`${row.body} ${row.productId}`})`)
}

/** Forgets what a product or a post is found by, before it is written anew. Its own id is among its words. */
export function unindex(db: Db, id: string) {
  return db.run(sql`delete from search where rowid in
    (select rowid from search where search match ${`body : "${id}"`} and product_id = ${id})`)
}

type Renamed = { collectionId: string; lang: Lang; from: string; to: string }

/**
 * Lets the pieces that the maker put into a collection be found by its new name. One statement, however many they are:
 * the old words, folded as they are in the index, give place to the new ones once in each row.
 */
export function renameInside(db: Db, { collectionId, lang, from, to }: Renamed) {
  const padded = sql`(' ' || material || ' ')`
  const at = sql`instr(${padded}, ${` ${from} `})`
  return db.run(sql`update search set material = trim(substr(${padded}, 1, ${at}) || ${to} ||
      substr(${padded}, ${at} + ${from.length + 1}))
    where rowid in (select rowid from search where search match ${`material : "${from}"`})
      and lang = ${lang} and ${at} > 0
      and exists (select 1 from product p, json_each(p.collection_ids) c
        where p.id = search.product_id and c.value = ${collectionId})`)
}

/** The same for a journal post: its id stands where a product's does. Does nothing when there is no such post. */
export function indexPost(db: Db, row: IndexRow & { entryId: string }) {
  return db.run(sql`insert into search (product_id, lang, title, material, body)
    select id, ${row.lang}, ${row.title}, ${row.material}, ${`${row.body} ${row.entryId}`}
    from ${entry} where id = ${row.entryId} and kind = 'post'`)
}

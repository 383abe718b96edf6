import { and, asc, desc, eq, getTableColumns, gt, lte, type SQL, sql } from 'drizzle-orm'
import { collection, formerSlug, product, variant } from '#features/catalogue/table.ts'
import { image } from '#features/images/table.ts'
import { MARKS, matchExpression, NO_MATCH } from '#features/search/rules.ts'
import { type Db, holdsWords } from '#platform/db.ts'
import { ENTRIES_PER_PAGE, type EntryList } from './rules.ts'
import { entry, entryProduct } from './table.ts'

/** Entries that a search of the list reads: a journal of ten years. */
const MOST_SEARCHED = 500

type Row = typeof entry.$inferSelect
export type Kind = Row['kind']

/** What is asked of a list: a search, or what stands somewhere. `before` is the cursor of the last row that was shown. */
export type AskedEntries = { list: EntryList | null; q: string; before: string }

/** A page of the posts, or of the pages, by their day; and one more when there is another page. */
export function listEntries(db: Db, kind: Kind, { list, q, before }: AskedEntries, now: number) {
  const [at, id = ''] = before.split('.')
  const older = sql`(${entry.publishedAt}, ${entry.id}) < (${Number(at) || 0}, ${id})`
  return db
    .select({
      id: entry.id,
      role: entry.role,
      title: entry.title,
      state: entry.state,
      publishedAt: entry.publishedAt,
      image,
    })
    .from(entry)
    .leftJoin(image, eq(image.hash, entry.imageHash))
    .where(
      and(
        eq(entry.kind, kind),
        q ? sql`${entry.id} in ${withWords(kind, q)}` : list ? stands(list, now) : undefined,
        before ? older : undefined,
      ),
    )
    .orderBy(desc(entry.publishedAt), desc(entry.id))
    .limit(ENTRIES_PER_PAGE + 1)
}

function stands(list: EntryList, now: number) {
  if (list === 'draft') return eq(entry.state, 'draft')
  const by = list === 'scheduled' ? gt(entry.publishedAt, now) : lte(entry.publishedAt, now)
  return and(eq(entry.state, 'published'), by)
}

const saying = (column: string) =>
  `coalesce(json_extract(${column}, '$.fr'), '') || ' ' || coalesce(json_extract(${column}, '$.en'), '')`

/**
 * Entries by the words of their title and first sentence, or by a passage of their text as it was typed, among the latest
 * five hundred whatever their state; and posts that are out by any words, as visitors find them.
 */
function withWords(kind: Kind, q: string): SQL {
  const named = holdsWords(`${saying('title')} || ' ' || ${saying('excerpt')}`, q)
  const quoted = sql`instr(lower(${sql.raw(saying('body'))}), ${q.toLowerCase()}) > 0`
  const words = matchExpression(q) ?? NO_MATCH
  const marks = `body : ("${MARKS.post}fr" OR "${MARKS.post}en")`
  const out = sql`union select * from (select product_id from search
    where search match ${`${marks} AND (${words})`} limit ${MOST_SEARCHED})`
  return sql`(select id from (select * from entry where kind = ${kind}
      order by published_at desc limit ${MOST_SEARCHED}) where (${named}) or ${quoted}
    ${kind === 'post' ? out : sql``})`
}

export type ListedEntry = Awaited<ReturnType<typeof listEntries>>[number]

export function entryById(db: Db, id: string) {
  return db
    .select({ ...getTableColumns(entry), image })
    .from(entry)
    .leftJoin(image, eq(image.hash, entry.imageHash))
    .where(eq(entry.id, id))
    .limit(1)
}

export type DeskEntry = Awaited<ReturnType<typeof entryById>>[number]

/** The pieces an entry speaks of, whatever their state. */
export function piecesOf(db: Db, entryId: string) {
  return db
    .select({ id: product.id, slug: product.slug, title: product.title })
    .from(entryProduct)
    .innerJoin(product, eq(product.id, entryProduct.productId))
    .where(eq(entryProduct.entryId, entryId))
    .orderBy(asc(entryProduct.position))
    .limit(40)
}

/** The pieces that were changed last: what fields suggest before anything is typed. */
export function latestPieces(db: Db) {
  return db
    .select({ slug: product.slug, title: product.title })
    .from(product)
    .orderBy(desc(product.updatedAt), desc(product.id))
    .limit(100)
}

export function piecesAt(db: Db, slugs: readonly string[]) {
  return db
    .select({ id: product.id, slug: product.slug, title: product.title })
    .from(product)
    .where(sql`${product.slug} in (select value from json_each(${JSON.stringify(slugs)}))`)
}

export function piecesWithReference(db: Db, skus: readonly string[]) {
  const asked = skus.flatMap((sku) => [sku, sku.toUpperCase()])
  return db
    .select({ sku: variant.sku, id: product.id, slug: product.slug, title: product.title })
    .from(variant)
    .innerJoin(product, eq(product.id, variant.productId))
    .where(sql`${variant.sku} in (select value from json_each(${JSON.stringify(asked)}))`)
}

/** Every collection in the maker's order, for fields that lead to one. */
export function everyCollection(db: Db) {
  return db
    .select({ slug: collection.slug, title: collection.title })
    .from(collection)
    .where(sql`${collection.id} <> 'all'`)
    .orderBy(asc(collection.position))
    .limit(300)
}

/** Entries that a field can lead to: every page of a small shop, the latest posts. */
export function latestEntries(db: Db, kind: Kind) {
  return db
    .select({ slug: entry.slug, title: entry.title })
    .from(entry)
    .where(eq(entry.kind, kind))
    .orderBy(desc(entry.publishedAt), desc(entry.id))
    .limit(60)
}

/**
 * Writes an entry. A new one has no `was`; of one that is changed, `was` is the moment of the change that its editor
 * saw: another since, and it fails with `entry.slug`. An address in use fails with `entry.kind, entry.slug`.
 */
export function putEntry(db: Db, row: Row, was: number | null) {
  if (was === null) return db.insert(entry).values(row)
  const same = sql`exists (select 1 from entry where id = ${row.id} and updated_at = ${was})`
  const { id: _, kind: __, slug: ___, ...changes } = row
  return db
    .insert(entry)
    .values({ ...row, slug: sql`case when ${same} then ${row.slug} end` })
    .onConflictDoUpdate({ target: entry.id, set: { ...changes, slug: sql`excluded.slug` } })
}

/** Takes a role from whatever page has it. */
export function freeRole(db: Db, role: NonNullable<Row['role']>, id: string) {
  return db
    .update(entry)
    .set({ role: null })
    .where(and(eq(entry.role, role), sql`${entry.id} <> ${id}`))
}

export function forgetPieces(db: Db, entryId: string) {
  return db.delete(entryProduct).where(eq(entryProduct.entryId, entryId))
}

/** Names the pieces of an entry, in order. */
export function addPieces(db: Db, entryId: string, productIds: readonly string[]) {
  return db.run(sql`insert or ignore into entry_product (entry_id, product_id, position)
    select ${entryId}, value, key from json_each(${JSON.stringify(productIds)})`)
}

/** An entry's address of before: visitors of it are led on. */
export function keepFormerSlug(
  db: Db,
  row: { kind: Kind; slug: string; leadsTo: string; at: number },
) {
  return db
    .insert(formerSlug)
    .values(row)
    .onConflictDoUpdate({
      target: [formerSlug.kind, formerSlug.slug],
      set: { leadsTo: row.leadsTo, at: row.at },
    })
}

/** What is at an address now is there itself: nobody is led on from it any more. */
export function dropFormerSlug(db: Db, kind: Kind, slug: string) {
  return db.delete(formerSlug).where(and(eq(formerSlug.kind, kind), eq(formerSlug.slug, slug)))
}

export function forgetFormerSlugs(db: Db, kind: Kind, leadsTo: string) {
  const own = and(eq(formerSlug.kind, kind), sql`${formerSlug.leadsTo} = ${leadsTo}`)
  return db.delete(formerSlug).where(own)
}

/** Fails with `entry.slug` for the page of the terms, which every order accepts. */
export function refuseTerms(db: Db, id: string) {
  return db
    .update(entry)
    .set({ slug: sql`case when role = 'terms' then null else slug end` })
    .where(eq(entry.id, id))
}

export function deleteEntry(db: Db, id: string) {
  return db.delete(entry).where(eq(entry.id, id))
}

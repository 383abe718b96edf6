import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  lte,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm'
// oxlint-disable-next-line no-restricted-imports -- what a card shows is the catalogue's to say
import { cardColumns, isPublished } from '#features/catalogue/queries.ts'
import { formerSlug, product } from '#features/catalogue/table.ts'
import { image } from '#features/images/table.ts'
import type { Place } from '#lib/pages.ts'
import type { Db } from '#platform/db.ts'
import { written } from '#platform/written.ts'
import { POSTS_PER_PAGE } from './rules.ts'
import { entry, entryProduct } from './table.ts'

/** A moment, or its place in a query that is written already. */
type Moment = number | Placeholder

/** Of entries found another way: out by the clock, and not a draft. The plus leaves the finding to that other way. */
export function isOut(now: Moment): SQL {
  return sql`(+${entry.state} = 'published' and ${entry.publishedAt} <= ${now})`
}

/** Of posts in the order of their days: those that are out, on one side of a place. */
function outPosts(now: Moment, side?: SQL): SQL | undefined {
  return and(
    eq(entry.kind, 'post'),
    eq(entry.state, 'published'),
    lte(entry.publishedAt, now),
    side && sql`(${entry.publishedAt}, ${entry.id}) ${side}`,
  )
}

/** Posts of the journal that are out, newest first; `after` is where the page before ended. */
function outAfter(db: Db, now: Moment, limit: number | Placeholder, after: Place | null) {
  return db
    .select({
      id: entry.id,
      slug: entry.slug,
      title: entry.title,
      excerpt: entry.excerpt,
      publishedAt: entry.publishedAt,
      image,
      imageAlt: entry.imageAlt,
    })
    .from(entry)
    .leftJoin(image, eq(image.hash, entry.imageHash))
    .where(outPosts(now, after ? sql`< (${after.at}, ${after.id})` : undefined))
    .orderBy(desc(entry.publishedAt), desc(entry.id))
    .limit(limit)
}

export type PostRow = Awaited<ReturnType<typeof outAfter>>[number]

/** The newest posts of the journal that are out. */
export const newestPosts = written(['now', 'limit'], (db, { now, limit }) =>
  outAfter(db, now, limit, null),
)

/** One page of the journal, and one post more when there is another page. */
export function journalPosts(db: Db, now: number, after: Place | null) {
  const limit = POSTS_PER_PAGE + 1
  return after ? outAfter(db, now, limit, after) : newestPosts(db, { now, limit })
}

/** Where the page of the journal above one begins; nothing when that is the first. */
export function pageAbove(db: Db, now: number, after: Place | null) {
  return db
    .select({ at: entry.publishedAt, id: entry.id })
    .from(entry)
    .where(outPosts(now, sql`>= (${after?.at ?? 0}, ${after?.id ?? ''})`))
    .orderBy(asc(entry.publishedAt), asc(entry.id))
    .limit(after ? 1 : 0)
    .offset(POSTS_PER_PAGE)
}

/** A post or page that is out, with its picture. */
export const entryBySlug = written(['kind', 'slug', 'now'], (db, { kind, slug, now }) =>
  db
    .select({ ...getTableColumns(entry), image })
    .from(entry)
    .leftJoin(image, eq(image.hash, entry.imageHash))
    .where(and(eq(entry.kind, kind), eq(entry.slug, slug), isOut(now)))
    .limit(1),
)

export type EntryRow = Awaited<ReturnType<typeof entryBySlug>>[number]

/** Where a post or page is now that was at this address before, when it is out. */
export const entryThatWasAt = written(['kind', 'slug', 'now'], (db, { kind, slug, now }) =>
  db
    .select({ slug: entry.slug })
    .from(formerSlug)
    .innerJoin(entry, eq(entry.id, formerSlug.leadsTo))
    .where(and(eq(formerSlug.kind, kind), eq(formerSlug.slug, slug), isOut(now)))
    .limit(1),
)

/** The pieces a post or page speaks of. */
export const productsMentioned = written(['kind', 'slug'], (db, { kind, slug }) => {
  const id = db
    .select({ id: entry.id })
    .from(entry)
    .where(and(eq(entry.kind, kind), eq(entry.slug, slug)))
  return db
    .select(cardColumns)
    .from(entryProduct)
    .innerJoin(product, and(eq(product.id, entryProduct.productId), isPublished))
    .where(eq(entryProduct.entryId, id))
    .orderBy(asc(entryProduct.position))
    .limit(8)
})

/** The post that came out just before one. */
export const postBefore = written(['slug', 'now'], (db, { slug, now }) =>
  nextTo(db, sql`<`, slug, now).orderBy(desc(entry.publishedAt), desc(entry.id)),
)

/** The post that came out just after one. */
export const postAfter = written(['slug', 'now'], (db, { slug, now }) =>
  nextTo(db, sql`>`, slug, now).orderBy(asc(entry.publishedAt), asc(entry.id)),
)

export type NeighbourRow = Awaited<ReturnType<typeof postBefore>>[number]

function nextTo(db: Db, side: SQL, slug: Placeholder, now: Moment) {
  const place = sql`(select published_at, id from entry where kind = 'post' and slug = ${slug})`
  return db
    .select({ slug: entry.slug, title: entry.title })
    .from(entry)
    .where(outPosts(now, sql`${side} ${place}`))
    .limit(1)
}

/** The page that an order accepts. */
export function termsPage(db: Db) {
  return db
    .select({ slug: entry.slug, title: entry.title, body: entry.body })
    .from(entry)
    .where(and(eq(entry.kind, 'page'), eq(entry.role, 'terms')))
    .limit(1)
}

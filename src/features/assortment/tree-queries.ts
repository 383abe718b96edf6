import { asc, eq, sql } from 'drizzle-orm'
import { collection, formerSlug, membership } from '#features/catalogue/table.ts'
import { image } from '#features/images/table.ts'
import type { Db } from '#platform/db.ts'

/** Every collection with its picture; more than these no menu could show. */
export function allCollections(db: Db) {
  return db
    .select({
      id: collection.id,
      slug: collection.slug,
      parentId: collection.parentId,
      title: collection.title,
      position: collection.position,
      count: collection.productCount,
      image,
    })
    .from(collection)
    .leftJoin(image, eq(image.hash, collection.imageHash))
    .orderBy(asc(collection.position))
    .limit(500)
}

export type LeafRow = Awaited<ReturnType<typeof allCollections>>[number]

export function collectionById(db: Db, id: string) {
  return db.select().from(collection).where(eq(collection.id, id)).limit(1)
}

export function imageByHash(db: Db, hash: string) {
  return db.select().from(image).where(eq(image.hash, hash)).limit(1)
}

type Row = Omit<typeof collection.$inferInsert, 'position' | 'productCount'>

/** A parent that exists and is not below this collection. */
const hasRoom = (id: string, parentId: string | null) => sql`(${parentId} is null or (
  exists (select 1 from collection where id = ${parentId}) and not exists (
    with recursive up(id) as (select ${parentId} union
      select c.parent_id from collection c join up on c.id = up.id where c.parent_id is not null)
    select 1 from up where id = ${id})))`

const nextPlace = (parentId: string | null) =>
  sql`(select coalesce(max(position) + 1, 0) from collection where parent_id is ${parentId})`

/** A new collection, the last at its level; the batch fails (`collection.position`) when its parent is gone. */
export function addCollection(db: Db, row: Row) {
  const parentId = row.parentId ?? null
  return db.insert(collection).values({
    ...row,
    position: sql`case when ${hasRoom(row.id, parentId)} then ${nextPlace(parentId)} end`,
  })
}

/**
 * Writes a collection; in another parent it is the last. The batch fails (`collection.position`) when the parent is gone
 * or has come below it.
 */
export function setCollection(db: Db, { id, ...row }: Row) {
  const parentId = row.parentId ?? null
  return db
    .update(collection)
    .set({
      ...row,
      position: sql`case when not ${hasRoom(id, parentId)} then null
        when parent_id is ${parentId} then position else ${nextPlace(parentId)} end`,
    })
    .where(eq(collection.id, id))
}

/** Puts some collections in this order. */
export function setPlaces(db: Db, ids: readonly string[]) {
  return db.run(sql`update collection set position = j.key
    from json_each(${JSON.stringify(ids)}) j where collection.id = j.value`)
}

/** Everything that is on sale in a collection. */
export function membersOf(db: Db, id: string) {
  return db
    .select({ id: membership.productId })
    .from(membership)
    .where(eq(membership.collectionId, id))
}

type Moved = { slug: string; leadsTo: string; at: number }

/** From now on the former address of a collection leads to one that is there. */
export function leadOn(db: Db, row: Moved) {
  return db
    .insert(formerSlug)
    .values({ kind: 'collection', ...row })
    .onConflictDoUpdate({
      target: [formerSlug.kind, formerSlug.slug],
      set: { leadsTo: row.leadsTo, at: row.at },
    })
}

/** An address that a collection has leads nowhere else. */
export function keepHere(db: Db, slug: string) {
  return db.run(sql`delete from ${formerSlug} where kind = 'collection' and slug = ${slug}`)
}

/**
 * Takes a collection away: its pieces and what is inside it go to the collection above, which had them already, so that
 * no other list changes. Its former addresses, and its own, lead there too; at the first level to everything.
 */
export function dissolve(db: Db, { id, parentId }: { id: string; parentId: string | null }) {
  return [
    db.run(sql`update product set collection_ids = (
        select json_group_array(distinct value) from (
          select case when value = ${id} then ${parentId} else value end as value
          from json_each(product.collection_ids)) where value is not null)
      where collection_ids like ${`%"${id}"%`}`),
    db.run(sql`delete from facet where collection_id = ${id}`),
    db.run(sql`delete from membership where collection_id = ${id}`),
    db.run(sql`update collection set parent_id = ${parentId} where parent_id = ${id}`),
    db.run(sql`update ${formerSlug} set leads_to = ${parentId ?? 'all'}
      where kind = 'collection' and leads_to = ${id}`),
    db.run(sql`delete from collection where id = ${id}`),
  ]
}

import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { bulkEdit, product } from '#features/catalogue/table.ts'
import type { Db } from '#platform/db.ts'
import type { BulkVariant, PieceChange } from './rules.ts'

const listed = (ids: readonly string[]) =>
  sql`(select value from json_each(${JSON.stringify(ids)}))`

const variants = sql`(select json_group_array(json_object('id', v.id, 'price', v.price,
    'offered', json(iif(v.offered, 'true', 'false')), 'units', l.available) order by v.position)
  from variant v left join level l on l.variant_id = v.id where v.product_id = product.id)`
  .mapWith((rows: string): BulkVariant[] => JSON.parse(rows))
  .as('variants')

/** Some pieces with what a change of many asks of them, the last edited first. */
export function piecesById(db: Db, ids: readonly string[]) {
  return db
    .select({
      id: product.id,
      kind: product.kind,
      title: product.title,
      state: product.state,
      publishedAt: product.publishedAt,
      collectionIds: product.collectionIds,
      card: product.card,
      variants,
    })
    .from(product)
    .where(sql`${product.id} in ${listed(ids)}`)
    .orderBy(desc(product.updatedAt), desc(product.id))
}

export type PieceRow = Awaited<ReturnType<typeof piecesById>>[number]

/** Holds while every piece is what these changes begin with. */
export function stillAsRead(changes: readonly PieceChange[]): SQL {
  const prices = changes.flatMap((change) => change.prices ?? [])
  const rows = changes.map(({ id, state, collections }) => ({
    id,
    state: state?.from ?? null,
    collections: collections?.from ?? null,
  }))
  return sql`not exists (select 1 from json_each(${JSON.stringify(prices)}) j
      left join variant v on v.id = j.value ->> 'id' where v.price is not j.value ->> 'from')
    and not exists (select 1 from json_each(${JSON.stringify(rows)}) j
      left join product p on p.id = j.value ->> 'id'
      where p.state is not coalesce(j.value ->> 'state', p.state)
      or json(p.collection_ids) is not coalesce(j.value ->> 'collections', json(p.collection_ids)))`
}

type NewEdit = { id: string; at: number; who: string; act: string; changes: readonly PieceChange[] }

/** Writes what a change of many was; the batch fails (`bulk_edit.id`) when a piece is not what was read, or once more. */
export function addEdit(db: Db, { id, at, who, act, changes }: NewEdit) {
  return db.run(sql`insert into ${bulkEdit} (id, at, who, act, before)
    select case when ${stillAsRead(changes)} then ${id} end, ${at}, ${who}, ${act},
      ${JSON.stringify(changes)}`)
}

/** Marks a change as taken back; the batch fails (`bulk_edit.at`) when it was already, or a piece has changed. */
export function endEdit(db: Db, id: string, at: number, back: readonly PieceChange[]) {
  return db.run(sql`update ${bulkEdit} set undone_at = ${at},
    at = case when undone_at is null and ${stillAsRead(back)} then at end where id = ${id}`)
}

export function lastEdit(db: Db) {
  return db.select().from(bulkEdit).orderBy(desc(bulkEdit.at)).limit(1)
}

export type EditRow = Awaited<ReturnType<typeof lastEdit>>[number]

export function editById(db: Db, id: string) {
  return db.select().from(bulkEdit).where(eq(bulkEdit.id, id)).limit(1)
}

/** Gives pieces their new states and collections, and says of all of them that they were edited now. */
export function changePieces(db: Db, changes: readonly PieceChange[], now: number) {
  const rows = changes.map(({ id, state, collections }) => ({
    id,
    state: state?.to ?? null,
    at: state?.now ?? null,
    collections: collections?.to ?? null,
  }))
  return db.run(sql`update product set updated_at = ${now},
    state = coalesce(j.value ->> 'state', state),
    published_at = coalesce(j.value ->> 'at', published_at),
    collection_ids = coalesce(j.value ->> 'collections', collection_ids)
    from json_each(${JSON.stringify(rows)}) j where product.id = j.value ->> 'id'`)
}

type Units = { id: string; variantId: string; quantity: number }

/** Moves stock of many variants for one reason; the batch fails (`stock_is_short`) when a level would fall below zero. */
export function moveMany(
  db: Db,
  units: readonly Units[],
  of: { kind: 'receive' | 'adjust'; who: string; at: number },
) {
  return db.run(sql`insert into movement (id, variant_id, kind, quantity, who, at)
    select value ->> 'id', value ->> 'variantId', ${of.kind}, value ->> 'quantity', ${of.who}, ${of.at}
    from json_each(${JSON.stringify(units)})`)
}

/** What some pieces are found by. */
export function wordsOf(db: Db, ids: readonly string[]) {
  return db
    .select({
      id: product.id,
      title: product.title,
      subtitle: product.subtitle,
      description: product.description,
      tags: product.tags,
      options: product.options,
      attributes: product.attributes,
      collectionIds: product.collectionIds,
    })
    .from(product)
    .where(sql`${product.id} in ${listed(ids)}`)
}

import { eq, sql } from 'drizzle-orm'
import { reindexMany } from '#features/assortment/reindex-many.ts'
import { product } from '#features/catalogue/table.ts'
import { entry } from '#features/content/table.ts'
import { indexPost } from '#features/search/queries.ts'
import { postWords } from '#features/search/rules.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { type Db, runBatch } from '#platform/db.ts'

const PIECES_A_BATCH = 25

/** Builds what pieces, posts, orders and customers are found by from the rows that there are. */
export async function rebuildSearch(db: Db): Promise<void> {
  const [rows, pieces, posts] = await db.batch([
    allSettings(db),
    db
      .select({ id: product.id, collectionIds: product.collectionIds })
      .from(product)
      .orderBy(product.updatedAt),
    db.select().from(entry).where(eq(entry.kind, 'post')).orderBy(entry.updatedAt),
  ])
  const { languages } = readSettings(rows).shop
  await runBatch(db, [
    ...['search', 'order_search', 'customer_search'].map((name) =>
      db.run(sql`delete from ${sql.identifier(name)}`),
    ),
    ordersFound(db),
    customersFound(db),
    ...posts.flatMap((post) =>
      languages.map((lang) => indexPost(db, { entryId: post.id, lang, ...postWords(post, lang) })),
    ),
  ])
  for (let at = 0; at < pieces.length; at += PIECES_A_BATCH) {
    const some = pieces.slice(at, at + PIECES_A_BATCH)
    const placed = new Map(some.map(({ id, collectionIds }) => [id, collectionIds]))
    // oxlint-disable-next-line no-await-in-loop -- a batch of some, then the next
    await runBatch(db, await reindexMany(db, languages, placed))
  }
}

/** As the trigger on their first event writes them. */
function ordersFound(db: Db) {
  return db.run(sql`insert into order_search (order_id, buyer, pieces)
    select id, first_name || ' ' || last_name || ' ' || email,
      (select group_concat(title || ' ' || choice || ' ' || sku, ' ') from order_line
        where order_id = "order".id)
    from "order" order by placed_at`)
}

/** As the trigger on customers writes them: under the rowid of the customer. */
function customersFound(db: Db) {
  return db.run(sql`insert into customer_search (rowid, customer_id, words)
    select rowid, id, first_name || ' ' || last_name || ' ' || email from customer`)
}

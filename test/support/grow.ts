import { MARKS } from '#features/search/rules.ts'

/** Tables of the catalogue, with the columns that name a copy's own rows. */
const COPIED: Record<string, string[]> = {
  product: ['id', 'slug'],
  variant: ['id', 'product_id', 'sku'],
  level: ['variant_id'],
  membership: ['product_id'],
  facet: ['product_id'],
  product_image: ['product_id'],
  related: ['product_id', 'other_id'],
  bundle_part: ['bundle_id', 'part_id'],
}

/** Copies come after what was there, in every order of a list: first pages stay what they were. */
const LATER: Record<string, string> = {
  published_at: 'published_at - n * 100000000',
  price: 'price + n',
}

/**
 * Multiplies the catalogue as it was loaded: copies `from` up to but without `to` of every product, in the same
 * collections, found under other words. Written in SQL, because thousands of loads would take minutes.
 */
export async function growCatalogue(db: D1Database, from: number, to: number): Promise<void> {
  for (let next = from; next < to; next += COPIES_AT_ONCE) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction after the other
    await addCopies(db, next, Math.min(to, next + COPIES_AT_ONCE))
  }
}

/** More in one transaction would be too much for the local D1. */
const COPIES_AT_ONCE = 400

async function addCopies(db: D1Database, from: number, to: number): Promise<void> {
  const copies = `with recursive copy(n) as (select ${from} union all select n + 1 from copy where n + 1 < ${to})`
  const statements = await Promise.all(
    Object.entries(COPIED).map(async ([table, own]) => {
      const { results } = await db.prepare(`select name from pragma_table_info('${table}')`).all<{
        name: string
      }>()
      const columns = results.map((column) => column.name)
      const values = columns.map((name) => {
        if (own.includes(name)) return `${name} || '-' || n`
        return LATER[name] ?? name
      })
      const [key = ''] = table === 'facet' ? ['product_id'] : own
      const original = `${key} not like '%-%'`
      return db.prepare(
        `insert into "${table}" (${columns.join()}) ${copies} select ${values.join()} from "${table}", copy where ${original}`,
      )
    }),
  )
  // No act does this: what caches are to forget is not told piece by piece.
  const telling = await db
    .prepare("select sql from sqlite_master where name = 'forget_once'")
    .first<string>('sql')
  await db.batch([
    db.prepare('drop trigger forget_once'),
    db.prepare('create trigger forget_once instead of insert on forget begin select 1; end'),
    ...statements,
    db.prepare(
      `insert into search (product_id, lang, title, material, body) ${copies}
       select product_id || '-' || n, lang, 'autre', 'copie', '${MARKS.product}' || lang from search, copy
       where product_id like 'prd_%' and product_id not like '%-%'`,
    ),
    db.prepare(
      'update collection set product_count = (select count(*) from membership where collection_id = id)',
    ),
    db.prepare('drop trigger forget_once'),
    db.prepare(telling ?? ''),
    db.prepare("insert into forget (tag) values ('*')"),
  ])
}

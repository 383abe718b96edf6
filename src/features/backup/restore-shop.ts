import type { Env } from '#env.ts'
import { EVERYTHING } from '#features/freshness/rules.ts'
import { showFromShop } from '#features/images/rendition-queries.ts'
import { lastSeal } from '#features/journal/queries.ts'
import { readChain } from '#features/journal/read-chain.ts'
import { walkChain } from '#features/journal/walk-chain.ts'
import { runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { picturesOf } from './list-pictures.ts'
import { loadRows, MARK, wipe } from './load-rows.ts'
import { type Checked, checkArchive, entriesOf, type OpenArchive, Refused } from './read-archive.ts'
import { archived, readSchema, type Schema } from './read-schema.ts'
import { rebuildSearch } from './rebuild-search.ts'
import { differences, type Totals, WHOLE } from './rules.ts'
import { askTotals, type Line, linesOf, readTotals } from './totals.ts'

type Bench = Pick<Tools, 'db'> & { env: Pick<Env, 'DB' | 'PICTURES'> }

export type Restored = {
  /** Null when only pictures were given. */
  totals: Totals | null
  pictures: number
  /** Pictures and files that the rows name and the store has not: they are in another archive of the shop. */
  missing: string[]
}

/** One row of these, and a store is somebody's shop. */
const A_SHOP = `select exists (select 1 from product) or exists (select 1 from "order")
  or exists (select 1 from entry) or exists (select 1 from message) as line`
const HALF_RESTORED = `select count(*) as line from sqlite_master where name = '${MARK}'`

const NEEDED = `select 'originals/' || hash as line from image
  union select json_extract(download, '$.key') from product where download is not null`

/**
 * Brings a shop back from its archives into an empty store, and proves that it is the same: its rows counted, its money
 * by month, its stock, the end of its journal. Throws `Refused`: before it has changed anything for an archive that is
 * not whole or does not belong here and for a store that is a shop; later with what differs, and then the same archives
 * may be given again.
 */
export async function restoreShop(
  bench: Bench,
  archives: readonly OpenArchive[],
  say: (line: string) => void = () => {},
): Promise<Restored> {
  const { DB: d1, PICTURES: bucket } = bench.env
  const checked: Checked[] = []
  // oxlint-disable-next-line no-await-in-loop -- one archive at a time is read
  for (const open of archives) checked.push(await checkArchive(open))
  const schema = await readSchema(d1)
  const [shop, more] = checked.filter(({ end }) => end.totals !== null)
  if (more) throw new Refused('Two of these archives hold the rows of a shop: give one of them.')
  if (shop) await refuseUnless(d1, schema, shop)
  let pictures = 0
  for (const archive of checked) {
    // oxlint-disable-next-line no-await-in-loop
    pictures += await loadPictures(bucket, archive)
  }
  say(`${pictures} pictures and files`)
  if (shop) {
    await wipe(d1, schema)
    await loadRows(d1, schema, shop)
    say('every row; now what the search finds')
    await rebuildSearch(bench.db)
    await compare(bench, schema, shop)
    // Renditions are in no archive.
    await runBatch(bench.db, showFromShop(bench.db))
    // No trigger told what has changed: caches forget everything.
    await d1.batch([
      d1.prepare('insert into forget (tag) values (?)').bind(EVERYTHING),
      d1.prepare(`drop table ${MARK}`),
    ])
  }
  return { totals: shop?.end.totals ?? null, pictures, missing: await missing(d1, bucket) }
}

async function refuseUnless(d1: D1Database, schema: Schema, { manifest }: Checked): Promise<void> {
  if (JSON.stringify(manifest.migrations) !== JSON.stringify(schema.migrations)) {
    const [theirs, ours] = [manifest, schema].map(({ migrations }) => migrations.at(-1) ?? 'none')
    throw new Refused(
      `The archive is of a database at ${theirs}, this one is at ${ours}. Restore it with the version of Échoppe ` +
        'that it was made with, then bring the database up to date.',
    )
  }
  if (JSON.stringify(manifest.tables) !== JSON.stringify(archived(schema))) {
    throw new Refused('The archive has other tables than this database.')
  }
  const answers = await d1.batch<Line>([A_SHOP, HALF_RESTORED].map((sql) => d1.prepare(sql)))
  const [isShop, isHalf] = answers.map(({ results }) => linesOf(results)[0] !== '0')
  if (isShop && !isHalf) {
    throw new Refused('This store has a shop in it. A backup goes into an empty one only.')
  }
}

/** R2 looks at each picture's checksum as it takes it. */
async function loadPictures(bucket: R2Bucket, { open, end }: Checked): Promise<number> {
  const objects = new Map(end.objects.map((object) => [object.key, object]))
  if (objects.size === 0) return 0
  for await (const { name, bytes } of entriesOf(open)) {
    const object = name.startsWith('objects/') && objects.get(name.slice('objects/'.length))
    if (!object) continue
    const { key, md5, type } = object
    const httpMetadata = type === null ? {} : { contentType: type }
    try {
      await bucket.put(key, bytes, { md5, httpMetadata })
    } catch (error) {
      throw new Refused(`The archive is damaged, or ${key} could not be kept.`, { cause: error })
    }
  }
  return objects.size
}

async function compare({ db, env }: Bench, schema: Schema, { end }: Checked): Promise<void> {
  const tables = archived(schema)
  const d1 = env.DB
  const answers = await d1.batch<Line>(askTotals(tables).map((sql) => d1.prepare(sql)))
  const totals = readTotals(
    tables,
    answers.map(({ results }) => results),
  )
  const wrong = end.totals ? differences(end.totals, totals) : []
  const [seal] = await lastSeal(db)
  const chain = await walkChain(readChain(db, seal?.seq ?? 0), '')
  if (!chain.ok) wrong.push(`The journal is not what it was at line ${chain.fault.seq}.`)
  if (wrong.length > 0) {
    throw new Refused(`What was restored is not what was saved.\n${wrong.join('\n')}`)
  }
}

async function missing(d1: D1Database, bucket: R2Bucket): Promise<string[]> {
  const { results } = await d1.prepare(NEEDED).all<Line>()
  const kept = new Set<string>()
  for await (const { key } of picturesOf(bucket, WHOLE)) kept.add(key)
  return linesOf(results).filter((key) => !kept.has(key))
}

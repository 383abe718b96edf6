import type { Env } from '#env.ts'
import { type Actor, note } from '#features/audit/note.ts'
import { runBatch } from '#platform/db.ts'
import { sha256 } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { copyRows } from './copy-rows.ts'
import { picturesOf } from './list-pictures.ts'
import { archived, readSchema } from './read-schema.ts'
import { type ArchivedObject, type End, FORMAT, type Manifest, type Part } from './rules.ts'
import { type TarWriter, writeTar } from './write-tar.ts'

type Bench = Pick<Tools, 'db' | 'now'> & { env: Pick<Env, 'DB' | 'PICTURES'> }

/**
 * An archive of the shop, or of a part of it, as a stream; `done` ends with it. Its rows are those of one moment, however
 * long it takes and whatever is sold meanwhile. Never in it: search indexes and renditions, which are made anew, the
 * tables that let somebody in, carts. It names customers: whoever has it must keep it as the shop does.
 */
export function makeArchive(
  bench: Bench,
  actor: Actor,
  part: Part,
): { readable: ReadableStream<Uint8Array>; done: Promise<void> } {
  const tar = writeTar(bench.now)
  const done = fill(bench, actor, part, tar).catch(async (error: unknown) => {
    await tar.abort(error).catch(() => {})
    throw error
  })
  return { readable: tar.readable, done }
}

async function fill(bench: Bench, actor: Actor, part: Part, tar: TarWriter): Promise<void> {
  const schema = await readSchema(bench.env.DB)
  const tables = part.rows ? archived(schema) : []
  const manifest: Manifest = {
    format: FORMAT,
    at: bench.now,
    migrations: schema.migrations,
    tables,
  }
  await tar.add('manifest.json', JSON.stringify(manifest))
  const copied = part.rows ? await copyRows(bench, actor, tables, tar) : null
  if (!part.rows) await runBatch(bench.db, [pictureNote(bench, actor)])
  const objects = await copyPictures(bench.env.PICTURES, part, tar)
  const end: End = {
    sums: tar.sums,
    objects,
    totals: copied?.totals ?? null,
    changed: copied?.changed ?? null,
  }
  const text = JSON.stringify(end)
  await tar.add('end.json', text)
  await tar.add('end.sha256', await sha256(text))
  await tar.end()
}

const pictureNote = ({ db, now }: Bench, actor: Actor) =>
  note(db, actor, { act: 'backup.pictures', subject: 'pictures', at: now })

/** R2 is asked after the rows: no picture that they show is missing, because none is ever taken away. */
async function copyPictures(
  bucket: R2Bucket,
  part: Part,
  tar: TarWriter,
): Promise<ArchivedObject[]> {
  const copied: ArchivedObject[] = []
  for await (const { key } of picturesOf(bucket, part)) {
    const object = await bucket.get(key)
    if (!object) continue
    const { md5 } = object.checksums.toJSON()
    if (!md5) throw new Error(`R2 says no checksum of ${key}`)
    await tar.pour(`objects/${key}`, object.size, object.body)
    copied.push({ key, size: object.size, md5, type: object.httpMetadata?.contentType ?? null })
  }
  return copied
}

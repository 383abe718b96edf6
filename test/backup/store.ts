import { env } from 'cloudflare:workers'
import { makeArchive } from '#features/backup/make-archive.ts'
import { picturesOf } from '#features/backup/list-pictures.ts'
import { LEFT_OUT, WHOLE } from '#features/backup/rules.ts'
import { CONSOLE } from '#features/staff/invite.ts'
import { empty } from '../support/empty.ts'
import { tools } from '../support/worker.ts'

/** The whole shop as the bytes of an archive. */
export async function archive(part = WHOLE): Promise<Uint8Array> {
  const { readable, done } = makeArchive(tools(), CONSOLE, part)
  const [bytes] = await Promise.all([new Response(readable).arrayBuffer(), done])
  return new Uint8Array(bytes)
}

export const opener = (bytes: Uint8Array) => () => new Blob([bytes]).stream()

/** Everything that a store keeps and an archive should: tables row for row with their rowids, pictures byte for byte. */
export async function everything(): Promise<Record<string, unknown>> {
  const { results } = await env.DB.prepare(
    "select name from pragma_table_list where schema = 'main' and type = 'table'",
  ).all<{ name: string }>()
  const names = results
    .map(({ name }) => name)
    .filter((name) => !/^(sqlite_|_cf_|d1_)/.test(name) && !LEFT_OUT.includes(name))
  const tables = await env.DB.batch(
    names.map((name) => env.DB.prepare(`select rowid, * from "${name}" order by rowid`)),
  )
  const objects: [string, unknown][] = []
  for await (const { key } of picturesOf(env.PICTURES, WHOLE)) {
    const object = await env.PICTURES.get(key)
    const bytes = new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0))
    objects.push([key, [object?.httpMetadata?.contentType, bytes]])
  }
  return Object.fromEntries([
    ...names.map((name, i) => [name, tables[i]?.results] as const),
    ...objects,
  ])
}

/** Another account at Cloudflare: the same tables, and nothing in them. */
export async function loseEverything(): Promise<void> {
  await empty()
  for await (const { key } of picturesOf(env.PICTURES, WHOLE)) await env.PICTURES.delete(key)
}

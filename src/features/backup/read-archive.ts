import { createTarDecoder } from 'modern-tar'
import * as v from 'valibot'
import { sha256 } from '#platform/ids.ts'
import { endForm, manifestForm } from './form.ts'
import { type End, FORMAT, type Manifest } from './rules.ts'

/** Opens an archive from its beginning: it is read more than once. */
export type OpenArchive = () => ReadableStream<Uint8Array>

/** An archive of which every byte but those of pictures was looked at. */
export type Checked = {
  open: OpenArchive
  manifest: Manifest
  end: End
  /** Rows that changed while the shop was read, as lines, by table. */
  changes: ReadonlyMap<string, string[]>
}

/** What is wrong with an archive or a store, as a sentence for whoever restores it. */
export class Refused extends Error {}

type Entry = { name: string; bytes: Uint8Array }

/**
 * The entries of an archive, one after the other. Each is read to its end: modern-tar 0.8.6 gives nothing more once some
 * were passed over and one is read.
 */
export async function* entriesOf(open: OpenArchive): AsyncGenerator<Entry> {
  const entries = open().pipeThrough(createTarDecoder({ strict: true }))
  for await (const { header, body } of entries) {
    yield { name: header.name, bytes: new Uint8Array(await new Response(body).arrayBuffer()) }
  }
}

/**
 * Reads an archive to its end and changes nothing. Refuses what is not a backup, one of another format, one that was cut
 * off and one with a wrong byte; those of pictures R2 checks itself when it takes them.
 */
export async function checkArchive(open: OpenArchive): Promise<Checked> {
  const sums: Record<string, string> = {}
  const texts = new Map<string, string>()
  const objects: string[] = []
  try {
    for await (const { name, bytes } of entriesOf(open)) {
      if (name.startsWith('objects/')) {
        objects.push(name.slice('objects/'.length))
        continue
      }
      sums[name] = await sha256(bytes)
      if (!name.startsWith('tables/')) texts.set(name, new TextDecoder().decode(bytes))
      if (name === 'manifest.json') refuseOther(texts.get(name))
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused('This archive is damaged or was cut off.', { cause: error })
  }
  const manifest = parsed(manifestForm, texts.get('manifest.json'))
  const end = parsed(endForm, texts.get('end.json'))
  const { 'end.json': sum, 'end.sha256': _, ...others } = sums
  const isWhole =
    sum !== undefined &&
    texts.get('end.sha256') === sum &&
    same(Object.entries(others).toSorted(byName), Object.entries(end.sums).toSorted(byName)) &&
    same(
      objects,
      end.objects.map(({ key }) => key),
    )
  if (!isWhole) throw new Refused('This archive is damaged or was cut off.')
  return { open, manifest, end, changes: changesIn(texts) }
}

function refuseOther(text: string | undefined): void {
  const { format } = parsed(v.object({ format: v.number() }), text)
  if (format !== FORMAT) {
    throw new Refused(
      `This archive has format ${format}; this version of Échoppe reads format ${FORMAT}.`,
    )
  }
}

function parsed<Form extends v.GenericSchema>(form: Form, text: string | undefined) {
  if (text === undefined) throw new Refused('This is not a whole backup of Échoppe.')
  try {
    return v.parse(form, JSON.parse(text))
  } catch (error) {
    throw new Refused('This is not a backup of Échoppe, or it is damaged.', { cause: error })
  }
}

function changesIn(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = [...texts].flatMap(([name, text]) => {
    const [, table] = /^changes\/(.+)\.jsonl$/.exec(name) ?? []
    return table === undefined ? [] : [[table, text.split('\n')] as const]
  })
  return new Map(found)
}

const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1)
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

import { type Actor, note } from '#features/audit/note.ts'
import { runBatch } from '#platform/db.ts'
import { sha256 } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { setDownload } from './save-queries.ts'
import type { Download } from './rules.ts'

export const MOST_FILE_BYTES = 20 * 1024 * 1024

/** What files of a digital piece begin with, by the ending of their names. */
const BEGINNINGS: Record<string, readonly number[]> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  zip: [0x50, 0x4b, 0x03, 0x04],
  epub: [0x50, 0x4b, 0x03, 0x04],
}

type Owner = { id: string; download: Download | null; updatedAt: number }

/** `large`: over 20 MB. `kind`: neither PDF, EPUB nor ZIP, whatever its name says. */
export type Kept = { ok: true } | { ok: false; because: 'large' | 'kind' }

type Given = {
  name: string
  /** Null to keep the file there is. */
  bytes: Uint8Array | null
  maxDownloads: number
}

/** Keeps the file that buyers of a piece download. Who bought the one before gets the new one. */
export async function keepFile(
  { db, env, now }: Tools,
  actor: Actor,
  product: Owner,
  { name, bytes, maxDownloads }: Given,
): Promise<Kept> {
  let download = product.download ? { ...product.download, maxDownloads } : null
  if (bytes) {
    if (bytes.byteLength > MOST_FILE_BYTES) return { ok: false, because: 'large' }
    const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
    const beginning = BEGINNINGS[ending]
    if (!beginning?.every((byte, at) => bytes[at] === byte)) return { ok: false, because: 'kind' }
    const key = `files/${await sha256(bytes)}`
    await env.PICTURES.put(key, bytes)
    download = { filename: cleanName(name, ending), key, maxDownloads }
  }
  if (!download) return { ok: false, because: 'kind' }
  await runBatch(db, [
    setDownload(db, product.id, download, Math.max(now, product.updatedAt + 1)),
    note(db, actor, {
      act: 'product.file',
      subject: product.id,
      facts: { file: download.filename },
      at: now,
    }),
  ])
  return { ok: true }
}

/** A name that every machine can keep: its last part, letters, figures, hyphens. */
function cleanName(name: string, ending: string): string {
  const stem = name.slice(0, -ending.length - 1).replace(/^.*[/\\]/, '')
  const plain = stem.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)
  return `${plain || 'file'}.${ending}`
}

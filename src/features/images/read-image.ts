import type { Tools } from '#platform/tools.ts'
import { makeRendition } from './make-rendition.ts'
import { type Rendition, renditionKey } from './rules.ts'

/** A rendition of a picture as it is kept, or made when nobody has asked for it before; null for no such picture. */
export async function readImage(
  tools: Pick<Tools, 'env' | 'later' | 'now'>,
  hash: string,
  rendition: Rendition,
): Promise<{ body: ReadableStream | ArrayBuffer; etag: string } | null> {
  const kept = await tools.env.RENDITIONS.get(renditionKey(hash, rendition))
  if (kept) return { body: kept.body, etag: kept.httpEtag }
  const made = await makeRendition(tools, hash, rendition)
  return made && { body: made.bytes, etag: made.etag }
}

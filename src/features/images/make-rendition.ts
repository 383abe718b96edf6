import { FOR_EVER } from '#platform/public.ts'
import type { Tools } from '#platform/tools.ts'
import { FORMATS, originalKey, type Rendition, renditionKey } from './rules.ts'

type Bench = Pick<Tools, 'later' | 'now'> & {
  env: Pick<Tools['env'], 'PICTURES' | 'RENDITIONS' | 'IMAGES'>
}

export type Made = { bytes: ArrayBuffer; etag: string }

/** What a request of another visitor is making may never come, for the platform gives requests up: not waited for longer. */
const WAIT_MS = 10_000

const underway = new Map<string, { at: number; making: Promise<Made | null> }>()

/**
 * Makes a rendition with the Images binding and keeps it in R2; null when there is no such picture. Each making is
 * billed: whoever asks meanwhile, in this isolate, waits for the one that is being made. Who makes several gives the
 * original along, so that it is read once.
 */
export function makeRendition(
  { env, later, now }: Bench,
  hash: string,
  rendition: Rendition,
  original?: ArrayBuffer,
): Promise<Made | null> {
  const key = renditionKey(hash, rendition)
  const waiting = underway.get(key)
  if (waiting && now - waiting.at < WAIT_MS) return waiting.making
  const making = make(env, hash, rendition, original).finally(() => {
    if (underway.get(key)?.making === making) underway.delete(key)
  })
  underway.set(key, { at: now, making })
  // Who asked first may go away; those who wait for it shall not wait in vain.
  later(making.catch(() => {}))
  return making
}

async function make(
  env: Bench['env'],
  hash: string,
  rendition: Rendition,
  original?: ArrayBuffer,
): Promise<Made | null> {
  const source = original
    ? new Blob([original]).stream()
    : (await env.PICTURES.get(originalKey(hash)))?.body
  if (!source) return null
  const { type: contentType, quality } = FORMATS[rendition.format]
  const made = await env.IMAGES.input(source)
    .transform({ width: rendition.width, fit: 'scale-down' })
    .output({ format: contentType, quality })
  const bytes = await made.response().arrayBuffer()
  const kept = await env.RENDITIONS.put(renditionKey(hash, rendition), bytes, {
    // For the domain that may serve the bucket: a key holds the hash of what it keeps.
    httpMetadata: { contentType, cacheControl: FOR_EVER },
  })
  return { bytes, etag: kept.httpEtag }
}

import type { Env } from '#env.ts'
import { FORMATS, type Format, originalKey, renditionKey } from './rules.ts'

/**
 * A rendition of a picture, or null when there is no such picture. It is made by the Images binding the first time
 * somebody asks, kept in R2, and never made again: each making is billed.
 */
export async function readImage(
  env: Pick<Env, 'PICTURES' | 'IMAGES'>,
  hash: string,
  width: number,
  format: Format,
): Promise<ReadableStream | ArrayBuffer | null> {
  const key = renditionKey(hash, width, format)
  const kept = await env.PICTURES.get(key)
  if (kept) return kept.body
  const original = await env.PICTURES.get(originalKey(hash))
  if (!original) return null
  const { type, quality } = FORMATS[format]
  const made = await env.IMAGES.input(original.body)
    .transform({ width, fit: 'scale-down' })
    .output({ format: type, quality })
  const bytes = await made.response().arrayBuffer()
  await env.PICTURES.put(key, bytes, { httpMetadata: { contentType: type } })
  return bytes
}

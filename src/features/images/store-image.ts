import type { Env } from '#env.ts'
import { sha256 } from '#platform/ids.ts'
import type { Image } from './queries.ts'
import { groundOf, originalKey } from './rules.ts'

/**
 * Puts an original into R2 under the hash of its bytes and returns the row that makes it a picture of the shop.
 * Throws what the Images binding throws when the bytes are not a picture.
 */
export async function storeImage(
  env: Pick<Env, 'PICTURES' | 'IMAGES'>,
  bytes: Uint8Array,
): Promise<Image> {
  const info = await env.IMAGES.info(streamOf(bytes))
  if (!('width' in info)) throw new Error('A drawing (SVG) is not a picture of the shop')
  const hash = (await sha256(bytes)).slice(0, 24)
  await env.PICTURES.put(originalKey(hash), bytes, { httpMetadata: { contentType: info.format } })
  return {
    hash,
    width: info.width,
    height: info.height,
    ground: groundOf(await edge(env, bytes)),
  }
}

/** The pixels around the edge of a picture, from a very small copy of it. */
async function edge(env: Pick<Env, 'IMAGES'>, bytes: Uint8Array): Promise<number[][]> {
  const { decode } = await import('fast-png')
  const small = await env.IMAGES.input(streamOf(bytes))
    .transform({ width: 6, height: 6, fit: 'squeeze' })
    .output({ format: 'image/png' })
  const { data, width, height, channels } = decode(await small.response().arrayBuffer())
  const pixels: number[][] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = x > 0 && x < width - 1 && y > 0 && y < height - 1
      const at = (y * width + x) * channels
      if (!inside) pixels.push(Array.from(data.slice(at, at + 3)))
    }
  }
  return pixels
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream()
}

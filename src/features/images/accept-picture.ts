import { picturesOrigin } from '#env.ts'
import type { Phrase } from '#lib/i18n.ts'
import { runBatch } from '#platform/db.ts'
import { describe } from '#platform/log.ts'
import type { Tools } from '#platform/tools.ts'
import { bareWebp } from './bare-webp.ts'
import { refusals } from './desk-words.ts'
import { completeRenditions } from './make-renditions.ts'
import { type Image, keepImage } from './queries.ts'
import { readHeader } from './read-header.ts'
import { MAX_BYTES, MOST_KEPT, refusalOf } from './rules.ts'
import { storeImage } from './store-image.ts'

export type Accepted = { ok: true; image: Image } | { ok: false; problem: Phrase }

type Bench = Pick<Tools, 'db' | 'env' | 'later' | 'log' | 'now'>

/** What the Images binding says when the month's free transformations are used up. */
const QUOTA_SPENT = 9422

/**
 * Makes a picture of the shop of whatever was sent, or says why not. Its size is read before anything is decoded; then
 * it is drawn anew, upright and at most 2400 pixels a side, and only that drawing is kept: no place, no camera, nothing
 * that hid behind the picture. The same file once more is the same picture.
 */
export async function acceptPicture(tools: Bench, sent: Blob): Promise<Accepted> {
  const { db, env, log } = tools
  if (sent.size > MAX_BYTES) return { ok: false, problem: refusals.heavy }
  const given = new Uint8Array(await sent.arrayBuffer())
  const header = readHeader(given)
  const refusal = refusalOf(header, given.length)
  if (refusal) return { ok: false, problem: refusals[refusal] }
  const drawn = await redraw(env, given).catch((error: unknown) => {
    log('picture refused', { header, error: describe(error) })
    return codeOf(error)
  })
  if (typeof drawn === 'number') {
    const heic = typeof header === 'object' && header?.format === 'heic'
    const why = heic ? refusals.heic : refusals.broken
    return { ok: false, problem: drawn === QUOTA_SPENT ? refusals.quota : why }
  }
  const image = await storeImage(env, drawn)
  const complete = await isComplete(tools, image)
  await runBatch(db, [keepImage(db, { ...image, complete })])
  return { ok: true, image }
}

/** Where pages show pictures from another domain, a new one is there before any page can name it. */
async function isComplete(tools: Bench, image: Image): Promise<boolean> {
  if (!picturesOrigin(tools.env)) return false
  try {
    await completeRenditions(tools, image)
    return true
  } catch (error) {
    tools.log('renditions wait', { picture: image.hash, error: describe(error) })
    return false
  }
}

async function redraw(env: Tools['env'], bytes: Uint8Array): Promise<Uint8Array> {
  const made = await env.IMAGES.input(new Blob([bytes]).stream())
    .transform({ width: MOST_KEPT, height: MOST_KEPT, fit: 'scale-down' })
    .output({ format: 'image/webp', quality: 90, anim: false })
  const bare = bareWebp(new Uint8Array(await made.response().arrayBuffer()))
  if (!bare) throw new Error('The Images binding did not answer with a WebP')
  return bare
}

/** The number that the Images binding gives its refusals; what has none is a bug, and is thrown on. */
function codeOf(error: unknown): number {
  if (error instanceof Error && 'code' in error && typeof error.code === 'number') return error.code
  throw error
}

import { picturesOrigin } from '#env.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { runBatch } from '#platform/db.ts'
import type { Tools } from '#platform/tools.ts'
import { makeRendition } from './make-rendition.ts'
import { incompleteImages, markComplete, showFrom, showFromShop } from './rendition-queries.ts'
import { originalKey, renditionKey, renditionsOf } from './rules.ts'

/** After so many a run ends: one large picture, or some small ones. On the free plan it has few calls, for all jobs. */
const MOST_MADE = 16
const MOST_LOOKED_AT = 30
/** A Worker has six connections at a time, and other jobs run beside this one. */
const AT_ONCE = 3
const PATIENCE_MS = 5000

type Ask = (url: string, init: RequestInit) => Promise<Response>

/**
 * Gets pictures ready for the domain that `PICTURES_URL` names, some at a run, and lets pages show them from there once
 * all are; takes them back when it names none or another. Without it renditions are made when somebody asks for them.
 */
export async function makeRenditions(tools: Tools, ask: Ask = fetch): Promise<void> {
  const { db, env } = tools
  const origin = picturesOrigin(env)
  const [rows, waiting] = await db.batch([
    allSettings(db),
    incompleteImages(db, origin ? MOST_LOOKED_AT : 0),
  ])
  const { base } = readSettings(rows).pictures
  if (base !== '' && base !== origin) await runBatch(db, showFromShop(db))
  else if (origin && (base === '' || waiting.length > 0)) await goOn(tools, origin, waiting, ask)
}

type Original = { hash: string; width: number }

async function goOn(
  tools: Tools,
  origin: string,
  waiting: readonly Original[],
  ask: Ask,
): Promise<void> {
  const { db } = tools
  const done: string[] = []
  let made = 0
  try {
    for (const original of waiting) {
      if (made >= MOST_MADE) return
      // oxlint-disable-next-line no-await-in-loop -- a bounded number at a time
      made += await completeRenditions(tools, original)
      done.push(original.hash)
    }
  } finally {
    if (done.length > 0) await markComplete(db, done)
  }
  if (await isServed(tools, origin, ask)) await showFrom(db, origin)
}

/** Whether the domain gives to everybody what the bucket keeps: not before it is set up, nor when it serves another one. */
async function isServed({ env, log }: Tools, origin: string, ask: Ask): Promise<boolean> {
  const { objects } = await env.RENDITIONS.list({ limit: 1 })
  const [one] = objects
  if (!one) return false
  const answer = await ask(`${origin}/${one.key}`, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (answer.status === 200) return true
  log('pictures are not served', { at: origin, status: answer.status })
  return false
}

/** Makes what a page may print of a picture and is not kept yet; answers how many it made. */
export async function completeRenditions(
  tools: Pick<Tools, 'env' | 'later' | 'now'>,
  { hash, width }: Original,
): Promise<number> {
  const { objects } = await tools.env.RENDITIONS.list({ prefix: `images/${hash}/` })
  const kept = new Set(objects.map(({ key }) => key))
  const missing = renditionsOf(width).filter((one) => !kept.has(renditionKey(hash, one)))
  if (missing.length === 0) return 0
  const original = await tools.env.PICTURES.get(originalKey(hash))
  // Nothing can be made of it, here or there.
  if (!original) return 0
  const bytes = await original.arrayBuffer()
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE)
    // oxlint-disable-next-line no-await-in-loop -- the rest when these are made
    await Promise.all(some.map((one) => makeRendition(tools, hash, one, bytes)))
  }
  return missing.length
}

import { downloadsOf } from '#features/catalogue/queries.ts'
import { isSignedBy, sign } from '#platform/signature.ts'
import type { Tools } from '#platform/tools.ts'
import { countDownload, orderLineById, readOrder } from './queries.ts'
import { FILE_LINK_HOURS, isLineRepaid, isPaid } from './rules.ts'

const HOUR_MS = 3_600_000

/** What a link to the file of a line carries: until when it works, signed with the order's own secret. */
export async function signFile(token: string, lineId: string, now: number) {
  const until = now + FILE_LINK_HOURS * HOUR_MS
  return { until, signature: await sign(token, signed(lineId, until)) }
}

/** `counts`: whether the file itself is wanted, and not only what is said of it. */
type Asked = { lineId: string; until: string; signature: string; counts: boolean }

export type Fetched =
  | { ok: true; body: ReadableStream; filename: string; size: number }
  | { ok: false; because: 'unknown' | 'expired' | 'spent' | 'repaid' }

/** Hands out the file of a paid line to who holds its link, as often as its maker allows, until it is refunded. */
export async function fetchFile(tools: Tools, asked: Asked): Promise<Fetched> {
  const { db, env, now, log } = tools
  const [found] = await orderLineById(db, asked.lineId)
  const until = Number(asked.until)
  const genuine =
    found && (await isSignedBy(found.token, signed(asked.lineId, until), asked.signature))
  const view = genuine ? await readOrder(db, found.line.orderId) : null
  if (!genuine || !view) return { ok: false, because: 'unknown' }
  if (isLineRepaid(found.line, view)) return { ok: false, because: 'repaid' }
  if (!isPaid(found.state)) return { ok: false, because: 'unknown' }
  if (until < now) return { ok: false, because: 'expired' }
  const [product] = await downloadsOf(db, [found.line.productId])
  if (!product?.download) return { ok: false, because: 'unknown' }
  const { key, filename, maxDownloads } = product.download
  const file = await env.PICTURES.get(key)
  if (!file) {
    log('file missing', { line: asked.lineId })
    return { ok: false, because: 'unknown' }
  }
  const counted = !asked.counts || (await countDownload(db, asked.lineId, maxDownloads)).length > 0
  if (!counted) {
    await file.body.cancel()
    return { ok: false, because: 'spent' }
  }
  return { ok: true, body: file.body, filename, size: file.size }
}

function signed(lineId: string, until: number): string {
  return `${lineId}.${until}`
}

import { allSettings, readSettings } from '#features/settings/queries.ts'
import { localTime } from '#lib/dates.ts'
import type { Tools } from '#platform/tools.ts'
import { countDay } from './day-queries.ts'

const FLUSH_MS = 60_000

/** Visits that this isolate has seen and not written yet. Some are lost when it ends: a figure, not an account. */
const seen = { visits: 0, since: 0 }

/**
 * Counts people who arrive: a page that was asked for from outside the shop. Nobody is recognised and nothing is kept
 * of them; machines that do not say how they navigate are not counted. Written once a minute at most, after an answer.
 */
export function countVisit(tools: Tools, request: Request, status: number): void {
  // Of a page that the browser knows already it is told just that.
  if (![200, 304].includes(status) || !isArrival(request)) return
  seen.visits++
  if (tools.now - seen.since < FLUSH_MS) return
  const { visits } = seen
  seen.visits = 0
  seen.since = tools.now
  tools.later(write(tools, visits))
}

/** Whether a request is somebody opening the shop from elsewhere, as browsers say (`Sec-Fetch-*`). */
export function isArrival(request: Request): boolean {
  const says = (name: string) => request.headers.get(name)
  return (
    request.method === 'GET' &&
    !new URL(request.url).pathname.startsWith('/admin') &&
    says('sec-fetch-dest') === 'document' &&
    says('sec-fetch-site') !== 'same-origin' &&
    !says('sec-purpose')
  )
}

async function write({ db, now }: Tools, visits: number): Promise<void> {
  const { timeZone } = readSettings(await allSettings(db)).shop
  await countDay(db, localTime(now, timeZone).day, { visits })
}

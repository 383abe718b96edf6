import type { Tools } from '#platform/tools.ts'
import { crossChecks, type Doubt } from './cross-queries.ts'
import { lastSeal, sealedLine } from './queries.ts'
import { readChain } from './read-chain.ts'
import { KEPT_YEARS } from './rules.ts'
import { sealJournal } from './seal.ts'
import { type Verdict, walkChain } from './walk-chain.ts'

/** What a verification found: how far the chain is right, and what does not agree with it. */
export type Verified = {
  verdict: Verdict
  /** The document or span of the line that is wrong, when it is there. */
  number: string | null
  doubts: { about: Doubt; number: string }[]
}

/**
 * Follows the journal from its first line to its last seal, adds its closings up again, and compares it with the
 * documents and the orders. `kept` is a hash that was kept outside of the shop; empty to do without.
 */
export async function verifyJournal(tools: Tools, kept = ''): Promise<Verified> {
  const { db, now } = tools
  await sealJournal(tools)
  const [last] = await lastSeal(db)
  const end = last?.seq ?? 0
  const walked = await walkChain(readChain(db, end), kept)
  const { lines } = walked
  const short = walked.ok && lines < end
  const verdict: Verdict = short
    ? { ok: false, lines, fault: { seq: lines + 1, because: 'missing' } }
    : walked
  const [wrong] = verdict.ok ? [] : await sealedLine(db, verdict.fault.seq)
  const since = new Date(now).getUTCFullYear() - KEPT_YEARS
  const { line, document, series, order, unbilled } = crossChecks(db, since)
  const found = await db.batch([line, document, series, order, unbilled])
  const about = ['line', 'document', 'series', 'order', 'unbilled'] as const
  const doubts = about.flatMap((one, at) =>
    (found[at] ?? []).map(({ number }) => ({ about: one, number })),
  )
  return { verdict, number: wrong?.line.number ?? null, doubts }
}

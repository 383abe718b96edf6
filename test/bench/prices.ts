/**
 * What Cloudflare asked on 22 November 2026, without taxes:
 * https://developers.cloudflare.com/workers/platform/pricing/ (Workers, D1, Durable Objects),
 * https://developers.cloudflare.com/workers/cache/#pricing, https://developers.cloudflare.com/r2/pricing/.
 */
export const PLAN_DOLLARS = 5
/** The European Central Bank's reference rate of 28 February 2025: one euro was 1.0411 dollars. The bill is in dollars. */
export const EUROS_PER_DOLLAR = 1 / 1.0411
export const DAYS = 30

/** What is counted, and what a plan says about it. */
export const METERS = [
  'requests',
  'cpuMs',
  'rowsRead',
  'rowsWritten',
  'objectCalls',
  'objectGbSeconds',
  'objectRowsRead',
  'objectRowsWritten',
  'r2Reads',
  'r2Writes',
] as const

export type Meter = (typeof METERS)[number]
export type Usage = Record<Meter, number>

const MILLION = 1_000_000

/** What the free plan allows in a day; what it says nothing about, or per request only, is Infinity. R2 counts by month. */
export const FREE_A_DAY: Usage = {
  requests: 100_000,
  cpuMs: Infinity,
  rowsRead: 5 * MILLION,
  rowsWritten: 100_000,
  objectCalls: 100_000,
  objectGbSeconds: 13_000,
  objectRowsRead: 5 * MILLION,
  objectRowsWritten: 100_000,
  r2Reads: (10 * MILLION) / DAYS,
  r2Writes: MILLION / DAYS,
}

/** What the paid plan includes in a month, and dollars for each million above it. */
export const PAID_A_MONTH: Record<Meter, { included: number; dollars: number }> = {
  requests: { included: 10 * MILLION, dollars: 0.3 },
  cpuMs: { included: 30 * MILLION, dollars: 0.02 },
  rowsRead: { included: 25_000 * MILLION, dollars: 0.001 },
  rowsWritten: { included: 50 * MILLION, dollars: 1 },
  objectCalls: { included: MILLION, dollars: 0.15 },
  objectGbSeconds: { included: 400_000, dollars: 12.5 },
  objectRowsRead: { included: 25_000 * MILLION, dollars: 0.001 },
  objectRowsWritten: { included: 50 * MILLION, dollars: 1 },
  r2Reads: { included: 10 * MILLION, dollars: 0.36 },
  r2Writes: { included: MILLION, dollars: 4.5 },
}

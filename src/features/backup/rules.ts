/** Raised when an archive of before can no longer be read. */
export const FORMAT = 1

/** What the log of the back office is about when the rows of the shop were saved, and nothing else is. */
export const BACKUP = 'backup'

const DAY_MS = 86_400_000
/** After this long a backup is too old to count on. */
const STALE_MS = 30 * DAY_MS
/** Pictures in one download: each is asked for by a call, and a visit has a thousand of them. */
const PICTURES_A_PART = 400

/**
 * Tables that let somebody in, or count their tries: sessions, questions of the door, invitations, wrong codes. They
 * stay out of every archive; keys (public) and recovery codes (hashed) are in it, or nobody could sign in afterwards.
 * So does what caches are to forget: after a restore they forget everything.
 */
export const LEFT_OUT: readonly string[] = [
  'desk_session',
  'challenge',
  'invitation',
  'failed_try',
  'stale',
  'purge',
]

export type Column = { name: string; type: string }

export type Table = { name: string; columns: readonly Column[] }

/** Sums that a restored shop must have again, as they were at the moment of the backup. */
export type Totals = {
  /** How many rows each table has. */
  rows: Record<string, number>
  /** Per month and currency: paid orders, their money and what went back of it, in minor units. */
  months: readonly unknown[]
  /** Counted variants; units free, held, sold; and levels that are not the sum of their movements. */
  stock: readonly unknown[]
  /** The last line of each table of the sales journal. */
  journal: Record<string, string>
}

export type Part = {
  rows: boolean
  /** The pictures whose keys come after this one … */
  after: string
  /** … up to this one, itself among them; null for all that follow, the empty text for none. */
  upTo: string | null
}

/** The first thing in an archive: what it is, and what may read it. */
export type Manifest = {
  format: number
  at: number
  migrations: readonly string[]
  /** Every table is after those it refers to; none in an archive of pictures. */
  tables: readonly Table[]
}

export type ArchivedObject = { key: string; size: number; md5: string; type: string | null }

/** The last thing in an archive: what is in it. An archive without it was cut off. */
export type End = {
  /** The SHA-256 of every entry but pictures, by its name. */
  sums: Record<string, string>
  objects: readonly ArchivedObject[]
  /** Null in an archive of pictures, as is `changed`. */
  totals: Totals | null
  /**
   * The rows of each table that changed while it was read: as they were at the last moment they are under `changes/`, or
   * nowhere when they were deleted, and lines under `tables/` about them do not count.
   */
  changed: Record<string, readonly number[]> | null
}

/** Everything in one file, as the command makes it. */
export const WHOLE: Part = { rows: true, after: '', upTo: null }

/** The downloads that together are the whole shop: its rows, then its pictures by some hundreds. */
export function partsFor(keys: readonly string[]): Part[] {
  const cuts = keys.filter((_, i) => i > 0 && i % PICTURES_A_PART === 0)
  const ends = cuts.map((cut) => keys[keys.indexOf(cut) - 1] ?? null)
  const pictures = [...ends, null].map((upTo, i) => {
    return { rows: false, after: ends[i - 1] ?? '', upTo }
  })
  return [{ rows: true, after: '', upTo: '' }, ...(keys.length > 0 ? pictures : [])]
}

/** Whether the last backup, if there is one, is older than thirty days. */
export function isStale(madeAt: number | null, now: number): boolean {
  return madeAt === null || now - madeAt > STALE_MS
}

/** What two stores do not agree on, a line each; none when they have the same totals. */
export function differences(was: Totals, is: Totals): string[] {
  const rows = Object.entries(was.rows).flatMap(([table, count]) =>
    is.rows[table] === count ? [] : [`${table}: ${is.rows[table] ?? 0} rows instead of ${count}`],
  )
  const sums = (['months', 'stock', 'journal'] as const).flatMap((part) => {
    const [now, then] = [is[part], was[part]].map((sums) => JSON.stringify(sums))
    return now === then ? [] : [`${part}: ${now} instead of ${then}`]
  })
  return [...rows, ...sums]
}

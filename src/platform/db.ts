import { and, type SQL, sql } from 'drizzle-orm'
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
import { drizzle } from 'drizzle-orm/d1'
import { folded } from '#lib/folded.ts'
import { fold } from '#lib/text.ts'

const MOST_WORDS = 5

/**
 * D1 through drizzle: columns are snake_case there and camelCase here. In a batch D1 answers rows by column name, so a
 * statement that joins must not select two columns of one name: drizzle would read them shifted.
 */
export function openDb(d1: D1Database | D1DatabaseSession) {
  // oxlint-disable-next-line no-unsafe-type-assertion -- drizzle prepares and batches, and so does a session
  const db = drizzle(d1 as D1Database, { casing: 'snake_case' })
  const run = db.run.bind(db)
  // drizzle 0.45 forgets the D1 statement of a raw one, which its own batch() then wants to bind.
  db.run = (query) => {
    const statement = run(query)
    return Object.assign(statement, { stmt: d1.prepare(statement.getQuery().sql) })
  }
  return db
}

export type Db = ReturnType<typeof openDb>

/**
 * That a text, in SQL, holds every word that was typed, whatever their capitals and accents. It reads the text of each row:
 * only for what is short, in lists that are bounded.
 */
export function holdsWords(text: string, typed: string): SQL | undefined {
  const words =
    fold(typed)
      .match(/[\p{L}\p{N}@.]+/gu)
      ?.slice(0, MOST_WORDS) ?? []
  return and(...words.map((word) => sql`instr(${sql.raw(folded(text))}, ${word}) > 0`)) ?? sql`0`
}

/** How many rows a query has, counted no further than `most`. */
export function upTo(rows: SQL, most: number): SQL<number> {
  return sql<number>`(select count(*) from (${rows} limit ${most}))`
}

/** A statement that has not run yet. */
export type Statement = BatchItem<'sqlite'>

/** Runs statements as one transaction: all of them happen, or none. An empty list does nothing. */
export async function runBatch(db: Db, statements: Statement[]): Promise<unknown[]> {
  const [first, ...rest] = statements
  if (!first) return []
  const results: BatchResponse<[Statement, ...Statement[]]> = await db.batch([first, ...rest])
  return results
}

/**
 * Does work again when its batch failed because another act had changed what it was reckoned from, which one of some
 * constraints tells: at most some twenty times.
 */
export async function anew<T>(
  constraints: string | readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      return await work()
    } catch (error) {
      const broken = brokenConstraint(error) ?? ''
      if (attempt === 20 || ![constraints].flat().includes(broken)) throw error
    }
  }
}

/**
 * The constraint that made a batch fail, such as `stock_is_short` or `order_event.order_id`, or the one word that a
 * trigger raised; null for other errors.
 */
export function brokenConstraint(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const match =
      /(?:CHECK|UNIQUE|NOT NULL) constraint failed: ([\w., ]+?)(?::|$)/.exec(cause.message) ??
      /D1_ERROR: (\w+): SQLITE_CONSTRAINT/.exec(cause.message)
    if (match?.[1]) return match[1].trim()
  }
  return null
}

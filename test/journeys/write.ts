import { inject } from 'vitest'
import type { Statement } from '#platform/db.ts'

type Written = Statement & { toSQL(): { sql: string; params: unknown[] } }
type Answer<R> = { success: boolean; result: R; errors: unknown }

/**
 * Runs statements as one transaction, inside the running shop: a second process that writes to the same database finds
 * it locked now and then, or locks the shop out.
 */
export async function write(statements: Statement[]): Promise<void> {
  const [database] = await ask<{ uuid: string }[]>('')
  const batch = statements.map((statement) => {
    if (!isWritten(statement)) throw new Error('Only statements of drizzle have their SQL.')
    const { sql, params } = statement.toSQL()
    // Values travel as words, which their columns turn back into numbers.
    return { sql, params: params.map(String) }
  })
  await ask(`/${database?.uuid}/raw`, { method: 'POST', body: JSON.stringify({ batch }) })
}

const isWritten = (statement: Statement): statement is Written => 'toSQL' in statement

/** Asks the explorer that `wrangler dev` opens beside the shop. */
async function ask<R>(path: string, init: RequestInit = {}): Promise<R> {
  const url = `${inject('shop').url}/cdn-cgi/local/explorer/api/d1/database${path}`
  const answer = await fetch(url, { ...init, headers: { 'Content-Type': 'application/json' } })
  const { success, result, errors }: Answer<R> = JSON.parse(await answer.text())
  if (!success) throw new Error(JSON.stringify(errors))
  return result
}

import { note } from '#features/audit/note.ts'
import type { Statement } from '#platform/db.ts'
import { newToken, sha256 } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { addSession, endSessionOf } from './queries.ts'

/** Who signs in, and on which browser. */
export type Arrival = {
  staffId: string
  name: string
  browser: string
  by: 'passkey' | 'code'
  /** The token that this browser had until now: it opens nothing any more. */
  before: string | null
}

/** A new session: its token, and the statements that open it. Each sign-in has a token of its own. */
export async function newSession(
  { db, now }: Pick<Tools, 'db' | 'now'>,
  { staffId, name, browser, by, before }: Arrival,
): Promise<{ token: string; statements: Statement[] }> {
  const token = newToken()
  const statements: Statement[] = [
    ...(before ? [endSessionOf(db, await sha256(before), now)] : []),
    addSession(db, {
      hash: await sha256(token),
      staffId,
      browser: browser.slice(0, 200),
      createdAt: now,
      seenAt: now,
    }),
    note(
      db,
      { staffId, who: name },
      { act: 'session.opened', subject: staffId, facts: { by }, at: now },
    ),
  ]
  return { token, statements }
}

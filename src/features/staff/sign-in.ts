import { note } from '#features/audit/note.ts'
import { addAct } from '#features/audit/queries.ts'
import { mailLater } from '#features/mail/queries.ts'
import { sendOutbox } from '#features/mail/send-outbox.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId, sha256 } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { takeQuestion } from './ceremonies.ts'
import { type Arrival, newSession } from './open-session.ts'
import { type AuthenticationResponseJSON, counterIn } from './passkeys.ts'
import * as q from './queries.ts'
import { plainCode, TRIES_AN_HOUR } from './rules.ts'

const HOUR_MS = 3_600_000

export type SignedIn =
  | { ok: true; session: string; staff: q.StaffRow }
  | { ok: false; because: 'wrong' | 'too_many' }

/** What the browser calls itself, and the session's token that it had until now. */
type Browser = Pick<Arrival, 'browser' | 'before'>

const WRONG: SignedIn = { ok: false, because: 'wrong' }

/** Lets in whoever shows a passkey of this shop, and answers the same to everybody else. */
export async function signInByPasskey(
  tools: Tools,
  token: string | null,
  response: AuthenticationResponseJSON,
  on: Browser,
): Promise<SignedIn> {
  const { db, env, now } = tools
  const question = await takeQuestion(tools, token, 'sign-in')
  const [found] = await q.passkeyById(db, response.id)
  if (!question || !found) return WRONG
  const counter = await counterIn(env, response, question.challenge, found.passkey)
  if (counter === null) return WRONG
  const { staff, passkey } = found
  const session = await newSession(tools, {
    staffId: staff.id,
    name: staff.name,
    ...on,
    by: 'passkey',
  })
  await runBatch(db, [q.notePasskeyUse(db, passkey.id, counter, now), ...session.statements])
  return { ok: true, session: session.token, staff }
}

/**
 * Lets in whoever has a recovery code, once, ends every other session of that person and tells the workshop by mail. Five wrong codes an hour
 * from one place, then none is looked at. `place` is where the request comes from.
 */
export async function signInByCode(
  tools: Tools,
  typed: string,
  place: string,
  on: Browser,
): Promise<SignedIn> {
  const { db, now } = tools
  const key = await sha256(`code ${place}`)
  const [tries] = await q.failedTries(db, key, now - HOUR_MS)
  if ((tries?.count ?? 0) >= TRIES_AN_HOUR) return { ok: false, because: 'too_many' }
  const hash = await sha256(plainCode(typed))
  const [found] = await q.unusedCode(db, hash)
  if (!found) {
    await runBatch(db, [
      q.forgetTries(db, now - HOUR_MS),
      q.addFailedTry(db, { id: newId('try'), key, at: now }),
    ])
    return WRONG
  }
  const { staff } = found
  const session = await newSession(tools, {
    staffId: staff.id,
    name: staff.name,
    ...on,
    by: 'code',
  })
  try {
    await runBatch(db, [
      useOf(db, staff, hash, now),
      q.markCodeUsed(db, hash, now),
      q.endEverySession(db, staff.id, now),
      ...session.statements,
      mailLater(db, {
        id: newId('out'),
        key: `code_used:${hash.slice(0, 32)}`,
        template: 'code_used',
        facts: { who: staff.name },
        at: now,
      }),
    ])
  } catch (error) {
    if (brokenConstraint(error) !== 'audit.id') throw error
    return WRONG
  }
  tools.later(sendOutbox(tools))
  return { ok: true, session: session.token, staff }
}

/** The audit line of a code's use. Its id is the code's, so that a second use at the same moment fails. */
function useOf(db: Tools['db'], staff: q.StaffRow, hash: string, at: number) {
  return addAct(db, {
    id: `aud_code_${hash.slice(0, 32)}`,
    at,
    staffId: staff.id,
    who: staff.name,
    act: 'code.used',
    subject: staff.id,
    facts: {},
  })
}

/** Ends a session of somebody: on the server, so that its cookie opens nothing any more. */
export async function signOut(tools: Tools, staff: q.StaffRow, hash: string): Promise<void> {
  const { db, now } = tools
  await runBatch(db, [
    q.endSession(db, hash, staff.id, now),
    note(
      db,
      { staffId: staff.id, who: staff.name },
      { act: 'session.ended', subject: staff.id, at: now },
    ),
  ])
}

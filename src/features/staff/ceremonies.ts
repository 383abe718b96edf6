import { allSettings, readSettings } from '#features/settings/queries.ts'
import { runBatch } from '#platform/db.ts'
import { newId, newToken, sha256 } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { creationOptions, requestOptions } from './passkeys.ts'
import * as q from './queries.ts'
import { CHALLENGE_MS, QUESTIONS_A_MINUTE } from './rules.ts'

const MINUTE_MS = 60_000

/** What a browser asks its authenticator, and the token that only this browser can answer with. */
type Asked<Options> = { token: string; options: Options }

/** Asks for a first key of somebody who was invited; null when the invitation is used or over. */
export async function askFirstKey(tools: Tools, invitation: string, name: string) {
  const hash = await sha256(invitation)
  const [open] = await q.openInvitation(tools.db, hash, tools.now)
  return open ? askKey(tools, { staffId: newId('stf'), name, invitation: hash, known: [] }) : null
}

/** Asks for another key of somebody who is signed in. */
export async function askNextKey(tools: Tools, staff: q.StaffRow) {
  const known = await q.passkeysOf(tools.db, staff.id)
  return askKey(tools, { staffId: staff.id, name: staff.name, invitation: null, known })
}

type Wanted = {
  staffId: string
  name: string
  invitation: string | null
  known: q.PasskeyRow[]
}

async function askKey(tools: Tools, { staffId, name, invitation, known }: Wanted) {
  const { shop } = readSettings(await allSettings(tools.db))
  const options = await creationOptions(tools.env, { staffId, name, shop: shop.name, known })
  return remember(tools, options, { purpose: 'register', staffId, invitation })
}

/**
 * Asks whoever holds a key of this shop to show it; null when this place has asked for too many questions in a minute.
 * `place` is where the request comes from.
 */
export async function askSignIn(tools: Tools, place: string) {
  const { db, now } = tools
  const key = await sha256(`question ${place}`)
  const [asked] = await q.failedTries(db, key, now - MINUTE_MS)
  if ((asked?.count ?? 0) >= QUESTIONS_A_MINUTE) return null
  await q.addFailedTry(db, { id: newId('try'), key, at: now })
  const options = await requestOptions(tools.env)
  return remember(tools, options, { purpose: 'sign-in', staffId: null, invitation: null })
}

async function remember<Options extends { challenge: string }>(
  { db, now }: Tools,
  options: Options,
  about: Pick<q.ChallengeRow, 'purpose' | 'staffId' | 'invitation'>,
): Promise<Asked<Options>> {
  const token = newToken()
  const hash = await sha256(token)
  const { challenge } = options
  await runBatch(db, [
    q.forgetChallenges(db, now),
    q.addChallenge(db, { ...about, hash, challenge, expiresAt: now + CHALLENGE_MS }),
  ])
  return { token, options }
}

/** The question that this browser was asked, once and within five minutes. */
export async function takeQuestion(
  { db, now }: Tools,
  token: string | null,
  purpose: q.ChallengeRow['purpose'],
): Promise<q.ChallengeRow | null> {
  if (!token) return null
  const [taken] = await q.takeChallenge(db, await sha256(token))
  return taken && taken.purpose === purpose && taken.expiresAt > now ? taken : null
}

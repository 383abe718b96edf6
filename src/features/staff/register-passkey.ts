import { note } from '#features/audit/note.ts'
import type { Lang } from '#lib/i18n.ts'
import { brokenConstraint, runBatch, type Statement } from '#platform/db.ts'
import { newToken, sha256 } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { takeQuestion } from './ceremonies.ts'
import { newSession } from './open-session.ts'
import { newKeyIn, type RegistrationResponseJSON } from './passkeys.ts'
import * as q from './queries.ts'
import { RECOVERY_CODES, readableCode } from './rules.ts'

const CODE_LETTERS = 24
/** Broken by an invitation that is used up, and by a key that is somebody's already. */
const REFUSED = new Set(['staff.id', 'passkey.id'])

type Answer = {
  token: string | null
  response: RegistrationResponseJSON
  /** What they call this key: "Téléphone". */
  keyName: string
}

type Newcomer = { name: string; lang: Lang; browser: string; before: string | null }

export type Joined = { ok: true; session: string; codes: string[] } | { ok: false }

/**
 * Makes whoever was invited staff, with their first passkey, their recovery codes (shown once, kept hashed) and a
 * session, in one batch. The invitation works once.
 */
export async function join(tools: Tools, answer: Answer, newcomer: Newcomer): Promise<Joined> {
  const { db, now } = tools
  const question = await takeQuestion(tools, answer.token, 'register')
  if (!question?.invitation || !question.staffId) return { ok: false }
  const key = await newKeyIn(tools.env, answer.response, question.challenge)
  if (!key) return { ok: false }
  const { name, lang, ...on } = newcomer
  const staffId = question.staffId
  const session = await newSession(tools, { staffId, name, ...on, by: 'passkey' })
  const codes = await newCodes(tools, staffId)
  try {
    await runBatch(db, [
      ...q.joinBy(db, question.invitation, { id: staffId, name, lang, createdAt: now }),
      q.addPasskey(db, { ...key, staffId, name: answer.keyName, createdAt: now }),
      ...codes.statements,
      note(db, { staffId, who: name }, { act: 'staff.joined', subject: staffId, at: now }),
      ...session.statements,
    ])
  } catch (error) {
    if (!REFUSED.has(brokenConstraint(error) ?? '')) throw error
    return { ok: false }
  }
  return { ok: true, session: session.token, codes: codes.codes }
}

/** Adds a key of somebody who is signed in. False when the answer is not right. */
export async function addKey(tools: Tools, answer: Answer, staff: q.StaffRow): Promise<boolean> {
  const { db, now } = tools
  const question = await takeQuestion(tools, answer.token, 'register')
  if (question?.staffId !== staff.id) return false
  const key = await newKeyIn(tools.env, answer.response, question.challenge)
  if (!key) return false
  const actor = { staffId: staff.id, who: staff.name }
  const facts = { name: answer.keyName }
  try {
    await runBatch(db, [
      q.addPasskey(db, { ...key, staffId: staff.id, name: answer.keyName, createdAt: now }),
      note(db, actor, { act: 'passkey.added', subject: staff.id, facts, at: now }),
    ])
  } catch (error) {
    if (!REFUSED.has(brokenConstraint(error) ?? '')) throw error
    return false
  }
  return true
}

/** Eight codes of 120 random bits: the codes to show, and the statements that keep their hashes. */
export async function newCodes({ db }: Pick<Tools, 'db'>, staffId: string) {
  const plain = Array.from({ length: RECOVERY_CODES }, () => newToken().slice(0, CODE_LETTERS))
  const hashes = await Promise.all(plain.map((code) => sha256(code)))
  const statements: Statement[] = [
    q.forgetRecoveryCodes(db, staffId),
    ...hashes.map((hash) => q.addRecoveryCode(db, { staffId, hash })),
  ]
  return { codes: plain.map(readableCode), statements }
}

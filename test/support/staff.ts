import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { env } from 'cloudflare:workers'
import { CONSOLE, invite } from '#features/staff/invite.ts'
import { newSession } from '#features/staff/open-session.ts'
import { staffById, type StaffRow } from '#features/staff/queries.ts'
import type { Role } from '#features/staff/rules.ts'
import { staff as staffTable } from '#features/staff/table.ts'
import type { Lang } from '#lib/i18n.ts'
import { openDb, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { type Authenticator, makeAuthenticator } from './authenticator.ts'
import type { Shopper } from './shopper.ts'
import { shop, tools } from './worker.ts'

const COOKIE = '__Host-desk'

type Asked = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON

/** Asks for what the authenticator must answer. */
export async function ask(
  visitor: Shopper,
  path: string,
  fields: Record<string, string> = {},
  from = newId('ip'),
) {
  const answer = await visitor.ask(path, {
    method: 'POST',
    // A place of its own for each question: the door counts them.
    headers: { origin: env.SHOP_URL, 'cf-connecting-ip': from },
    body: new URLSearchParams(fields),
  })
  return { status: answer.status, options: await answer.json<Asked>() }
}

/** Somebody who followed an invitation in a browser and made their first key. */
export async function joinDesk(role: Role = 'owner', name: string = newId('p')) {
  const token = await invite(tools(), CONSOLE, role)
  const visitor = shop()
  const authenticator = await makeAuthenticator(env.SHOP_URL)
  const path = `/admin/set-up/${token}`
  const { options } = await ask(visitor, `${path}/question`, { name })
  const credential = JSON.stringify(await authenticator.create(options))
  const page = await visitor.post(path, { name, keyName: 'Clé', lang: 'fr', credential })
  return { visitor, authenticator, page, codes: page.all('.codes code'), name, token }
}

/** Shows a key at the door, and gives the answer without following it. */
export async function showKey(visitor: Shopper, authenticator: Authenticator, lie = {}) {
  const { options } = await ask(visitor, '/admin/sign-in/question')
  return send(visitor, await authenticator.get(options, lie))
}

export function send(visitor: Shopper, credential: unknown): Promise<Response> {
  return visitor.ask('/admin/sign-in', {
    method: 'POST',
    headers: { origin: env.SHOP_URL },
    body: new URLSearchParams({ credential: JSON.stringify(credential) }),
  })
}

/** Somebody of the staff, as a row. */
export async function makeStaff(
  role: Role,
  { name = `Personne ${newId('p')}`, lang = 'fr' }: { name?: string; lang?: Lang } = {},
): Promise<StaffRow> {
  const db = openDb(env.DB)
  const id = newId('stf')
  await db.insert(staffTable).values({ id, name, role, lang, createdAt: 1 })
  const [found] = await staffById(db, id)
  if (!found) throw new Error('Nobody')
  return found
}

/** A browser in which this person is signed in. */
export async function atDesk(staff: StaffRow, now = Date.now()): Promise<Shopper> {
  const { token, statements } = await newSession(tools(now), {
    staffId: staff.id,
    name: staff.name,
    browser: 'Mozilla/5.0 (Linux; Android 15) Chrome/140',
    by: 'passkey',
    before: null,
  })
  await runBatch(openDb(env.DB), statements)
  const visitor = shop()
  visitor.cookies.set(COOKIE, token)
  return visitor
}

export const sessionOf = (visitor: Shopper) => visitor.cookies.get(COOKIE) ?? null

/** A browser that holds this session's token. */
export function withSession(token: string | null): Shopper {
  const visitor = shop()
  if (token) visitor.cookies.set(COOKIE, token)
  return visitor
}

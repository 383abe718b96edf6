import type { Context } from 'hono'
import { drawDesk, openDesk, openDoor } from '#features/settings/desk-page.tsx'
import { allSettings } from '#features/settings/queries.ts'
import {
  forgetSessionToken,
  keepQuestionToken,
  keepSessionToken,
  questionTokenOf,
  sessionTokenOf,
} from '#platform/cookies.ts'
import { type App, fieldsOf, router } from '#platform/http.ts'
import { sha256 } from '#platform/ids.ts'
import { askFirstKey, askNextKey, askSignIn } from '../ceremonies.ts'
import { letGo, removeKey, renewCodes, speak, withdraw } from '../change-access.ts'
import { langIn, madeKey, nameIn, roleIn, shownKey } from '../form.ts'
import { invite } from '../invite.ts'
import * as q from '../queries.ts'
import { addKey, join } from '../register-passkey.ts'
import { browserName, IDLE_MS, INVITATION_MS, isOpen } from '../rules.ts'
import { type SignedIn, signInByCode, signInByPasskey, signOut } from '../sign-in.ts'
import { ACCOUNT_NEWS, type AccountNews, AccountPage } from './account-page.tsx'
import { CodesPage } from './codes-page.tsx'
import { SetUpPage, SpentLinkPage } from './set-up-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { InvitationPage, StaffPage } from './staff-page.tsx'

const HOUR_SECONDS = 3600
const INVITATION = ':token{[0-9a-z]{32}}'

/** What is before the door: open to everybody. */
export const doorRoutes = router()
  .get('/sign-in', async (c) => drawDesk(c, await door(c), <SignInPage />))
  .post('/sign-in/question', async (c) => {
    const asked = await askSignIn(c.var.tools, placeOf(c))
    if (!asked) return c.json(null, 429, { 'retry-after': '60' })
    keepQuestionToken(c, asked.token)
    return c.json(asked.options)
  })
  .post('/sign-in', async (c) => {
    const key = shownKey(await fieldsOf(c))
    const { tools } = c.var
    const wrong: SignedIn = { ok: false, because: 'wrong' }
    const found = key ? await signInByPasskey(tools, questionTokenOf(c), key, browserOf(c)) : wrong
    return letIn(c, found, '/admin')
  })
  .post('/sign-in/code', async (c) => {
    const { code = '' } = await fieldsOf(c)
    const found = await signInByCode(c.var.tools, code, placeOf(c), browserOf(c))
    return letIn(c, found, '/admin/account?news=code')
  })
  .get(`/set-up/${INVITATION}`, async (c) => {
    const { db, now } = c.var.tools
    const token = c.req.param('token')
    const [open] = await q.openInvitation(db, await sha256(token), now)
    if (!open) return drawDesk(c, await door(c), <SpentLinkPage />, 410)
    return drawDesk(c, await door(c), <SetUpPage token={token} keyName={newKeyName(c)} />)
  })
  .post(`/set-up/${INVITATION}/question`, async (c) => {
    const name = nameIn(await fieldsOf(c), 'name')
    const asked = name ? await askFirstKey(c.var.tools, c.req.param('token'), name) : null
    if (!asked) return c.json(null, 410)
    keepQuestionToken(c, asked.token)
    return c.json(asked.options)
  })
  .post(`/set-up/${INVITATION}`, async (c) => {
    const { tools } = c.var
    const site = await door(c)
    const token = c.req.param('token')
    const fields = await fieldsOf(c)
    const [open] = await q.openInvitation(tools.db, await sha256(token), tools.now)
    if (!open) return drawDesk(c, site, <SpentLinkPage />, 410)
    const name = nameIn(fields, 'name')
    const keyName = nameIn(fields, 'keyName') || newKeyName(c)
    const response = madeKey(fields)
    const lang = langIn(fields) ?? site.lang
    const joined =
      name && response
        ? await join(
            tools,
            { token: questionTokenOf(c), response, keyName },
            { name, lang, ...browserOf(c) },
          )
        : null
    if (!joined?.ok) {
      return drawDesk(c, site, <SetUpPage token={token} name={name} keyName={keyName} wrong />, 400)
    }
    keepSessionToken(c, joined.session)
    return drawDesk(c, site, <CodesPage codes={joined.codes} first />)
  })

/** One's own access. */
export const accountRoutes = router()
  .get('/', async (c) => {
    const { db, now } = c.var.tools
    const { staff, sessionHash } = c.var.desk
    const [settings, keys, sessions, codes] = await db.batch([
      allSettings(db),
      q.passkeysOf(db, staff.id),
      q.sessionsOf(db, staff.id, now - IDLE_MS),
      q.recoveryCodesLeft(db, staff.id),
    ])
    const view = (
      <AccountPage
        keys={keys}
        sessions={sessions.filter((session) => isOpen(session, now))}
        here={sessionHash}
        codesLeft={codes[0]?.count ?? 0}
        newKeyName={newKeyName(c)}
        news={newsIn(c.req.query('news'))}
      />
    )
    return drawDesk(c, openDesk(c, settings), view)
  })
  .post('/keys/question', async (c) => {
    const { token, options } = await askNextKey(c.var.tools, c.var.desk.staff)
    keepQuestionToken(c, token)
    return c.json(options)
  })
  .post('/keys', async (c) => {
    const fields = await fieldsOf(c)
    const response = madeKey(fields)
    const keyName = nameIn(fields, 'keyName') || newKeyName(c)
    const token = questionTokenOf(c)
    const { tools, desk } = c.var
    const added = response && (await addKey(tools, { token, response, keyName }, desk.staff))
    return back(c, added ? 'key' : 'refused')
  })
  .post('/keys/removal', async (c) => {
    const { id = '' } = await fieldsOf(c)
    const removed = await removeKey(c.var.tools, c.var.desk.staff, id)
    return back(c, removed ? 'removed' : 'last-key')
  })
  .post('/sessions/end', async (c) => {
    const { hash = '' } = await fieldsOf(c)
    await signOut(c.var.tools, c.var.desk.staff, hash)
    return back(c, 'ended')
  })
  .post('/codes', async (c) => {
    const { tools, desk } = c.var
    const codes = await renewCodes(tools, desk.staff)
    const site = openDesk(c, await allSettings(tools.db))
    return drawDesk(c, site, <CodesPage codes={codes} />)
  })
  .post('/language', async (c) => {
    const lang = langIn(await fieldsOf(c))
    if (!lang) return back(c, 'refused')
    await speak(c.var.tools, c.var.desk.staff, lang)
    return back(c, 'language')
  })
  .post('/sign-out', async (c) => {
    const { staff, sessionHash } = c.var.desk
    await signOut(c.var.tools, staff, sessionHash)
    forgetSessionToken(c)
    return c.redirect('/admin/sign-in', 303)
  })

/** The team: owners only. */
export const staffRoutes = router()
  .get('/', async (c) => {
    const { db, now } = c.var.tools
    const [settings, people, invitations] = await db.batch([
      allSettings(db),
      q.everybody(db),
      q.openInvitations(db, now),
    ])
    const self = c.var.desk.staff.id
    const view = <StaffPage people={people} invitations={invitations} self={self} />
    return drawDesk(c, openDesk(c, settings), view)
  })
  .post('/invitations', async (c) => {
    const { tools, desk } = c.var
    const role = roleIn(await fieldsOf(c))
    if (!role) return c.redirect('/admin/staff', 303)
    const { id: staffId, name: who } = desk.staff
    const token = await invite(tools, { staffId, who }, role)
    const site = openDesk(c, await allSettings(tools.db))
    const url = `${site.origin}/admin/set-up/${token}`
    return drawDesk(c, site, <InvitationPage url={url} until={tools.now + INVITATION_MS} />)
  })
  .post('/invitations/withdrawal', async (c) => {
    const { hash = '' } = await fieldsOf(c)
    await withdraw(c.var.tools, c.var.desk.staff, hash)
    return c.redirect('/admin/staff', 303)
  })
  .post('/removal', async (c) => {
    const { id = '' } = await fieldsOf(c)
    await letGo(c.var.tools, c.var.desk.staff, id)
    return c.redirect('/admin/staff', 303)
  })

async function door(c: Context<App>) {
  return openDoor(c, await allSettings(c.var.tools.db))
}

/** The same answer to everybody who is not let in. */
async function letIn(c: Context<App>, found: SignedIn, to: string) {
  if (found.ok) {
    keepSessionToken(c, found.session)
    return c.redirect(to, 303)
  }
  const site = await door(c)
  if (found.because === 'wrong') return drawDesk(c, site, <SignInPage problem="wrong" />, 401)
  const later = { 'retry-after': String(HOUR_SECONDS) }
  return drawDesk(c, site, <SignInPage problem="tooMany" />, 429, later)
}

function browserOf(c: Context<App>) {
  return { browser: c.req.header('user-agent') ?? '', before: sessionTokenOf(c) }
}

function newKeyName(c: Context<App>): string {
  return browserName(c.req.header('user-agent') ?? '')
}

function newsIn(said: string | undefined): AccountNews | undefined {
  return said !== undefined && isNews(said) ? said : undefined
}

function isNews(said: string): said is AccountNews {
  return Object.hasOwn(ACCOUNT_NEWS, said)
}

function back(c: Context<App>, news: AccountNews) {
  return c.redirect(`/admin/account?news=${news}`, 303)
}

/** Where a request comes from, as Cloudflare says and nobody else. */
function placeOf(c: Context<App>): string {
  return c.req.header('cf-connecting-ip') ?? ''
}

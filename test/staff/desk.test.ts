import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { DESK } from '#desk.tsx'
import { listActs } from '#features/audit/queries.ts'
import { ABSOLUTE_MS, IDLE_MS, may, type Role } from '#features/staff/rules.ts'
import { openDb } from '#platform/db.ts'
import { newToken } from '#platform/ids.ts'
import { makeShop } from '../support/make.ts'
import type { Shopper } from '../support/shopper.ts'
import { atDesk, joinDesk, makeStaff, sessionOf, showKey, withSession } from '../support/staff.ts'
import { shop } from '../support/worker.ts'

const MINUTE_MS = 60_000
const DOOR = '/admin/sign-in'
const DOOR_PAGES = [DOOR, '/admin/set-up/00000000000000000000000000000000', '/admin/set-up/no']
const UNKNOWN = ['/admin/nowhere', '/admin/staff/nowhere', '/admin/account/keys/nowhere']

/** Every address of the back office, as the table of contents has it. */
const ROUTES = DESK.flatMap(({ at, right, routes }) =>
  routes.routes.map(({ method, path }) => ({
    method: method === 'ALL' ? 'GET' : method,
    path: `${at}${path.replace(/:\w+(\{[^}]*\})?/g, '0')}`.replace(/\/$/, ''),
    right,
    /** The page that the menu leads to. */
    first: method === 'GET' && path === '/',
  })),
)

beforeAll(async () => void (await makeShop()))

async function knock(visitor: Shopper, method: string, path: string): Promise<Response> {
  const body = method === 'GET' ? {} : { body: new URLSearchParams({}) }
  return visitor.ask(path, { method, headers: { origin: env.SHOP_URL }, ...body })
}

const to = (answer: Response) => [answer.status, answer.headers.get('location')]

test('there are addresses to try', () => {
  expect(ROUTES.length).toBeGreaterThan(12)
})

test.each(ROUTES)('$method $path is for $right only', async ({ method, path, right, first }) => {
  expect(to(await knock(shop(), method, path)), 'anonymous').toEqual([303, DOOR])
  for (const role of ['helper', 'owner'] as const satisfies Role[]) {
    // oxlint-disable-next-line no-await-in-loop -- each role on its own
    const answer = await knock(await atDesk(await makeStaff(role)), method, path)
    if (!may(role, right)) expect(answer.status, role).toBe(404)
    else if (first) expect(answer.status, role).toBe(200)
    else expect(answer.status, role).toBeLessThan(500)
    if (may(role, right) && path !== '/admin/account/sign-out') {
      expect(answer.headers.get('location'), role).not.toBe(DOOR)
    }
    expectHidden(answer)
  }
})

test('what is not listed leads to the door, and behind it there is nothing', async () => {
  const helper = await atDesk(await makeStaff('helper'))
  for (const path of UNKNOWN) {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      // oxlint-disable-next-line no-await-in-loop
      expect(to(await knock(shop(), method, path))).toEqual([303, DOOR])
      // oxlint-disable-next-line no-await-in-loop
      const answer = await knock(helper, method, path)
      expect(answer.status).toBe(404)
      expectHidden(answer)
    }
  }
})

test('no answer of the back office is kept, framed or listed', async () => {
  const owner = await atDesk(await makeStaff('owner'))
  const answers = await Promise.all([
    ...DOOR_PAGES.map((path) => knock(shop(), 'GET', path)),
    knock(shop(), 'GET', '/admin'),
    knock(owner, 'GET', '/admin'),
    knock(shop(), 'POST', DOOR),
    knock(shop(), 'POST', `${DOOR}/question`),
    knock(shop(), 'POST', `${DOOR}/code`),
    shop().ask(DOOR, { method: 'POST', headers: { origin: 'https://evil.test' } }),
  ])
  for (const answer of answers) expectHidden(answer)
  expect(answers.at(-1)?.status).toBe(403)
})

function expectHidden({ headers, url }: Response): void {
  expect(headers.get('cache-control'), url).toBe('private, no-store')
  expect(headers.get('content-security-policy'), url).toContain("frame-ancestors 'none'")
  expect(headers.get('x-robots-tag'), url).toBe('noindex')
  expect(headers.get('referrer-policy'), url).toBe('same-origin')
}

test('cookies of the back office are for this host, over TLS, unseen by scripts and other sites', async () => {
  const { authenticator } = await joinDesk()
  const visitor = shop()
  const question = await knock(visitor, 'POST', `${DOOR}/question`)
  const entry = await showKey(visitor, authenticator)
  for (const answer of [question, entry]) {
    const lines = answer.headers.getSetCookie()
    expect(lines).toHaveLength(1)
    for (const mark of [/^__Host-/, /; Secure/, /; HttpOnly/, /; SameSite=Strict/, /; Path=\//]) {
      expect(lines[0]).toMatch(mark)
    }
  }
})

test('a session that somebody chose before is not theirs after signing in', async () => {
  const { authenticator } = await joinDesk()
  const chosen = newToken()
  const visitor = withSession(chosen)
  await showKey(visitor, authenticator)
  expect(sessionOf(visitor)).not.toBe(chosen)
  expect((await withSession(chosen).get('/admin/account')).at).toBe(DOOR)
})

test('signing in again ends the session that the browser had', async () => {
  const { visitor, authenticator } = await joinDesk()
  const before = sessionOf(visitor)
  await showKey(visitor, authenticator)
  expect((await withSession(before).get('/admin/account')).at).toBe(DOOR)
})

test('a session that was signed out opens nothing, whoever kept its token', async () => {
  const { visitor } = await joinDesk()
  const token = sessionOf(visitor)
  const left = await visitor.post('/admin/account/sign-out')
  expect([left.at, sessionOf(visitor)]).toEqual([DOOR, null])
  expect((await withSession(token).get('/admin/account')).at).toBe(DOOR)
})

test('a session opens nothing after 30 idle minutes, nor after twelve hours of work', async () => {
  const staff = await makeStaff('owner')
  const [fresh, idle, tired, busy] = await Promise.all([
    atDesk(staff, Date.now() - IDLE_MS + MINUTE_MS),
    atDesk(staff, Date.now() - IDLE_MS),
    atDesk(staff, Date.now() - ABSOLUTE_MS),
    atDesk(staff, Date.now() - ABSOLUTE_MS + MINUTE_MS),
  ])
  await env.DB.prepare('update desk_session set seen_at = ?1 where created_at < ?2')
    .bind(Date.now(), Date.now() - ABSOLUTE_MS + 2 * MINUTE_MS)
    .run()
  expect((await fresh.get('/admin/account')).status).toBe(200)
  expect((await idle.get('/admin/account')).at).toBe(DOOR)
  expect((await tired.get('/admin/account')).at).toBe(DOOR)
  expect((await busy.get('/admin/account')).at).toBe('/admin/account')
})

test('the list of sessions ends one of them', async () => {
  const staff = await makeStaff('helper')
  const [here, there] = await Promise.all([atDesk(staff), atDesk(staff)])
  const page = await here.get('/admin/account')
  expect(page.all('[action$="sessions/end"]')).toHaveLength(1)
  const after = await here.submit(page, '[action$="sessions/end"]')
  expect(after.words('[role=status]')).toBe('La session est fermée.')
  expect((await there.get('/admin/account')).at).toBe(DOOR)
  expect((await here.get('/admin/account')).status).toBe(200)
})

test('nobody ends the session of another', async () => {
  const [anne, eve] = await Promise.all([makeStaff('owner'), makeStaff('helper')])
  const [hers, his] = await Promise.all([atDesk(anne), atDesk(eve)])
  const row = await env.DB.prepare('select hash from desk_session where staff_id = ?')
    .bind(anne.id)
    .first<{ hash: string }>()
  await his.post('/admin/account/sessions/end', { hash: row?.hash ?? '' })
  expect((await hers.get('/admin/account')).status).toBe(200)
})

test('a recovery code opens the door once, ends every other session, and is noted', async () => {
  const { visitor, codes, name } = await joinDesk()
  const code = codes[0] ?? ''
  const lost = shop()
  const page = await lost.submit(await lost.get(DOOR), '[action$="/code"]', {
    code: ` ${code.toUpperCase()} `,
  })
  expect([page.status, page.at]).toEqual([200, '/admin/account?news=code'])
  expect((await visitor.get('/admin/account')).at).toBe(DOOR)
  const acts = await listActs(openDb(env.DB), { about: '', who: '', before: '' })
  expect(acts.filter(({ act, who }) => act === 'code.used' && who === name)).toHaveLength(1)
  const again = await shop().post('/admin/sign-in/code', { code }, place('192.0.2.9'))
  expect(again.status).toBe(401)
})

test('new recovery codes replace the old ones', async () => {
  const { visitor, codes } = await joinDesk()
  const fresh = await visitor.post('/admin/account/codes')
  expect(fresh.all('.codes code')).toHaveLength(8)
  const from = place('192.0.2.10')
  const old = await shop().post('/admin/sign-in/code', { code: codes[0] ?? '' }, from)
  expect(old.status).toBe(401)
  const code = fresh.all('.codes code')[0] ?? ''
  expect((await shop().post('/admin/sign-in/code', { code }, from)).status).toBe(200)
})

const place = (ip: string) => ({ 'cf-connecting-ip': ip })

test('after five wrong codes within an hour none is looked at, from that place only', async () => {
  const { codes } = await joinDesk()
  const right = { code: codes[0] ?? '' }
  const from = place('192.0.2.1')
  for (let i = 0; i < 5; i++) {
    const forged = { ...from, 'x-forwarded-for': `198.51.100.${i}` }
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    const wrong = await shop().post('/admin/sign-in/code', { code: `wrong ${i}` }, forged)
    expect(wrong.status).toBe(401)
  }
  const sixth = await shop().post('/admin/sign-in/code', right, from)
  expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '3600'])
  const elsewhere = await shop().post('/admin/sign-in/code', right, place('192.0.2.2'))
  expect(elsewhere.status).toBe(200)
  await env.DB.prepare('update failed_try set at = at - 3600001').run()
  const later = { code: codes[1] ?? '' }
  expect((await shop().post('/admin/sign-in/code', later, from)).status).toBe(200)
})

test('the door gives the same page to a wrong key, a wrong code and nothing at all', async () => {
  const from = place('192.0.2.3')
  const pages = await Promise.all([
    shop().post('/admin/sign-in', { credential: '{}' }),
    shop().post('/admin/sign-in/code', { code: 'wrong' }, from),
    shop().post('/admin/sign-in/code', {}, from),
  ])
  expect(new Set(pages.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
})

test('the last key stays', async () => {
  const { visitor, authenticator } = await joinDesk()
  const page = await visitor.post('/admin/account/keys/removal', { id: authenticator.id })
  expect(page.at).toBe('/admin/account?news=last-key')
  expect((await showKey(shop(), authenticator)).status).toBe(303)
})

test('the owner invites a helper, who joins with that role, and is removed', async () => {
  const boss = await makeStaff('owner')
  const owner = await atDesk(boss)
  const invited = await owner.post('/admin/staff/invitations', { role: 'helper' })
  expect(invited.words('#link')).toMatch(/^https:\/\/shop\.test\/admin\/set-up\/[0-9a-z]{32}$/)
  const { visitor, authenticator, name } = await joinDesk('helper')
  const found = await env.DB.prepare('select id from staff where name = ?').bind(name).first()
  const id = String(found?.['id'])
  await owner.post('/admin/staff/removal', { id })
  expect((await visitor.get('/admin/account')).at).toBe(DOOR)
  expect((await showKey(shop(), authenticator)).status).toBe(401)
  expect((await owner.get('/admin/audit')).text).toContain(`a retiré ${name} de l’équipe.`)
  await owner.post('/admin/staff/removal', { id: boss.id })
  expect((await owner.get('/admin/staff')).status).toBe(200)
})

test('an invitation that was withdrawn opens nothing', async () => {
  const owner = await atDesk(await makeStaff('owner'))
  const invited = await owner.post('/admin/staff/invitations', { role: 'helper' })
  const path = new URL(invited.words('#link')).pathname
  expect((await shop().get(path)).status).toBe(200)
  await owner.submit(await owner.get('/admin/staff'), '[action$="/withdrawal"]')
  const statuses = [(await shop().get(path)).status]
  expect(statuses).toEqual([410])
})

test('who loses their place leaves no invitation behind', async () => {
  const [boss, other] = await Promise.all([makeStaff('owner'), makeStaff('owner')])
  const invited = await (await atDesk(other)).post('/admin/staff/invitations', { role: 'owner' })
  const path = new URL(invited.words('#link')).pathname
  await (await atDesk(boss)).post('/admin/staff/removal', { id: other.id })
  expect((await shop().get(path)).status).toBe(410)
})

test('the audit log is only ever added to', async () => {
  await joinDesk()
  await expect(env.DB.prepare("update audit set who = 'x'").run()).rejects.toThrow(/never changed/)
  await expect(env.DB.prepare('delete from audit').run()).rejects.toThrow(/never deleted/)
})

test('the back office speaks the language of whoever is signed in', async () => {
  const visitor = await atDesk(await makeStaff('helper'))
  expect((await visitor.get('/admin/account')).words('h1')).toBe('Mon accès')
  const page = await visitor.post('/admin/account/language', { lang: 'en' })
  expect([page.words('h1'), page.words('[role=status]')]).toEqual([
    'My access',
    'The language is changed.',
  ])
})

test('a link in a mail opens its page for whoever is signed in, and the door for everybody else', async () => {
  const from = { 'sec-fetch-site': 'cross-site' }
  const answer = await shop().ask('/admin/orders?list=held', { headers: from })
  expect([answer.status, answer.headers.get('refresh')]).toEqual([
    200,
    '0; url=/admin/orders?list=held',
  ])
  // The browser follows as a step of its own.
  const inside = { 'sec-fetch-site': 'same-origin' }
  expect((await shop().get('/admin/orders?list=held', inside)).at).toBe(DOOR)
})

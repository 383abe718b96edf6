import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { CONSOLE, invite } from '#features/staff/invite.ts'
import { type Lie, makeAuthenticator } from '../support/authenticator.ts'
import { makeShop } from '../support/make.ts'
import { ask, joinDesk, send, sessionOf, showKey } from '../support/staff.ts'
import { shop, tools } from '../support/worker.ts'

beforeAll(async () => void (await makeShop()))

const QUESTION = '/admin/sign-in/question'

test('a key that was made with an invitation opens the door, each time with a new session', async () => {
  const { visitor, authenticator, page, codes } = await joinDesk()
  expect(page.status).toBe(200)
  expect(codes).toHaveLength(8)
  const first = sessionOf(visitor)
  const answer = await showKey(visitor, authenticator)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin'])
  expect(sessionOf(visitor)).not.toBe(first)
  expect((await visitor.get('/admin/account')).status).toBe(200)
})

test('an invitation works once', async () => {
  const { token } = await joinDesk()
  const late = await shop().get(`/admin/set-up/${token}`)
  expect([late.status, late.words('h1')]).toEqual([410, 'Ce lien n’ouvre plus rien.'])
  expect((await ask(shop(), `/admin/set-up/${token}/question`, { name: 'Eve' })).status).toBe(410)
})

test('of two who follow one invitation, the first to answer joins', async () => {
  const token = await invite(tools(), CONSOLE, 'owner')
  const path = `/admin/set-up/${token}`
  const [first, second] = [shop(), shop()]
  const answers = await Promise.all(
    [first, second].map(async (visitor) => {
      const key = await makeAuthenticator(env.SHOP_URL)
      const { options } = await ask(visitor, `${path}/question`, { name: 'Anne' })
      return { visitor, credential: JSON.stringify(await key.create(options)) }
    }),
  )
  const statuses = []
  for (const { visitor, credential } of answers) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const page = await visitor.post(path, { name: 'Anne', keyName: 'Clé', lang: 'fr', credential })
    statuses.push(page.status)
  }
  expect(statuses).toEqual([200, 410])
})

const MADE: [what: string, lie: Lie][] = [
  ['another origin', { origin: 'https://evil.test' }],
  ['another site’s key', { rpId: 'evil.test' }],
  ['nobody was checked', { verified: false }],
  ['an answer of sign-in', { type: 'webauthn.get' }],
  ['another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
]

test.each(MADE)('no key is made from a forged answer: %s', async (_, lie) => {
  const token = await invite(tools(), CONSOLE, 'owner')
  const visitor = shop()
  const key = await makeAuthenticator(env.SHOP_URL)
  const path = `/admin/set-up/${token}`
  const { options } = await ask(visitor, `${path}/question`, { name: 'Eve' })
  const credential = JSON.stringify(await key.create(options, lie))
  const page = await visitor.post(path, { name: 'Eve', keyName: 'Clé', lang: 'fr', credential })
  expect(page.status).toBe(400)
  expect(sessionOf(visitor)).toBeNull()
})

const SHOWN: [what: string, lie: Lie][] = [
  ['another origin', { origin: 'https://evil.test' }],
  ['a site that begins alike', { origin: `${env.SHOP_URL}.evil.test` }],
  ['another site’s key', { rpId: 'evil.test' }],
  ['nobody was checked', { verified: false }],
  ['the answer to making a key', { type: 'webauthn.create' }],
  ['another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['nobody’s key', { userHandle: undefined }],
  ['a key that this shop does not know', { credentialId: 'AAAAAAAAAAAAAAAAAAAAAA' }],
]

test.each(SHOWN)('a forged answer does not open the door: %s', async (_, lie) => {
  const { authenticator } = await joinDesk()
  const visitor = shop()
  expect((await showKey(visitor, authenticator, lie)).status).toBe(401)
  expect(sessionOf(visitor)).toBeNull()
  expect((await showKey(visitor, authenticator)).status).toBe(303)
})

test('a key opens the door for its owner only', async () => {
  const [anne, eve] = [await joinDesk(), await joinDesk()]
  const visitor = shop()
  const lie = { userHandle: anne.authenticator.handle() }
  expect((await showKey(visitor, eve.authenticator, lie)).status).toBe(401)
  const other = { credentialId: anne.authenticator.id }
  expect((await showKey(visitor, eve.authenticator, other)).status).toBe(401)
})

test('an answer opens the door once', async () => {
  const { authenticator } = await joinDesk()
  const visitor = shop()
  const { options } = await ask(visitor, QUESTION)
  const answer = await authenticator.get(options)
  const question = visitor.cookies.get('__Host-key') ?? ''
  expect((await send(visitor, answer)).status).toBe(303)
  const thief = shop()
  thief.cookies.set('__Host-key', question)
  expect((await send(thief, answer)).status).toBe(401)
  expect(sessionOf(thief)).toBeNull()
})

test('an answer opens the door in the browser that was asked, within five minutes', async () => {
  const { authenticator } = await joinDesk()
  const visitor = shop()
  const { options } = await ask(visitor, QUESTION)
  const answer = await authenticator.get(options)
  const elsewhere = shop()
  await ask(elsewhere, QUESTION)
  expect((await send(elsewhere, answer)).status).toBe(401)
  await env.DB.prepare('update challenge set expires_at = expires_at - 300000').run()
  expect((await send(visitor, answer)).status).toBe(401)
})

test('a counter that goes back tells of a copied key', async () => {
  const { authenticator } = await joinDesk()
  const visitor = shop()
  expect((await showKey(visitor, authenticator, { counter: 9 })).status).toBe(303)
  expect((await showKey(shop(), authenticator, { counter: 8 })).status).toBe(401)
  expect((await showKey(shop(), authenticator, { counter: 9 })).status).toBe(401)
  expect((await showKey(shop(), authenticator, { counter: 10 })).status).toBe(303)
})

test.each(['', 'null', '[]', '{', '{"id":1}', '{"id":"a","rawId":"a","type":"public-key"}'])(
  'what is not an answer is refused like a wrong one: %s',
  async (credential) => {
    const visitor = shop()
    await ask(visitor, QUESTION)
    expect((await visitor.post('/admin/sign-in', { credential })).status).toBe(401)
  },
)

test('a key is of one person: adding it again is refused', async () => {
  const { visitor, authenticator } = await joinDesk()
  const { options } = await ask(visitor, '/admin/account/keys/question')
  const credential = JSON.stringify(await authenticator.create(options))
  const page = await visitor.post('/admin/account/keys', { credential, keyName: 'Encore' })
  expect(page.at).toBe('/admin/account?news=refused')
})

test('X9: a place that asks the door too often waits a minute; the others do not', async () => {
  const ask10 = Array.from({ length: 10 }, () => ask(shop(), QUESTION, {}, '192.0.2.50'))
  expect((await Promise.all(ask10)).every(({ status }) => status === 200)).toBe(true)
  expect((await ask(shop(), QUESTION, {}, '192.0.2.50')).status).toBe(429)
  expect((await ask(shop(), QUESTION, {}, '192.0.2.51')).status).toBe(200)
})

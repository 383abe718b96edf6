import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { mailLater } from '#features/mail/queries.ts'
import { outbox } from '#features/mail/table.ts'
import { message } from '#features/messages/table.ts'
import { order, orderEvent } from '#features/orders/table.ts'
import { allSettings, readSettings } from '#features/settings/queries.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { atDesk, joinDesk, makeStaff } from '../support/staff.ts'
import type { Shopper } from '../support/shopper.ts'
import { shop } from '../support/worker.ts'
import { mailRow, paidOrder, useMail } from './outbox.ts'

const db = openDb(env.DB)
let owner: Shopper

beforeAll(async () => {
  await useMail({ transport: 'none' })
  owner = await atDesk(await makeStaff('owner'))
})

test('the outbox shows what waits, and each mail as it will be read', async () => {
  const id = await paidOrder(Date.now())
  const list = await owner.get('/admin/mail?list=waiting')
  expect(list.text).toContain('Confirmation de commande')
  const page = await owner.get(`/admin/mail/${id}`)
  expect(page.text).toContain('anne@example.com')
  expect(page.text).toContain('est payée')
  const preview = await owner.ask(`/admin/mail/${id}/preview`)
  expect(preview.headers.get('content-security-policy')).toContain('sandbox')
  expect(await preview.text()).toContain('Merci, Anne.')
})

test('a mail that failed is told with the reason, and leaves again when asked', async () => {
  const id = await paidOrder(Date.now())
  await db
    .update(outbox)
    .set({ state: 'failed', attempts: 10, error: '550 unknown' })
    .where(eq(outbox.id, id))
  expect((await owner.get('/admin/mail?list=failed')).text).toContain('échoué')
  expect((await owner.get(`/admin/mail/${id}`)).text).toContain('550 unknown')
  await owner.post(`/admin/mail/${id}/again`, { key: newId('out') })
  expect(await mailRow(id)).toMatchObject({ state: 'waiting', attempts: 0 })
})

test('a mail that was sent is sent once more by each form, not by each click', async () => {
  const id = await paidOrder(Date.now())
  await db.update(outbox).set({ state: 'sent', sentAt: 1 }).where(eq(outbox.id, id))
  const key = newId('out')
  await owner.post(`/admin/mail/${id}/again`, { key })
  await owner.post(`/admin/mail/${id}/again`, { key })
  const { orderId } = await mailRow(id)
  const rows = await db
    .select()
    .from(outbox)
    .where(eq(outbox.orderId, orderId ?? ''))
  expect(rows.map((row) => row.id).toSorted()).toEqual([id, key].toSorted())
})

const WRONG = [
  [{ transport: 'pigeon', from: 'a@b.fr' }, 'À choisir.'],
  [{ transport: 'none', from: 'somebody' }, 'Une adresse e-mail'],
  [{ transport: 'smtp', from: 'a@b.fr', host: 'http://x', port: '465' }, 'Le nom du serveur'],
  [{ transport: 'smtp', from: 'a@b.fr', host: 'smtp.b.fr', port: '99999' }, 'Un nombre de 1 à'],
] as const

test('a way of sending that cannot work is refused at its field, with nothing lost', async () => {
  for (const [typed, sentence] of WRONG) {
    // oxlint-disable-next-line no-await-in-loop -- one form after the other
    const page = await owner.post('/admin/mail/transport', typed)
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    expect(page.html.querySelector('#from')?.getAttribute('value')).toBe(typed.from)
  }
})

test('a way of sending and the maker’s own words are kept, and stand in the next mail', async () => {
  await owner.post('/admin/mail/transport', {
    transport: 'smtp',
    from: 'atelier@b.fr',
    host: 'SMTP.b.fr',
    port: '465',
    secure: 'yes',
    username: 'u',
  })
  await owner.post('/admin/mail/texts', { 'confirmation.fr': 'À très vite, {name}.' })
  const settings = readSettings(await allSettings(db))
  expect(settings.mail).toMatchObject({ transport: 'smtp', smtp: { host: 'smtp.b.fr' } })
  const id = await paidOrder(Date.now())
  expect((await owner.get(`/admin/mail/${id}`)).text).toContain('À très vite, Anne.')
})

test('a test goes where it is asked to go', async () => {
  await useMail({ transport: 'none' })
  const key = newId('out')
  const page = await owner.post('/admin/mail/test', { to: 'moi@example.com', key })
  expect(page.text).toContain('moi@example.com')
  expect(await mailRow(key)).toMatchObject({ template: 'test', to: 'moi@example.com' })
})

test('the workshop reads what a visitor wrote', async () => {
  const id = newId('msg')
  const at = Date.now()
  await db.insert(message).values({
    id,
    at,
    name: 'Jeanne',
    email: 'jeanne@example.com',
    lang: 'fr',
    text: 'Bonjour, est-ce normal ?',
  })
  const mail = newId('out')
  await mailLater(db, { id: mail, key: mail, template: 'message', facts: { message: id }, at })
  const page = await owner.get(`/admin/mail/${mail}`)
  expect(page.text).toContain('Jeanne vous écrit.')
  expect(page.text).toContain('est-ce normal')
})

test('a recovery code that was used is told to the workshop', async () => {
  const { codes, name } = await joinDesk()
  await shop().post(
    '/admin/sign-in/code',
    { code: codes[0] ?? '' },
    { 'cf-connecting-ip': '192.0.2.77' },
  )
  const rows = await db.select().from(outbox).where(eq(outbox.template, 'code_used'))
  const mail = rows.find((row) => row.facts['who'] === name)
  expect((await owner.get(`/admin/mail/${mail?.id}`)).text).toContain(
    `${name} est entré avec un code de secours`,
  )
})

test('a mail is found by its buyer, its order or the address it goes to, wherever it is', async () => {
  const id = await paidOrder(Date.now())
  const { orderId } = await mailRow(id)
  await db
    .update(order)
    .set({ number: 8765 })
    .where(eq(order.id, orderId ?? ''))
  await db
    .insert(orderEvent)
    .values({ id: newId('evt'), orderId: orderId ?? '', kind: 'placed', at: 1 })
  const to = newId('out')
  await db.insert(outbox).values({
    id: to,
    key: to,
    template: 'test',
    to: 'Workshop@example.org',
    state: 'sent',
    createdAt: Date.now(),
    nextAt: 0,
    sentAt: Date.now(),
  })
  const found = async (q: string) => {
    const page = await owner.get(`/admin/mail?list=failed&q=${encodeURIComponent(q)}`)
    return page.html.querySelectorAll('.mail-rows a').map((a) => a.getAttribute('href') ?? '')
  }
  expect(await found('8765')).toEqual([`/admin/mail/${id}`])
  expect(await found('anne')).toContain(`/admin/mail/${id}`)
  expect(await found('anne@example.com')).toContain(`/admin/mail/${id}`)
  expect(await found('Workshop@')).toEqual([`/admin/mail/${to}`])
  const none = await owner.get('/admin/mail?q=zzzz')
  expect(none.words('.order-none')).toContain('Tous les e-mails')
})

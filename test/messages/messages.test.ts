import { beforeAll, expect, test } from 'vitest'
import { outbox } from '#features/mail/table.ts'
import { messageLines } from '#features/messages/queries.ts'
import { answer, message } from '#features/messages/table.ts'
import { env } from 'cloudflare:workers'
import { openDb } from '#platform/db.ts'
import { paidOrder } from '../orders/desk.ts'
import { makeShop } from '../support/make.ts'
import { meteredDb } from '../support/meter.ts'
import { BUYER } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tools } from '../support/worker.ts'

const { db } = tools()

const TYPED = {
  name: 'Jeanne Riou',
  email: 'Jeanne@Example.com',
  order_number: '',
  message: 'Bonjour, mon bol vert est plus foncé que sur la photo.',
}

let places = 0

/** Writes from the contact page, as a browser at a place of its own. */
async function write(typed: Partial<typeof TYPED> & Record<string, string> = {}, path = '') {
  const visitor = shop()
  const page = await visitor.get(`${path}/pages/contact`)
  const form = page.html.querySelector('.message-form')
  const fields = { ...TYPED, ...typed }
  return visitor.post(form?.getAttribute('action') ?? '', fields, {
    'cf-connecting-ip': `192.0.2.${places++}`,
  })
}

async function written(text: string) {
  const rows = await db.select().from(message)
  return rows.filter((row) => row.text === text)
}

beforeAll(async () => {
  const words = { fr: 'Nous écrire', en: 'Write to us' }
  await makeShop({
    entries: [
      {
        kind: 'page',
        slug: 'contact',
        role: 'contact',
        title: words,
        excerpt: words,
        body: words,
        day: '2026-01-01',
        image: null,
        products: [],
      },
    ],
  })
})

test('the contact page holds the form, is the same for everybody and may be kept', async () => {
  const page = await shop().get('/pages/contact')
  expect(page.all('.message-form label')).toEqual([
    'Votre nom',
    'Votre adresse e-mail',
    'Numéro de commande (facultatif)',
    'Votre message',
    'Laissez ce champ vide',
  ])
  expect(page.headers.getSetCookie()).toEqual([])
  expect((await shop().get('/pages/contact')).text).toBe(page.text)
})

test('a message is received once, however often it is posted, and the workshop gets one mail', async () => {
  const text = 'Une question sur les assiettes plates.'
  const done = await write({ message: text, order_number: 'n° 1042' })
  expect([done.status, done.words('h1')]).toEqual([200, 'Message reçu'])
  expect(done.words('.message-said')).toBe(text)
  expect((await write({ message: text })).words('h1')).toBe('Message reçu')
  const rows = await written(text)
  expect(rows).toMatchObject([
    { name: 'Jeanne Riou', email: 'jeanne@example.com', orderNumber: 1042, lang: 'fr' },
  ])
  const mails = await db.select().from(outbox)
  expect(mails.filter(({ key }) => key === `message:${rows[0]?.id}`)).toMatchObject([
    { template: 'message', to: null, facts: { message: rows[0]?.id } },
  ])
})

test.each([
  ['name', { name: ' ' }, 'Votre nom manque.'],
  ['email', { email: 'jeanne@' }, 'Cette adresse n’est pas complète'],
  ['order_number', { order_number: '12 ou 13' }, 'Le numéro seul'],
  ['message', { message: 'Bonjour' }, 'Quelques mots de plus'],
])('a wrong %s is told beside its field and nothing typed is lost', async (field, typed, says) => {
  const page = await write(typed)
  expect(page.status).toBe(422)
  expect(page.words(`#${field}-problem`)).toContain(says)
  const shown = page.html.querySelector('#message')?.textContent
  expect(shown).toBe({ ...TYPED, ...typed }.message)
  expect(page.html.querySelector(`#${field}`)?.getAttribute('aria-invalid')).toBe('true')
})

test('an English visitor writes and reads in English', async () => {
  const text = 'Do you ship to Ireland, and when?'
  const done = await write({ message: text }, '/en')
  expect(done.words('h1')).toBe('Message received')
  expect(await written(text)).toMatchObject([{ lang: 'en' }])
  expect((await shop().get('/en/messages')).at).toBe('/en/pages/contact')
})

test('who fills in the hidden field gets the same answer, and nothing is kept', async () => {
  const text = 'Buy our wonderful links today.'
  expect((await write({ message: text, website: 'https://spam.example' })).words('h1')).toBe(
    'Message reçu',
  )
  expect(await written(text)).toEqual([])
})

test('the sixth message of an hour, from one address or one place, is not sent and says so', async () => {
  const email = 'much@example.com'
  for (let n = 1; n <= 6; n++) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await write({ email, message: `Message numéro ${n}, toujours à vous.` })
    expect(page.status).toBe(n < 6 ? 200 : 429)
  }
  const visitor = shop()
  const place = { 'cf-connecting-ip': '198.51.100.7' }
  for (let n = 1; n <= 6; n++) {
    const typed = { ...TYPED, email: `a${n}@example.com` }
    // oxlint-disable-next-line no-await-in-loop
    const page = await visitor.post('/messages', typed, place)
    expect(page.status).toBe(n < 6 ? 200 : 429)
    if (n === 6) expect(page.html.querySelector('#message')?.textContent).toBe(TYPED.message)
  }
})

test('the maker reads, answers once a form, and the message is read', async () => {
  const { order } = await paidOrder()
  const text = 'Quand part ma commande, s’il vous plaît ?'
  await write({ email: BUYER.email, order_number: String(order.number), message: text })
  const desk = await atDesk(await makeStaff('owner', { name: 'Mona' }))
  const list = await desk.get('/admin/messages')
  expect(list.all('.message-rows .says')).toContain(text)
  const [row] = await written(text)
  const page = await desk.get(`/admin/messages/${row?.id}`)
  expect(page.words('h1')).toBe('Jeanne Riou')
  expect(page.words('.order-said')).toBe(text)
  expect(page.words('.order-aside')).toContain(`Commande ${order.number}`)
  expect(page.words('.order-few')).toContain(String(order.number))
  const empty = await desk.submit(page, '#reply form', { answer: ' ' })
  expect([empty.status, empty.words('#answer-problem')]).toEqual([
    422,
    'La réponse est vide : écrivez un mot.',
  ])
  const said = { answer: 'Elle part demain.' }
  const after = await desk.submit(page, '#reply form', said)
  await desk.submit(page, '#reply form', said)
  expect(after.words('[role=status]')).toBe('Votre réponse part.')
  expect(after.words('.message-answers')).toContain('Elle part demain.Mona')
  const answers = (await db.select().from(answer)).filter((one) => one.messageId === row?.id)
  expect(answers).toHaveLength(1)
  const mails = await db.select().from(outbox)
  expect(mails.filter(({ template }) => template === 'answer')).toMatchObject([
    { to: BUYER.email, facts: { answer: answers[0]?.id } },
  ])
  expect((await desk.get('/admin/messages')).all('.message-rows .says')).not.toContain(text)
  expect((await desk.get('/admin/messages?list=all')).words('.message-rows')).toContain('répondu')
})

test('a number of somebody else’s order leads nowhere', async () => {
  const { order } = await paidOrder()
  const text = 'Où est donc la commande de ma voisine ?'
  await write({ order_number: String(order.number), message: text })
  const [row] = await written(text)
  const page = await (await atDesk(await makeStaff('owner'))).get(`/admin/messages/${row?.id}`)
  expect(page.words('.order-aside')).toContain('n’est pas une commande de cette adresse')
  expect(page.html.querySelector(`a[href="/admin/orders/${order.id}"]`)).toBeNull()
})

test('a message is marked as read and unread, and deleted with its answers and mails', async () => {
  const text = 'À supprimer quand vous aurez le temps.'
  await write({ message: text })
  const [row] = await written(text)
  const desk = await atDesk(await makeStaff('owner'))
  const path = `/admin/messages/${row?.id}`
  const read = await desk.submit(await desk.get(path), '.message-sorting form', { read: 'yes' })
  expect(read.words('[role=status]')).toBe('Marqué comme lu.')
  const unread = await desk.submit(read, '.message-sorting form', { read: 'no' })
  expect(unread.words('[role=status]')).toBe('De nouveau à lire.')
  const answered = await desk.submit(unread, '#reply form', { answer: 'Bien sûr.' })
  const gone = await desk.submit(answered, '.ask-once form')
  expect([gone.at, gone.words('[role=status]')]).toEqual([
    '/admin/messages?done=deleted',
    'Le message est effacé.',
  ])
  await desk.post(`${path}/removal`)
  expect(await written(text)).toEqual([])
  const mails = await db.select().from(outbox)
  expect(mails.filter(({ key }) => key === `message:${row?.id}`)).toEqual([])
  expect((await desk.get(path)).status).toBe(404)
})

test('what people write is only text', async () => {
  const text = '<script>alert(1)</script> et <b>gras</b>'
  const done = await write({ message: text, name: '<i>Zoé</i>' })
  expect(done.text).not.toContain('<script>alert')
  const [row] = await written(text)
  const page = await (await atDesk(await makeStaff('owner'))).get(`/admin/messages/${row?.id}`)
  expect(page.text).not.toContain('<b>gras')
  expect(page.words('h1')).toBe('<i>Zoé</i>')
})

test('a helper finds no messages', async () => {
  expect((await (await atDesk(await makeStaff('helper'))).get('/admin/messages')).status).toBe(404)
})

test('the lists read a bounded number of rows and follow one another', async () => {
  await env.DB.prepare(
    `insert into message (id, at, name, email, lang, text, read_at)
      with recursive copy(n) as (select 1 union all select n + 1 from copy where n < 5000)
      select 'msg_' || printf('%032d', n), n, 'Ana', 'b' || n || '@example.com', 'fr', 'Bonjour', case when n % 9 then 1 end
      from copy`,
  ).run()
  const meter = meteredDb(env.DB)
  const metered = openDb(meter.db)
  for (const filter of ['unread', 'all'] as const) {
    // oxlint-disable-next-line no-await-in-loop
    const [rows] = await metered.batch([
      messageLines(metered, { filter, q: '', before: '4000-msg_x' }),
    ])
    expect(rows).toHaveLength(31)
  }
  expect(meter.read().rowsRead).toBeLessThan(400)
  const desk = await atDesk(await makeStaff('owner'))
  const first = await desk.get('/admin/messages?list=all')
  const href = first.html.querySelector('a[rel=next]')?.getAttribute('href') ?? ''
  const second = await desk.get(href.replaceAll('&amp;', '&'))
  const links = [first, second].flatMap((page) =>
    page.html.querySelectorAll('.message-rows a').map((a) => a.getAttribute('href')),
  )
  expect(new Set(links).size).toBe(60)
})

test('a message is found by who wrote, what they wrote or the order they name, read or not', async () => {
  const at = Date.now() + 5000
  await db.insert(message).values([
    {
      id: `msg_${'a'.repeat(32)}`,
      at,
      readAt: at,
      name: 'Maël Quéré',
      email: 'mael@example.com',
      lang: 'fr',
      orderNumber: 99321,
      text: 'Ma théière est arrivée.',
    },
  ])
  const desk = await atDesk(await makeStaff('owner'))
  for (const q of ['mael quere', 'theiere', 'MAEL@example.com', 'n° 99321']) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await desk.get(`/admin/messages?q=${encodeURIComponent(q)}`)
    expect(page.all('.message-rows b'), q).toEqual(['Maël Quéré'])
  }
  const none = await desk.get('/admin/messages?q=zzzz')
  expect(none.words('.order-none')).toContain('Voir tous les messages')
  const meter = meteredDb(env.DB)
  const metered = openDb(meter.db)
  await metered.batch([messageLines(metered, { filter: 'all', q: 'bonjour', before: '' })])
  expect(meter.read().rowsRead).toBeLessThan(2500)
})

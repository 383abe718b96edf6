import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { addressesOf, customerLines, ordersOf } from '#features/customers/queries.ts'
import { type Sort, SORTS } from '#features/customers/rules.ts'
import { customer } from '#features/customers/table.ts'
import { openDb } from '#platform/db.ts'
import { paidOrder } from '../orders/desk.ts'
import { meteredDb } from '../support/meter.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { shop, tools } from '../support/worker.ts'

const { db } = tools()
const EMAIL = 'Malo.Quere@Example.com'

beforeAll(async () => {
  await env.DB.prepare(
    `insert into customer (id, email, first_name, last_name, lang, orders, spent, first_at, last_at)
      with recursive copy(n) as (select 1 union all select n + 1 from copy where n < 4000)
      select 'cus_' || printf('%016d', n), 'client' || n || '@example.com', 'Ana', 'Nom' || n, 'fr',
        n % 40 + 1, n * 100, 1, n from copy`,
  ).run()
})

async function malo() {
  const [found] = await db.select().from(customer).where(eq(customer.email, EMAIL.toLowerCase()))
  if (!found) throw new Error('Nobody')
  return found
}

test.each<[Sort, string, string]>([
  ['last', '', ''],
  ['spent', '', ''],
  ['orders', '', '20-cus_0000000000001000'],
  ['name', '', ''],
  ['name', '', 'nom2 ana\tcus_0'],
  ['last', 'nom39', ''],
  ['last', 'ana', '2000'],
  ['last', 'client12@example.com', ''],
])(
  'the list by %s, searched for "%s", from "%s" reads a bounded number of rows',
  async (...asked) => {
    const [by, q, before] = asked
    const meter = meteredDb(env.DB)
    const metered = openDb(meter.db)
    const [rows] = await metered.batch([customerLines(metered, { by, q, before })])
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThanOrEqual(31)
    expect(meter.read().rowsRead).toBeLessThan(300)
  },
)

test.each(SORTS)('the pages of the list by %s follow one another', async (by) => {
  const desk = await atDesk(await makeStaff('owner'))
  const first = await desk.get(`/admin/customers?by=${by}`)
  const href = first.html.querySelector('a[rel=next]')?.getAttribute('href') ?? ''
  const second = await desk.get(href.replaceAll('&amp;', '&'))
  const links = [first, second].flatMap((page) =>
    page.html.querySelectorAll('.customer-rows a').map((a) => a.getAttribute('href')),
  )
  expect(new Set(links).size).toBe(60)
  if (by !== 'name') return
  const names = first.all('.customer-rows b').map((name) => name.split(' ')[1] ?? '')
  expect(names).toEqual(names.toSorted())
})

test('a search that finds nobody says so, and leads back to everybody', async () => {
  const desk = await atDesk(await makeStaff('owner'))
  const none = await desk.get('/admin/customers?q=zzzz')
  expect(none.words('.order-none')).toContain(
    'Personne ne porte «\u00a0zzzz\u00a0»'.replace(/\s/g, ' '),
  )
})

test('a buyer’s page tells their orders, however they wrote their address, where they go and what they wrote', async () => {
  const one = await paidOrder([2], {
    buyer: { email: EMAIL, firstName: 'Malo', lastName: 'Quéré' },
  })
  const two = await paidOrder([1], {
    buyer: { email: EMAIL.toLowerCase(), firstName: 'Malo', lastName: 'Quéré' },
  })
  const desk = await atDesk(await makeStaff('owner'))
  const found = await desk.get('/admin/customers?q=quere')
  expect(found.words('.customer-rows')).toContain('Malo Quéré')
  const page = await desk.get(`/admin/customers/${(await malo()).id}`)
  expect(page.words('h1')).toBe('Malo Quéré')
  expect(new Set(page.all('.order-few b'))).toEqual(
    new Set([one.order.number, two.order.number].map(String)),
  )
  expect(page.words('.customer-addresses')).toBe('12 rue du Port, 29200 Roscoff')
  expect(page.words('.order-aside .rows')).toContain('Commandes payées2')
})

test('the orders of one buyer are read without reading those of the others', async () => {
  const meter = meteredDb(env.DB)
  const metered = openDb(meter.db)
  const email = EMAIL.toLowerCase()
  const [rows] = await metered.batch([ordersOf(metered, email, 20), addressesOf(metered, email)])
  expect(rows).toHaveLength(2)
  expect(meter.read().rowsRead).toBeLessThan(100)
})

test('a note is kept and written down; one that is too long comes back as it was typed', async () => {
  const { id } = await malo()
  const desk = await atDesk(await makeStaff('owner'))
  const page = await desk.get(`/admin/customers/${id}`)
  const after = await desk.submit(page, '.customer-note', { note: 'Aime le bleu' })
  expect(after.words('[role=status]')).toBe('La note est enregistrée.')
  expect((await malo()).note).toBe('Aime le bleu')
  expect((await actsOn(db, id, 1))[0]).toMatchObject({ act: 'customer.noted', facts: {} })
  const long = 'bleu '.repeat(500)
  const wrong = await desk.submit(page, '.customer-note', { note: long })
  expect([wrong.status, wrong.words('#note-problem')]).toEqual([422, 'Au plus 2000 caractères.'])
  expect(wrong.html.querySelector('#note')?.textContent).toContain('bleu bleu')
})

test('every page has one title, names each thing once and speaks the language of who reads it', async () => {
  const { id } = await malo()
  const desk = await atDesk(await makeStaff('owner', { lang: 'en' }))
  const paths = ['', `/${id}`, `/${id}/erasure`].map((path) => `/admin/customers${path}`)
  for (const path of [...paths, '/admin/people', '/admin/messages']) {
    // oxlint-disable-next-line no-await-in-loop
    const shown = await desk.get(path)
    expect([shown.status, shown.all('h1').length]).toEqual([200, 1])
    expect(shown.html.querySelector('html')?.getAttribute('lang')).toBe('en')
    const ids = shown.html.querySelectorAll('[id]').map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('helpers and strangers do not get in', async () => {
  const helper = await atDesk(await makeStaff('helper'))
  for (const path of ['/admin/customers', '/admin/people']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await helper.get(path)).status).toBe(404)
    // oxlint-disable-next-line no-await-in-loop
    expect((await shop().get(path)).at).toBe('/admin/sign-in')
  }
  expect((await helper.post('/admin/people/export', { email: EMAIL, format: 'csv' })).status).toBe(
    404,
  )
})

import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import {
  listRows,
  openCounts,
  ordersPaidIn,
  PER_PAGE,
  soldIn,
} from '#features/orders/list-orders.ts'
import type { Filter } from '#features/orders/rules.ts'
import { monthSpan } from '#lib/dates.ts'
import { openDb } from '#platform/db.ts'
import { growOrders } from '../support/grow-orders.ts'
import { meteredDb } from '../support/meter.ts'
import { BUYER, placed } from '../support/orders.ts'
import { makeProduct } from '../support/make.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { paidOrder } from './desk.ts'

const ORDERS = 20_000
/** 31 orders with their lines, and room for what an index is read on the way. */
const MOST_ROWS = 600

const ALL = { filter: 'all', q: '', oldest: false, before: '' } as const

beforeAll(async () => {
  const { order } = await paidOrder([1], { buyer: { lastName: '=cmd', firstName: 'Zoë' } })
  await growOrders(env.DB, order.id, ORDERS)
  await env.DB.prepare(
    `insert into dispute (id, order_id, stripe_id, amount, currency, reason, state, at)
      select 'dsp_' || number, id, 'du_' || number, total, 'EUR', 'general',
        case number % 3 when 0 then 'open' when 1 then 'inquiry' else 'won' end, 1
      from "order" where state = 'shipped' order by number desc limit 30`,
  ).run()
}, 60_000)

async function reading(ask: (db: ReturnType<typeof openDb>) => Parameters<typeof run>[1]) {
  const meter = meteredDb(env.DB)
  const db = openDb(meter.db)
  const rows = await run(db, ask(db))
  return { rows, ...meter.read() }
}

async function run(
  db: ReturnType<typeof openDb>,
  statement: ReturnType<typeof listRows> | ReturnType<typeof openCounts>,
) {
  const [rows] = await db.batch([statement])
  return rows
}

test.each<[Filter, string, string, boolean?]>([
  ['all', '', ''],
  ['all', '', '9000'],
  ['to_pack', '', ''],
  ['ready', '', ''],
  ['shipped', '', ''],
  ['shipped', '', '9000'],
  ['all', '', '9000', true],
  ['to_pack', '', '', true],
  ['shipped', '', '9000', true],
  ['held', '', '', true],
  ['all', 'ana', '2000', true],
  ['waiting', '', ''],
  ['held', '', ''],
  ['disputed', '', ''],
  ['all', '7777', ''],
  ['all', 'nom777', ''],
  ['all', 'ana', ''],
  ['all', 'buyer12@example.com', ''],
])(
  'the list %s, searched for "%s", from "%s" reads a bounded number of rows',
  async (filter, q, before, oldest = false) => {
    const asked = { filter, q, oldest, before }
    const { rows, rowsRead } = await reading((db) => listRows(db, asked))
    expect(rows.length).toBeLessThanOrEqual(PER_PAGE + 1)
    expect(rows.length > 0 || filter === 'waiting').toBe(true)
    expect(rowsRead).toBeLessThan(MOST_ROWS)
  },
)

test('the counts read the few that they count', async () => {
  const { rows, rowsRead } = await reading((db) => openCounts(db))
  expect(rows).toEqual([{ to_pack: 11, packed: 0, ready: 10, waiting: 0, held: 10, disputed: 20 }])
  expect(rowsRead).toBeLessThan(100)
})

test.each([
  ['the newest', ''],
  ['the oldest', '&sort=oldest'],
])('the pages, %s first, follow one another without a gap or a double', async (_, sort) => {
  const desk = await atDesk(await makeStaff('helper'))
  const numbers: number[] = []
  let path: string | undefined = `/admin/orders?list=shipped${sort}`
  for (let pages = 0; path && pages < 4; pages++) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await desk.get(path)
    numbers.push(...page.all('.order-rows .no').map(Number))
    path = page.html.querySelector('a[rel=next]')?.getAttribute('href')?.replaceAll('&amp;', '&')
  }
  expect(numbers).toHaveLength(4 * PER_PAGE)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers).toEqual(numbers.toSorted((a, b) => (sort ? a - b : b - a)))
})

test('who packs may have the order that has waited longest first, and keeps it from list to list', async () => {
  const desk = await atDesk(await makeStaff('helper'))
  const page = await desk.get('/admin/orders?list=to_pack&sort=oldest')
  const numbers = page.all('.order-rows .no').map(Number)
  expect(numbers.length).toBeGreaterThan(5)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(page.words('.sorting [aria-current]')).toBe('Plus anciennes d’abord')
  const lists = page.html.querySelectorAll('.order-lists a').map((a) => a.getAttribute('href'))
  expect(lists.every((href) => href?.includes('sort=oldest'))).toBe(true)
})

test('an order is found by name, number, e-mail and piece, whatever the accents', async () => {
  const { variants, slug } = await makeProduct({ title: { fr: 'Théière Brume', en: 'Teapot' } })
  const view = await placed([{ variantId: variants[0]?.id ?? '', quantity: 1 }], {
    buyer: { lastName: 'Quéré', email: 'malo.quere@example.com' },
  })
  expect(slug).toBeTruthy()
  const db = openDb(env.DB)
  for (const q of ['quere', 'QUÉRÉ anne', 'malo.quere@example.com', 'theiere', 'théi malo']) {
    // oxlint-disable-next-line no-await-in-loop
    const rows = await listRows(db, { ...ALL, q })
    expect(
      rows.map(({ id }) => id),
      q,
    ).toEqual([view.order.id])
  }
  for (const q of ['"', "' or 1=1 --", '*', 'NEAR(', '-x AND']) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await listRows(db, { ...ALL, q }), q).toBeInstanceOf(Array)
  }
  const desk = await atDesk(await makeStaff('helper'))
  const page = await desk.get('/admin/orders?q=nobody')
  expect(page.words('.order-none')).toContain('Rien pour « nobody »')
})

test('a month is summed and exported, and no cell of it is a formula', async () => {
  const db = openDb(env.DB)
  const now = new Date().toISOString().slice(0, 7)
  const span = monthSpan(now, 'Europe/Paris') ?? expect.fail('no span')
  const [sold] = await soldIn(db, span)
  expect(sold?.orders).toBeGreaterThan(0)
  expect(await ordersPaidIn(db, span)).toHaveLength(sold?.orders ?? 0)
  const desk = await atDesk(await makeStaff('helper'))
  const file = await desk.ask(`/admin/orders/export.csv?month=${now}`)
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const text = await file.text()
  expect(text).toContain(`,Zoë,'=cmd,${BUYER.email},29200,Roscoff,FR,`)
  expect((await desk.get('/admin/orders/export.csv?month=2026-13')).status).toBe(404)
})

import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { gateway } from '#app.tsx'
import { forgetStale } from '#features/freshness/forget-stale.ts'
import { JOBS } from '#jobs.ts'
import { openDb } from '#platform/db.ts'
import { paidOrder } from '../orders/desk.ts'
import { growCatalogue } from '../support/grow.ts'
import { growJournal } from '../support/grow-journal.ts'
import { growOrders } from '../support/grow-orders.ts'
import { meteredDb } from '../support/meter.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import type { Shopper } from '../support/shopper.ts'
import { loadDemo, tools } from '../support/worker.ts'

const PRODUCTS = 10_000
const ORDERS = 50_000
/** A page of rows with what each shows, and room for what an index reads on the way. */
const MOST_ROWS = 2500

let owner: Shopper
let paths: string[] = []

async function first(query: string): Promise<string> {
  const row = await env.DB.prepare(query).first<{ id: string }>()
  return row?.id ?? ''
}

beforeAll(async () => {
  await loadDemo()
  const { order } = await paidOrder()
  const demo = await env.DB.prepare('select count(*) as n from product').first<{ n: number }>()
  await growCatalogue(env.DB, 2, Math.ceil(PRODUCTS / (demo?.n ?? 1)) + 1)
  await growOrders(env.DB, order.id, ORDERS)
  await growJournal(order.id, ORDERS)
  owner = await atDesk(await makeStaff('owner'))
  const piece = await first("select id from product where slug = 'mug-ressac'")
  const variant = await first(`select id from variant where product_id = '${piece}'`)
  const collection = await first("select id from collection where slug = 'tasses-et-bols'")
  const customer = await first('select id from customer limit 1')
  const post = await first("select id from entry where kind = 'post'")
  const method = await first('select id from delivery_method')
  const message = await first('select id from message')
  const mail = await first('select id from outbox')
  paths = [
    '/admin',
    '/admin?days=365',
    ...[
      '',
      '?list=to_pack',
      '?list=shipped',
      '?q=nom777',
      '?q=ana',
      '?before=20000',
      '?list=to_pack&sort=oldest',
      '?sort=oldest&before=20000',
    ].map((asked) => `/admin/orders${asked}`),
    '/admin/orders/new',
    `/admin/orders/${order.id}`,
    `/admin/refunds/${order.id}`,
    '/admin/products',
    '/admin/products?state=draft',
    '/admin/products?sort=title&before=m',
    '/admin/products?state=published&sort=price-down',
    `/admin/products?collection=${collection}&sort=price-up`,
    '/admin/products?q=mug',
    '/admin/products?q=copie',
    '/admin/products/new',
    `/admin/products/${piece}`,
    `/admin/products/${piece}/options`,
    '/admin/collections',
    `/admin/collections/${collection}`,
    '/admin/sales',
    '/admin/stock',
    '/admin/stock?list=low',
    '/admin/stock?sort=scarcest',
    '/admin/stock?q=mug',
    '/admin/stock?q=copie',
    `/admin/stock/${variant}`,
    '/admin/stock/count?collection=all',
    '/admin/messages?list=all',
    '/admin/messages?q=bonjour',
    `/admin/messages/${message}`,
    '/admin/customers',
    '/admin/customers?by=spent',
    '/admin/customers?by=name&before=nom3',
    '/admin/customers?q=ana',
    `/admin/customers/${customer}`,
    '/admin/promotions',
    '/admin/promotions?list=running',
    '/admin/promotions?q=ete',
    '/admin/promotions/new',
    '/admin/pictures',
    '/admin/content',
    '/admin/content/journal',
    '/admin/content/journal?list=out',
    '/admin/content/journal?q=four',
    '/admin/content/pages',
    `/admin/content/journal/${post}`,
    '/admin/content/menus',
    '/admin/content/look',
    '/admin/mail',
    '/admin/mail?list=sent',
    '/admin/mail?q=ana',
    '/admin/mail?q=nom777',
    `/admin/mail/${mail}`,
    '/admin/settings',
    '/admin/delivery',
    `/admin/delivery/${method}`,
    '/admin/tax',
    '/admin/documents',
    '/admin/documents?q=1001',
    '/admin/documents?q=F2026-0',
    '/admin/books',
    '/admin/books?month=2027-06',
    '/admin/books/turnover?year=2027',
    '/admin/journal',
    '/admin/journal?month=2027-06&list=closings',
    '/admin/journal?month=2027-06&list=corrections',
    '/admin/audit',
    '/admin/audit?about=order&who=Ana',
    '/admin/audit?about=product',
    '/admin/people',
  ]
}, 120_000)

/** A page of the desk, with what it read. */
async function ask(path: string) {
  const meter = meteredDb(env.DB)
  const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const request = new Request(env.SHOP_URL + path, { headers: { cookie } })
  const response = await gateway.fetch(request, { ...env, DB: meter.db }, createExecutionContext())
  const body = await response.text()
  return { status: response.status, body, ...meter.read() }
}

/** What every job asks in a minute in which nothing is due. */
const MOST_IDLE_ROWS = 200

test(`with ${PRODUCTS} pieces and ${ORDERS} orders a minute in which nothing is due reads few rows`, async () => {
  await env.DB.prepare('update level set told_at = 1 where available <= low_at').run()
  // So many pieces that came at once are still to be forgotten by caches, twice, and so many lines to be sealed.
  for (const told of [1, 2]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await forgetStale(tools(Date.now() + told * 60_000), async () => true, 'byTheClock')
  }
  const { closeJournal: _, ...jobs } = JOBS['* * * * *'] ?? {}
  const meter = meteredDb(env.DB)
  const idle = tools(Date.now(), { db: openDb(meter.db) })
  await Promise.all(Object.values(jobs).map((run) => run(idle)))
  await forgetStale(idle, async () => true, 'byTheClock')
  expect(meter.read().rowsRead).toBeLessThanOrEqual(MOST_IDLE_ROWS)
}, 60_000)

test(`with ${PRODUCTS} pieces and ${ORDERS} orders every page of the desk reads a bounded number of rows`, async () => {
  const wrong: string[] = []
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop -- one figure after the other
    const { status, rowsRead } = await ask(path)
    if (status !== 200 || rowsRead > MOST_ROWS) wrong.push(`${path}: ${status}, ${rowsRead} rows`)
  }
  expect(wrong).toEqual([])
}, 60_000)

import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { sumsIn } from '#features/documents/list-documents.ts'
import { localTime, monthSpan } from '#lib/dates.ts'
import { formatMoney } from '#lib/money.ts'
import { deskLink } from '#links.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import type { Shopper } from '../support/shopper.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { tools } from '../support/worker.ts'
import { giveBack } from './give-back.ts'
import { openWorkshop, sell } from './shop.ts'

const { db } = tools()
const SOLD = 32
let owner: Shopper
let first: Awaited<ReturnType<typeof sell>>

beforeAll(async () => {
  await makeShop()
  await openWorkshop({ regime: 'domestic' })
  owner = await atDesk(await makeStaff('owner'))
  const { variants } = await makeProduct({}, { stock: 200 })
  const lines = [{ variantId: variants[0]?.id ?? '', quantity: 2 }]
  first = await sell(lines, { delivery: 'retrait' })
  await giveBack(first, 1)
  await env.DB.prepare(
    `with recursive copy(n) as (select 2 union all select n + 1 from copy where n < ${SOLD})
      insert into document select 'doc_' || n, kind, year, n, printf('F%d-%04d', year, n), order_id, n + 10, 'copy' || n,
        at - n, currency, amount, vat, shares, body from document, copy where kind = 'invoice'`,
  ).run()
})

const numbersOf = (page: { all: (selector: string) => string[] }) =>
  page.all('.doc-rows li > a').map((text) => text.replace(' PDF', ''))

test('the documents of a month stand on pages, the latest first, each once', async () => {
  const one = await owner.get(deskLink.documents())
  const next = one.html.querySelector('a[rel=next]')?.getAttribute('href') ?? expect.fail('no next')
  const two = await owner.get(next)
  const numbers = [...numbersOf(one), ...numbersOf(two)]
  expect(numbers).toHaveLength(SOLD + 1)
  expect(new Set(numbers).size).toBe(SOLD + 1)
  expect(numbers[0]).toMatch(/^A\d{4}-0001$/)
  expect(numbers.at(-1)).toMatch(/^F\d{4}-0032$/)
  expect(two.html.querySelector('a[rel=next]')).toBeNull()
})

test('the month adds up: what was sold, what was given back, what remains and its VAT', async () => {
  const page = await owner.get(deskLink.documents())
  const sums = page.words('.doc-sums')
  expect(sums).toContain(`${SOLD} factures`)
  expect(sums).toContain('1 avoir')
  const money = (amount: number) => formatMoney(amount, 'EUR', 'fr').replace(/\s/g, ' ')
  expect(sums).toContain(money(SOLD * 4800 - 2400))
  expect(sums).toContain(money(SOLD * 800 - 400))
  const span = monthSpan(localTime(Date.now(), 'Europe/Paris').day.slice(0, 7), 'Europe/Paris')
  const rows = span ? await sumsIn(db, span) : []
  expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(SOLD * 4800 - 2400)
})

test('a document is found by its number, or by its order’s', async () => {
  const { number } = first.invoice
  const by = async (q: string) => numbersOf(await owner.get(deskLink.documents({ q })))
  expect(await by(number.toLowerCase())).toEqual([number])
  expect((await by(String(first.order.number))).slice(0, 2)).toEqual([
    number.replace('F', 'A'),
    number,
  ])
  expect(await by('A20')).toEqual([number.replace('F', 'A')])
  const none = await owner.get(deskLink.documents({ q: 'zz' }))
  expect(none.words('.order-none')).toContain('Aucun document ne porte')
  for (const month of ['2026-13', 'x', '2026-1']) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await owner.get(deskLink.documents({ month }))).status).toBe(404)
  }
  const empty = (await owner.get(deskLink.documents({ month: '2020-01' }))).words('.order-none')
  expect(empty).toContain('Aucun document en janvier 2020')
  expect(empty).toContain('dès qu’une commande est payée')
})

test('helpers see no entry for the accounts', async () => {
  const helper = await atDesk(await makeStaff('helper'))
  expect((await helper.get('/admin/settings')).text).not.toContain('/admin/documents')
  expect((await owner.get('/admin/settings')).text).toContain('/admin/documents')
})

import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { ABOUT } from '#features/audit/desk-words.ts'
import { actors, listActs, PER_PAGE } from '#features/audit/queries.ts'
import { ACTS } from '#features/audit/act-words.ts'
import { openDb } from '#platform/db.ts'
import { meteredDb } from '../support/meter.ts'
import { makeShop } from '../support/make.ts'
import type { Shopper } from '../support/shopper.ts'
import { atDesk, makeStaff } from '../support/staff.ts'

const LOG = '/admin/audit'
const ALL = { about: '', who: '', before: '' } as const
let owner: Shopper

beforeAll(async () => {
  await makeShop()
  owner = await atDesk(await makeStaff('owner'))
  await env.DB.prepare(
    `insert into audit (id, at, who, act, subject, facts)
      with recursive copy(n) as (select 1 union all select n + 1 from copy where n < 6000)
      select 'aud_c' || n, n / 3, case when n % 2 then 'Ana' else 'Bob' end,
        case when n % 7 then 'order.ready' else 'tax.rates_filled' end, 'x', '{"order":1}' from copy`,
  ).run()
})

test.each([
  [ALL],
  [{ ...ALL, before: '900-aud_c2700' }],
  [{ ...ALL, about: 'tax' }],
  [{ ...ALL, who: 'Bob', before: '900-aud_c2700' }],
  [{ about: 'order', who: 'Ana', before: '900-aud_c2700' }],
])('the log for %o reads little more than a page', async (asked) => {
  const meter = meteredDb(env.DB)
  const db = openDb(meter.db)
  const [rows, names] = await db.batch([listActs(db, asked), actors(db)])
  expect(rows).toHaveLength(PER_PAGE + 1)
  expect(
    rows.every(({ who, act }) => act.startsWith(asked.about) && (!asked.who || who === asked.who)),
  ).toBe(true)
  expect(names.map(({ who }) => who)).toEqual(expect.arrayContaining(['Ana', 'Bob']))
  expect(meter.read().rowsRead).toBeLessThan(4 * PER_PAGE)
})

test('the pages of what somebody did follow one another, and keep what was asked', async () => {
  let path: string | undefined = `${LOG}?about=tax&who=Bob`
  let lines = 0
  while (path) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await owner.get(path)
    const says = page.all('.audit-day li')
    lines += says.length
    expect(says.filter((line) => !line.startsWith('Bob a rempli'))).toEqual([])
    path = page.html.querySelector('a[rel=next]')?.getAttribute('href')?.replaceAll('&amp;', '&')
  }
  expect(lines).toBe(428)
  expect((await owner.get(`${LOG}?who=Nobody`)).words('.order-none a')).toBe('Tout le registre')
})

test('the log can be asked about whatever it tells', () => {
  const kinds = new Set(Object.keys(ACTS).map((act) => act.split('.')[0] ?? ''))
  expect([...kinds].toSorted()).toEqual(Object.keys(ABOUT).toSorted())
})

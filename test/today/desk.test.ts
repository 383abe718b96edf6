import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { message } from '#features/messages/table.ts'
import { countVisit, isArrival } from '#features/today/count-visit.ts'
import { countDay } from '#features/today/day-queries.ts'
import { localTime } from '#lib/dates.ts'
import { openDb } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { makeProduct } from '../support/make.ts'
import { paidOrder } from '../orders/desk.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import type { Shopper } from '../support/shopper.ts'
import { shop, tools } from '../support/worker.ts'

const db = openDb(env.DB)
let owner: Shopper
let helper: Shopper

beforeAll(async () => {
  await makeProduct()
  owner = await atDesk(await makeStaff('owner'))
  helper = await atDesk(await makeStaff('helper'))
})

test('a shop with nothing to do says so, and what is missing before it may open', async () => {
  const page = await owner.get('/admin')
  expect(page.words('h1')).toBe('Tout est parti. Bonne journée.')
  expect(page.all('.today-needs a').join(' ')).toContain('Écrire les conditions de vente')
  expect((await helper.get('/admin')).html.querySelector('.today-needs')).toBeNull()
})

test('a shop that sells nothing yet is welcomed with what is left to do first', async () => {
  await env.DB.prepare(`update product set state = 'draft'`).run()
  const page = await owner.get('/admin')
  await env.DB.prepare(`update product set state = 'published'`).run()
  expect(page.words('h1')).toContain('Bienvenue.')
  expect(page.all('.today h2')[0]).toBe('Avant d’ouvrir')
})

test('an order to pack and a message are the day’s sentence, and each is a link to the act', async () => {
  const { order } = await paidOrder()
  await db.insert(message).values({
    id: newId('msg'),
    at: Date.now(),
    name: 'Jeanne Riou',
    email: 'jeanne@example.com',
    lang: 'fr',
    text: 'Bonjour, mon bol est plus foncé que sur la photo.',
  })
  const page = await owner.get('/admin')
  expect(page.words('h1')).toBe('Un colis à faire, un message, rien ne presse.')
  expect(page.text).toContain(`/admin/orders/${order.id}`)
  expect(page.text).toContain('Jeanne Riou')
  expect(page.all('.desk-side .badge').map((badge) => badge.charAt(0))).toEqual(['1', '1'])
  const theirs = await helper.get('/admin')
  expect(theirs.words('h1')).toBe('Un colis à faire, rien ne presse.')
  expect(theirs.text).not.toContain('Jeanne Riou')
})

test('what was paid today is in today’s figures, with what the period before brought', async () => {
  const { day } = localTime(Date.now(), 'Europe/Paris')
  await countDay(db, day, { visits: 90 })
  await countDay(db, day, { visits: 10 })
  const page = await owner.get('/admin?days=30')
  expect(page.words('.today-spans [aria-current]')).toBe('30 jours')
  expect(page.html.querySelectorAll('.chart rect')).toHaveLength(30)
  expect(page.words('.today .rows')).toMatch(
    /Commandes.*1.*Visites.*100.*Visites qui achètent.*1 %/,
  )
})

const FROM = { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }
const ARRIVALS = [
  ['somebody who types the address', '/', FROM, true],
  [
    'somebody who follows a link from elsewhere',
    '/products/x',
    { ...FROM, 'sec-fetch-site': 'cross-site' },
    true,
  ],
  ['a step inside the shop', '/cart', { ...FROM, 'sec-fetch-site': 'same-origin' }, false],
  ['a page that is only prepared', '/', { ...FROM, 'sec-purpose': 'prefetch;prerender' }, false],
  ['a picture', '/images/x', { ...FROM, 'sec-fetch-dest': 'image' }, false],
  ['the maker', '/admin', FROM, false],
  ['a machine that does not say', '/', {}, false],
] as const

test.each(ARRIVALS)('%s: counted as a visit or not', (_, path, headers, counts) => {
  expect(isArrival(new Request(env.SHOP_URL + path, { headers }))).toBe(counts)
})

/** Makes this isolate write the visits it has seen, with one more, and gives how many there are. */
async function visitsBy(now: number): Promise<number> {
  const written: Promise<unknown>[] = []
  const arrival = new Request(env.SHOP_URL, { headers: FROM })
  countVisit(tools(now, { later: (work) => void written.push(work) }), arrival, 200)
  await Promise.all(written)
  return (await env.DB.prepare('select sum(visits) as n from day_total').first<number>('n')) ?? 0
}

test('somebody who comes back to a page that their browser has kept is a visit', async () => {
  const visitor = shop()
  const etag = (await visitor.ask('/')).headers.get('etag') ?? ''
  const before = await visitsBy(Date.now() + 60_000)
  const back = await visitor.ask('/', { headers: { ...FROM, 'if-none-match': etag } })
  expect(back.status).toBe(304)
  expect((await visitsBy(Date.now() + 120_000)) - before).toBe(2)
})

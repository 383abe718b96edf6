import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { order as orderTable } from '#features/orders/table.ts'
import { signFile } from '#features/orders/fetch-file.ts'
import type { OrderState } from '#features/orders/rules.ts'
import { settle } from '#features/payments/settle.ts'
import { openDb } from '#platform/db.ts'
import { giveBack } from '../documents/give-back.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, placed } from '../support/orders.ts'
import { shop, tools } from '../support/worker.ts'

type Made = Parameters<typeof makeProduct>

async function ordered(...made: Made) {
  const { variants } = await makeProduct(...made)
  return placed([{ variantId: variants[0]?.id ?? '', quantity: 2 }])
}

async function paid(...made: Made) {
  const { order, sessionId } = await ordered(...made)
  await settle(tools(), {
    sessionId,
    orderId: order.id,
    outcome: 'paid',
    amount: order.total,
    currency: order.currency.toLowerCase(),
    paymentIntent: 'pi_1',
    method: 'visa 4242',
    live: false,
  })
  return orderNow(order.id)
}

const setState = (id: string, state: OrderState) =>
  openDb(env.DB).update(orderTable).set({ state }).where(eq(orderTable.id, id))

test('a paid order says what happens now, what it was and until when it may be regretted', async () => {
  const { order } = await paid()
  const page = await shop().get(`/orders/${order.token}`)
  expect(page.words('h1')).toBe('Merci, Anne. Nous préparons votre colis.')
  expect(page.words('main')).toContain(`Commande ${order.number}`)
  expect(page.words('.sum .total dd')).toBe('54,90 €')
  expect(page.words('.sum')).toContain('Visa •••• 4242')
  expect(page.words('.sum')).toContain('12 rue du Port29200 Roscoff')
  expect(page.words('.regrets')).toMatch(/renoncez au contrat ici jusqu’au \d+ \S+\.$/)
  expect(page.words('[aria-current=step]')).toBe('En préparation')
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.get('x-robots-tag')).toBe('noindex')
  expect(page.headers.get('cache-control')).toBe('private, no-store')
  const en = await shop().get(`/en/orders/${order.token}`)
  expect(en.words('h1')).toBe('Thank you, Anne. We are packing your parcel.')
})

test('an order that waits for its payment leads back to it', async () => {
  const { order, url } = await ordered()
  const page = await shop().get(`/orders/${order.token}`)
  expect(page.words('h1')).toBe('Cette commande attend son paiement.')
  expect(page.html.querySelector('.actions a')?.getAttribute('href')).toBe(url)
  expect(page.words('main')).not.toContain('Commande ')
})

test.each<[OrderState, string, string]>([
  ['awaiting_payment', 'Merci, Anne. Votre paiement est en route.', 'est on its way'],
  ['cancelled', 'Cette commande n’a pas été payée.', 'not paid'],
  ['ready', 'Anne, vos pièces vous attendent à l’atelier.', 'waiting'],
  ['shipped', 'Anne, votre colis est parti.', 'left'],
  ['delivered', 'Anne, tout est chez vous.', 'with you'],
  ['held', 'Votre paiement est arrivé, nous le vérifions.', 'checking'],
])('an order that is %s says so', async (state, title) => {
  const { order } = await ordered()
  await setState(order.id, state)
  const page = await shop().get(`/orders/${order.token}`)
  expect(page.words('h1')).toBe(title)
  expect(page.text).not.toContain('/c/pay/')
})

test.each(['nope', '0'.repeat(32), '%00', 'x'.repeat(3000)])(
  'an order that does not exist is a page that does not exist',
  async (token) => {
    const page = await shop().get(`/orders/${token}`)
    expect([page.status, page.words('h1')]).toEqual([404, 'La mer a recouvert cette page.'])
  },
)

test('a gift card shows its codes once it is paid, and not before', async () => {
  const made: Made = [{ kind: 'gift_card' }, { stock: null, weight_g: 0 }]
  const waiting = await ordered(...made)
  const before = await shop().get(`/orders/${waiting.order.token}`)
  expect(before.html.querySelector('.handed')).toBeNull()
  const { order, cards } = await paid(...made)
  const page = await shop().get(`/orders/${order.token}`)
  expect(page.words('h1')).toBe('Merci, Anne. Votre carte cadeau est prête.')
  expect(page.all('.handed .d2').toSorted()).toEqual(cards.map(({ code }) => code).toSorted())
  expect(cards).toHaveLength(2)
})

async function bookPaid(maxDownloads = 2) {
  await env.PICTURES.put('files/guide.pdf', 'Premiers pas')
  const download = {
    filename: 'Premiers pas, n° 1.pdf',
    file: 'guide.pdf',
    max_downloads: maxDownloads,
  }
  const { order, lines } = await paid({ kind: 'digital', download }, { stock: null, weight_g: 0 })
  return { order, line: lines[0]?.id ?? '' }
}

test('a paid file is fetched from its order, as often as its maker allows', async () => {
  const { order } = await bookPaid()
  const page = await shop().get(`/orders/${order.token}`)
  const href = page.html.querySelector('.handed a')?.getAttribute('href') ?? ''
  const file = await shop().ask(href)
  expect([file.status, await file.text()]).toEqual([200, 'Premiers pas'])
  expect(file.headers.get('content-disposition')).toBe(
    `attachment; filename="Premiers-pas-n-1.pdf"; filename*=UTF-8''Premiers%20pas%2C%20n%C2%B0%201.pdf`,
  )
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  expect(file.headers.get('cache-control')).toBe('private, no-store')
  // Asking what the file is, without taking it, does not count.
  expect((await shop().ask(href, { method: 'HEAD' })).status).toBe(200)
  expect((await shop().get(href)).status).toBe(200)
  const spent = await shop().get(href)
  expect([spent.status, spent.words('h1')]).toEqual([
    429,
    'Ce fichier a été téléchargé assez de fois.',
  ])
})

test('a link to a file works for a day, and then says how to get another', async () => {
  const { order, line } = await bookPaid()
  const { until, signature } = await signFile(order.token, line, Date.now() - 25 * 3_600_000)
  const page = await shop().get(`/en/downloads/${line}?until=${until}&signature=${signature}`)
  expect([page.status, page.words('h1')]).toEqual([410, 'This link has had its day.'])
  expect(page.text).not.toContain(order.token)
})

test('a link to a file cannot be made up, stretched or used before the order is paid', async () => {
  const { order, line } = await bookPaid()
  const { until, signature } = await signFile(order.token, line, Date.now())
  const status = async (path: string) => (await shop().get(`/downloads/${path}`)).status
  expect(await status(`${line}?until=${until + 1}&signature=${signature}`)).toBe(404)
  expect(await status(`${line}?until=${until}&signature=${'0'.repeat(64)}`)).toBe(404)
  expect(await status(`lin_other?until=${until}&signature=${signature}`)).toBe(404)
  expect(await status(line)).toBe(404)
  await setState(order.id, 'held')
  expect(await status(`${line}?until=${until}&signature=${signature}`)).toBe(404)
})

test('a file that was refunded is not fetched any more, and its order says so', async () => {
  const view = await bookPaid()
  const { until, signature } = await signFile(view.order.token, view.line, Date.now())
  const path = `/downloads/${view.line}?until=${until}&signature=${signature}`
  await giveBack(await orderNow(view.order.id), 1)
  expect((await shop().get(path)).status).toBe(200)
  await giveBack(await orderNow(view.order.id), 1)
  const fr = await shop().get(path)
  expect([fr.status, fr.words('h1')]).toEqual([410, 'Ce fichier a été remboursé.'])
  const en = await shop().get(`/en${path}`)
  expect([en.status, en.words('h1')]).toEqual([410, 'This file was refunded.'])
  const page = await shop().get(`/orders/${view.order.token}`)
  expect(page.words('h1')).toBe('Cette commande est remboursée.')
  expect(page.html.querySelector('.handed a')).toBeNull()
  expect(page.words('.handed')).toContain('Premiers pas, n° 1.pdf : remboursé')
})

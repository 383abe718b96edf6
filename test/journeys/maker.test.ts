import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { picture } from '../support/pictures.ts'
import { type Visitor, visit } from '../support/browser.ts'
import { entries, phone, setUp } from './phone.ts'
import {
  add,
  type Buyer,
  mailsTo,
  newBuyer,
  onOrder,
  order,
  pay,
  toCheckout,
  words,
} from './steps.ts'

type Cookies = Parameters<Visitor['context']['addCookies']>[0]
/** What a script or a mail server does meanwhile, on a busy machine. */
const SOON = { timeout: 15_000 }

let session: Cookies = []

/** The maker with her phone: she follows an invitation once, and stays signed in. */
async function maker(given: Parameters<typeof visit>[0] = {}): Promise<Visitor> {
  if (session.length === 0) {
    const first = await phone()
    await setUp(first, inject('shop').makerUrl, 'Nolwenn')
    session = await first.context.cookies()
  }
  const visitor = await visit({ device: 'phone', ...given })
  await visitor.context.addCookies(session)
  return visitor
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).last().click()
const saysDone = (page: Page, text: string) =>
  page.locator('[role=status]', { hasText: text }).first().waitFor()

test('a piece is made on a phone: words, three pictures, two options, prices, and it is in the shop', async () => {
  const { page, open } = await maker()
  await open('/admin/products')
  await page.getByRole('link', { name: 'Nouvelle pièce' }).first().click()
  await field(page, 'title.fr').fill('Saladier Goulet')
  await page.locator('[name^=price_]').fill('48')
  await press(page, 'Enregistrer')
  await saysDone(page, 'La pièce est enregistrée.')

  const files = ['one', 'two', 'three'].map(async (name) => ({
    name: `${name}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(await picture(name, 80, 100)),
  }))
  await page.locator('#picture-files').setInputFiles(await Promise.all(files))
  await expect.poll(() => page.locator('.picture-tiles img').count(), SOON).toBe(3)
  expect(await page.locator('.uploads li').count()).toBe(0)

  await page.getByRole('link', { name: 'Ajouter une taille, une couleur' }).click()
  await nameOption(page, 0, 'Taille', ['Petit', 'Grand'])
  await press(page, 'Plus de lignes')
  await page.locator('summary', { hasText: 'Ajouter une option' }).click()
  await nameOption(page, 1, 'Couleur', ['Bleu', 'Craie'])
  await press(page, 'Voir ce qui change')
  expect(await words(page.locator('.plan'))).toContain('Nouvelles')
  await press(page, 'Changer les déclinaisons')
  await saysDone(page, 'Les déclinaisons sont à jour')

  await page.getByText('Montrer référence, poids et coût').click()
  const rows = page.locator('.variant-rows > li')
  expect(await rows.count()).toBe(4)
  for (const [at, [price, stock]] of PRICES.entries()) {
    const row = rows.nth(at)
    // oxlint-disable-next-line no-await-in-loop -- one row after the other
    await row.locator('[name^=price_]').fill(price)
    // oxlint-disable-next-line no-await-in-loop
    await row.locator('[name^=stock_]').fill(stock)
    // oxlint-disable-next-line no-await-in-loop
    await row.locator('[name^=sku_]').fill(`SG-${at + 1}`)
  }
  await press(page, 'Publier')
  await saysDone(page, 'La pièce est en ligne.')

  const shopper = await visit({ device: 'phone' })
  await shopper.open('/search?q=goulet')
  await shopper.page.getByRole('link', { name: 'Saladier Goulet' }).first().click()
  await shopper.page.waitForURL(/\/products\/saladier-goulet/)
  expect(await shopper.page.locator('.shots img').count()).toBe(3)
  const panel = shopper.page.locator('.panel')
  await panel.getByRole('link', { name: 'Grand' }).click()
  await expect.poll(() => words(panel.locator('.cost .d2')), SOON).toBe('60 €')
  await panel.getByRole('link', { name: 'Craie' }).click()
  await expect.poll(() => words(panel.locator('.cost .d2')), SOON).toBe('62,50 €')
  expect(await words(panel.locator('.stock'))).toContain('3')
})

/** Of each size and colour: the price as it is typed, and how many there are. */
const PRICES = [
  ['48', '2'],
  ['49,00', '4'],
  ['60', '1'],
  ['62,50', '3'],
] as const

async function nameOption(page: Page, at: number, label: string, values: string[]): Promise<void> {
  await field(page, `option_${at}_label.fr`).fill(label)
  for (const [nth, value] of values.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- one field after the other
    await field(page, `option_${at}_value_${nth}_label.fr`).fill(value)
  }
}

test('a picture shows how far it is, waits out a network that drops, and goes when it is asked again', async () => {
  const visitor = await maker()
  visitor.expectTrouble(/ERR_FAILED|net::/)
  const { page, open } = visitor
  await open('/admin/products')
  await page.locator('.piece-link').first().click()
  await page.locator('.picture-tiles').waitFor()
  const before = await page.locator('.picture-tiles img').count()
  let tries = 0
  let down = 1
  const held = Promise.withResolvers<void>()
  await page.route(/\/admin\/(products|pictures)\//, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    tries++
    if (down-- > 0) return route.abort()
    await held.promise
    return route.continue()
  })
  const file = { name: 'vague.png', mimeType: 'image/png' }
  const buffer = Buffer.from(await picture('wave', 80, 100))
  await page.locator('#picture-files').setInputFiles({ ...file, buffer })
  const bar = page.getByRole('progressbar', { name: 'Envoi de vague.png' })
  await bar.waitFor()
  await expect.poll(() => tries, SOON).toBe(2)
  expect(await bar.count()).toBe(1)
  held.resolve()
  await expect.poll(() => page.locator('.picture-tiles img').count(), SOON).toBe(before + 1)
  expect(await page.locator('.uploads li').count()).toBe(0)

  down = 3
  await page.clock.install()
  await page
    .locator('#picture-files')
    .setInputFiles({ ...file, buffer: Buffer.from(await picture('other', 80, 100)) })
  await expect
    .poll(async () => {
      await page.clock.runFor(4000)
      return page.locator('.uploads .bad').count()
    }, SOON)
    .toBe(1)
  expect(await words(page.locator('.uploads li'))).toContain('Le réseau a coupé.')
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await expect.poll(() => page.locator('.picture-tiles img').count(), SOON).toBe(before + 2)
})

test('two orders leave with a carrier and a number; one cup of two is paid back; a helper may not', async () => {
  const [first, second] = await Promise.all([buy('2'), buy('1')])
  const { page, open } = await maker()
  for (const [sold, code] of [
    [first, '6A00011122233'],
    [second, '6A00011122244'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one order after the other
    await ship({ page, open }, sold, code)
  }
  const desk = await openOrder({ page, open }, first.number)

  await page.locator('.order-aside').getByRole('link', { name: 'Rembourser' }).click()
  await page.locator('.refund-units select').selectOption('1')
  await field(page, 'reason').selectOption('broken')
  await press(page, 'Voir le montant')
  expect(await words(page.locator('h1'))).toBe('Rendre 24,00 €')
  await press(page, 'Rendre 24,00 €')
  await saysDone(page, 'C’est noté.')
  await expect.poll(() => words(page.locator('.order-work'))).toContain('24,00 € remboursés')
  await subjectTo(first.buyer, /remboursement de 24,00 €/)
  await first.page.reload()
  expect(await words(first.page.locator('main'))).toContain('Remboursé')

  await open('/admin/staff')
  await press(page, 'Faire le lien')
  const helper = await phone()
  await setUp(helper, await page.locator('#link').inputValue(), 'Tom')
  await openOrder(helper, second.number)
  expect(await entries(helper)).toEqual(['Aujourd’hui', 'Commandes', 'Stock', 'Réglages'])
  expect(await helper.page.getByRole('link', { name: 'Rembourser' }).count()).toBe(0)
  helper.expectTrouble(/404/)
  for (const path of ['/admin/products', desk.replace('/orders/', '/refunds/')]) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await helper.open(path)
    // oxlint-disable-next-line no-await-in-loop
    expect(await words(helper.page.locator('h1'))).toBe('Il n’y a rien à cette adresse.')
  }
}, 120_000)

type Sold = { page: Page; buyer: Buyer; number: string }

/** Somebody buys so many cups and stays on the page of their order. */
async function buy(quantity: string): Promise<Sold> {
  const visitor = await visit()
  const { page } = visitor
  const buyer = newBuyer()
  await add(visitor, '/products/tasse-bigorneau')
  if (quantity !== '1') {
    await page.locator('dialog[open] select').selectOption(quantity)
    await expect.poll(() => words(page.locator('cart-count').first()), SOON).toBe(quantity)
  }
  await toCheckout(visitor)
  await order(visitor, buyer)
  await pay(visitor)
  return { page, buyer, number: await onOrder(visitor) }
}

type Desk = Pick<Visitor, 'page' | 'open'>

/** Finds an order by its number and opens it; gives its address. */
async function openOrder({ page, open }: Desk, number: string): Promise<string> {
  await open('/admin/orders')
  await page.locator('#q').fill(number)
  await page.locator('#q').press('Enter')
  await page.locator('.order-rows a', { hasText: number }).click()
  await page.locator('.order-desk').waitFor()
  return new URL(page.url()).pathname
}

async function ship(desk: Desk, { page, buyer, number }: Sold, code: string): Promise<void> {
  await openOrder(desk, number)
  const block = desk.page.locator('#ship')
  await block.locator('select').selectOption('Colissimo')
  await block.locator('[name=number]').fill(code)
  await block.getByRole('button').click()
  await block.waitFor({ state: 'detached' })
  expect(await words(desk.page.locator('.order-where'))).toContain('Expédiée')
  expect(await words(desk.page.locator('.order-work'))).toContain(code)
  expect(await subjectTo(buyer, /votre colis est parti/)).toContain(code)
  await page.reload()
  expect(await words(page.locator('.parcel'))).toContain(code)
}

/** Waits for a mail with such a subject; gives its words. */
async function subjectTo(buyer: Buyer, subject: RegExp): Promise<string> {
  const found = async () => (await mailsTo(buyer)).find((mail) => subject.test(plain(mail.subject)))
  await expect.poll(found, SOON).toBeDefined()
  return (await found())?.text ?? ''
}

const plain = (text: string) => text.replace(/\s/g, ' ')

test('a code is made, and lowers the total of a cart', async () => {
  const { page, open } = await maker()
  await open('/admin')
  await page.getByRole('link', { name: 'Plus', exact: true }).click()
  await page.locator('main').getByRole('link', { name: 'Offres' }).click()
  await page.getByRole('link', { name: /offre$/ }).click()
  await field(page, 'title.fr').fill('Marché de printemps')
  await field(page, 'percent').fill('10')
  await field(page, 'code').fill('MARCHE10')
  await expect
    .poll(() => words(page.locator('.offer-said')), SOON)
    .toBe('10 % de moins sur toute la boutique, avec le code MARCHE10.')
  await field(page, 'active').check()
  await page.locator('.save-bar button').click()
  await saysDone(page, 'L’offre est enregistrée.')

  const shopper = await visit({ device: 'phone' })
  await add(shopper, '/products/mug-ressac')
  await shopper.open('/cart')
  await shopper.page.locator('.code summary').click()
  await shopper.page.locator('#code').fill('marché 10')
  await shopper.page.locator('.code button').click()
  const sum = shopper.page.locator('main .sum')
  await expect.poll(() => words(sum), SOON).toContain('Marché de printemps')
  expect(await words(sum)).toContain('−2,80 €')
})

test.each([true, false])('the shelf is counted in one go (scripts: %s)', async (scripts) => {
  const { page, open } = await maker({ scripts })
  await open('/admin/stock')
  await page.getByRole('link', { name: 'Compter' }).click()
  await page.locator('select[name=collection]').selectOption({ label: 'La maison' })
  await press(page, 'Montrer')
  const lines = page.locator('.stock-count > li')
  const sku = await lines.first().locator('[name^=found_]').getAttribute('name')
  for (const [at, more] of [2, 0, 1, 0, 0].entries()) {
    const line = lines.nth(at)
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other
    const expected = Number(await line.locator('[type=hidden]').inputValue())
    // oxlint-disable-next-line no-await-in-loop
    await line.locator('[name^=found_]').fill(String(expected + more))
  }
  await press(page, 'Voir les écarts')
  expect(await words(page.locator('main'))).toContain('5 comptées, 2 à corriger')
  expect(await page.locator('.stock-count .stock-figure').allInnerTexts()).toEqual(['+2', '+1'])
  await press(page, 'Enregistrer les écarts')
  await saysDone(page, 'Le comptage est enregistré.')
  await open(`/admin/stock/${sku?.replace('found_', '')}`)
  expect(await words(page.locator('main'))).toContain('Comptées')
})

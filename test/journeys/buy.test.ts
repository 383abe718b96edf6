import { expect, inject, test } from 'vitest'
import { visit } from '../support/browser.ts'
import {
  add,
  cartOn,
  type Lang,
  mailTo,
  newBuyer,
  onOrder,
  order,
  pay,
  PREFIX,
  toCheckout,
  words,
} from './steps.ts'

type Way = { lang: Lang; device: 'phone' | 'desktop'; scripts: boolean }

const WAYS: Way[] = [
  { lang: 'fr', device: 'phone', scripts: true },
  { lang: 'en', device: 'phone', scripts: false },
  { lang: 'fr', device: 'desktop', scripts: false },
  { lang: 'en', device: 'desktop', scripts: true },
]

const nameOf = ({ lang, device, scripts }: Way) =>
  `${lang}, ${device}, ${scripts ? 'with' : 'without'} scripts`

const SAID = {
  fr: {
    collection: 'Tasses et bols',
    glaze: 'Blanc craie',
    added: 'Mug Ressac ajouté',
    thanks: 'Merci, Anne. Nous préparons votre colis.',
    price: '34,00 €',
    total: '41,90 €',
    subject: /^Commande \d+ confirmée · Atelier Estran$/,
  },
  en: {
    collection: 'Cups & bowls',
    glaze: 'Chalk white',
    added: 'Ressac mug added',
    thanks: 'Thank you, Anne. We are packing your parcel.',
    price: '€34.00',
    total: '€41.90',
    subject: /^Order \d+ confirmed · Atelier Estran$/,
  },
}

test.each(WAYS.map((way) => [nameOf(way), way] as const))(
  'a visitor finds a mug, buys it and has it confirmed (%s)',
  async (_, way) => {
    const said = SAID[way.lang]
    const visitor = await visit({ ...way, motion: true })
    const { page, open } = visitor
    const buyer = newBuyer()
    await open(PREFIX[way.lang] || '/')
    await page.locator('main').getByRole('link', { name: said.collection }).first().click()
    await page.locator('.card a[href$="/products/mug-ressac"]').click()
    await page.locator('.panel .swatches').getByRole('link', { name: said.glaze }).click()
    await page.waitForURL(/\?variant=/)
    await page.locator('.panel .sizes a').nth(1).click()
    await expect.poll(() => words(page.locator('.panel .cost .d2'))).toContain('34')
    expect(await words(page.locator('.panel .label').first())).toContain(said.glaze)
    await page.locator('.buy button').click()
    await cartOn(page).waitFor()
    if (way.scripts) expect(await words(cartOn(page).getByRole('status'))).toBe(said.added)
    expect(await words(cartOn(page).locator('.line'))).toContain(said.price)
    await toCheckout(visitor)
    await order(visitor, buyer)
    expect(await page.locator('html').getAttribute('lang')).toBe(way.lang)
    await pay(visitor)
    const number = await onOrder(visitor)
    expect(number).toMatch(/^\d+$/)
    expect(await words(page.locator('h1'))).toBe(said.thanks)
    expect(page.url()).toContain(`${PREFIX[way.lang]}/orders/`)
    const summary = await words(page.locator('main .sum'))
    for (const part of [said.glaze, said.price, said.total, '12 rue du Port', '29200 Brest']) {
      expect(summary).toContain(part)
    }
    // Which card it was is asked once the order is paid: the page may be faster.
    await expect
      .poll(async () => {
        await page.reload()
        return words(page.locator('main .sum'))
      })
      .toContain('4242')
    const address = page.url()
    await page
      .locator('main .sum')
      .getByRole('link', { name: /^(Facture|Invoice) F\d/ })
      .click()
    await page.waitForURL(/\/documents\/F/)
    expect(await words(page.locator('.sheet'))).toContain(said.total)
    await page.goBack()
    expect(page.url()).toBe(address)
    const mail = await mailTo(buyer)
    expect(mail.subject).toMatch(said.subject)
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain(number)
      expect(part.replace(/&nbsp;|\s/g, ' ')).toContain(said.total)
      expect(part).toContain(page.url())
    }
  },
)

test.each<Way>([
  { lang: 'fr', device: 'phone', scripts: false },
  { lang: 'en', device: 'desktop', scripts: true },
])('a piece, a file, a seat and a gift card are one order ($lang, $device)', async (way) => {
  const { lang } = way
  const visitor = await visit(way)
  const { page, context } = visitor
  const buyer = newBuyer()
  const products = ['gobelet-galet', 'guide-premiers-pas-au-tour', 'carte-cadeau']
  for (const slug of products) {
    // oxlint-disable-next-line no-await-in-loop -- one visitor
    await add(visitor, `${PREFIX[lang]}/products/${slug}`)
  }
  await visitor.open(`${PREFIX[lang]}/products/stage-tournage-3h`)
  await page.locator('.panel .sizes a').nth(2).click()
  await page.waitForURL(/\?variant=/)
  await page.locator('.buy button').click()
  await cartOn(page).waitFor()
  expect(await cartOn(page).locator('.line').count()).toBe(4)
  await toCheckout(visitor)
  await order(visitor, buyer)
  await pay(visitor)
  await onOrder(visitor)
  expect(await page.locator('.sum .line').count()).toBe(4)
  expect(await words(page.locator('.handed .d2'))).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/)
  const file = page.locator('.handed a.btn')
  expect(await words(file)).toContain('.pdf')
  const href = await file.getAttribute('href')
  const answer = await context.request.get(new URL(href ?? '', inject('shop').url).href)
  expect(answer.status()).toBe(200)
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  const mail = await mailTo(buyer)
  expect(mail.text).toContain(await words(page.locator('.handed .d2')))
})

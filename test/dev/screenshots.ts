import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import type { Lang } from '#lib/i18n.ts'
import { makeLinks } from '#links.ts'
import { demoDocument } from '../demo/document.ts'
import { launchBrowser } from '../support/chromium.ts'
import { localPorts } from './places.ts'
import { answers } from './ports.ts'
import { startShop } from './shop.ts'
import { ROOT } from './wrangler.ts'

const FOLDER = join(ROOT, 'test', 'screenshots')
const WIDTHS = [390, 1280]
const ANNE = {
  email: 'anne.le-goff@example.com',
  first_name: 'Anne',
  last_name: 'Le Goff',
  line1: '12 rue du Port',
  postal_code: '29680',
  city: 'Roscoff',
}
const CARD = { number: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Anne Le Goff' }

const places = localPorts()
const url = `http://localhost:${places.port}`
// The shop that runs, else one of our own.
const started = (await answers(places.port)) ? null : await startShop(places)
const browser = await launchBrowser()
await mkdir(FOLDER, { recursive: true })

for (const width of WIDTHS) {
  // oxlint-disable-next-line no-await-in-loop -- two at a time would only share the same processor
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: url })
  for (const [name, path] of pages()) {
    // oxlint-disable-next-line no-await-in-loop
    await shoot(context, path, `${name}-${width}.png`)
  }
  for (const lang of ['fr', 'en'] as const) {
    // oxlint-disable-next-line no-await-in-loop
    await shootOrder(context, lang, width)
  }
  // oxlint-disable-next-line no-await-in-loop
  await context.close()
}
await browser.close()
await started?.stop()

/** One address of each type of page, in both languages. */
function pages(): [name: string, path: string][] {
  const document = demoDocument()
  const [product] = document.products
  const entry = (kind: 'post' | 'page') => document.entries.find((one) => one.kind === kind)?.slug
  return (['fr', 'en'] as const).flatMap((lang) => {
    const link = makeLinks(lang, document.settings.shop.languages)
    const paths = {
      home: link.home(),
      collection: link.collection(document.collections[0]?.slug ?? ''),
      everything: link.everything(),
      product: link.product(product?.slug ?? ''),
      search: link.search(lang === 'fr' ? 'bol' : 'bowl'),
      cart: link.cart(),
      journal: link.journal(),
      post: link.post(entry('post') ?? ''),
      page: link.page(entry('page') ?? ''),
      'not-found': `${link.home()}/nothing-here`.replace('//', '/'),
    }
    return Object.entries(paths).map(([name, path]): [string, string] => [`${name}-${lang}`, path])
  })
}

async function shoot(context: BrowserContext, path: string, file: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(path)
  await take(page, file)
  await page.close()
}

/** From a full cart to a paid order: the pages that a visitor sees only with something to pay. */
async function shootOrder(context: BrowserContext, lang: Lang, width: number): Promise<void> {
  const document = demoDocument()
  const link = makeLinks(lang, document.settings.shop.languages)
  const page = await context.newPage()
  const shot = (name: string) => take(page, `${name}-${lang}-${width}.png`)
  await page.goto(link.product(document.products[1]?.slug ?? ''))
  await page.locator('.buy button').click()
  await page.locator('dialog[open] .drawer').waitFor()
  await shot('drawer')
  await page.goto(link.cart())
  await shot('cart-full')
  await page.goto(link.checkout())
  await shot('checkout')
  await page.locator('.final button').click()
  await page.locator('.problems').waitFor()
  await shot('checkout-problems')
  for (const [name, value] of Object.entries(ANNE)) {
    // oxlint-disable-next-line no-await-in-loop -- as a person types
    await page.locator(`[name=${name}]`).fill(value)
  }
  await page.locator('[name=terms]').check()
  await page.locator('.final button').click()
  await page.waitForURL(/\/c\/pay\//)
  if (!places.stripePort || !page.url().includes(`:${places.stripePort}/`)) return
  await shot('payment')
  for (const [id, value] of Object.entries(CARD)) {
    // oxlint-disable-next-line no-await-in-loop
    await page.locator(`#card-${id}`).fill(value)
  }
  await page.locator('form:has(#card-number) button').click()
  await page.waitForURL(/\/orders\//)
  await shot('order')
  await page.close()
}

async function take(page: Page, file: string): Promise<void> {
  // Pictures further down are asked for when they come into view.
  await page.evaluate('for (const image of document.images) image.loading = "eager"')
  await page.evaluate('Promise.allSettled([...document.images].map((image) => image.decode()))')
  await page.screenshot({ path: join(FOLDER, file), fullPage: true })
  process.stdout.write(`${file}\n`)
}

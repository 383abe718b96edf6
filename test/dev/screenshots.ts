import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { makeLinks } from '#links.ts'
import { demoDocument } from '../demo/document.ts'
import { launchBrowser } from '../support/chromium.ts'
import { localPorts } from './places.ts'
import { answers } from './ports.ts'
import { startShop } from './shop.ts'
import { ROOT } from './wrangler.ts'

const FOLDER = join(ROOT, 'test', 'screenshots')
const WIDTHS = [390, 1280]

const places = localPorts()
const url = `http://localhost:${places.port}`
// The shop that runs, else one of our own.
const started = (await answers(places.port)) ? null : await startShop(places)
const server = await launchBrowser()
const browser = await chromium.connect(server.wsEndpoint())
await mkdir(FOLDER, { recursive: true })

for (const width of WIDTHS) {
  // oxlint-disable-next-line no-await-in-loop -- two at a time would only share the same processor
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: url })
  for (const [name, path] of pages()) {
    // oxlint-disable-next-line no-await-in-loop
    await shoot(context, path, `${name}-${width}.png`)
  }
  // oxlint-disable-next-line no-await-in-loop
  await context.close()
}
await server.close()
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
  // Pictures further down are asked for when they come into view.
  await page.evaluate('for (const image of document.images) image.loading = "eager"')
  await page.evaluate('Promise.allSettled([...document.images].map((image) => image.decode()))')
  await page.screenshot({ path: join(FOLDER, file), fullPage: true })
  await page.close()
  process.stdout.write(`${file}\n`)
}

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { visit } from '../support/browser.ts'
import { openTheDesk } from './desk-state.ts'
import { glance, LONG } from './inspect.ts'
import type { Lang } from './steps.ts'

/** As many pages at once as keep two processors and the shop busy. */
const HANDS = 3

/** Where the rest is found from, one link after the other. */
const PLACES = inDesk(`
  / /orders /orders/new /products /products/new /products/bulk /pictures /collections
  /collections/new /sales /sales/new /stock /stock?list=low /stock/count /messages /customers
  /people /promotions /promotions/new /content /content/new /content/journal
  /content/journal/new /content/pages /content/pages/new /content/menus /content/look /mail
  /mail/transport /mail/texts /settings /identity /legal /workshop /carriers /holiday /delivery
  /delivery/new /tax /documents /books /books?month=2020-01 /books/turnover /journal /account
  /staff /backup /audit /more /nowhere
`)

/** Pages that are found by their links: if one is lost, this test has stopped looking at it. */
const FOUND = inDesk(`
  /orders/ord /orders/ord/address /orders/ord/slip /refunds/ord /products/prd
  /products/prd/options /pictures/products/prd/hash /collections/col /collections/all /sales/sal
  /stock/var /messages/msg /customers/cus /customers/cus/erasure /promotions/pro
  /content/journal/ent /content/pages/ent
  /mail/out /delivery/dlv
`)

/** Lists with nothing in them: as they are at first, and where a search finds nothing. */
const EMPTY = inDesk(`
  / /orders /messages /customers /promotions /sales /mail /orders?q=zzzz /products?q=zzzz
  /customers?q=zzzz /products?state=archived /documents?q=zzzz
  /documents?month=2020-01
`)

/** Forms that refuse to be sent empty: the shape of their page, and where they go when it has several. */
const REFUSED: [string, string?][] = [
  ['/admin/orders/ord/address'],
  ['/admin/refunds/ord'],
  ['/admin/products/prd', 'admin.products.\\w+'],
  ['/admin/pictures'],
  ['/admin/collections/new'],
  ['/admin/collections/col'],
  ['/admin/sales/new?collection=all', 'sales'],
  ['/admin/stock/var', 'movements'],
  ['/admin/stock/count'],
  ['/admin/messages/msg', 'answers'],
  ['/admin/people'],
  ['/admin/promotions/new'],
  ['/admin/content/new/hero'],
  ['/admin/content/new/banner'],
  ['/admin/content/new/products'],
  ['/admin/content/new/promises'],
  ['/admin/content/new/swatches'],
  ['/admin/content/journal/ent'],
  ['/admin/content/pages/ent'],
  ['/admin/content/menus/main'],
  ['/admin/content/look'],
  ['/admin/mail/transport', 'transport'],
  ['/admin/identity'],
  ['/admin/workshop'],
  ['/admin/holiday'],
  ['/admin/delivery/new'],
  ['/admin/delivery/dlv'],
  ['/admin/tax', 'tax'],
  ['/admin/tax', 'rates'],
]

/** Addresses of the back office, `/` being its first page. */
function inDesk(paths: string): string[] {
  return paths
    .trim()
    .split(/\s+/)
    .map((path) => (path === '/' ? '/admin' : `/admin${path}`))
}

let desk: Awaited<ReturnType<typeof openTheDesk>>
/** An address of each kind of page, as they were found. */
const kinds = new Map<string, string>()

beforeAll(async () => {
  desk = await openTheDesk()
})
afterAll(() => desk.close())

/** What is wrong with pages that an owner opens; each may add to the list. */
async function visitAll(
  lang: Lang,
  addresses: string[],
  open: (page: Page, address: string) => Promise<string[]>,
): Promise<string[]> {
  const { context, page, expectTrouble } = await visit({ lang })
  expectTrouble(/\/admin\/nowhere|status of 4(04|22)|422: /)
  const cookie = { name: '__Host-desk', value: desk.tokens[lang], secure: true, httpOnly: true }
  await context.addCookies([{ ...cookie, url: inject('shop').url.replace('http:', 'https:') }])
  const wrong: string[] = []
  async function work(page: Page): Promise<void> {
    for (let address = addresses.shift(); address !== undefined; address = addresses.shift()) {
      // oxlint-disable-next-line no-await-in-loop -- one page after the other
      const found = await open(page, address)
      wrong.push(...found.map((one) => `${lang}, ${address}: ${one}`))
    }
  }
  const others = Array.from({ length: HANDS - 1 }, () => context.newPage())
  // The first goes ahead: the list is still short.
  const first = addresses.shift()
  if (first !== undefined) wrong.push(...(await open(page, first)))
  await Promise.all([page, ...(await Promise.all(others))].map(work))
  return wrong
}

async function look(page: Page, address: string, lang: Lang): Promise<string[]> {
  const answer = await page.goto(address)
  if (!answer) return ['no answer']
  const is = address === '/admin/nowhere' ? 404 : 200
  return answer.status() === is ? glance(page, answer, lang) : [`answers ${answer.status()}`]
}

/** An address without what tells one order, piece or search from another. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, inject('shop').url)
  const path = pathname
    .replace(/\/([a-z]{3})_[0-9a-z]{16,32}/g, '/$1')
    .replace(/\/[0-9a-f]{24}/g, '/hash')
  // One of these is like the others.
  if (!LONG) return path.replace(/\/(new|menus|blocks)\/[\w-]+$/, '/$1/one')
  const asks = [...searchParams.keys()].toSorted()
  return asks.length > 0 ? `${path}?${asks.join('&')}` : path
}

/** Pages of the back office, not files, exports and mails as they are sent. */
function isPage(href: string): boolean {
  const { origin, pathname } = new URL(href)
  return (
    origin === inject('shop').url &&
    /^\/admin(\/|$)/.test(pathname) &&
    !/\.(csv|css|pdf|jsonl)$|\/preview$/.test(pathname)
  )
}

test('lists of a back office that are empty are valid and open to everybody', async () => {
  const wrong = await visitAll('fr', [...EMPTY], (page, address) => look(page, address, 'fr'))
  expect(wrong).toEqual([])
})

test('so is every page that a link leads to, in a shop with orders', async () => {
  const id = await desk.fill()
  kinds.set('/admin/orders/ord/address', `/admin/orders/${id}/address`)
  kinds.set('/admin/refunds/ord', `/admin/refunds/${id}`)
  const addresses = [...PLACES, ...kinds.values()]
  for (const address of addresses) kinds.set(kindOf(address), address)
  const wrong = await visitAll('fr', addresses, async (page, address) => {
    const found = await look(page, address, 'fr')
    const hrefs = await page.evaluate<string[]>(
      '[...document.querySelectorAll("a[href]")].map((link) => link.href)',
    )
    for (const href of hrefs) {
      const kind = kindOf(href)
      if (!isPage(href) || kinds.has(kind)) continue
      const { pathname, search } = new URL(href)
      kinds.set(kind, pathname + search)
      addresses.push(pathname + search)
    }
    return found
  })
  expect(wrong).toEqual([])
  expect(FOUND.filter((kind) => !kinds.has(kind))).toEqual([])
}, 120_000)

test('so are they in English', async () => {
  const some = [...kinds.values()].filter((_, at) => LONG || at % 16 === 1)
  const wrong = await visitAll('en', some, (page, address) => look(page, address, 'en'))
  expect(wrong).toEqual([])
}, 120_000)

test('so are forms that say what is missing', async () => {
  const asked = REFUSED.filter((_, at) => LONG || at % 3 === 0)
  const forms = asked.map(([kind, to = '']) => `${kinds.get(kind) ?? kind}#${to}`)
  const wrong = await visitAll('fr', forms, async (page, form) => {
    const [address = '', to = ''] = form.split('#')
    await page.goto(address)
    const missing = await page.evaluate<boolean>(`!(${formTo(to)})`)
    if (missing) return ['no such form']
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    const loaded = page.waitForEvent('load')
    await page.evaluate(sendEmpty(to))
    const [answer] = await Promise.all([answered, loaded])
    return answer.status() === 422 ? glance(page, answer, 'fr') : [`answers ${answer.status()}`]
  })
  expect(wrong).toEqual([])
}, 120_000)

/** A script that finds a form by where it goes. */
function formTo(to: string): string {
  return `[...document.querySelectorAll('main form[method=post]')]
    .find(({ action }) => /${to}$/.test(action) && !/removal|moves|place$/.test(action))`
}

/** A script that empties a form and sends it, whatever the browser thinks of that. */
function sendEmpty(to: string): string {
  return `{
    const form = ${formTo(to)}
    for (const field of form.elements) {
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = false
      else if (/^(INPUT|TEXTAREA)$/.test(field.tagName) && !/hidden|file/.test(field.type)) field.value = ''
    }
    HTMLFormElement.prototype.submit.call(form)
  }`
}

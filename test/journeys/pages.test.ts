import { expect, inject, test } from 'vitest'
import { visit } from '../support/browser.ts'
import { critic, LONG } from './inspect.ts'
import {
  add,
  fillIn,
  type Lang,
  newBuyer,
  onOrder,
  order,
  orderButton,
  pay,
  payments,
  PREFIX,
  sessionsOf,
  toCheckout,
} from './steps.ts'

const LANGS = ['fr', 'en'] as const

/** One page of each type that is the same for everybody. */
const PAGES = {
  home: '',
  collection: '/collections/tasses-et-bols',
  everything: '/collections/all',
  'piece in stock': '/products/mug-ressac',
  'piece made to order': '/products/theiere-brume',
  file: '/products/guide-premiers-pas-au-tour',
  workshop: '/products/stage-tournage-3h',
  'gift card': '/products/carte-cadeau',
  bundle: '/products/coffret-petit-dejeuner',
  'search results': '/search?q=houle',
  'nothing found': '/search?q=hippopotame',
  search: '/search',
  journal: '/journal',
  post: '/journal/comment-on-tourne-un-mug',
  page: '/pages/atelier',
  contact: '/pages/contact',
  terms: '/pages/conditions-de-vente',
  'not found': '/nulle-part',
}

type Story = (lang: Lang, care: 'all' | 'words') => Promise<string[]>

/** What is wrong in either language; both at once, because there are two processors. */
async function inBoth(story: Story): Promise<string[]> {
  return (await Promise.all([story('fr', 'all'), story('en', 'words')])).flat()
}

/** What is wrong in this language; the long rounds go through the other one too. */
async function inOne(lang: Lang, story: Story): Promise<string[]> {
  if (!LONG) return story(lang, 'all')
  return (await Promise.all(LANGS.map((one) => story(one, one === lang ? 'all' : 'words')))).flat()
}

test('the pages of the shop are valid and open to everybody, on any screen', async () => {
  const wrong = await inBoth(async (lang, care) => {
    const visitor = await visit({ lang })
    visitor.expectTrouble(/404/)
    const { look, wrong, titles } = critic(visitor, lang, care)
    for (const [name, path] of Object.entries(PAGES)) {
      // oxlint-disable-next-line no-await-in-loop -- one visitor
      await visitor.open(PREFIX[lang] + path || '/')
      // oxlint-disable-next-line no-await-in-loop
      await look(name)
    }
    await visitor.open(`${PREFIX[lang]}/products/bol-a-the-varech`)
    await visitor.page.locator('.panel .swatches .gone').click()
    await visitor.page.locator('.buy button[disabled]').waitFor()
    await visitor.page.reload()
    await look('piece sold')
    expect(new Set(titles.values()).size).toBe(titles.size)
    return wrong
  })
  expect(wrong).toEqual([])
}, 120_000)

test('the cart, the order form, the payment and the order are too', async () => {
  const wrong = await inOne('fr', async (lang, care) => {
    const visitor = await visit({ lang })
    visitor.expectTrouble(/422|502/)
    const { page, open } = visitor
    const { look, wrong } = critic(visitor, lang, care)
    const at = (path: string) => open(PREFIX[lang] + path)
    const buyer = newBuyer()
    await at('/cart')
    await look('empty cart')
    await add(visitor, `${PREFIX[lang]}/products/mug-ressac`)
    await look('drawer')
    await at('/cart')
    await look('cart')
    await at('/checkout')
    await look('order form')
    await orderButton(page).click()
    await page.locator('.problems').waitFor()
    await look('order form with problems')
    await payments.trouble({ about: buyer.email, kind: '500', times: 2 })
    await fillIn(visitor, buyer)
    await orderButton(page).click()
    await page.locator('.notice').waitFor()
    await look('order form without payments')
    await fillIn(visitor, buyer)
    await orderButton(page).click()
    await page.waitForURL(/\/c\/pay\//)
    await look('payment')
    await pay(visitor, '4000 0000 0000 0002')
    await page.locator('.wrong').first().waitFor()
    await look('card declined')
    await pay(visitor, '4000 0025 0000 3155')
    await page.waitForURL(/authentication$/)
    await look('bank')
    const [session] = await sessionsOf(buyer)
    await at(`/checkout/return?session_id=${session?.id}`)
    await look('order not paid')
    await payments.expire(session?.id ?? '')
    await page.reload()
    await look('order cancelled')
    await open(`${inject('shop').stripeUrl}/c/pay/${session?.id}`)
    await look('payment expired')
    return wrong
  })
  expect(wrong).toEqual([])
}, 120_000)

test('so are orders that are paid, and what may be wrong with their files', async () => {
  const wrong = await inOne('en', async (lang, care) => {
    const visitor = await visit({ lang })
    visitor.expectTrouble(/429/)
    const { page, context } = visitor
    const { look, wrong } = critic(visitor, lang, care)
    const buyer = newBuyer()
    for (const slug of ['guide-premiers-pas-au-tour', 'carte-cadeau', 'mug-ressac']) {
      // oxlint-disable-next-line no-await-in-loop -- one visitor
      await add(visitor, `${PREFIX[lang]}/products/${slug}`)
    }
    await toCheckout(visitor)
    await look('order form for a file')
    await order(visitor, buyer)
    await page.locator('#iban-iban').fill('FR14 2004 1010 0505 0001 3M02 606')
    await page.locator('#iban-name').fill('Anne Le Goff')
    await page.locator('form:has(#iban-iban) button').click()
    await onOrder(visitor)
    await look('order awaiting its payment')
    const [session] = await sessionsOf(buyer)
    await payments.settleDelayed(session?.id ?? '', 'succeeded')
    await page.reload()
    await page.locator('.handed').first().waitFor()
    await look('order paid')
    const file = page.locator('.handed a.btn')
    const href = new URL((await file.getAttribute('href')) ?? '', page.url()).href
    for (let tries = 0; tries < 20; tries++) {
      // oxlint-disable-next-line no-await-in-loop -- until there are none left
      if ((await context.request.get(href)).status() === 429) break
    }
    await file.click()
    await page.waitForURL(/\/downloads\//)
    await look('file spent')
    await visitor.open(`${inject('shop').stripeUrl}/c/pay/${session?.id}`)
    await look('payment complete')
    return wrong
  })
  expect(wrong).toEqual([])
}, 120_000)

test('so are the pages that refuse', async () => {
  const wrong = await inOne('fr', async (lang, care) => {
    const visitor = await visit({ lang })
    visitor.expectTrouble(/40[034]|413|410/)
    const { page, open } = visitor
    const { look, wrong } = critic(visitor, lang, care)
    await open(inject('shop').stripeUrl)
    const cart = `${inject('shop').url}${PREFIX[lang]}/cart/lines`
    await page.evaluate(formTo(cart, ''))
    await page.waitForURL(cart)
    await look('form from elsewhere')
    await open(`${PREFIX[lang]}/cart`)
    await page.evaluate(formTo(cart, 'variant'))
    await page.waitForURL(cart)
    await look('piece unknown')
    await open(`${PREFIX[lang]}/cart`)
    await page.evaluate(formTo(cart, 'x'.repeat(600_000)))
    await page.waitForURL(cart)
    await look('form too heavy')
    return wrong
  })
  expect(wrong).toEqual([])
})

/** A script that sends a form to an address. */
function formTo(action: string, variant: string): string {
  return `document.body.insertAdjacentHTML('beforeend',
    '<form method="post" action="${action}"><input name="variant" value="${variant}"><input name="quantity" value="1"></form>')
    document.body.lastElementChild.submit()`
}

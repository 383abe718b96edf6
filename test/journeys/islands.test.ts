import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { visit } from '../support/browser.ts'
import { add, cartOn, newBuyer, onOrder, sessionsOf, words } from './steps.ts'

/** Marks the page that is open, to see whether it is still the same one. */
const mark = (page: Page) => page.evaluate('void (window.here = true)')
const isMarked = (page: Page) => page.evaluate<boolean>('window.here === true')

/** What has the focus: its words or its name. */
const focused = (page: Page) =>
  page.evaluate<string>(
    '((it) => (it.getAttribute("aria-label") || it.innerText || it.name || it.tagName).trim())(document.activeElement)',
  )

test('another variant changes address, price, stock, picture and words without another page', async () => {
  const { page, open } = await visit({ device: 'phone', motion: true })
  await open('/products/mug-ressac')
  await mark(page)
  const shot = page.locator('.shots img').first()
  const [before, stock] = [await shot.getAttribute('alt'), await words(page.locator('.stock'))]
  await page.locator('.panel .swatches').getByRole('link', { name: 'Noir basalte' }).click()
  await page.waitForURL(/\?variant=/)
  await page.locator('.panel .sizes a').nth(1).click()
  await expect.poll(() => words(page.locator('.panel .cost .d2'))).toBe('34 €')
  expect(await words(page.locator('.panel .label').first())).toContain('Noir basalte')
  expect(await shot.getAttribute('alt')).not.toBe(before)
  expect(await words(page.locator('.stock'))).not.toBe(stock)
  expect(await words(page.locator('.stock'))).toContain('2 à l’atelier')
  expect(await page.locator('.swatches [aria-current]').count()).toBe(1)
  expect(await isMarked(page)).toBe(true)
  await page.reload()
  expect(await words(page.locator('.panel .cost .d2'))).toBe('34 €')
})

test('a search suggests pieces, which the keyboard reaches', async () => {
  const { page, open } = await visit({ lang: 'en' })
  await open('/en/search')
  await page.locator('#term').focus()
  await page.keyboard.type('ressa')
  const list = page.locator('.suggest')
  await list.locator('a').first().waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toContain('Ressac mug')
  await page.keyboard.press('Escape')
  expect(await list.isVisible()).toBe(false)
  expect(await page.locator('#term').inputValue()).toBe('ressa')
  await page.keyboard.type('c')
  await list.locator('a').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/en/products/mug-ressac')
})

test('the cart beside the page takes the focus, gives it back, and changes without another page', async () => {
  const visitor = await visit({ lang: 'en' })
  const { page } = visitor
  await add(visitor, '/en/products/mug-ressac')
  await mark(page)
  const dialog = page.locator('dialog.beside')
  expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true)
  for (let i = 0; i < 12; i++) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('Tab')
    const where = '(document.activeElement.closest("dialog") ?? document.activeElement).tagName'
    // oxlint-disable-next-line no-await-in-loop -- the browser's own bar comes between the last and the first
    expect(['DIALOG', 'BODY']).toContain(await page.evaluate(where))
  }
  await dialog.locator('select').selectOption('3')
  await expect.poll(() => words(dialog.locator('.till .rows dd').first())).toBe('€84.00')
  expect(await words(page.locator('cart-count').first())).toBe('3')
  await page.keyboard.press('Escape')
  expect(await dialog.isVisible()).toBe(false)
  expect(await focused(page)).toBe('Add to cart')
  expect(await isMarked(page)).toBe(true)
})

test('what is added from a page that is older than the shop’s scripts is added once', async () => {
  const visitor = await visit()
  visitor.expectTrouble(/404/)
  visitor.expectTrouble(/Failed to fetch dynamically imported module/)
  await visitor.context.route('**/built/part-*.js', async (route) => {
    const response = await route.fetch()
    const isDrawer = (await response.text()).includes('drawer-said')
    await route.fulfill(isDrawer ? { status: 404 } : { response })
  })
  await add(visitor, '/products/mug-ressac')
  await visitor.page.waitForURL('**/cart')
  expect(await words(visitor.page.locator('.head cart-count'))).toBe('1')
})

test('what was added and cannot be shown beside the page is in the cart once', async () => {
  const visitor = await visit({ lang: 'en' })
  await visitor.context.route('**/cart/lines', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    const { 'x-fragment': fragment } = route.request().headers()
    await route.fulfill(fragment ? { response, body: '<p>' } : { response })
  })
  await add(visitor, '/en/products/mug-ressac')
  await visitor.page.waitForURL('**/en/cart')
  expect(await words(visitor.page.locator('.head cart-count'))).toBe('1')
})

test('pictures open large, and turn', async () => {
  const { page, open } = await visit({ device: 'phone', motion: true })
  await open('/products/mug-ressac')
  const zoom = page.locator('.zoom').first()
  await zoom.focus()
  await page.keyboard.press('Enter')
  const gallery = page.locator('dialog.gallery')
  await gallery.waitFor()
  const place = gallery.locator('output')
  const many = await page.locator('.shots li').count()
  expect(await words(place)).toContain(`1 / ${many}`)
  if (many > 1) {
    await page.keyboard.press('ArrowRight')
    expect(await words(place)).toContain(`2 / ${many}`)
    await gallery.getByRole('button', { name: 'Précédente' }).click()
    expect(await words(place)).toContain(`1 / ${many}`)
  }
  await page.keyboard.press('Escape')
  await gallery.waitFor({ state: 'detached' })
  expect(await focused(page)).toContain('Agrandir')
})

test('the number beside the cart is right on pages that know no visitor, also on the way back', async () => {
  const visitor = await visit()
  const { page, open } = visitor
  const count = page.locator('.head cart-count').first()
  await open('/journal')
  expect(await count.isVisible()).toBe(false)
  await add(visitor, '/products/mug-ressac')
  await page.keyboard.press('Escape')
  expect(await words(count)).toBe('1')
  await page.goBack()
  await page.waitForURL(/\/journal$/)
  expect(await words(count)).toBe('1')
  expect(await page.getByRole('link', { name: 'Panier, 1 pièce' }).isVisible()).toBe(true)
  await open('/cart')
  await page.getByRole('button', { name: 'Retirer' }).click()
  await expect.poll(() => words(page.locator('h1'))).toBe('Votre panier est vide.')
  await page.goBack()
  await page.waitForURL(/\/journal$/)
  expect(await count.isVisible()).toBe(false)
})

test('a country and a delivery change the total at once', async () => {
  const visitor = await visit({ device: 'phone', lang: 'en' })
  const { page, open } = visitor
  await add(visitor, '/en/products/mug-ressac')
  await open('/en/checkout')
  await mark(page)
  await page.locator('[name=city]').fill('Bruxelles')
  const total = page.locator('.final .total dd')
  await page.locator('.option:has([data-kind=pickup])').click()
  await expect.poll(() => words(total)).toBe('€28.00')
  expect(await page.locator('[name=line1]').isVisible()).toBe(false)
  await page.locator('.option').first().click()
  await page.locator('[name=country]').selectOption('BE')
  await expect.poll(() => words(total)).toBe('€41.90')
  expect(await page.locator('[name=city]').inputValue()).toBe('Bruxelles')
  expect(await isMarked(page)).toBe(true)
})

test('a keyboard is enough to buy a mug', async () => {
  const { page, open } = await visit({ device: 'desktop' })
  const buyer = newBuyer()
  await open('/')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Aller au contenu')
  await tabTo(page, 'Tasses et bols')
  await page.keyboard.press('Enter')
  await page.waitForURL(/tasses-et-bols$/)
  await tabTo(page, 'Mug Ressac')
  await page.keyboard.press('Enter')
  await page.waitForURL(/mug-ressac$/)
  await tabTo(page, 'Blanc craie')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?variant=/)
  expect(await focused(page)).toContain('Blanc craie')
  await tabTo(page, 'Ajouter au panier')
  await page.keyboard.press('Enter')
  await cartOn(page).waitFor()
  await tabTo(page, 'Passer commande')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/checkout$/)
  for (const [name, value] of Object.entries(buyer)) {
    // oxlint-disable-next-line no-await-in-loop -- one field after the other
    await tabToField(page, name)
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.type(value)
  }
  await tabToField(page, 'terms')
  await page.keyboard.press('Space')
  await tabTo(page, 'Commander avec obligation de paiement')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/c\/pay\//)
  for (const [name, value] of Object.entries(CARD)) {
    // oxlint-disable-next-line no-await-in-loop
    await tabToField(page, name)
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.type(value)
  }
  await page.keyboard.press('Enter')
  expect(await onOrder({ page })).toMatch(/^\d+$/)
  expect(await sessionsOf(buyer)).toHaveLength(1)
})

const CARD = { number: '4242424242424242', expiry: '1234', cvc: '123', name: 'Anne Le Goff' }
const MOST_TABS = 80

/** Goes on with Tab until something with these words has the focus, which must be seen. */
function tabTo(page: Page, name: string): Promise<void> {
  return tabUntil(page, `(it.ariaLabel || it.innerText || '').includes(${JSON.stringify(name)})`)
}

function tabToField(page: Page, name: string): Promise<void> {
  return tabUntil(page, `it.name === ${JSON.stringify(name)}`)
}

async function tabUntil(page: Page, found: string): Promise<void> {
  const question = `((it) => (${found}) && (${SEEN}))(document.activeElement)`
  for (let i = 0; i < MOST_TABS; i++) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('Tab')
    // oxlint-disable-next-line no-await-in-loop
    if (await page.evaluate<boolean>(question)) return
  }
  throw new Error(`Not reached with ${MOST_TABS} tabs: ${found}`)
}

/** The focus shows: an outline of the thing itself, or of what it stretches over. */
const SEEN = `(() => {
  const outlines = [null, '::before', '::after'].map((part) => getComputedStyle(it, part).outlineStyle)
  if (outlines.every((style) => style === 'none')) throw new Error('No focus to be seen: ' + it.outerHTML)
  return true
})()`

import { expect, test } from 'vitest'
import { visit } from '../support/browser.ts'
import {
  add,
  fillIn,
  newBuyer,
  onOrder,
  order,
  orderButton,
  pay,
  sessionsOf,
  toCheckout,
  words,
} from './steps.ts'

const JAR = '/products/jarre-lune'
const BEAKER = '/products/gobelet-galet'

test('the last piece goes while somebody fills in the form: they are told, and the rest stays', async () => {
  const one = await visit({ device: 'phone' })
  const other = await visit({ scripts: false })
  const [buyer, otherBuyer] = [newBuyer(), newBuyer()]
  one.expectTrouble(/409/)
  await add(one, JAR)
  await add(one, BEAKER)
  await toCheckout(one)
  await fillIn(one, buyer)

  await add(other, JAR)
  await toCheckout(other)
  await order(other, otherBuyer)

  await orderButton(one.page).click()
  await one.page.locator('.notice').first().waitFor()
  const said = await words(one.page.locator('main'))
  expect(said).toContain('Le total a changé')
  expect(said).toContain('Rien n’a été débité')
  expect(said).toContain('Vendue entre-temps')
  expect(await one.page.locator('.basket .line').count()).toBe(1)
  expect(await one.page.locator('[name=city]').inputValue()).toBe('Brest')
  expect(await sessionsOf(buyer)).toEqual([])
  await orderButton(one.page).click()
  await one.page.waitForURL(/\/c\/pay\//)
  await Promise.all([pay(one), pay(other)])
  expect(await onOrder(one)).toMatch(/^\d+$/)
  expect(await onOrder(other)).toMatch(/^\d+$/)
  expect(await words(other.page.locator('.sum .line'))).toContain('Jarre de lune')
})

test('the last piece goes between the cart and the form: the form says so', async () => {
  const piece = '/en/products/pichet-aber'
  const one = await visit({ scripts: false, lang: 'en' })
  const other = await visit({ lang: 'en', device: 'phone' })
  for (const { page, open } of [one, other]) {
    // oxlint-disable-next-line no-await-in-loop -- the second comes second
    await open(piece)
    // oxlint-disable-next-line no-await-in-loop
    await page.locator('.panel .swatches a').nth(2).click()
    // oxlint-disable-next-line no-await-in-loop
    await page.waitForURL(/\?variant=/)
    // oxlint-disable-next-line no-await-in-loop
    await page.locator('.buy button').click()
  }
  await other.page.locator('dialog[open] .line').waitFor()
  await add(one, `/en${BEAKER}`)
  await toCheckout(other)
  await order(other, newBuyer())
  await toCheckout(one)
  expect(await words(one.page.locator('[role=status]'))).toContain(
    'Sold meanwhile: we have taken it out of the cart.',
  )
  expect(await one.page.locator('.basket .line').count()).toBe(1)
  await order(one, newBuyer())
  await pay(one)
  expect(await onOrder(one)).toMatch(/^\d+$/)
})

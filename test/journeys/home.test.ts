import { expect, test } from 'vitest'
import { visit } from '../support/browser.ts'

test('a visitor opens the shop on a phone, in both languages', async () => {
  const { page, open } = await visit({ device: 'phone' })
  await open('/')
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  await open('/en')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})

test('the shop opens without scripts', async () => {
  const { page, open } = await visit({ scripts: false })
  await open('/')
  expect(await page.locator('h1').count()).toBe(1)
})

test('a page that is not there says so, and shows the way', async () => {
  const { page, open, expectTrouble } = await visit()
  expectTrouble(/404/)
  await open('/nulle-part')
  expect(await page.locator('h1').count()).toBe(1)
})

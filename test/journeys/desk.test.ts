import { expect, inject, test } from 'vitest'
import { visit } from '../support/browser.ts'
import { critic } from './inspect.ts'
import { entries, keyButton, phone, setUp } from './phone.ts'
import { words } from './steps.ts'

const EVERYTHING = [
  'Aujourd’hui',
  'Commandes',
  'Pièces',
  'Messages',
  'Stock',
  'Clients',
  'Offres',
  'Vitrine',
  'Réglages',
]

test('the first owner makes two keys, signs in, and invites a helper who sees less', async () => {
  const owner = await phone()
  const { page, open } = owner
  const { look, wrong } = critic(owner, 'fr')

  await open(inject('shop').setUpUrl)
  await look('set-up')
  expect(await setUp(owner, inject('shop').setUpUrl, 'Maëlle')).toHaveLength(8)
  await look('codes')

  await page.locator('main .btn').click()
  expect(await words(page.locator('.desk-list + .notice'))).toContain('Une seule clé')
  await owner.take('usb')
  await page.fill('[name=keyName]', 'Atelier')
  await keyButton(owner).click()
  await page.waitForURL(/news=key/)
  expect(await page.locator('section:has([data-passkey]) .desk-list li').count()).toBe(2)
  await look('account')

  await page.locator('.desk-exit button').click()
  await page.waitForURL(/\/admin\/sign-in$/)
  await look('sign-in')
  await open('/admin/staff')
  expect(page.url()).toMatch(/\/admin\/sign-in$/)
  await keyButton(owner).click()
  await page.waitForURL(/\/admin$/)
  await look('today')
  expect(await entries(owner)).toEqual(EVERYTHING)

  for (const place of ['Réglages', 'Équipe']) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await page.getByRole('link', { name: place }).click()
  }
  await page.waitForURL(/\/admin\/staff$/)
  await look('staff')
  await page.getByRole('button', { name: 'Faire le lien' }).click()
  const link = await page.locator('#link').inputValue()
  await look('invitation')
  await open('/admin/audit')
  await look('audit')
  expect(await words(page.locator('main'))).toContain('Maëlle a ajouté la clé « Atelier ».')

  const helper = await phone({ lang: 'en' })
  const english = critic(helper, 'en')
  await setUp(helper, link, 'Tom')
  await english.look('codes')
  await helper.open('/admin/account')
  await english.look('account')
  expect(await entries(helper)).toEqual(['Today', 'Orders', 'Stock', 'Settings'])
  helper.expectTrouble(/404/)
  await helper.open('/admin/staff')
  expect(await words(helper.page.locator('h1'))).toBe('There is nothing at this address.')
  await english.look('not for a helper')
  helper.expectTrouble(/410/)
  await helper.open(link)
  expect(await words(helper.page.locator('h1'))).toBe('This link opens nothing any more.')
  await english.look('spent link')

  expect([...wrong, ...english.wrong]).toEqual([])
}, 120_000)

test('the door says what the device did not do, and lets in a code without scripts', async () => {
  const visitor = await phone()
  const { page, open, verify, expectTrouble } = visitor
  await open('/admin/sign-in')
  await verify(false)
  await keyButton(visitor).click()
  await expect
    .poll(() => page.locator('output').innerText(), { timeout: 30_000 })
    .toContain('L’appareil n’a pas confirmé')
  expect(await keyButton(visitor).isEnabled()).toBe(true)

  const plain = await visit({ device: 'phone', scripts: false })
  await plain.open('/admin/sign-in')
  expect(await words(plain.page.locator('noscript'))).toContain('JavaScript')
  plain.expectTrouble(/401/)
  expectTrouble(/401/)
  await plain.page.fill('[name=code]', 'not-a-code')
  await plain.page.locator('form[action$="/code"] button').click()
  expect(await words(plain.page.locator('[role=alert]'))).toContain('n’ouvre pas la porte')
})

import type { CDPSession } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { visit, type Visitor } from '../support/browser.ts'
import { critic } from './inspect.ts'
import { words } from './steps.ts'

const DEVICE = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const

/** A phone that keeps passkeys, and can be exchanged for another one or refuse. */
async function phone(given: Parameters<typeof visit>[0] = {}) {
  const visitor = await visit({ device: 'phone', ...given })
  const cdp: CDPSession = await visitor.context.newCDPSession(visitor.page)
  await cdp.send('WebAuthn.enable')
  let authenticatorId = ''
  async function take(transport: 'internal' | 'usb'): Promise<void> {
    if (authenticatorId) await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    const options = { ...DEVICE, transport }
    ;({ authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options }))
  }
  const verify = (isUserVerified: boolean) =>
    cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  await take('internal')
  return { ...visitor, take, verify }
}

const keyButton = ({ page }: Visitor) => page.locator('form[data-passkey] button')
const entries = async ({ page }: Visitor) =>
  (await page.locator('.desk-side li').allInnerTexts()).map((text) => text.trim())

async function setUp(visitor: Visitor, link: string, name: string): Promise<string[]> {
  const { page, open } = visitor
  await open(link)
  await page.fill('[name=name]', name)
  await keyButton(visitor).click()
  await page.locator('.codes').waitFor()
  return page.locator('.codes code').allInnerTexts()
}

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
  await page.waitForURL(/\/admin\/orders$/)
  expect(await entries(owner)).toEqual(['Commandes', 'Mon accès', 'Équipe', 'Registre'])

  await open('/admin/staff')
  await look('staff')
  await page.locator('main .btn').click()
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
  expect(await entries(helper)).toEqual(['Orders', 'My access'])
  helper.expectTrouble(/404/)
  await helper.open('/admin/staff')
  expect(await words(helper.page.locator('h1'))).toBe('There is nothing at this address.')
  await english.look('not for a helper')
  helper.expectTrouble(/410/)
  await helper.open(link)
  expect(await words(helper.page.locator('h1'))).toBe('This link opens nothing any more.')
  await english.look('spent link')

  expect([...wrong, ...english.wrong]).toEqual([])
})

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

import type { CDPSession } from 'playwright-core'
import { visit, type Visitor } from '../support/browser.ts'

const DEVICE = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const

/** A phone that keeps passkeys, and can be exchanged for another one or refuse. */
export async function phone(given: Parameters<typeof visit>[0] = {}) {
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

export const keyButton = ({ page }: Visitor) => page.locator('form[data-passkey] button')
/** The places of the menu, with those that have no tab on a phone. */
export const entries = async ({ page }: Visitor) =>
  (await page.locator('.desk-side li:not(.more) a > span:first-of-type').allTextContents()).map(
    (text) => text.trim(),
  )

/** Follows an invitation and makes a first key; gives the codes for when it is lost. */
export async function setUp(visitor: Visitor, link: string, name: string): Promise<string[]> {
  const { page, open } = visitor
  await open(link)
  await page.fill('[name=name]', name)
  await keyButton(visitor).click()
  await page.locator('.codes').waitFor()
  return page.locator('.codes code').allInnerTexts()
}

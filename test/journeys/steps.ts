import type { Locator, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import type { Mail } from '../dev/mailbox.ts'
import { controlAt } from '../stripe/remote.ts'
import type { Session } from '../stripe/shapes.ts'
import type { Visitor } from '../support/browser.ts'

export type Lang = 'fr' | 'en'

export const PREFIX = { fr: '', en: '/en' } as const

/** The payments of the shop under test. */
export const payments = controlAt(inject('shop').stripeUrl)

let buyers = 0

/** Somebody who orders, with a mail address of their own. */
export function newBuyer() {
  buyers += 1
  return {
    email: `anne.${Date.now()}.${buyers}@example.com`,
    first_name: 'Anne',
    last_name: 'Le Goff',
    line1: '12 rue du Port',
    postal_code: '29200',
    city: 'Brest',
  }
}

export type Buyer = ReturnType<typeof newBuyer>

/** Opens the page of a piece and puts it into the cart. */
export async function add({ page, open }: Visitor, path: string): Promise<void> {
  await open(path)
  await page.locator('.buy button').click()
  await cartOn(page).waitFor()
}

/** The cart as it shows after adding: beside the page, or a page of its own. */
export function cartOn(page: Page): Locator {
  return page.locator('dialog[open] .drawer, .counter:has(.line)')
}

/** From what shows after adding to the order form. */
export async function toCheckout({ page }: Visitor): Promise<void> {
  await page.locator('dialog[open] .till, main .sum').locator('a[href$="/checkout"]').click()
  await page.locator('.checkout form').waitFor()
}

/** Types who orders and where it goes, and ticks what has to be ticked. */
export async function fillIn({ page }: Visitor, buyer: Buyer): Promise<void> {
  // Its end: the boxes before it are there.
  await orderButton(page).waitFor()
  for (const [name, value] of Object.entries(buyer)) {
    const field = page.locator(`[name=${name}]`)
    // oxlint-disable-next-line no-await-in-loop -- as a person types
    if (await field.isVisible()) await field.fill(value)
  }
  for (const box of await page.locator('.final [type=checkbox]').all()) {
    // oxlint-disable-next-line no-await-in-loop
    await box.check()
  }
}

export const orderButton = (page: Page) => page.locator('.final button')

/** Sends the order form and waits for the payment page. */
export async function order(visitor: Visitor, buyer: Buyer): Promise<void> {
  await fillIn(visitor, buyer)
  await orderButton(visitor.page).click()
  await visitor.page.waitForURL(/\/c\/pay\//)
}

/** Types a card into the payment page and sends it. */
export async function pay({ page }: Visitor, number = '4242 4242 4242 4242'): Promise<void> {
  await page.locator('#card-number').fill(number)
  await page.locator('#card-expiry').fill('12/34')
  await page.locator('#card-cvc').fill('123')
  await page.locator('#card-name').fill('Anne Le Goff')
  await page.locator('form:has(#card-number) button').click()
}

/** Waits for the page of the order, and gives its number. */
export async function onOrder({ page }: Pick<Visitor, 'page'>): Promise<string> {
  await page.waitForURL(/\/orders\/[0-9a-z]{32}$/)
  const said = await page.locator('main').innerText()
  return /(?:Commande|Order) (\d+)/.exec(said)?.[1] ?? ''
}

/** What the shop asked to be paid by this buyer: every session, the open ones among them. */
export async function sessionsOf({ email }: Buyer): Promise<Session[]> {
  return payments.sessions(email)
}

export async function mailsTo({ email }: Buyer): Promise<Mail[]> {
  const answer = await fetch(`${inject('shop').mailUrl}/mails.json`)
  const mails: Mail[] = JSON.parse(await answer.text())
  return mails.filter((mail) => mail.to === email)
}

/** The one mail this buyer gets. */
export async function mailTo(buyer: Buyer): Promise<Mail> {
  await expect.poll(async () => (await mailsTo(buyer)).length, { timeout: 15_000 }).toBe(1)
  const [mail] = await mailsTo(buyer)
  if (!mail) throw new Error('No mail')
  return mail
}

/** Words of an element as they are read, spaces put together. */
export async function words(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ').trim()
}

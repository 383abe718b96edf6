import { expect, test } from 'vitest'
import { type Visitor, visit } from '../support/browser.ts'
import {
  add,
  type Buyer,
  fillIn,
  type Lang,
  mailsTo,
  mailTo,
  newBuyer,
  onOrder,
  order,
  orderButton,
  pay,
  payments,
  PREFIX,
  sessionsOf,
  toCheckout,
  words,
} from './steps.ts'

const MUG = '/products/mug-ressac'

/** A visitor on the payment page of a mug. */
async function atPayment(way: Parameters<typeof visit>[0] & { lang: Lang }) {
  const visitor = await visit(way)
  const buyer = newBuyer()
  await add(visitor, PREFIX[way.lang] + MUG)
  await toCheckout(visitor)
  await order(visitor, buyer)
  return { ...visitor, visitor, buyer }
}

/** Of all that was sent, one order may be paid, and one is. */
async function expectOneOrder(visitor: Visitor, buyer: Buyer): Promise<void> {
  const before = await sessionsOf(buyer)
  expect(before.filter(({ status }) => status === 'open')).toHaveLength(1)
  await pay(visitor)
  expect(await onOrder(visitor)).toMatch(/^\d+$/)
  const after = await sessionsOf(buyer)
  expect(after.map(({ status }) => status).filter((status) => status !== 'expired')).toEqual([
    'complete',
  ])
  await mailTo(buyer)
}

test('a declined card is said at its field, and another card pays the same order', async () => {
  const { visitor, page, buyer, expectTrouble } = await atPayment({ lang: 'fr', device: 'phone' })
  expectTrouble(/422/)
  await pay(visitor, '4000 0000 0000 0002')
  const field = page.locator('#card-number')
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  const problem = page.locator(`#${await field.getAttribute('aria-describedby')}`)
  expect(await words(problem)).toContain('Votre carte a été refusée')
  expect(await mailsTo(buyer)).toEqual([])
  await expectOneOrder(visitor, buyer)
  expect(await sessionsOf(buyer)).toHaveLength(1)
})

test.each([
  { lang: 'en', device: 'desktop', scripts: true },
  { lang: 'fr', device: 'phone', scripts: false },
] as const)('who leaves the payment finds the cart as it was (%o)', async (way) => {
  const { visitor, page, buyer, open } = await atPayment(way)
  await page.locator('a.leave').click()
  await page.waitForURL(`**${PREFIX[way.lang]}/checkout`)
  await open(`${PREFIX[way.lang]}/cart`)
  expect(await page.locator('.line').count()).toBe(1)
  expect(await page.locator('.line select').inputValue()).toBe('1')
  await page.locator('main .sum a.btn').click()
  await order(visitor, buyer)
  expect(await sessionsOf(buyer)).toHaveLength(1)
  await expectOneOrder(visitor, buyer)
  await open(`${PREFIX[way.lang]}/cart`)
  expect(await page.locator('.line').count()).toBe(0)
})

test.each([true, false])(
  'P12: a double click, and the way back to send again, are one order (scripts: %s)',
  async (scripts) => {
    const visitor = await visit({ scripts, device: scripts ? 'desktop' : 'phone' })
    const { page } = visitor
    const buyer = newBuyer()
    await add(visitor, MUG)
    await toCheckout(visitor)
    await fillIn(visitor, buyer)
    await orderButton(page).dblclick()
    await page.waitForURL(/\/c\/pay\//)
    await page.goBack()
    await page.waitForURL(/\/checkout$/)
    await fillIn(visitor, buyer)
    await orderButton(page).click()
    await page.waitForURL(/\/c\/pay\//)
    await expectOneOrder(visitor, buyer)
    expect(new Set((await sessionsOf(buyer)).map((one) => one.client_reference_id)).size).toBe(1)
  },
)

test('a page of the order form that was kept open leads to the order once it is paid', async () => {
  const { visitor, page, buyer, context } = await atPayment({ lang: 'fr' })
  const other = await context.newPage()
  await other.goto('/checkout')
  const second = { ...visitor, page: other }
  await fillIn(second, buyer)
  await pay(visitor)
  await onOrder(visitor)
  await orderButton(other).click()
  await other.waitForURL(/\/cart$/)
  expect(page.url()).toMatch(/\/orders\//)
  expect(await sessionsOf(buyer)).toHaveLength(1)
})

test('a debit is awaited, and paid when the bank says so', async () => {
  const { page, buyer, visitor } = await atPayment({ lang: 'en', scripts: false })
  await page.locator('#iban-iban').fill('DE89 3704 0044 0532 0130 00')
  await page.locator('#iban-name').fill('Anne Le Goff')
  await page.locator('form:has(#iban-iban) button').click()
  expect(await onOrder(visitor)).toBe('')
  expect(await words(page.locator('h1'))).toBe('Thank you, Anne. Your payment is on its way.')
  expect(await words(page.locator('[aria-current=step]'))).toContain('Payment expected')
  expect((await mailTo(buyer)).subject).toMatch(/^Order received/)
  const [session] = await sessionsOf(buyer)
  await payments.settleDelayed(session?.id ?? '', 'succeeded')
  await page.reload()
  expect(await words(page.locator('h1'))).toBe('Thank you, Anne. We are packing your parcel.')
  await expect
    .poll(async () => (await mailsTo(buyer)).map(({ subject }) => subject), { timeout: 15_000 })
    .toContainEqual(expect.stringMatching(/^Order \d+ confirmed/))
})

import { env } from 'cloudflare:workers'
import { beforeAll, expect, inject, test } from 'vitest'
import { writeSetting } from '#features/settings/queries.ts'
import { DEFAULTS, type Settings } from '#features/settings/rules.ts'
import { openDb } from '#platform/db.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { placed } from '../support/orders.ts'
import { eventsOf, stripe, tell } from '../support/stripe.ts'
import { shop, tick } from '../support/worker.ts'

const { good, silent, inbox } = inject('mail')
const MINUTE_MS = 60_000
/** A mail server that says nothing is waited for fifteen times as long. */
const AT_ONCE_MS = 1000

beforeAll(() => makeShop())

async function sendThrough(port: number): Promise<void> {
  const smtp = { host: '127.0.0.1', port, secure: false, username: '' }
  const mail: Settings['mail'] = {
    ...DEFAULTS.mail,
    transport: 'smtp',
    from: 'a@example.com',
    smtp,
  }
  await writeSetting(openDb(env.DB), 'mail', mail)
}

async function cameFor(address: string): Promise<string[]> {
  const mails: string[] = await (await fetch(inbox)).json()
  return mails.filter((mail) => mail.includes(`To: ${address}\r\n`))
}

test('P7: while the mail server hangs Stripe is answered at once, and the mail leaves once when it is back', async () => {
  const { variants } = await makeProduct()
  const email = 'patience@example.com'
  const line = { variantId: variants[0]?.id ?? '', quantity: 1 }
  const { order, sessionId } = await placed([line], { buyer: { email } })
  await writeSetting(openDb(env.DB), 'shop', {
    ...DEFAULTS.shop,
    name: 'Atelier Essai',
    email: 'atelier@example.com',
  })
  await sendThrough(silent)
  await stripe.pay(sessionId)
  const events = await eventsOf(sessionId)
  const event = events.find(({ type }) => type === 'checkout.session.completed')
  const begun = Date.now()
  expect(await tell(shop(), event ?? expect.fail('no event'))).toBe(200)
  expect(Date.now() - begun).toBeLessThan(AT_ONCE_MS)
  const mail = async () =>
    env.DB.prepare('select state, template from outbox where order_id = ?').bind(order.id).all()
  const confirmation = (state: string) => [{ state, template: 'confirmation' }]
  expect((await mail()).results).toEqual(confirmation('waiting'))

  await sendThrough(good)
  for (const minutes of [3, 4, 30]) {
    // oxlint-disable-next-line no-await-in-loop -- one minute after the other
    await tick(Date.now() + minutes * MINUTE_MS)
  }
  expect((await mail()).results).toEqual(confirmation('sent'))
  expect(await cameFor(email)).toHaveLength(1)
})

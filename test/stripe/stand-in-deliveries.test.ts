import { Stripe } from 'stripe'
import { expect, test } from 'vitest'
import { controlAt } from './remote.ts'
import { bowls, stage, WEBHOOK_SECRET } from './stage.ts'

const SALE = ['charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed']

test('held events are released in the order and the number asked', async () => {
  const { stripe, control, heard } = await stage()
  control.deliveries({ mode: 'hold' })
  await control.pay((await stripe.checkout.sessions.create(bowls())).id)
  expect(heard).toEqual([])
  const held = control.held()
  expect(held.map(({ type }) => type)).toEqual(SALE)
  const [charge] = await control.release({ order: [held[0]?.id ?? ''], copies: 3 })
  expect(charge?.statuses).toEqual([200, 200, 200])
  await control.release({ order: 'reverse' })
  expect(heard.map(({ event }) => event.type)).toEqual([
    'charge.succeeded',
    'charge.succeeded',
    'charge.succeeded',
    'checkout.session.completed',
    'payment_intent.succeeded',
  ])
  expect(control.held()).toEqual([])
})

test('an event is repeated with the same body and a fresh signature', async () => {
  const { stripe, control, heard } = await stage()
  const { id } = await stripe.checkout.sessions.create(bowls())
  await control.pay(id)
  const completed = heard[2]
  expect(await control.repeat(completed?.event.id ?? '', 5)).toEqual([200, 200, 200, 200, 200])
  const bodies = heard.slice(2).map(({ body }) => body)
  expect([bodies.length, new Set(bodies).size]).toEqual([6, 1])
})

test('what the shop does not acknowledge is sent again, then given up', async () => {
  let at = Date.now()
  const { stripe, control, heard, answers } = await stage({ now: () => at })
  answers.push(500, 500)
  await stripe.checkout.sessions.expire((await stripe.checkout.sessions.create(bowls())).id)
  await control.quiet()
  for (const pause of [1, 2]) {
    const undelivered = await stripe.events.list({ delivery_success: false })
    expect(undelivered.data).toMatchObject([{ pending_webhooks: 1 }])
    at += pause * 1000
    await control.clock(null)
  }
  expect((await stripe.events.list({ delivery_success: false })).data).toEqual([])
  expect(control.deliveryLog()[0]).toMatchObject({ statuses: [500, 500, 200] })
  expect(new Set(heard.map(({ signature }) => signature)).size).toBe(3)

  answers.push(500, 500, 500, 500, 500, 500)
  await stripe.checkout.sessions.expire((await stripe.checkout.sessions.create(bowls())).id)
  await control.quiet()
  for (const pause of [1, 2, 4, 8, 15, 60]) {
    at += pause * 1000
    await control.clock(null)
  }
  expect(control.deliveryLog()[1]).toMatchObject({ state: 'abandoned' })
  expect(heard).toHaveLength(9)
})

test('lost events are listed as undelivered, page by page', async () => {
  const { stripe, control, heard } = await stage()
  control.deliveries({ mode: 'drop' })
  for (let n = 0; n < 4; n += 1) {
    await control.pay((await stripe.checkout.sessions.create(bowls())).id)
  }
  const types: string[] = []
  for await (const event of stripe.events.list({ delivery_success: false, limit: 5 })) {
    types.push(event.type)
  }
  expect(types).toEqual([...SALE, ...SALE, ...SALE, ...SALE].toReversed())
  const completed = await stripe.events.list({ types: ['checkout.session.completed'], limit: 3 })
  expect([completed.data.length, completed.has_more]).toEqual([3, true])
  const [newest] = completed.data
  expect(await stripe.events.retrieve(newest?.id ?? '')).toMatchObject({ type: newest?.type })
  expect(heard).toEqual([])
})

test('an event keeps its object as it was', async () => {
  const { stripe, control } = await stage()
  const { id } = await stripe.checkout.sessions.create(bowls())
  await control.pay(id, { iban: 'succeeds' })
  await control.settleDelayed(id, 'succeeded')
  const completed = control.events().find(({ type }) => type === 'checkout.session.completed')
  expect(completed?.data.object).toMatchObject({ payment_status: 'unpaid' })
})

test('only the events that the shop asked for are sent', async () => {
  const { stripe, control, heard } = await stage({ eventTypes: ['checkout.session.completed'] })
  await control.pay((await stripe.checkout.sessions.create(bowls())).id)
  expect(heard.map(({ event }) => event.type)).toEqual(['checkout.session.completed'])
  expect((await stripe.events.list({ delivery_success: false })).data).toEqual([])
})

test('an account without an endpoint waits for nobody to take its events', async () => {
  const { stripe, control } = await stage()
  control.settings({ webhookUrl: null })
  await control.pay((await stripe.checkout.sessions.create(bowls())).id)
  expect((await stripe.events.list({ delivery_success: false })).data).toEqual([])
  expect(control.events().map(({ type }) => type)).toEqual(SALE)
})

test('sessions and events are found by what they are about', async () => {
  const { stripe, control } = await stage()
  const [mine, other] = await Promise.all(
    ['anne@example.com', 'bob@example.com'].map((customer_email) =>
      stripe.checkout.sessions.create({ ...bowls(), customer_email }),
    ),
  )
  await control.pay(other?.id ?? '')
  const { session } = await control.pay(mine?.id ?? '')
  expect(control.sessions('anne@example.com').map(({ id }) => id)).toEqual([mine?.id])
  expect(control.events(session.payment_intent ?? '').map(({ type }) => type)).toEqual(SALE)
  expect(control.events('nobody')).toEqual([])
  expect([control.sessions().length, control.events().length]).toEqual([2, 6])
})

test('the verbs work over HTTP, and everything can be forgotten', async () => {
  const { stripe, standIn } = await stage()
  const remote = controlAt(standIn.url)
  await remote.deliveries({ mode: 'hold' })
  const { id } = await stripe.checkout.sessions.create(bowls())
  expect((await remote.pay(id)).session.payment_status).toBe('paid')
  const [event] = await remote.held()
  const body = JSON.stringify(event)
  const signed = await remote.sign(body)
  const heard = await Stripe.webhooks.constructEventAsync(body, signed, WEBHOOK_SECRET)
  expect(heard.id).toBe(event?.id)
  const old = await remote.sign(body, { timestamp: Math.floor(Date.now() / 1000) - 301 })
  await expect(Stripe.webhooks.constructEventAsync(body, old, WEBHOOK_SECRET)).rejects.toThrow(
    'tolerance',
  )
  await expect(remote.pay('cs_test_nothing')).rejects.toThrow('No such checkout.session')
  await remote.forget()
  expect(await remote.sessions()).toEqual([])
  expect(await remote.requests()).toEqual([])
})

test('nonsense is refused and the server goes on', async () => {
  const { standIn, stripe } = await stage()
  const odd = [
    ['/v1/checkout/sessions', 'line_items=1&line_items[0]=2&[[]]=%ZZ'],
    ['/v1/checkout/sessions', `a${'[b]'.repeat(500)}=1`],
    ['/v1/refunds', '__proto__[x]=1&metadata[__proto__]=1'],
    ['/_control/pay', '{'],
    ['/_control/pay', 'null'],
    ['/_control/constructor', '[]'],
    ['/c/pay/cs_nothing', 'number=4242'],
    ['/nowhere', ''],
  ] as const
  for (const [path, body] of odd) {
    const response = await fetch(standIn.url + path, {
      method: 'POST',
      headers: {
        authorization: 'Bearer sk_test_stage',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body,
    })
    expect([path, Math.floor(response.status / 100)]).toEqual([path, 4])
  }
  expect((await stripe.balance.retrieve()).object).toBe('balance')
})

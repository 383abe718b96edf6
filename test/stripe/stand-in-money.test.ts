import { expect, test } from 'vitest'
import { bowls, stage, type Stage } from './stage.ts'

test('a paid session carries its payment, its charge and its card', async () => {
  const { stripe, control, heard } = await stage()
  const { id } = await stripe.checkout.sessions.create(bowls())
  const paid = await control.pay(id)
  expect(paid).toMatchObject({ paid: true, redirect: `http://localhost:8787/merci/${id}` })
  const session = await stripe.checkout.sessions.retrieve(id, {
    expand: ['payment_intent.latest_charge', 'line_items'],
  })
  expect(session).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    payment_intent: {
      status: 'succeeded',
      amount_received: 3290,
      metadata: { order: 'order-1' },
      latest_charge: {
        paid: true,
        payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
      },
    },
  })
  expect(heard.map(({ event }) => event.type)).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ])
  const told = heard.at(-1)?.event
  expect(told).toMatchObject({ api_version: '2026-10-28.endive', livemode: false })
  expect(told?.data.object).toMatchObject({ id, payment_status: 'paid' })
})

test('a card that is declined leaves the session open', async () => {
  const { stripe, control, heard } = await stage()
  const { id } = await stripe.checkout.sessions.create(bowls())
  expect((await control.pay(id, { card: '4000 0000 0000 0002' })).paid).toBe(false)
  const session = await stripe.checkout.sessions.retrieve(id)
  expect(session).toMatchObject({ status: 'open', payment_status: 'unpaid', payment_intent: null })
  expect(heard.map(({ event }) => event.type)).toEqual(['payment_intent.payment_failed'])
  expect((await control.pay(id)).paid).toBe(true)
})

test('a debit is complete and unpaid, then paid', async () => {
  const { stripe, control, heard } = await stage()
  const { id } = await stripe.checkout.sessions.create(bowls())
  await control.pay(id, { iban: 'succeeds' })
  expect(heard.map(({ event }) => event.type)).toEqual(['checkout.session.completed'])
  expect(heard[0]?.event.data.object).toMatchObject({ payment_status: 'unpaid' })
  await control.settleDelayed(id, 'succeeded')
  expect(heard.at(-1)?.event.type).toBe('checkout.session.async_payment_succeeded')
  const session = await stripe.checkout.sessions.retrieve(id, {
    expand: ['payment_intent.latest_charge'],
  })
  expect(session).toMatchObject({
    payment_status: 'paid',
    payment_intent: {
      latest_charge: { payment_method_details: { sepa_debit: { last4: '3000' } } },
    },
  })
  await expect(control.settleDelayed(id, 'failed')).rejects.toThrow('not waiting')
})

test('a debit that the bank rejects stays unpaid', async () => {
  const { stripe, control, heard } = await stage()
  const { id } = await stripe.checkout.sessions.create(bowls())
  await control.pay(id, { iban: 'fails' })
  await control.settleDelayed(id, 'failed')
  expect(heard.at(-1)?.event.type).toBe('checkout.session.async_payment_failed')
  const session = await stripe.checkout.sessions.retrieve(id)
  expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid' })
})

test('a debit settles by itself after a while, as its number says', async () => {
  const { stripe, control } = await stage({ settleSeconds: 5 })
  const good = await stripe.checkout.sessions.create(bowls())
  const bad = await stripe.checkout.sessions.create(bowls())
  await control.pay(good.id, { iban: 'succeeds' })
  await control.pay(bad.id, { iban: 'fails' })
  await control.clock(Date.now() + 6000)
  const types = control.events().map((event) => event.type)
  expect(types).toContain('checkout.session.async_payment_succeeded')
  expect(types).toContain('checkout.session.async_payment_failed')
})

async function paidIntent({ stripe, control }: Stage, by?: { iban: 'succeeds' }): Promise<string> {
  const { id } = await stripe.checkout.sessions.create(bowls())
  const { session } = await control.pay(id, by)
  if (by) await control.settleDelayed(id, 'succeeded')
  return session.payment_intent ?? ''
}

test('a payment is refunded in part, then in full, and never more', async () => {
  const scene = await stage()
  const { stripe, control, heard } = scene
  const intent = await paidIntent(scene)
  const part = await stripe.refunds.create({
    payment_intent: intent,
    amount: 1000,
    reason: 'requested_by_customer',
    metadata: { return: '7' },
  })
  expect(part).toMatchObject({ amount: 1000, status: 'succeeded', metadata: { return: '7' } })
  await expect(
    stripe.refunds.create({ payment_intent: intent, amount: 2291 }),
  ).rejects.toMatchObject({
    message: 'Refund amount (22.91) is greater than unrefunded amount on charge (22.90)',
  })
  const rest = await stripe.refunds.create({ payment_intent: intent, expand: ['charge'] })
  expect(rest).toMatchObject({ amount: 2290, charge: { refunded: true, amount_refunded: 3290 } })
  await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
    code: 'charge_already_refunded',
  })
  await control.quiet()
  const types = heard.slice(3, 6).map(({ event }) => event.type)
  expect(types.toSorted()).toEqual(['charge.refunded', 'refund.created', 'refund.updated'])
  const listed = await stripe.refunds.list({ payment_intent: intent })
  expect(listed.data.map(({ id }) => id)).toEqual([rest.id, part.id])
  expect(await stripe.refunds.retrieve(part.id)).toMatchObject({ amount: 1000 })
})

test('a refund asked twice under one key is made once', async () => {
  const scene = await stage()
  const intent = await paidIntent(scene)
  const refund = () =>
    scene.stripe.refunds.create(
      { payment_intent: intent, amount: 1000 },
      { idempotencyKey: 'refund-1' },
    )
  const [first, second] = await Promise.all([refund(), refund()])
  expect(first.id).toBe(second.id)
  expect((await scene.stripe.refunds.list()).data).toHaveLength(1)
})

test('a refund that fails later gives the money back to the shop', async () => {
  const scene = await stage()
  const intent = await paidIntent(scene)
  const refund = await scene.stripe.refunds.create({ payment_intent: intent, expand: ['charge'] })
  expect(refund.charge).toMatchObject({ refunded: true })
  await scene.control.failRefund(refund.id)
  expect(scene.heard.at(-1)?.event.type).toBe('refund.failed')
  const { charge } = await scene.stripe.refunds.retrieve(refund.id, { expand: ['charge'] })
  expect(charge).toMatchObject({ refunded: false, amount_refunded: 0 })
})

test('a refund to a bank account takes a while', async () => {
  const scene = await stage()
  const intent = await paidIntent(scene, { iban: 'succeeds' })
  const refund = await scene.stripe.refunds.create({ payment_intent: intent })
  expect(refund.status).toBe('pending')
  await scene.control.clock(Date.now() + 6000)
  expect((await scene.stripe.refunds.retrieve(refund.id)).status).toBe('succeeded')
  expect(scene.heard.at(-1)?.event.type).toBe('refund.updated')
})

test('a refund needs a payment that succeeded', async () => {
  const { stripe, control } = await stage()
  await expect(stripe.refunds.create({})).rejects.toMatchObject({ code: 'parameter_missing' })
  await expect(stripe.refunds.create({ payment_intent: 'pi_none' })).rejects.toMatchObject({
    code: 'resource_missing',
  })
  const { id } = await stripe.checkout.sessions.create(bowls())
  const { session } = await control.pay(id, { iban: 'succeeds' })
  await expect(
    stripe.refunds.create({ payment_intent: session.payment_intent ?? '' }),
  ).rejects.toMatchObject({ statusCode: 400 })
})

test('a dispute stops refunds, an inquiry does not', async () => {
  const scene = await stage()
  const { stripe, control, heard } = scene
  const disputed = await paidIntent(scene)
  const dispute = await control.dispute(disputed)
  expect(heard.at(-1)?.event).toMatchObject({
    type: 'charge.dispute.created',
    data: { object: { payment_intent: disputed, status: 'needs_response' } },
  })
  await expect(stripe.refunds.create({ payment_intent: disputed })).rejects.toMatchObject({
    code: 'charge_disputed',
  })
  await control.closeDispute(dispute.id, 'lost')
  expect(heard.at(-1)?.event.data.object).toMatchObject({ id: dispute.id, status: 'lost' })
  const asked = await paidIntent(scene)
  await control.dispute(asked, 'warning_needs_response')
  expect((await stripe.refunds.create({ payment_intent: asked })).status).toBe('succeeded')
})

test('an order that costs nothing needs no payment', async () => {
  const { stripe } = await stage()
  const free = { price_data: { currency: 'eur', unit_amount: 0, product_data: { name: 'Bon' } } }
  const session = await stripe.checkout.sessions.create(
    bowls({ line_items: [{ ...free, quantity: 1 }] }),
  )
  expect(session.payment_status).toBe('no_payment_required')
  const posted = await fetch(session.url ?? '', { method: 'POST', redirect: 'manual' })
  expect(posted.status).toBe(303)
  expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('complete')
})

test('a session for cards only takes no debit', async () => {
  const { stripe, control } = await stage()
  const { id, url } = await stripe.checkout.sessions.create(
    bowls({ allowed_payment_method_types: ['card'] }),
  )
  expect(await (await fetch(url ?? '')).text()).not.toContain('IBAN</label>')
  await expect(control.pay(id, { iban: 'succeeds' })).rejects.toThrow('does not take debits')
  expect(control.sessions()).toMatchObject([{ status: 'open' }])
})

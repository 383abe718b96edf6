import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { startStripe } from './server.ts'
import { bowls, clientOf, line, SECRET_KEY, stage, WEBHOOK_SECRET } from './stage.ts'

const MINUTE = 60

test('a new session is open, unpaid and adds up', async () => {
  const { stripe, standIn } = await stage()
  const session = await stripe.checkout.sessions.create(bowls({ expand: ['line_items'] }))
  expect(session).toMatchObject({
    amount_total: 3290,
    currency: 'eur',
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    livemode: false,
    metadata: { order: 'order-1' },
    url: `${standIn.url}/c/pay/${session.id}`,
  })
  expect(session.line_items?.data.map((item) => item.amount_total)).toEqual([2800, 490])
  const items = await stripe.checkout.sessions.listLineItems(session.id, { limit: 1 })
  expect(items).toMatchObject({ has_more: true, data: [{ description: 'Bol bleu', quantity: 2 }] })
  expect(items.lastResponse.headers['request-id']).toMatch(/^req_/)
  expect(items.lastResponse.headers['stripe-version']).toBe('2026-10-28.endive')
})

test('a parameter that Stripe does not know is refused', async () => {
  const { stripe } = await stage()
  const odd = { ...bowls(), line_items: [{ ...line('Bol', 1400, 1), colour: 'blue' }] }
  await expect(stripe.checkout.sessions.create(odd)).rejects.toMatchObject({
    type: 'StripeInvalidRequestError',
    statusCode: 400,
    code: 'parameter_unknown',
    message: 'Received unknown parameter: line_items[0][colour]',
  })
  // Gone from the API with the version of 2026-09-30, in favour of allowed_payment_method_types.
  const old = { ...bowls(), payment_method_types: ['card'] }
  await expect(stripe.checkout.sessions.create(old)).rejects.toMatchObject({
    code: 'parameter_unknown',
    param: 'payment_method_types',
  })
})

const now = () => Math.floor(Date.now() / 1000)
const refused: [string, Partial<Stripe.Checkout.SessionCreateParams>, object][] = [
  ['the old name of the hosted page', { ui_mode: 'hosted' }, { param: 'ui_mode' }],
  ['a page that is not hosted', { ui_mode: 'elements' }, { param: 'ui_mode' }],
  ['an unknown language', { locale: 'klingon' }, { param: 'locale' }],
  ['a relative address', { success_url: '/merci' }, { code: 'url_invalid' }],
  ['no lines', { line_items: [] }, { code: 'parameter_missing', param: 'line_items' }],
  ['half a cent', { line_items: [line('Bol', 0.5, 1)] }, { code: 'parameter_invalid_integer' }],
  ['a negative price', { line_items: [line('Bol', -1, 1)] }, { code: 'parameter_invalid_integer' }],
  [
    'a quantity of nought',
    { line_items: [line('Bol', 100, 0)] },
    { code: 'parameter_invalid_integer' },
  ],
  ['a total under fifty cents', { line_items: [line('Bol', 49, 1)] }, { code: 'amount_too_small' }],
  ['a session of 29 minutes', { expires_at: now() + 29 * MINUTE }, { param: 'expires_at' }],
  ['a session of 25 hours', { expires_at: now() + 25 * 60 * MINUTE }, { param: 'expires_at' }],
  ['a long reference', { client_reference_id: 'x'.repeat(201) }, { param: 'client_reference_id' }],
  ['a long value', { metadata: { order: 'x'.repeat(501) } }, { param: 'metadata[order]' }],
  ['an empty value', { customer_email: '' }, { code: 'parameter_invalid_empty' }],
  [
    'capitals in a currency',
    {
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'EUR', unit_amount: 100, product_data: { name: 'Bol' } },
        },
      ],
    },
    { param: 'line_items[0][price_data][currency]' },
  ],
]

test.for(refused)('a session with %s is refused', async ([, wrong, error]) => {
  const { stripe, control } = await stage()
  await expect(stripe.checkout.sessions.create(bowls(wrong))).rejects.toMatchObject({
    statusCode: 400,
    ...error,
  })
  expect(control.sessions()).toEqual([])
})

test('a session without a way back is refused', async () => {
  const { stripe } = await stage()
  const { success_url: _, ...params } = bowls()
  await expect(stripe.checkout.sessions.create(params)).rejects.toMatchObject({
    code: 'parameter_missing',
    param: 'success_url',
  })
})

test('another key, another version, an unknown id and an unknown path are refused', async () => {
  const { stripe, standIn } = await stage()
  await expect(clientOf(standIn, 'sk_test_other').balance.retrieve()).rejects.toMatchObject({
    type: 'StripeAuthenticationError',
  })
  await expect(stripe.balance.retrieve({}, { apiVersion: '2020-08-27' })).rejects.toMatchObject({
    statusCode: 400,
  })
  for (const id of ['cs_test_nothing', '__proto__', 'constructor']) {
    await expect(stripe.checkout.sessions.retrieve(id)).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    })
  }
  await expect(stripe.customers.list()).rejects.toMatchObject({ statusCode: 404 })
  expect((await stripe.balance.retrieve()).livemode).toBe(false)
})

test('the same key and parameters give the same answer, other parameters are refused', async () => {
  const { stripe, control } = await stage()
  const key = { idempotencyKey: 'order-1-attempt-1' }
  const first = await stripe.checkout.sessions.create(bowls(), key)
  const second = await stripe.checkout.sessions.create(bowls(), key)
  expect(second.id).toBe(first.id)
  expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
  expect(control.sessions()).toHaveLength(1)
  const other = bowls({ client_reference_id: 'order-2' })
  await expect(stripe.checkout.sessions.create(other, key)).rejects.toMatchObject({
    type: 'StripeIdempotencyError',
    statusCode: 400,
  })
})

test('fifty calls at once under one key open one session', async () => {
  const { stripe, control } = await stage()
  const calls = Array.from({ length: 50 }, () =>
    stripe.checkout.sessions.create(bowls(), { idempotencyKey: 'one' }),
  )
  const ids = new Set((await Promise.all(calls)).map((session) => session.id))
  expect([ids.size, control.sessions().length]).toEqual([1, 1])
})

test('a key is forgotten after a day', async () => {
  let at = Date.UTC(2026, 10, 21)
  const { stripe } = await stage({ now: () => at })
  const key = { idempotencyKey: 'one' }
  const first = await stripe.checkout.sessions.create(bowls(), key)
  at += 24 * 3600 * 1000
  expect((await stripe.checkout.sessions.create(bowls(), key)).id).not.toBe(first.id)
})

test('an outage is replayed under its key, too many calls are not', async () => {
  const { stripe, control } = await stage()
  const key = { idempotencyKey: 'one' }
  control.trouble({ kind: '500', times: 1 })
  const create = () => stripe.checkout.sessions.create(bowls(), key)
  await expect(create()).rejects.toMatchObject({ statusCode: 500 })
  await expect(create()).rejects.toMatchObject({ statusCode: 500 })
  control.trouble({ kind: '429', times: 1 })
  const other = { idempotencyKey: 'two' }
  const again = () => stripe.checkout.sessions.create(bowls(), other)
  await expect(again()).rejects.toMatchObject({ type: 'StripeRateLimitError' })
  expect((await again()).status).toBe('open')
})

test('a call may be executed and its answer lost: the retry finds the same session', async () => {
  const { stripe, control } = await stage()
  // Twice, because the SDK itself tries once more when the connection breaks.
  control.trouble({ kind: 'executed-but-answer-lost', times: 2, path: '/v1/checkout' })
  const create = () => stripe.checkout.sessions.create(bowls(), { idempotencyKey: 'one' })
  await expect(create()).rejects.toMatchObject({ type: 'StripeConnectionError' })
  const session = await create()
  expect(control.sessions().map(({ id }) => id)).toEqual([session.id])
  expect(control.requests().map(({ status, replayed }) => [status, replayed])).toEqual([
    [0, false],
    [0, true],
    [200, true],
  ])
})

test('Stripe may break off, say nothing, or answer with a page of its own', async () => {
  const { stripe, control } = await stage()
  control.trouble({ kind: 'refuse', times: 2 })
  await expect(stripe.balance.retrieve()).rejects.toMatchObject({ type: 'StripeConnectionError' })
  control.trouble({ kind: 'html', times: 1 })
  await expect(stripe.balance.retrieve()).rejects.toMatchObject({ type: 'StripeAPIError' })
  control.trouble({ kind: 'hang', times: 1 })
  await expect(stripe.balance.retrieve({}, { timeout: 100 })).rejects.toMatchObject({
    type: 'StripeConnectionError',
  })
  expect((await stripe.balance.retrieve()).object).toBe('balance')
})

test('sessions are listed newest first, page by page, and filtered', async () => {
  const { stripe, control } = await stage()
  const made: string[] = []
  for (let n = 0; n < 5; n += 1) made.push((await stripe.checkout.sessions.create(bowls())).id)
  const listed: string[] = []
  for await (const session of stripe.checkout.sessions.list({ limit: 2 })) listed.push(session.id)
  expect(listed).toEqual(made.toReversed())
  const newer = await stripe.checkout.sessions.list({ limit: 2, ending_before: made[0] ?? '' })
  expect(newer.data.map(({ id }) => id)).toEqual([made[2], made[1]])
  await control.pay(made[2] ?? '')
  const complete = await stripe.checkout.sessions.list({ status: 'complete' })
  expect(complete.data.map(({ id }) => id)).toEqual([made[2]])
  const later = await stripe.checkout.sessions.list({ created: { gte: now() + MINUTE } })
  expect(later.data).toEqual([])
})

test('an open session is expired once, a complete one never', async () => {
  const { stripe, control, heard } = await stage()
  const session = await stripe.checkout.sessions.create(bowls())
  const expired = await stripe.checkout.sessions.expire(session.id)
  expect(expired).toMatchObject({ status: 'expired', payment_status: 'unpaid', url: null })
  await control.quiet()
  expect(heard.map(({ event }) => event.type)).toEqual(['checkout.session.expired'])
  const paid = await stripe.checkout.sessions.create(bowls())
  await control.pay(paid.id)
  await expect(stripe.checkout.sessions.expire(paid.id)).rejects.toMatchObject({
    message:
      'Only Checkout Sessions with a status in ["open"] can be expired. ' +
      'This Session has a status of "complete".',
  })
})

test('a session past its time is expired when next seen, and cannot be paid', async () => {
  let at = Date.now()
  const { stripe, control } = await stage({ now: () => at })
  const expires = Math.floor(at / 1000) + 31 * MINUTE
  const session = await stripe.checkout.sessions.create(bowls({ expires_at: expires }))
  at += 30 * MINUTE * 1000
  expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
  at += MINUTE * 1000
  expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('expired')
  await expect(control.pay(session.id)).rejects.toThrow('expired')
})

test('what happened is still there after a restart', async () => {
  const statePath = join(await mkdtemp(join(tmpdir(), 'stripe-')), 'state.json')
  const options = { port: 0, secretKey: SECRET_KEY, webhookSecret: WEBHOOK_SECRET, statePath }
  const first = await startStripe(options)
  const key = { idempotencyKey: 'one' }
  const session = await clientOf(first).checkout.sessions.create(bowls(), key)
  await first.control.pay(session.id)
  await first.close()
  const { stripe } = await stage({ statePath })
  expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
  })
  expect((await stripe.checkout.sessions.create(bowls(), key)).id).toBe(session.id)
  expect((await stripe.events.list()).data).toHaveLength(3)
})

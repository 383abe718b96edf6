import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import type Stripe from 'stripe'
import { beforeAll, expect, test } from 'vitest'
import { hearEvent } from '#features/payments/hear-stripe.ts'
import { LONG } from '../support/faults.ts'
import { makeProduct, makeShop } from '../support/make.ts'
import { orderNow, placed, stockOf } from '../support/orders.ts'
import { expectSound } from '../support/sound.ts'
import { stripe } from '../support/stripe.ts'
import { shop, tools } from '../support/worker.ts'
import { type Happening, HAPPENINGS } from './happenings.ts'

const RUNS = LONG ? 430 : 2
/** What the shop asks Stripe to be told. */
const TOLD = /^(checkout\.session|refund|charge\.refunded|charge\.dispute)/

beforeAll(() => makeShop())

async function open(variantId: string) {
  const { order, sessionId } = await placed([{ variantId, quantity: 2 }])
  return { orderId: order.id, sessionId, placedAt: order.placedAt }
}

type Opened = Awaited<ReturnType<typeof open>>

/** What Stripe has to tell of an order, as it happened. */
async function newsOf({ sessionId, placedAt }: Opened): Promise<Stripe.Event[]> {
  const sdk = await tools().stripe()
  const { payment_intent: intent } = await sdk.checkout.sessions.retrieve(sessionId)
  const ids = [sessionId, ...(typeof intent === 'string' ? [intent] : [])]
  const created = { gte: Math.floor(placedAt / 1000) - 1 }
  const news: Stripe.Event[] = []
  for await (const event of sdk.events.list({ created, limit: 100 })) {
    const about = JSON.stringify(event.data)
    if (TOLD.test(event.type) && ids.some((id) => about.includes(id))) news.unshift(event)
  }
  return news
}

/** What an order has come to, whoever told it first. */
async function leftOf({ orderId }: Opened, { fades = false }: Happening) {
  const { order, events, documents, refunds, payment } = await orderNow(orderId)
  const { results: mails } = await env.DB.prepare(
    'select template from outbox where order_id = ? order by template',
  )
    .bind(orderId)
    .all<{ template: string }>()
  const journal = await env.DB.prepare(
    'select coalesce(sum(amount), 0) as amount, coalesce(sum(vat), 0) as vat from journal_line where order_id = ?',
  )
    .bind(orderId)
    .first()
  // What was true in passing, who hears of the end first never hears of.
  const passing = ['awaiting_payment', ...(fades ? ['refunded', 'refund_failed'] : [])]
  const told = ['received', ...(fades ? ['refunded'] : [])]
  return {
    state: order.state,
    numbered: order.number !== null,
    captured: order.capturedTotal,
    refunded: order.refundedTotal,
    payment: payment?.state,
    steps: events.flatMap(({ kind }) => (passing.includes(kind) ? [] : [kind])).toSorted(),
    refunds: refunds.map(({ state, amount }) => `${state} ${amount}`).toSorted(),
    documents: fades ? null : documents.map(({ amount }) => amount).toSorted((a, b) => a - b),
    journal,
    mails: mails.flatMap(({ template }) => (told.includes(template) ? [] : [template])),
  }
}

async function moved(variantId: string, act: () => Promise<void>) {
  const before = await stockOf(variantId)
  await act()
  const after = await stockOf(variantId)
  return [after.available - before.available, after.held - before.held, after.sold - before.sold]
}

/** Tells events, some at once, as often as it takes: what is answered 503 is told again. */
async function tellAll(events: readonly Stripe.Event[], together: number): Promise<void> {
  let left = [...events]
  for (let round = 0; left.length > 0; round++) {
    expect(round, 'told again and again').toBeLessThan(6)
    const again: Stripe.Event[] = []
    for (let i = 0; i < left.length; i += together) {
      const some = left.slice(i, i + together)
      // oxlint-disable-next-line no-await-in-loop -- their order is the point
      const answers = await Promise.all(some.map(async (event) => hearEvent(tools(), event)))
      again.push(...some.filter((_, k) => answers[k] === 503))
    }
    left = again
  }
}

async function tellByWebhook(events: readonly Stripe.Event[]): Promise<void> {
  for (const event of events) {
    const body = JSON.stringify(event)
    const headers = { 'stripe-signature': await stripe.sign(body) }
    const answer = await shop().ask('/stripe/webhook', { method: 'POST', headers, body })
    expect([answer.status, await answer.text()]).toEqual([200, expect.anything()])
  }
}

/** How events are mixed: where each goes, how often it is told, how many at once. */
const MIX = fc.record({
  places: fc.array(fc.record({ at: fc.nat(10_000), copies: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 12,
    maxLength: 12,
  }),
  together: fc.integer({ min: 1, max: 4 }),
})

function mixed(events: readonly Stripe.Event[], places: readonly { at: number; copies: number }[]) {
  const copies = events.flatMap((event, i) => {
    const { at, copies: n } = places[i % places.length] ?? { at: 0, copies: 1 }
    return Array.from({ length: n }, (_, k) => ({ event, at: (at * (k + 1)) % 10_007 }))
  })
  return copies.toSorted((a, b) => a.at - b.at).map(({ event }) => event)
}

test.each(HAPPENINGS)(
  'P5: an order that is $name ends the same in whatever order, and however often, Stripe tells it',
  { timeout: LONG ? 1_200_000 : 30_000 },
  async (happening) => {
    const variantId = (await makeProduct({}, { stock: 5000 })).variants[0]?.id ?? ''
    async function run(tell: (events: readonly Stripe.Event[]) => Promise<void>) {
      let opened: Opened | undefined
      const stock = await moved(variantId, async () => {
        opened = await open(variantId)
        await happening.happen(opened)
        await tell(await newsOf(opened))
      })
      return { stock, ...(await leftOf(opened ?? expect.fail(), happening)) }
    }
    const expected = await run(tellByWebhook)
    await fc.assert(
      fc.asyncProperty(MIX, async ({ places, together }) => {
        const left = await run(async (events) => tellAll(mixed(events, places), together))
        expect(left).toEqual(expected)
      }),
      { numRuns: RUNS },
    )
    await expectSound()
  },
)

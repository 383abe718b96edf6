import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { mailsOf } from '#features/mail/queries.ts'
import { advance } from '#features/orders/advance.ts'
import { ship } from '#features/orders/ship.ts'
import { hearStripe } from '#features/payments/hear-stripe.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { paidAtStripe } from '../orders/refunds.ts'
import { alertsOf, orderNow, stockOf } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { stripe, tell } from '../support/stripe.ts'
import type { StripeEvent } from '../stripe/shapes.ts'
import { shop, tools } from '../support/worker.ts'

type Paid = Awaited<ReturnType<typeof paidAtStripe>>

/** The events of a dispute, oldest first. */
async function newsOf(disputeId: string): Promise<StripeEvent[]> {
  return stripe.events(disputeId)
}

/** Stripe tells some events, each twice. */
async function hear(events: readonly StripeEvent[]) {
  for (const event of events.flatMap((one) => [one, one])) {
    // oxlint-disable-next-line no-await-in-loop -- in this order
    expect(await tell(shop(), event)).toBe(200)
  }
}

function send({ order, lines }: Paid) {
  return ship(tools(), ACTOR, {
    id: newId('shp'),
    orderId: order.id,
    order: order.number,
    carrier: '',
    number: '',
    units: lines.map(({ id, quantity }) => ({ lineId: id, quantity })),
    tell: false,
  })
}

const kinds = async (view: Paid) =>
  (await orderNow(view.order.id)).events.slice(2).map(({ kind }) => kind)

test('P15: an open dispute stops what would leave; won, it leaves again', async () => {
  const view = await paidAtStripe(1)
  const dispute = await stripe.dispute(view.intent)
  await hear(await newsOf(dispute.id))
  expect(await kinds(view)).toEqual(['disputed'])
  expect(await send(view)).toEqual({ ok: false, because: 'state' })

  const owner = await atDesk(await makeStaff('owner'))
  const path = `/admin/orders/${view.order.id}`
  const page = await owner.get(path)
  expect(page.words('[role=alert]')).toContain('La banque de l’acheteur a repris 30,90')
  expect(page.words('[role=alert]')).toContain('Une réponse est attendue avant le')
  expect(page.html.querySelector('form[action$="/shipments"]')).toBeNull()
  const posted = await owner.post(`${path}/shipments`, { key: newId('shp') })
  expect(posted.status).toBe(409)
  expect(posted.all('[role=alert]').join(' ')).toContain('rien de cette commande ne part')
  const list = await owner.get('/admin/orders?list=to_pack')
  const box = list.html.querySelector(`input[value="${view.order.id}"]`)
  expect(box?.hasAttribute('disabled')).toBe(true)
  const today = await owner.get('/admin')
  expect(today.words('#stuck')).toBe('À débloquer')
  expect(today.text).toMatch(/paiements? contestés?, répondre avant le/)
  const listed = await owner.get('/admin/orders?list=disputed')
  expect(listed.text).toContain(path)
  const [alert] = await alertsOf(view.order.id)
  const mail = await owner.get(`/admin/mail/${alert?.id}/preview`)
  expect(mail.text).toContain('Répondez avant le')
  expect(mail.text).toContain(`${env.SHOP_URL}${path}`)

  await stripe.closeDispute(dispute.id, 'won')
  await hear(await newsOf(dispute.id))
  expect(await kinds(view)).toEqual(['disputed', 'dispute_won'])
  expect(await send(view)).toEqual({ ok: true })
  const now = await orderNow(view.order.id)
  expect(now.order).toMatchObject({ state: 'shipped', refundedTotal: 0 })
  expect(now.documents).toHaveLength(1)
  const told = (await alertsOf(view.order.id)).map(({ about }) => about)
  expect(told).toEqual(['disputed', 'dispute_won'])
})

test('P15: a lost dispute is a refund that the bank made: a credit note, and no mail to the buyer', async () => {
  const view = await paidAtStripe(2)
  const dispute = await stripe.dispute(view.intent)
  await stripe.closeDispute(dispute.id, 'lost')
  await hear(await newsOf(dispute.id))
  const now = await orderNow(view.order.id)
  expect(now.refunds).toMatchObject([
    {
      reason: 'dispute',
      state: 'succeeded',
      stripeId: null,
      amount: view.order.total,
      who: 'Stripe',
    },
  ])
  expect(now.order).toMatchObject({ state: 'paid', refundedTotal: view.order.total })
  expect(now.documents.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['invoice', view.order.total],
    ['credit_note', -view.order.total],
  ])
  expect(now.disputes).toMatchObject([{ state: 'lost' }])
  const mails = (await mailsOf(tools().db, view.order.id)).map(({ template }) => template)
  expect(mails).toEqual(['confirmation'])
  expect(await send(view)).toEqual({ ok: false, because: 'state' })
  expect(await stockOf(view.variantId)).toEqual({ available: 8, held: 0, sold: 2 })
  const owner = await atDesk(await makeStaff('owner'))
  const page = await owner.get(`/admin/orders/${view.order.id}`)
  expect(page.all('#log li').filter((one) => one.includes('remboursés'))).toHaveLength(1)
})

test('P15: a dispute takes no more than was left, and one lost after a part went back only the rest', async () => {
  const view = await paidAtStripe(1)
  const part = await tools().stripe()
  await part.refunds.create({ payment_intent: view.intent, amount: 1000 })
  const events = await stripe.events(view.intent)
  await hear(events.filter(({ type }) => type === 'refund.updated'))
  const dispute = await stripe.dispute(view.intent)
  await stripe.closeDispute(dispute.id, 'lost')
  // A dispute of the whole payment, as a bank may bring one that knows nothing of the refund.
  const news = (await newsOf(dispute.id)).map((event) => {
    return { ...event, data: { object: { ...event.data.object, amount: view.order.total } } }
  })
  await hear(news)
  const { order, refunds } = await orderNow(view.order.id)
  expect(refunds.map(({ amount }) => amount)).toEqual([1000, view.order.total - 1000])
  expect(order.refundedTotal).toBe(order.capturedTotal)
})

test('P15: an inquiry takes nothing and stops nothing; it closes, or becomes a dispute', async () => {
  const view = await paidAtStripe(1)
  const dispute = await stripe.dispute(view.intent, 'warning_needs_response')
  await hear(await newsOf(dispute.id))
  const owner = await atDesk(await makeStaff('owner'))
  const page = await owner.get(`/admin/orders/${view.order.id}`)
  expect(page.words('.order-where + .notice')).toContain('se renseigne')
  expect(page.html.querySelector('form[action$="/shipments"]')).not.toBeNull()
  await stripe.closeDispute(dispute.id, 'warning_closed')
  await hear(await newsOf(dispute.id))
  expect(await kinds(view)).toEqual(['inquired', 'inquiry_closed'])
  expect(await send(view)).toEqual({ ok: true })
  const now = await orderNow(view.order.id)
  expect(now.order.refundedTotal).toBe(0)
  expect(now.documents).toHaveLength(1)

  const other = await paidAtStripe(1)
  const asked = await stripe.dispute(other.intent, 'warning_under_review')
  await stripe.moveDispute(asked.id, 'needs_response')
  await hear(await newsOf(asked.id))
  expect(await kinds(other)).toEqual(['inquired', 'disputed'])
  expect(await send(other)).toEqual({ ok: false, because: 'state' })
})

test('P15: news of a dispute in any order, and all at once, end the same', async () => {
  for (const mix of ['reverse', 'at once'] as const) {
    const view = await paidAtStripe(1)
    const dispute = await stripe.dispute(view.intent)
    await stripe.moveDispute(dispute.id, 'under_review')
    await stripe.closeDispute(dispute.id, 'lost')
    const news = await newsOf(dispute.id)
    expect(news).toHaveLength(3)
    if (mix === 'reverse') await hear(news.toReversed())
    else {
      const told = [...news, ...news].map((event) => tell(shop(), event))
      expect(new Set(await Promise.all(told))).toEqual(new Set([200]))
    }
    expect(await kinds(view), mix).toEqual(['disputed', 'dispute_lost', 'refunded'])
    const now = await orderNow(view.order.id)
    expect(now.disputes).toMatchObject([{ state: 'lost' }])
    expect(now.refunds).toHaveLength(1)
    expect(now.documents).toHaveLength(2)
  }
})

test('P15: the end of a dispute that was told before its beginning was written still comes after it', async () => {
  const view = await paidAtStripe(1)
  const dispute = await stripe.dispute(view.intent)
  await stripe.closeDispute(dispute.id, 'lost')
  const [opened, closed] = await newsOf(dispute.id)
  const now = Date.now()
  const hearAt = async (at: number, event: StripeEvent | undefined) => {
    const body = JSON.stringify(event)
    expect(await hearStripe(tools(at), body, await stripe.sign(body))).toBe(200)
  }
  await hearAt(now + 20, opened)
  await hearAt(now, closed)
  expect(await kinds(view)).toEqual(['disputed', 'dispute_lost', 'refunded'])
})

test('P15: what was lost and is won on appeal is the shop’s again, once', async () => {
  const view = await paidAtStripe(1)
  const dispute = await stripe.dispute(view.intent)
  await stripe.closeDispute(dispute.id, 'lost')
  await stripe.moveDispute(dispute.id, 'appeal_under_review')
  await stripe.moveDispute(dispute.id, 'won')
  const news = await newsOf(dispute.id)
  await hear(news)
  await hear(news.toReversed())
  const now = await orderNow(view.order.id)
  expect(now.order.refundedTotal).toBe(0)
  expect(now.refunds).toMatchObject([{ state: 'failed', reason: 'dispute' }])
  expect(now.documents.reduce((sum, { amount }) => sum + amount, 0)).toBe(view.order.total)
  expect(await send(view)).toEqual({ ok: true })
})

test('P15: what has left may be said to have arrived, whatever the bank says', async () => {
  const view = await paidAtStripe(1)
  expect(await send(view)).toEqual({ ok: true })
  const dispute = await stripe.dispute(view.intent)
  await hear(await newsOf(dispute.id))
  const { order } = await orderNow(view.order.id)
  expect(await advance(tools(), ACTOR, order, 'delivered')).toBe(true)
})

test('P15: a dispute that names its charge alone is found by it, or by asking Stripe', async () => {
  for (const forgotten of [false, true]) {
    const view = await paidAtStripe(1)
    expect(view.payment?.chargeId).toMatch(/^ch_/)
    if (forgotten) {
      await env.DB.prepare('update payment set charge_id = null where order_id = ?')
        .bind(view.order.id)
        .run()
    }
    const dispute = await stripe.dispute(view.intent)
    const news = await newsOf(dispute.id)
    await hear(
      news.map((event) => {
        return { ...event, data: { object: { ...event.data.object, payment_intent: null } } }
      }),
    )
    expect(await kinds(view)).toEqual(['disputed'])
  }
})

test('P15: a dispute of a payment that is not settled yet is told again; one of somebody else is not', async () => {
  const view = await paidAtStripe(1)
  const dispute = await stripe.dispute(view.intent)
  const [event] = await newsOf(dispute.id)
  const body = event ?? expect.fail('no event')
  const hide = (value: string | null) =>
    env.DB.prepare('update payment set payment_intent = ? where order_id = ?')
      .bind(value, view.order.id)
      .run()
  await hide(null)
  expect(await tell(shop(), body)).toBe(503)
  await hide(view.intent)
  expect(await tell(shop(), body)).toBe(200)
  expect((await orderNow(view.order.id)).disputes).toHaveLength(1)
  const strange = { ...body.data.object, id: 'du_strange', status: 'a_state_to_come' }
  expect(await tell(shop(), { ...body, data: { object: strange } })).toBe(200)
})

test('P15: two clicks on the same refund at the same moment give the money back once', async () => {
  const view = await paidAtStripe(2)
  const owner = await atDesk(await makeStaff('owner'))
  const path = `/admin/refunds/${view.order.id}`
  const form = await owner.get(path)
  const check = await owner.submit(form, 'form.refund', { extra: '10', reason: 'gesture' })
  const [one, two] = await Promise.all(
    [1, 2].map(() => owner.submit(check, 'main form', { step: 'send' })),
  )
  expect([one?.status, two?.status]).toEqual([200, 200])
  const { refunds, order } = await orderNow(view.order.id)
  expect(refunds).toMatchObject([{ amount: 1000, state: 'succeeded' }])
  expect(order.refundedTotal).toBe(1000)
  const asked = await stripe.events(view.intent)
  expect(asked.filter(({ type }) => type === 'refund.created')).toHaveLength(1)
})

test('P15: two parts and the rest, given back in Stripe’s own pages, are the whole; each is told twice', async () => {
  const view = await paidAtStripe(2)
  const client = await tools().stripe()
  for (const amount of [1000, 1500, view.order.total - 2500]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await client.refunds.create({ payment_intent: view.intent, amount })
  }
  const told = await stripe.events(view.intent)
  await hear(told.filter(({ type }) => type.startsWith('refund.')))
  const now = await orderNow(view.order.id)
  expect(now.refunds.map(({ amount }) => amount)).toEqual([1000, 1500, view.order.total - 2500])
  expect(now.order.refundedTotal).toBe(view.order.total)
  expect(now.documents.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
})

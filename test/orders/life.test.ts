import { expect, test } from 'vitest'
import { mailsOf } from '#features/mail/queries.ts'
import { advance } from '#features/orders/advance.ts'
import { cancelPaid } from '#features/orders/cancel.ts'
import { step } from '#features/orders/queries.ts'
import { LIFE, type OrderState, SAID, STATES } from '#features/orders/rules.ts'
import { ship } from '#features/orders/ship.ts'
import { readSession } from '#features/payments/close-payment.ts'
import type { Fact } from '#features/payments/rules.ts'
import { settle } from '#features/payments/settle.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow, placed, stockOf } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'
import { ACTOR } from './desk.ts'

type Case = { id: string; variantId: string; fact: Fact }
type Step = Exclude<OrderState, 'pending'>

/** Every move of the table, with what it brings. */
const EDGES = STATES.flatMap((from) =>
  STATES.flatMap((to) => {
    const effect = LIFE[from][to]
    return effect && to !== 'pending' ? [{ from, to, ...effect }] : []
  }),
)

/** How an order comes to each state, by the acts of the shop. */
const WAY: Record<OrderState, readonly Step[]> = {
  pending: [],
  awaiting_payment: ['awaiting_payment'],
  paid: ['paid'],
  in_making: ['paid', 'in_making'],
  packed: ['paid', 'packed'],
  ready: ['paid', 'ready'],
  shipped: ['paid', 'shipped'],
  delivered: ['paid', 'shipped', 'delivered'],
  cancelled: ['cancelled'],
  held: ['held'],
}

/** An order of one piece whose payment page was paid at Stripe, though the shop has not heard of it yet. */
async function begin(delivery: string): Promise<Case> {
  const { variants } = await makeProduct({}, { stock: 3 })
  const variantId = variants[0]?.id ?? ''
  const { order, sessionId } = await placed([{ variantId, quantity: 1 }], { delivery })
  await stripe.pay(sessionId)
  const fact = await readSession(tools(), sessionId)
  return { id: order.id, variantId, fact: fact ?? expect.fail('no session') }
}

/** The act that leads to a state; the same one again when it is given the same ids. */
async function act(one: Case, to: Step, ids: { refund: string; shipment: string }) {
  const { id, fact } = one
  const view = await orderNow(id)
  const said = SAID.find((known) => known === to)
  if (said) return advance(tools(), ACTOR, view.order, said)
  const sold = view.order.paidAt !== null || view.order.state === 'held'
  if (to === 'cancelled' && sold) {
    const call = { id: ids.refund, restock: true, reason: 'unavailable' as const, note: '' }
    return cancelPaid(tools(), ACTOR, view, call)
  }
  if (to === 'shipped') return send(view, ids.shipment)
  const waits = view.events.some(({ kind }) => kind === 'awaiting_payment')
  const outcome = { awaiting_payment: 'unpaid', cancelled: waits ? 'failed' : 'expired' } as const
  const amount = (fact.amount ?? 0) - (to === 'held' ? 1 : 0)
  return settle(tools(), {
    ...fact,
    outcome:
      to === 'paid' || to === 'held'
        ? 'paid'
        : outcome[to === 'cancelled' ? to : 'awaiting_payment'],
    amount,
  })
}

function send({ order, lines }: Awaited<ReturnType<typeof orderNow>>, shipment: string) {
  return ship(tools(), ACTOR, {
    id: shipment,
    orderId: order.id,
    order: order.number,
    carrier: '',
    number: '',
    units: lines.map((line) => ({ lineId: line.id, quantity: line.quantity })),
    tell: true,
  })
}

async function led(state: OrderState, delivery: string): Promise<Case> {
  const one = await begin(delivery)
  for (const to of WAY[state]) {
    // oxlint-disable-next-line no-await-in-loop
    await act(one, to, { refund: newId('ref'), shipment: newId('shp') })
  }
  expect((await orderNow(one.id)).order.state).toBe(state)
  return one
}

async function seen({ id, variantId }: Case) {
  const [view, stock, mails] = await Promise.all([
    orderNow(id),
    stockOf(variantId),
    mailsOf(tools().db, id),
  ])
  const { order, events, refunds, shipments, documents } = view
  return {
    state: order.state,
    stock,
    captured: order.capturedTotal,
    refunded: order.refundedTotal,
    number: order.number,
    counts: [events, refunds, shipments, documents, mails].map((rows) => rows.length),
  }
}

type Seen = Awaited<ReturnType<typeof seen>>

/** What the shelf shows after a move, of an order of one piece. */
function shelf({ stock: { available, held, sold } }: Seen, effect: (typeof EDGES)[number]) {
  switch (effect.stock) {
    case 'none':
      return { available, held, sold }
    case 'claim':
      return { available, held: held - 1, sold: sold + 1 }
    case 'release':
      return { available: available + 1, held: held - 1, sold }
    case 'take_again':
      return { available: available - 1, held, sold: sold + 1 }
    case 'may_return':
      return { available: available + 1, held, sold: sold - 1 }
    default:
      return effect.stock satisfies never
  }
}

/** What came and what went back after a move. */
function purse(
  { captured, refunded }: Seen,
  { to, money }: (typeof EDGES)[number],
  { fact }: Case,
) {
  const came = (fact.amount ?? 0) - (to === 'held' ? 1 : 0)
  if (money === 'in') return { captured: came, refunded }
  return money === 'out' ? { captured, refunded: captured } : { captured, refunded }
}

test.each(EDGES)(
  'S8: from $from to $to: stock $stock, money $money; a second time changes nothing',
  async (edge) => {
    const { from, to } = edge
    const collected =
      from === 'ready' || to === 'ready' || (to === 'delivered' && from !== 'shipped')
    const one = await led(from, collected ? 'retrait' : 'colis')
    const before = await seen(one)
    const ids = { refund: newId('ref'), shipment: newId('shp') }
    await act(one, to, ids)
    const after = await seen(one)
    expect(after.state).toBe(to)
    expect(after.stock).toEqual(shelf(before, edge))
    expect({ captured: after.captured, refunded: after.refunded }).toEqual(purse(before, edge, one))
    await act(one, to, ids)
    expect(await seen(one)).toEqual(after)
  },
)

test.each(STATES)(
  'S8: from %s an order goes nowhere that the table does not name',
  async (from) => {
    const one = await led(from, from === 'ready' ? 'retrait' : 'colis')
    const before = await seen(one)
    const refused = STATES.filter((to): to is Step => to !== 'pending' && !LIFE[from][to])
    for (const kind of refused) {
      const entry = { id: newId('evt'), orderId: one.id, kind, reason: null, at: 1 }
      // oxlint-disable-next-line no-await-in-loop
      const error: unknown = await runBatch(tools().db, [step(tools().db, entry)]).catch((it) => it)
      expect(brokenConstraint(error), kind).toMatch(/^order_event\.order_id/)
    }
    expect(await seen(one)).toEqual(before)
  },
)

test('S8: money of an order that was given up before comes off by a cent: what is freed once stays free', async () => {
  const one = await led('cancelled', 'colis')
  const free = { available: 3, held: 0, sold: 0 }
  await act(one, 'held', { refund: '', shipment: '' })
  expect((await seen(one)).stock).toEqual(free)
  const ids = { refund: newId('ref'), shipment: '' }
  await act(one, 'cancelled', ids)
  await act(one, 'cancelled', ids)
  const now = await seen(one)
  expect(now).toMatchObject({ state: 'cancelled', stock: free, number: null })
  expect(now.refunded).toBe((one.fact.amount ?? 0) - 1)
})

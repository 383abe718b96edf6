import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actsOn } from '#features/audit/queries.ts'
import { mailsOf } from '#features/mail/queries.ts'
import { drawShipped } from '#features/mail/mail/shipped.tsx'
import { refund } from '#features/orders/refund.ts'
import { leftToSend } from '#features/orders/rules.ts'
import { ship, type Shipping } from '#features/orders/ship.ts'
import { settle } from '#features/payments/settle.ts'
import { DEFAULTS } from '#features/settings/rules.ts'
import { newId } from '#platform/ids.ts'
import { LONG } from '../support/faults.ts'
import { makeProduct } from '../support/make.ts'
import { orderNow } from '../support/orders.ts'
import { atDesk, makeStaff } from '../support/staff.ts'
import { tools } from '../support/worker.ts'
import { ACTOR, paidOrder, pay } from './desk.ts'

type View = Awaited<ReturnType<typeof paidOrder>>

/** A parcel with so many of each line. */
function parcel({ order, lines }: View, quantities: readonly number[]): Shipping {
  return {
    id: newId('shp'),
    orderId: order.id,
    order: order.number,
    carrier: 'Colissimo',
    number: '6A12345678901',
    units: lines.flatMap(({ id }, i) => {
      const quantity = quantities[i] ?? 0
      return quantity > 0 ? [{ lineId: id, quantity }] : []
    }),
    tell: true,
  }
}

const send = (one: Shipping) => ship(tools(), ACTOR, one)

async function sentOf(id: string) {
  const { sent } = await orderNow(id)
  return sent.reduce((sum, { quantity }) => sum + quantity, 0)
}

test('a whole order leaves once, however often the form is posted', async () => {
  const view = await paidOrder([2, 1])
  const one = parcel(view, [2, 1])
  const answers = [await send(one), ...(await Promise.all([send(one), send(one)]))]
  expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }])
  const after = await orderNow(view.order.id)
  expect([after.order.state, after.shipments.length]).toEqual(['shipped', 1])
  expect(after.events.filter(({ kind }) => kind === 'shipped')).toHaveLength(1)
  const { db } = tools()
  const mails = await mailsOf(db, view.order.id)
  expect(mails.map(({ template }) => template)).toEqual(['confirmation', 'shipped'])
  const acts = await actsOn(db, view.order.id, 10)
  expect(acts.map(({ act, who }) => [act, who])).toEqual([['order.parcel_sent', 'Mona']])
})

test('the last of several parcels moves the order, not the first', async () => {
  const view = await paidOrder([3, 1])
  await send(parcel(view, [1, 1]))
  expect((await orderNow(view.order.id)).order.state).toBe('paid')
  await send(parcel(view, [2]))
  expect((await orderNow(view.order.id)).order.state).toBe('shipped')
})

test('parallel posts never send more than was ordered', async () => {
  const view = await paidOrder([3])
  const answers = await Promise.all([2, 2, 1, 1].map((units) => send(parcel(view, [units]))))
  expect(await sentOf(view.order.id)).toBe(3)
  expect(answers.filter(({ ok }) => !ok).length).toBeGreaterThan(0)
  expect((await orderNow(view.order.id)).order.state).toBe('shipped')
})

test('two parcels that leave at the same moment with one half each close the order', async () => {
  const view = await paidOrder([1, 1])
  await Promise.all([send(parcel(view, [1])), send(parcel(view, [0, 1]))])
  expect((await orderNow(view.order.id)).order.state).toBe('shipped')
})

/** Refunds so many of each line; the money goes back by hand. */
function giveBack(
  { order, lines }: View,
  quantities: readonly number[],
  reason: 'unavailable' | 'broken' = 'unavailable',
) {
  const units = lines.flatMap(({ id, unitPrice }, i) => {
    const quantity = quantities[i] ?? 0
    const amount = quantity * unitPrice
    return quantity > 0 ? [{ lineId: id, quantity, restock: false, amount }] : []
  })
  const amount = units.reduce((sum, unit) => sum + unit.amount, 0)
  return refund(tools(), ACTOR, {
    id: newId('ref'),
    order,
    lines,
    payment: { kind: 'cash' },
    sum: { units, delivery: 0, extra: 0, amount, capped: false },
    reason,
    note: '',
  })
}

test('of two mugs one of which was refunded, the other one makes the order sent', async () => {
  const view = await paidOrder([2])
  await giveBack(view, [1])
  const desk = await atDesk(await makeStaff('helper'))
  const page = await desk.get(`/admin/orders/${view.order.id}`)
  expect(page.words('.order-lines')).toContain('1 remboursé')
  expect(await send(parcel(view, [2]))).toEqual({ ok: false, because: 'left' })
  expect(await send(parcel(view, [1]))).toEqual({ ok: true })
  expect((await orderNow(view.order.id)).order.state).toBe('shipped')
})

test(
  'however parcels and refunds take turns, what may leave is what is owed, and the end is known',
  { timeout: LONG ? 600_000 : 20_000 },
  async () => {
    const act = fc.record({
      does: fc.constantFrom('ships' as const, 'unavailable' as const, 'broken' as const),
      units: fc.tuple(fc.nat(2), fc.nat(2)),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 6 }), async (acts) => {
        const { order } = await paidOrder([2, 3])
        for (const { does, units } of acts) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await takeTurn(order.id, does, units)
        }
        expect(await sentOf(order.id)).toBeLessThanOrEqual(5)
      }),
      { numRuns: LONG ? 100 : 6 },
    )
  },
)

/** One act on an order, and what must hold of it before and after. */
async function takeTurn(
  orderId: string,
  does: 'ships' | 'unavailable' | 'broken',
  units: readonly number[],
) {
  const ships = does === 'ships'
  const before = await orderNow(orderId)
  const most = leftToSend(before)
  const total = units.reduce((sum, unit) => sum + unit, 0)
  if (total === 0) return
  const answer = await (does === 'ships'
    ? send(parcel(before, units))
    : giveBack(before, units, does))
  if (ships) {
    const owed = before.lines.every(({ id }, i) => (units[i] ?? 0) <= (most.get(id) ?? 0))
    expect(answer.ok).toBe(owed && before.order.state === 'paid')
  }
  const after = await orderNow(orderId)
  const sent = after.shipments.length > 0
  const whole = after.refundLines.reduce((sum, { quantity }) => sum + quantity, 0) === 5
  const end = sent ? 'shipped' : whole ? 'cancelled' : 'delivered'
  expect(after.order.state).toBe(leftToSend(after).size > 0 ? 'paid' : end)
}

test('a refund of all that is packed leaves a file delivered', async () => {
  const file = await makeProduct({ kind: 'digital' }, { stock: null, weight_g: 0 })
  const mug = await makeProduct()
  const lines = [mug, file].map(({ variants }) => ({
    variantId: variants[0]?.id ?? '',
    quantity: 1,
  }))
  const view = await pay(lines)
  await giveBack(view, [1])
  expect((await orderNow(view.order.id)).order.state).toBe('delivered')
})

test('a line of another order does not leave with this one, and nothing of the parcel stays', async () => {
  const [view, other] = [await paidOrder([1]), await paidOrder([1])]
  const strange = { ...parcel(other, [1]), orderId: view.order.id }
  expect(await send(strange)).toEqual({ ok: false, because: 'left' })
  expect((await orderNow(view.order.id)).shipments).toEqual([])
})

test('who unticks the box tells nobody', async () => {
  const view = await paidOrder([1])
  await send({ ...parcel(view, [1]), tell: false })
  expect(await mailsOf(tools().db, view.order.id)).toHaveLength(1)
})

test('a payment that is told again leaves an order that has left alone', async () => {
  const view = await paidOrder([1])
  await send(parcel(view, [1]))
  const { order, payment } = await orderNow(view.order.id)
  const settled = await settle(tools(), {
    sessionId: payment?.sessionId ?? '',
    orderId: order.id,
    outcome: 'paid',
    amount: order.total,
    currency: 'eur',
    paymentIntent: 'pi_1',
    method: null,
    live: false,
  })
  expect(settled).toBe('again')
  expect((await orderNow(order.id)).order.state).toBe('shipped')
})

test('the mail names the parcel, links to its way and keeps the number as text', async () => {
  const view = await paidOrder([2])
  const one = { ...parcel(view, [1]), number: '6A 1/&?' }
  await send(one)
  const mail = await drawShipped({
    view: await orderNow(view.order.id),
    terms: '',
    settings: DEFAULTS,
    origin: 'https://shop.test',
    shipmentId: one.id,
  })
  const url = 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A%201%2F%26%3F'
  expect(mail.subject).toContain(String(view.order.number))
  expect(mail.text).toContain(url)
  expect(mail.text).toContain('sous le numéro 6A 1/&?')
  expect(mail.text).toContain('Le reste de la commande suivra.')
  expect(mail.text).toContain('1 × ')
  expect(mail.html).toContain(`href="${url}"`)
})

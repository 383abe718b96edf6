import { env } from 'cloudflare:workers'
import { cancelOrder } from '#features/orders/cancel-order.ts'
import { cancelPaid, cancelUnpaid } from '#features/orders/cancel.ts'
import { leftToRefund, sumRefund } from '#features/orders/refund-rules.ts'
import { refund } from '#features/orders/refund.ts'
import { leftToSend } from '#features/orders/rules.ts'
import { ship } from '#features/orders/ship.ts'
import { refundOf } from '#features/payments/rules.ts'
import { settleRefund } from '#features/payments/settle-refund.ts'
import { moveStock, setStock } from '#features/stock/move-stock.ts'
import { takeStock } from '#features/stock/take-stock.ts'
import { brokenConstraint, runBatch } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { orderNow } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'
import * as foresee from './foresee.ts'
import { freeOf, type Run } from './model-shop.ts'
import { type Act, nothing, pick, tell } from './model-acts.ts'

export const callingOff =
  (nth: number): Act =>
  async (model) => {
    const order = pick(model, nth)
    if (!order) return null
    return {
      act: async (given) => cancelUnpaid(given, ACTOR, (await orderNow(order.id)).order),
      after: (now) => tell(now, order.id, (one) => foresee.afterCalledOff(now, one)),
    }
  }

/** An order is given up though its payment page is open: two acts have crossed. */
export const crossing =
  (nth: number, because: 'expired' | 'maker'): Act =>
  async (model) => {
    const order = pick(model, nth)
    if (!order) return null
    return {
      act: async (given) =>
        runBatch(given.db, cancelOrder(given, order.id, because)).catch(unlessRefused),
      after: (now) => tell(now, order.id, (one) => foresee.afterCrossing(one, because)),
    }
  }

function unlessRefused(error: unknown): void {
  if (!brokenConstraint(error)?.startsWith('order_event.')) throw error
}

/** So many units of each shelf that units of some lines take. */
function shelved(run: Run, parts: readonly { variantId: string; units: number }[]): number[] {
  return run.shelves.map((_, i) =>
    parts.reduce((all, { variantId, units }) => {
      const takes = run.wishes.find((wish) => wish.variantId === variantId)?.takes ?? []
      return all + (takes[i] ?? 0) * units
    }, 0),
  )
}

/** What refunds of an order have laid back on each shelf, by line. */
async function laidBack(orderId: string, { shelves }: Run) {
  const { results } = await env.DB.prepare(
    `select id, variant_id as variant, quantity as n from movement
      where order_id = ? and kind in ('return', 'adjust')`,
  )
    .bind(orderId)
    .all<{ id: string; variant: string; n: number }>()
  return (lineId: string) =>
    shelves.map((shelf) =>
      results.reduce(
        (all, { id, variant, n }) => all + (variant === shelf && id.includes(lineId) ? n : 0),
        0,
      ),
    )
}

const plus = (one: readonly number[], other: readonly number[]) =>
  one.map((n, i) => n + (other[i] ?? 0))

export const callingOffPaid =
  (nth: number, restock: boolean): Act =>
  async (model, run) => {
    const order = pick(model, nth)
    if (order?.phase !== 'paid') return null
    const view = await orderNow(order.id)
    const left = leftToRefund(view, view.refunds, view.refundLines).units
    const back = view.lines.map(({ id, variantId }) => ({ variantId, units: left.get(id) ?? 0 }))
    const calling = { id: newId('ref'), restock, reason: 'unavailable' as const, note: '' }
    return {
      act: async (given) => cancelPaid(given, ACTOR, view, calling),
      after: (now) =>
        tell(now, order.id, (one) => {
          if (view.order.state !== 'paid' || view.shipments.length > 0) return
          one.phase = 'repaid'
          if (restock) one.returned = plus(one.returned, shelved(run, back))
        }),
    }
  }

type Part = { units: readonly number[]; restock: boolean; extra: number; delivery: boolean }

/** The maker gives back units, the delivery, and cents that belong to nothing. */
export const repaying =
  (nth: number, { units, restock, extra, delivery }: Part): Act =>
  async (model, run) => {
    const order = pick(model, nth)
    if (order?.phase !== 'paid' && order?.phase !== 'repaid') return null
    const view = await orderNow(order.id)
    const { lines, payment } = view
    const left = leftToRefund(view, view.refunds, view.refundLines)
    const asked = lines.flatMap(({ id }, i) => {
      const quantity = Math.min(units[i] ?? 0, left.units.get(id) ?? 0)
      return quantity > 0 ? [{ lineId: id, quantity, restock }] : []
    })
    const parts = { units: asked, delivery: delivery ? left.delivery : 0, extra }
    const sum = sumRefund(parts, lines, left)
    if (sum.amount === 0 || !payment) return null
    const form = { id: newId('ref'), order: view.order, lines, payment, sum, note: '' }
    let refused = false
    const there = await laidBack(order.id, run)
    const back = asked.flatMap(({ lineId, quantity }) => {
      const line = lines.find(({ id }) => id === lineId)
      if (!line || !restock) return []
      const whole = shelved(run, [{ ...line, units: line.quantity }])
      const more = shelved(run, [{ ...line, units: quantity }])
      // What is on the shelf already is not laid there a second time.
      return [more.map((n, i) => Math.min(n, (whole[i] ?? 0) - (there(lineId)[i] ?? 0)))]
    })
    return {
      async act(given) {
        await refund(given, ACTOR, { ...form, reason: 'withdrawal' })
        const { refunds } = await orderNow(order.id)
        refused = refunds.some(({ id, state }) => id === form.id && state === 'failed')
      },
      after: (now) =>
        tell(now, order.id, (one) => {
          // Something went back at Stripe that the shop has not heard of: what was laid back is taken again.
          if (refused) return
          one.mayEnd = true
          one.returned = back.reduce(plus, one.returned)
        }),
    }
  }

/** Somebody gives money back in Stripe’s own pages. */
export const repayingAtStripe =
  (nth: number, amount: number): Act =>
  async (model) => {
    const order = pick(model, nth)
    if (order?.phase !== 'paid') return null
    const { payment } = await orderNow(order.id)
    const asked = { payment_intent: payment?.paymentIntent ?? '', amount }
    return {
      async act(given) {
        const sdk = await tools().stripe()
        const made = await sdk.refunds.create(asked).catch(nothing)
        if (made) await settleRefund(given, refundOf(made))
      },
      after: (now) => tell(now, order.id, (one) => Object.assign(one, { mayEnd: true })),
    }
  }

/** The bank sends a refund back. What of it is on the shelf leaves it again, where it is still there. */
export const bouncing =
  (nth: number, which: number): Act =>
  async (model, run) => {
    const order = pick(model, nth)
    if (!order || !['paid', 'repaid', 'gone'].includes(order.phase)) return null
    const view = await orderNow(order.id)
    const standing = view.refunds.filter(({ state, stripeId }) => stripeId && state !== 'failed')
    const one = standing[which % standing.length]
    if (!one?.stripeId) return null
    const { stripeId } = one
    const back = view.refundLines
      .filter(({ refundId, restocked }) => refundId === one.id && restocked)
      .map(({ lineId, quantity: units }) => {
        const line = view.lines.find(({ id }) => id === lineId)
        return shelved(run, [{ variantId: line?.variantId ?? '', units }])
      })
    return {
      async act(given) {
        await stripe.failRefund(stripeId).catch(nothing)
        const sdk = await tools().stripe()
        await settleRefund(given, refundOf(await sdk.refunds.retrieve(stripeId)))
      },
      after: (now) =>
        tell(now, order.id, (known) => {
          if (known.phase === 'gone') known.late = 'failed'
          if (known.phase !== 'paid') return
          for (const shelf of run.shelves.keys()) {
            const taken = back.map((units) => units[shelf] ?? 0).toSorted((a, b) => a - b)
            for (const units of taken) {
              if (units > freeOf(now, shelf)) continue
              known.returned = known.returned.with(shelf, (known.returned[shelf] ?? 0) - units)
            }
          }
        }),
    }
  }

export const shipping =
  (nth: number, all: boolean): Act =>
  async (model) => {
    const order = pick(model, nth)
    if (order?.phase !== 'paid') return null
    const view = await orderNow(order.id)
    const left = [...leftToSend(view)].map(([lineId, quantity]) => ({ lineId, quantity }))
    const units = all ? left : left.slice(0, 1).map((unit) => ({ ...unit, quantity: 1 }))
    if (units.length === 0) return null
    const parcel = { id: newId('shp'), orderId: order.id, order: view.order.number, units }
    const how = { carrier: 'Colissimo', number: '6A1', tell: true }
    return { act: async (given) => ship(given, ACTOR, { ...parcel, ...how }), after: nothing }
  }

/** Pieces are made, sold elsewhere, broken. */
export const moving =
  (shelf: number, reason: 'made' | 'sold' | 'broken', n: number): Act =>
  async (_, { shelves }) => {
    const variantId = shelves[shelf] ?? ''
    const quantity = reason === 'made' ? n : -n
    const entry = { id: newId('mov'), variantId, reason, quantity }
    return {
      act: async (given) => moveStock(given, ACTOR, entry),
      after(model) {
        if (freeOf(model, shelf) + quantity < 0) return
        model.put[shelf] = (model.put[shelf] ?? 0) + quantity
      },
    }
  }

/** The maker says how many there are, or counts the shelf. */
export const counting =
  (shelf: number, to: number, whole: boolean): Act =>
  async (model, { shelves }) => {
    const variantId = shelves[shelf] ?? ''
    const shown = freeOf(model, shelf)
    const [id, difference] = [newId('cnt'), to - shown]
    const found = { variantId, expected: shown, found: to, difference }
    return {
      act: async (given) =>
        whole
          ? takeStock(given, ACTOR, id, difference === 0 ? [] : [found])
          : setStock(given, ACTOR, { id, variantId, reason: 'counted', shown, to }),
      after: (now) => void (now.put[shelf] = (now.put[shelf] ?? 0) + difference),
    }
  }

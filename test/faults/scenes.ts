import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { placeOrder } from '#features/checkout/place-order.ts'
import { cancelPaid } from '#features/orders/cancel.ts'
import { readOrder } from '#features/orders/queries.ts'
import { allLeft, leftToRefund } from '#features/orders/refund-rules.ts'
import { refund } from '#features/orders/refund.ts'
import { ship } from '#features/orders/ship.ts'
import { writeOrder } from '#features/orders/write-order.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { sendRefunds } from '#features/payments/send-refunds.ts'
import { settle } from '#features/payments/settle.ts'
import { quote } from '#features/pricing/quote.ts'
import { setStock } from '#features/stock/move-stock.ts'
import { takeStock } from '#features/stock/take-stock.ts'
import { newId, newToken } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { ACTOR } from '../orders/desk.ts'
import { paidAtStripe } from '../orders/refunds.ts'
import { makeProduct } from '../support/make.ts'
import { BUYER, orderNow, placed, stockOf } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'

/** An act under test: what it starts from, the act itself, and what it leaves, in words without ids. */
export type Scene = {
  name: string
  stage: () => Promise<{ act: (tools: Tools) => Promise<unknown>; left: () => Promise<unknown> }>
}

const LATER_MS = 120_000
const TERMS = { body: 'Conditions de vente, version d’essai.' }

/** What an order has come to, in words that two runs share. */
async function story(orderId: string, variantId: string) {
  // What an act could not finish, the clock does.
  await sendRefunds(tools(Date.now() + LATER_MS))
  const view = await orderNow(orderId)
  const { results: mails } = await env.DB.prepare(
    'select template from outbox where order_id = ? order by template',
  )
    .bind(orderId)
    .all()
  return {
    state: view.order.state,
    numbered: view.order.number !== null,
    captured: view.order.capturedTotal,
    refunded: view.order.refundedTotal,
    steps: view.events.map(({ kind }) => kind),
    documents: view.documents.map(({ kind, amount, vat }) => [kind, amount, vat]),
    refunds: view.refunds.map(({ state, amount }) => [state, amount]),
    parcels: view.shipments.length,
    sent: view.sent.map(({ quantity }) => quantity),
    payment: view.payment?.state,
    mails,
    stock: await stockOf(variantId),
  }
}

async function piece(stock = 5) {
  const { variants } = await makeProduct({}, { stock })
  return variants[0]?.id ?? ''
}

const checkout: Scene = {
  name: 'an order is placed',
  async stage() {
    const variantId = await piece()
    const cartId = newToken()
    const act = async (given: Tools) =>
      placeOrder(given, {
        cartId,
        lang: 'fr',
        quote: await quote(given, [{ variantId, quantity: 2 }], { cartId }),
        buyer: BUYER,
        terms: TERMS,
      })
    const left = async () => {
      const { results } = await env.DB.prepare(
        `select o.id, o.state, p.session_id from "order" o join payment p on p.order_id = o.id where cart_id = ?`,
      )
        .bind(cartId)
        .all<{ id: string; state: string; session_id: string }>()
      const sessions = (await stripe.requests()).filter(
        ({ method, path, params }) =>
          method === 'POST' &&
          path === '/v1/checkout/sessions' &&
          JSON.stringify(params).includes(results[0]?.id ?? 'none'),
      )
      return {
        orders: results.map(({ state }) => state),
        opened: results.every(({ session_id }) => session_id !== null),
        asked: sessions.length > 0,
        stock: await stockOf(variantId),
      }
    }
    return { act, left }
  },
}

const settling: Scene = {
  name: 'a payment is settled',
  async stage() {
    const variantId = await piece()
    const { order, sessionId } = await placed([{ variantId, quantity: 2 }])
    await stripe.pay(sessionId)
    const fact = (await readSession(tools(), sessionId)) ?? expect.fail('no session')
    const told = { id: newId('evt'), type: 'checkout.session.completed' }
    return {
      act: async (given) => settle(given, fact, told),
      left: async () => story(order.id, variantId),
    }
  },
}

const refunding: Scene = {
  name: 'money goes back',
  async stage() {
    const { order, lines, payment, refunds, refundLines, variantId } = await paidAtStripe(2, 5)
    const sum = allLeft(lines, leftToRefund({ order, lines }, refunds, refundLines), true)
    const asked = { id: newId('ref'), order, lines, sum, reason: 'broken' as const, note: '' }
    return {
      act: async (given) =>
        refund(given, ACTOR, { ...asked, payment: payment ?? expect.fail('not paid') }),
      left: async () => story(order.id, variantId),
    }
  },
}

const shipping: Scene = {
  name: 'a parcel leaves',
  async stage() {
    const { order, lines, variantId } = await paidAtStripe(2, 5)
    const units = lines.map(({ id, quantity }) => ({ lineId: id, quantity }))
    const parcel = { id: newId('shp'), orderId: order.id, order: order.number, units, tell: true }
    return {
      act: async (given) => ship(given, ACTOR, { ...parcel, carrier: 'Colissimo', number: '6A1' }),
      left: async () => story(order.id, variantId),
    }
  },
}

const cancelling: Scene = {
  name: 'a paid order is given up',
  async stage() {
    const { order, variantId } = await paidAtStripe(2, 5)
    const calling = { id: newId('ref'), restock: true, reason: 'unavailable' as const, note: '' }
    return {
      act: async (given) => {
        const view = await readOrder(given.db, order.id)
        return cancelPaid(given, ACTOR, view ?? expect.fail('no order'), calling)
      },
      left: async () => story(order.id, variantId),
    }
  },
}

const atTheStall: Scene = {
  name: 'an order is written at the stall and paid in cash',
  async stage() {
    const variantId = await piece()
    const id = newId('ord')
    const act = async (given: Tools) =>
      writeOrder(given, ACTOR, {
        id,
        channel: 'stall',
        lang: 'fr',
        buyer: { ...BUYER, address: null },
        paid: { by: 'cash' },
        quote: await quote(given, [{ variantId, quantity: 1 }], { cartId: `desk_${id}` }),
        terms: TERMS,
      })
    return { act, left: async () => story(id, variantId) }
  },
}

const counting: Scene = {
  name: 'the maker counts a shelf and sets another',
  async stage() {
    const [counted, set] = await Promise.all([piece(), piece()])
    const id = newId('cnt')
    return {
      async act(given) {
        await takeStock(given, ACTOR, id, [
          { variantId: counted, expected: 5, found: 3, difference: -2 },
        ])
        const entry = { id: `${id}_set`, variantId: set, reason: 'made' as const }
        return setStock(given, ACTOR, { ...entry, shown: 5, to: 9 })
      },
      left: async () => [await stockOf(counted), await stockOf(set)],
    }
  },
}

export const SCENES = [checkout, settling, refunding, shipping, cancelling, atTheStall, counting]

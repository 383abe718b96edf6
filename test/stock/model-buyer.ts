import { expect } from 'vitest'
import { placeOrder } from '#features/checkout/place-order.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { reconcile } from '#features/payments/reconcile.ts'
import { releaseOverdue } from '#features/payments/release-overdue.ts'
import { sendRefunds } from '#features/payments/send-refunds.ts'
import { settle } from '#features/payments/settle.ts'
import { quote } from '#features/pricing/quote.ts'
import type { Tools } from '#platform/tools.ts'
import { BUYER } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'
import * as foresee from './foresee.ts'
import { type Known, type Model } from './model-shop.ts'
import { type Act, nothing, pick, tell } from './model-acts.ts'

const LATER_MS = 40 * 60_000

/** A cart asks for some of everything that is sold. */
export const placing =
  (cart: number, wants: readonly number[], pickup: boolean): Act =>
  async (_, run) => {
    const lines = run.wishes.flatMap(({ variantId }, i) => {
      const quantity = wants[i] ?? 0
      return quantity > 0 ? [{ variantId, quantity }] : []
    })
    if (lines.length === 0) return null
    const units = run.shelves.map((_shelf, i) =>
      run.wishes.reduce((all, { takes }, k) => all + (takes[i] ?? 0) * (wants[k] ?? 0), 0),
    )
    const delivery = pickup ? 'retrait' : 'colis'
    const asked = lines.map(({ variantId, quantity }) => ` ${quantity}${variantId}`)
    const wish = { cart, wish: delivery + asked.join(''), units }
    let answer = ''
    return {
      async act(given) {
        const cartId = run.carts[cart] ?? ''
        const placed = await placeOrder(given, {
          cartId,
          lang: 'fr',
          quote: await quote(given, lines, { cartId, delivery }),
          buyer: pickup ? { ...BUYER, address: null } : BUYER,
          terms: { body: 'Conditions de vente, version d’essai.' },
        })
        answer = placed.ok ? 'ok' : placed.because
      },
      after(model) {
        const expected = foresee.afterPlacing(model, wish)
        const said = { short: 'short', paid: 'paid', same: 'ok', placed: 'ok' }[expected]
        expect(answer, 'what the cart was told').toBe(said)
        if (expected === 'placed')
          model.orders.push({ ...NEW, ...wish, returned: units.map(() => 0) })
      },
    }
  }

const NEW: Omit<Known, 'cart' | 'wish' | 'units' | 'returned'> = {
  id: '',
  sessionId: null,
  phase: 'waiting',
  atStripe: 'none',
  because: null,
  late: 'no',
  mayEnd: false,
  unsent: false,
}

/** The buyer pays, by card or by debit, if the page is still open. */
export const paying =
  (nth: number, iban: 'succeeds' | 'fails' | null): Act =>
  async (model) => {
    const order = pick(model, nth)
    if (!order?.sessionId || order.atStripe !== 'open') return null
    const { id, sessionId } = order
    let went: Known['atStripe'] = 'closed'
    return {
      async act() {
        went = await stripe.pay(sessionId, iban ? { iban } : {}).then(
          ({ paid }) => (paid ? 'paid' : 'underway'),
          () => went,
        )
      },
      after: (now) => tell(now, id, (paid) => Object.assign(paid, { atStripe: went })),
    }
  }

/** The bank says its last word on a debit. */
export const banking =
  (nth: number, word: 'succeeded' | 'failed'): Act =>
  async (model) => {
    const under = model.orders.filter(({ atStripe }) => atStripe === 'underway')
    const order = under[nth % under.length]
    if (!order?.sessionId) return null
    const { id, sessionId } = order
    const atStripe = word === 'succeeded' ? 'paid' : 'failed'
    return {
      act: async () => stripe.settleDelayed(sessionId, word).catch(nothing),
      after: (now) => tell(now, id, (paid) => Object.assign(paid, { atStripe })),
    }
  }

/** The webhook or the return page. */
export const hearing =
  (nth: number): Act =>
  async (model) => {
    const order = pick(model, nth)
    if (!order?.sessionId) return null
    const { id, sessionId } = order
    return {
      async act(given) {
        const fact = await readSession(given, sessionId)
        await settle(given, fact ?? expect.fail('no session'))
      },
      after: (now) => tell(now, id, (paid) => foresee.afterNews(now, paid)),
    }
  }

/** The clock, forty minutes later. */
export const waiting = (): Act => async () => ({
  act: async (given) => later({ ...given, now: given.now + LATER_MS }),
  after: foresee.afterTime,
})

export async function later(given: Tools): Promise<void> {
  await releaseOverdue(given)
  await sendRefunds(given)
  await reconcile(given)
}

/** What still waits ends: banks say no, and time passes. */
export async function end({ orders }: Model): Promise<void> {
  const under = orders.flatMap(({ phase, sessionId }) =>
    phase === 'waiting' || phase === 'transfer' ? [sessionId] : [],
  )
  await Promise.all(
    under.map(async (id) => id && stripe.settleDelayed(id, 'failed').catch(nothing)),
  )
  await later(tools(Date.now() + LATER_MS))
}

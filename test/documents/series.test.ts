import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { leftToRefund, sumRefund } from '#features/orders/refund-rules.ts'
import { refund } from '#features/orders/refund.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { refundOf } from '#features/payments/rules.ts'
import { sendRefunds } from '#features/payments/send-refunds.ts'
import { settleRefund } from '#features/payments/settle-refund.ts'
import { settle } from '#features/payments/settle.ts'
import { newId } from '#platform/ids.ts'
import type { Tools } from '#platform/tools.ts'
import { ACTOR } from '../orders/desk.ts'
import { faultyTools, isBroken, LONG } from '../support/faults.ts'
import { makeProduct, makeShop, shopDocument } from '../support/make.ts'
import { orderNow, placed } from '../support/orders.ts'
import { expectSound } from '../support/sound.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'

const SETTLEMENTS = LONG ? 200 : 40
const ROUNDS = LONG ? 12 : 1
const LATER_MS = 120_000

beforeAll(async () => {
  const rate = { country: 'FR', tax_class: 'reduced', basis_points: 550, from: '2014-01-01' }
  const { rates } = shopDocument()
  await makeShop({ rates: [...rates, { ...rate, source: 'CGI, art. 278-0 bis' }] })
})

/** Numbers of a series as they were given, in time. */
async function given(sql: string): Promise<number[]> {
  const { results } = await env.DB.prepare(sql).all<{ n: number }>()
  return results.map(({ n }) => n)
}

const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i)

const invoices = async () =>
  given(`select seq as n from document where kind = 'invoice' order by at, rowid`)
const creditNotes = async () =>
  given(`select seq as n from document where kind = 'credit_note' order by at, rowid`)
const orderNumbers = async () =>
  given('select number as n from "order" where number is not null order by paid_at, number')
const journal = async () => given('select seq as n from journal_line order by at, seq')

/** Every fifth act meets a line that breaks, here or there, before or after; and is done again. */
async function allAtOnce(acts: readonly ((given: Tools) => Promise<unknown>)[]): Promise<number> {
  const broke = await Promise.all(
    acts.map(async (act, i) => {
      const fault = { at: 1 + ((i * 7) % 17), when: i % 2 === 0 ? 'before' : 'after' } as const
      try {
        await act(i % 5 === 0 ? faultyTools(fault).tools : tools())
        return false
      } catch (error) {
        if (!isBroken(error)) throw error
        return true
      }
    }),
  )
  await Promise.all(acts.map(async (act, i) => broke[i] && act(tools())))
  return broke.filter(Boolean).length
}

test(
  'L9: payments that are settled at once, one in five of them on a line that breaks, leave no gap in any series',
  { timeout: 300_000 },
  async () => {
    const { variants } = await makeProduct({}, { stock: SETTLEMENTS })
    const line = { variantId: variants[0]?.id ?? '', quantity: 1 }
    const acts: ((given: Tools) => Promise<unknown>)[] = []
    for (let i = 0; i < SETTLEMENTS; i++) {
      // oxlint-disable-next-line no-await-in-loop -- so many carts at once are another test
      const { order, sessionId } = await placed([line])
      const currency = order.currency.toLowerCase()
      const fact = { sessionId, orderId: order.id, amount: order.total, currency, live: false }
      const paid = {
        ...fact,
        outcome: 'paid',
        paymentIntent: `pi_${i}`,
        method: 'visa 4242',
      } as const
      acts.push(async (tool) => settle(tool, paid))
    }
    expect(await allAtOnce(acts)).toBeGreaterThan(SETTLEMENTS / 8)
    expect(await invoices()).toEqual(from(1, SETTLEMENTS))
    expect(await orderNumbers()).toEqual(from(1001, SETTLEMENTS))
    expect(await journal()).toEqual(from(1, SETTLEMENTS))
    await expectSound()
  },
)

async function paidTwoRates() {
  const stock = { stock: 9 }
  const [mug, book] = await Promise.all([
    makeProduct({}, { ...stock, price: 3333 }),
    makeProduct({ tax_class: 'reduced' }, { ...stock, price: 1999 }),
  ])
  const lines = [mug, book].map(({ variants }) => ({
    variantId: variants[0]?.id ?? '',
    quantity: 5,
  }))
  const { order, sessionId } = await placed(lines)
  await stripe.pay(sessionId)
  await settle(tools(), (await readSession(tools(), sessionId)) ?? expect.fail('no session'))
  return orderNow(order.id)
}

type View = Awaited<ReturnType<typeof orderNow>>

/** A refund from the desk: some units, some cents; or all that is left. */
function fromDesk(view: View, units: number, extra: number) {
  const { order, lines } = view
  const left = leftToRefund(view, view.refunds, view.refundLines)
  const asked = lines.slice(0, 1).map(({ id }) => ({ lineId: id, quantity: units, restock: false }))
  const parts = { units: units > 0 ? asked : [], delivery: 0, extra }
  const payment = view.payment ?? expect.fail('not paid')
  const sum = sumRefund(parts, lines, left)
  const form = {
    id: newId('ref'),
    order,
    lines,
    payment,
    sum,
    reason: 'gesture' as const,
    note: '',
  }
  return async (given: Tools) => refund(given, ACTOR, form)
}

/** One made in Stripe’s own pages, and told. */
async function atStripe({ payment }: View, amount: number) {
  const sdk = await tools().stripe()
  const made = await sdk.refunds.create({ payment_intent: payment?.paymentIntent ?? '', amount })
  return async (given: Tools) => settleRefund(given, refundOf(made))
}

test(
  'L9: refunds of one order at once, from the desk and from Stripe, have credit notes without a gap that take its VAT to the cent',
  { timeout: 300_000 },
  async () => {
    for (let round = 0; round < ROUNDS; round++) {
      // oxlint-disable no-await-in-loop
      const view = await paidTwoRates()
      const told = await Promise.all(
        [101, 333, 7, 1250 + round].map((cents) => atStripe(view, cents)),
      )
      await allAtOnce([
        fromDesk(view, 1, 0),
        fromDesk(view, 1, 3),
        ...told.slice(0, 2),
        fromDesk(view, 0, 777 + round),
        fromDesk(view, 2, 0),
        ...told.slice(2),
        fromDesk(view, 0, 1),
      ])
      // What an act could not finish, the clock does.
      await sendRefunds(tools(Date.now() + LATER_MS))
      const then = await orderNow(view.order.id)
      const { documents } = then
      expect(documents.map(({ nth }) => nth)).toEqual(from(0, 10))
      await fromDesk(then, 0, leftToRefund(then, then.refunds, then.refundLines).amount)(tools())
      const done = await orderNow(view.order.id)
      const sums = (of: 'amount' | 'vat') => done.documents.reduce((all, one) => all + one[of], 0)
      expect([sums('amount'), sums('vat')]).toEqual([0, 0])
      // oxlint-enable no-await-in-loop
    }
    expect(await creditNotes()).toEqual(from(1, 10 * ROUNDS))
    await expectSound()
  },
)

import { expect } from 'vitest'
import { leftToRefund, sumRefund } from '#features/orders/refund-rules.ts'
import { refund } from '#features/orders/refund.ts'
import { readSession } from '#features/payments/close-payment.ts'
import { settle } from '#features/payments/settle.ts'
import { newId } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { impatientTools } from '../support/faults.ts'
import { orderNow } from '../support/orders.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'

/** An order whose payment page is open. */
export type Open = { orderId: string; sessionId: string }

/** What befalls an order before the shop hears of it from Stripe. */
export type Happening = {
  name: string
  happen: (open: Open) => Promise<unknown>
  /** A refund that worked and came back later: who hears of its end first never sees its beginning. */
  fades?: boolean
}

async function intentOf(sessionId: string): Promise<string> {
  const sdk = await tools().stripe()
  const { payment_intent: intent } = await sdk.checkout.sessions.retrieve(sessionId)
  return typeof intent === 'string' ? intent : expect.fail('nothing was paid')
}

/** Pays, and gives some of it back in Stripe’s own pages. */
async function repay({ sessionId }: Open, amounts: readonly number[]) {
  await stripe.pay(sessionId)
  const sdk = await tools().stripe()
  const refunds = []
  for (const amount of amounts) {
    const asked = { payment_intent: await intentOf(sessionId), amount }
    refunds.push(await sdk.refunds.create(asked))
  }
  return refunds
}

/** Pays, comes back by the return page, and has a piece and three cents given back from the desk. */
async function repayFromDesk({ orderId, sessionId }: Open, { lost = false } = {}) {
  await stripe.pay(sessionId)
  const fact = await readSession(tools(), sessionId)
  await settle(tools(), fact ?? expect.fail('no session'))
  const { order, lines, payment } = await orderNow(orderId)
  const units = lines.map(({ id }) => ({ lineId: id, quantity: 1, restock: true }))
  const left = leftToRefund({ order, lines }, [], [])
  const sum = sumRefund({ units, delivery: 0, extra: 3 }, lines, left)
  if (lost) {
    const about = await intentOf(sessionId)
    const kind = 'executed-but-answer-lost'
    await stripe.trouble({ path: '/v1/refunds', method: 'POST', about, kind, times: 1 })
  }
  const id = newId('ref')
  const paid = payment ?? expect.fail('not paid')
  const asked = { id, order, lines, payment: paid, sum, reason: 'broken' as const, note: '' }
  // Asked once: the half second before asking again is the SDK's, and long when there are many orders.
  const asking = lost ? impatientTools(Date.now(), 4000) : tools()
  expect(await refund(asking, ACTOR, asked)).toEqual({ ok: true })
  return (await orderNow(orderId)).refunds[0]?.stripeId ?? ''
}

/** Pays by a debit, of which the bank says its last word later. */
async function debit({ sessionId }: Open, word: 'succeeded' | 'failed') {
  await stripe.pay(sessionId, { iban: word === 'succeeded' ? 'succeeds' : 'fails' })
  await stripe.settleDelayed(sessionId, word)
}

/** Pays, and has its bank ask for the money back. */
async function contested({ sessionId }: Open, outcome: 'won' | 'lost') {
  await stripe.pay(sessionId)
  const { id } = await stripe.dispute(await intentOf(sessionId))
  await stripe.closeDispute(id, outcome)
}

export const HAPPENINGS: readonly Happening[] = [
  { name: 'paid by card', happen: async ({ sessionId }) => stripe.pay(sessionId) },
  { name: 'paid by a debit that works', happen: async (open) => debit(open, 'succeeded') },
  { name: 'paid by a debit that fails', happen: async (open) => debit(open, 'failed') },
  { name: 'not paid in time', happen: async ({ sessionId }) => stripe.expire(sessionId) },
  { name: 'repaid in part from the desk', happen: async (open) => repayFromDesk(open) },
  {
    name: 'repaid in part from the desk, whose answer is lost',
    happen: async (open) => repayFromDesk(open, { lost: true }),
  },
  {
    name: 'repaid from the desk, and the bank sends it back',
    happen: async (open) => stripe.failRefund(await repayFromDesk(open)),
    fades: true,
  },
  { name: 'repaid twice at Stripe', happen: async (open) => repay(open, [1001, 503]) },
  { name: 'repaid whole at Stripe', happen: async (open) => repay(open, [5490]) },
  {
    name: 'repaid at Stripe, and the bank sends it back',
    happen: async (open) => stripe.failRefund((await repay(open, [777]))[0]?.id ?? ''),
    fades: true,
  },
  { name: 'contested, and the shop wins', happen: async (open) => contested(open, 'won') },
  { name: 'contested, and the shop loses', happen: async (open) => contested(open, 'lost') },
]

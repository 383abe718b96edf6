import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disputeAfter, disputeSteps, lostAmount } from '#features/payments/dispute-rules.ts'
import { mismatch } from '#features/payments/rules.ts'

const STATES = ['inquiry', 'closed', 'open', 'lost', 'won'] as const

test('P15: a dispute ends where its last news lead, in whatever order they are told', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...STATES], { minLength: 1 }), (told) => {
      let known: (typeof STATES)[number] | null = null
      const steps: string[] = []
      for (const news of [...told, ...told]) {
        const to = disputeAfter(known, news)
        if (to) steps.push(...disputeSteps(known, to))
        known = to ?? known
      }
      expect(known).toBe(STATES.findLast((state) => told.includes(state)))
      expect(new Set(steps).size).toBe(steps.length)
    }),
  )
})

test('P15: a lost dispute takes what is left of its order at most', () => {
  const order = { capturedTotal: 3090, refundedTotal: 1000, currency: 'EUR' }
  expect(lostAmount({ amount: 3090, currency: 'EUR' }, order)).toBe(2090)
  expect(lostAmount({ amount: 500, currency: 'EUR' }, order)).toBe(500)
  expect(lostAmount({ amount: 500, currency: 'USD' }, order)).toBe(0)
  expect(lostAmount({ amount: 500, currency: 'EUR' }, { ...order, refundedTotal: 3090 })).toBe(0)
})

test('P13: what came is put aside for its currency first, then for its sum', () => {
  const fact = {
    sessionId: 'cs_1',
    orderId: 'ord_1',
    outcome: 'paid',
    amount: 1,
    currency: 'eur',
    paymentIntent: null,
    method: null,
    live: false,
  } as const
  expect(mismatch(fact, { currency: 'EUR' }, false)).toBe('amount')
  expect(mismatch(fact, { currency: 'EUR' }, true)).toBe('late')
  expect(mismatch(fact, { currency: 'CHF' }, true)).toBe('currency')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  handOvers,
  isPaid,
  isStopped,
  leftToSend,
  LIFE,
  mayMove,
  mayReaddress,
  mayShip,
  type OrderState,
  type RefundState,
  standpoint,
  statesBefore,
  staysOpen,
  workSteps,
} from '#features/orders/rules.ts'

test('an order comes from a cart, is paid or given up, and stays that way', () => {
  expect(statesBefore('paid').toSorted()).toEqual(['awaiting_payment', 'cancelled', 'pending'])
  expect(statesBefore('pending')).toEqual([])
  expect(Object.keys(LIFE.paid)).toEqual([
    'in_making',
    'packed',
    'ready',
    'shipped',
    'delivered',
    'cancelled',
  ])
  expect(LIFE.delivered).toEqual({})
})

test('an order whose first parcel has left is never given up', () => {
  expect(mayMove('ready', 'cancelled')).toBe(true)
  expect(mayMove('shipped', 'cancelled')).toBe(false)
  expect(mayMove('delivered', 'cancelled')).toBe(false)
})

test('only an order that the maker wrote outlives its payment page, until its time is over', () => {
  expect(staysOpen({ channel: 'phone', holdUntil: 2 }, 1)).toBe(true)
  expect(staysOpen({ channel: 'phone', holdUntil: 2 }, 2)).toBe(false)
  expect(staysOpen({ channel: 'shop', holdUntil: 2 }, 1)).toBe(false)
})

const parcel = { kind: 'parcel' } as const
const pickup = { kind: 'pickup' } as const

test.each<[OrderState, string, boolean, boolean, string[]]>([
  ['pending', 'waiting', false, false, []],
  ['awaiting_payment', 'waiting', false, true, []],
  ['held', 'held', false, true, []],
  ['paid', 'to_pack', true, true, ['ready', 'delivered']],
  ['in_making', 'in_making', true, true, ['ready', 'delivered']],
  ['packed', 'packed', true, false, ['ready', 'delivered']],
  ['ready', 'ready', false, false, ['delivered']],
  ['shipped', 'shipped', false, false, ['delivered']],
  ['delivered', 'delivered', false, false, []],
  ['cancelled', 'cancelled', false, false, []],
])('an order that is %s is %s at the desk', (state, at, ships, readdressed, handed) => {
  expect(standpoint({ state, delivery: parcel })).toBe(at)
  expect(mayShip({ state, delivery: parcel })).toBe(ships)
  expect(mayShip({ state, delivery: pickup })).toBe(false)
  expect(mayReaddress(state, 0)).toBe(readdressed)
  expect(mayReaddress(state, 1)).toBe(false)
  expect(handOvers({ state, delivery: pickup })).toEqual(handed)
  expect(handOvers({ state, delivery: null })).toEqual([])
})

test('what needs no packing has been delivered once it is paid', () => {
  expect(standpoint({ state: 'paid', delivery: null })).toBe('delivered')
  expect(isPaid('shipped')).toBe(true)
  expect(isPaid('held')).toBe(false)
})

test('a dispute that is open or lost stops what would leave, an inquiry does not', () => {
  expect(['open', 'lost'].map((state) => isStopped([{ state: 'won' }, { state }]))).toEqual([
    true,
    true,
  ])
  expect(isStopped(['inquiry', 'closed', 'won'].map((state) => ({ state })))).toBe(false)
  const paid = { state: 'paid', delivery: parcel, stopped: true } as const
  expect([mayShip(paid), workSteps(paid)]).toEqual([false, []])
  expect(handOvers({ ...paid, delivery: pickup })).toEqual([])
  expect(handOvers({ ...paid, state: 'shipped' })).toEqual(['delivered'])
  expect(workSteps({ ...paid, stopped: false })).toEqual(['in_making', 'packed'])
  expect(workSteps({ state: 'in_making', delivery: pickup })).toEqual(['packed'])
  expect(workSteps({ state: 'paid', delivery: null })).toEqual([])
})

test('what is left to send is what was ordered less what has left, of what can be sent', () => {
  const lines = [
    { id: 'a', kind: 'physical', quantity: 3 },
    { id: 'b', kind: 'bundle', quantity: 1 },
    { id: 'c', kind: 'gift_card', quantity: 2 },
  ] as const
  const sent = [
    { lineId: 'a', quantity: 1 },
    { lineId: 'a', quantity: 1 },
    { lineId: 'b', quantity: 1 },
  ]
  const none = { lines, sent: [], refunds: [], refundLines: [] }
  expect([...leftToSend(none)]).toEqual([
    ['a', 3],
    ['b', 1],
  ])
  expect([...leftToSend({ ...none, sent })]).toEqual([['a', 1]])
})

test('a mug of three that arrived broken had left: the other two still leave', () => {
  const left = (reason: string, gone: number) =>
    leftToSend({
      lines: [{ id: 'a', kind: 'physical', quantity: 3 }],
      sent: gone > 0 ? [{ lineId: 'a', quantity: gone }] : [],
      refunds: [{ id: 'one', state: 'succeeded', reason }],
      refundLines: [{ refundId: 'one', lineId: 'a', quantity: 1 }],
    }).get('a')
  expect(left('broken', 1)).toBe(2)
  expect(left('lost', 1)).toBe(2)
  expect(left('withdrawal', 1)).toBe(1)
  expect(left('broken', 0)).toBe(2)
})

test('a unit that was refunded before it left does not leave any more, unless its refund failed', () => {
  const refund = (id: string, state: RefundState) => ({ id, state, reason: 'other' })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.nat(9),
      fc.nat(9),
      fc.constantFrom('pending', 'succeeded', 'failed'),
      (quantity, gone, back, state) => {
        const left = leftToSend({
          lines: [{ id: 'a', kind: 'physical', quantity }],
          sent: [{ lineId: 'a', quantity: Math.min(gone, quantity) }],
          refunds: [refund('one', state), refund('other', 'failed')],
          refundLines: [
            { refundId: 'one', lineId: 'a', quantity: Math.min(back, quantity) },
            { refundId: 'other', lineId: 'a', quantity: 1 },
          ],
        })
        const rest = quantity - gone - (state === 'failed' ? 0 : back)
        expect(left.get('a') ?? 0).toBe(Math.max(0, rest))
      },
    ),
  )
})

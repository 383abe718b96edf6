import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultyTools, isBroken, LONG } from '../support/faults.ts'
import { madeProduct, makeShop, productDocument } from '../support/make.ts'
import { expectSound } from '../support/sound.ts'
import { stripe } from '../support/stripe.ts'
import { tools } from '../support/worker.ts'
import type { Act } from './model-acts.ts'
import * as buyer from './model-buyer.ts'
import * as desk from './model-desk.ts'
import { agree, begin, CARTS, type Model, type Run } from './model-shop.ts'

const RUNS = LONG ? 500 : 7
const COMMANDS = LONG ? 60 : 15

type Command = fc.AsyncCommand<Model, Run>
type Shop = Pick<Run, 'wishes' | 'shelves'>
/** An act, and what it is called when a run is printed. */
type Named = { name: string; act: Act }

let settleSeconds = 0
let shop: Shop = { wishes: [], shelves: [] }

beforeAll(async () => {
  const pieces = [
    productDocument({}, { price: 2400 }),
    productDocument({}, { price: 3333 }),
    productDocument({ tax_class: 'reduced' }, { price: 1999 }),
  ]
  const [one, two] = pieces.map(({ variants }) => variants[0]?.sku ?? '')
  const set = productDocument(
    {
      kind: 'bundle',
      bundle_items: [
        { sku: one ?? '', quantity: 2 },
        { sku: two ?? '', quantity: 1 },
      ],
    },
    { price: 7001 },
  )
  const rate = { country: 'FR', from: '2014-01-01', source: 'CGI, art. 278' }
  const rates = [
    { ...rate, tax_class: 'standard', basis_points: 2000 },
    { ...rate, tax_class: 'reduced', basis_points: 550 },
  ]
  await makeShop({ products: [...pieces, set], rates })
  const made = await Promise.all([...pieces, set].map(({ slug }) => madeProduct(slug)))
  const ids = made.map(({ variants }) => variants[0]?.id ?? '')
  const takes = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [2, 1, 0],
  ]
  shop = {
    wishes: ids.map((variantId, i) => ({ variantId, takes: takes[i] ?? [] })),
    shelves: ids.slice(0, 3),
  }
  // A bank that is slower than the run.
  settleSeconds = (await stripe.settings()).settleSeconds
  await stripe.settings({ settleSeconds: 3600 })
})

afterAll(async () => stripe.settings({ settleSeconds }))

const nth = fc.nat(7)
const small = fc.integer({ min: 0, max: 2 })
const shelf = fc.nat(2)

function named<Given extends unknown[]>(
  name: string,
  make: (...given: Given) => Act,
  ...given: { [I in keyof Given]: fc.Arbitrary<Given[I]> }
): fc.Arbitrary<Named> {
  return fc
    .tuple<Given>(...given)
    .map((values) => ({ name: `${name} ${JSON.stringify(values)}`, act: make(...values) }))
}

const placing = named(
  'place',
  buyer.placing,
  fc.nat(CARTS - 1),
  fc.array(small, { minLength: 4, maxLength: 4 }),
  fc.boolean(),
)
const paying = named('pay', buyer.paying, nth, fc.constantFrom(null, null, 'succeeds', 'fails'))
const hearing = named('hear', buyer.hearing, nth)
const part = fc.record({
  units: fc.array(small, { minLength: 4, maxLength: 4 }),
  restock: fc.boolean(),
  extra: fc.constantFrom(0, 0, 1, 7, 333),
  delivery: fc.boolean(),
})

const ACTS: fc.Arbitrary<Named>[] = [
  placing,
  placing,
  placing,
  placing,
  paying,
  paying,
  paying,
  hearing,
  hearing,
  hearing,
  named('bank', buyer.banking, nth, fc.constantFrom('succeeded', 'failed')),
  named('clock', buyer.waiting),
  named('call off', desk.callingOff, nth),
  named('cross', desk.crossing, nth, fc.constantFrom('expired', 'maker')),
  named('call off paid', desk.callingOffPaid, nth, fc.boolean()),
  named('repay', desk.repaying, nth, part),
  named('repay', desk.repaying, nth, part),
  named('repay at Stripe', desk.repayingAtStripe, nth, fc.integer({ min: 1, max: 1500 })),
  named('bounce', desk.bouncing, nth, fc.nat(3)),
  named('ship', desk.shipping, nth, fc.boolean()),
  named(
    'move',
    desk.moving,
    shelf,
    fc.constantFrom('made', 'sold', 'broken'),
    fc.integer({ min: 1, max: 3 }),
  ),
  named('count', desk.counting, shelf, fc.nat(8), fc.boolean()),
]

const any = fc.oneof(...ACTS)

function command(name: string, run: Command['run']): Command {
  return { check: () => true, run, toString: () => name }
}

/** An act by itself: the model knows where it leads. */
const calm = ({ name, act }: Named): Command =>
  command(name, async (model, run) => {
    const staged = await act(model, run)
    if (!staged) return
    await staged.act(tools())
    staged.after(model)
    await agree(model, run, false)
  })

/** Each life begins with an order: a short one may hold no other. */
const opening = calm({ name: 'place', act: buyer.placing(0, [1, 0, 0, 0], true) })

const crash = fc.record({
  at: fc.integer({ min: 1, max: 70 }),
  when: fc.constantFrom('before', 'after'),
  again: fc.boolean(),
})

/** An act during which the line to the database breaks; then it is done again, or left to the clock. */
const crashing = fc.tuple(any, crash).map(([{ name, act }, { at, when, again }]) =>
  command(`${name}, broken ${when} ${at}, ${again ? 'again' : 'left'}`, async (model, run) => {
    const staged = await act(model, run)
    if (!staged) return
    await staged.act(faultyTools({ at, when }).tools).catch((error: unknown) => {
      if (!isBroken(error)) throw error
    })
    await agree(model, run, true)
    if (again) await staged.act(tools())
    await agree(model, run, true)
  }),
)

/** Acts at the same moment. */
const together = fc.array(any, { minLength: 2, maxLength: 3 }).map((several) =>
  command(`[${several.map(({ name }) => name).join(' | ')}]`, async (model, run) => {
    const staged = await Promise.all(several.map(async ({ act }) => act(model, run)))
    await Promise.all(staged.map(async (one) => one?.act(tools())))
    await agree(model, run, true)
  }),
)

test(
  'S2: whatever a shop lives through, its shelves and its money are what its orders and its maker made of them',
  { timeout: LONG ? 7_200_000 : 60_000 },
  async () => {
    const some = [
      ...ACTS.map((act) => act.map(calm)),
      crashing,
      crashing,
      crashing,
      together,
      together,
      together,
    ]
    const life = fc.commands(some, { maxCommands: COMMANDS, size: 'max' })
    let lives = 0
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const begun = await begin(shop)
        await opening.run(begun.model, begun.real)
        await fc.asyncModelRun(() => begun, steps)
        lives += begun.model.orders.length
        await buyer.end(begun.model)
        await agree(begun.model, begun.real, true)
        await expectSound()
      }),
      // A shop that broke stays broken: a shorter life in it says nothing.
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(lives, 'orders that were placed').toBeGreaterThan(RUNS / 2)
  },
)

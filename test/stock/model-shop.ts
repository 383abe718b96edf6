import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { readSession } from '#features/payments/close-payment.ts'
import { setStock } from '#features/stock/move-stock.ts'
import { newId, newToken } from '#platform/ids.ts'
import { ACTOR } from '../orders/desk.ts'
import { stockOf } from '../support/orders.ts'
import { tools } from '../support/worker.ts'

/** Where an order is, as far as stock and money go. `gone`: given up before it was paid; `repaid`: after. */
export type Phase = 'waiting' | 'transfer' | 'paid' | 'repaid' | 'gone' | 'held'

/** An order as the model knows it. Units are of each shelf. */
export type Known = {
  id: string
  cart: number
  /** What was asked for: the same once more is the same order. */
  wish: string
  sessionId: string | null
  phase: Phase
  atStripe: 'none' | 'open' | 'paid' | 'underway' | 'failed' | 'closed'
  /** Why it was given up. */
  because: string | null
  /** What became of money that came after that. */
  late: 'no' | 'repaid' | 'failed'
  units: number[]
  returned: number[]
  /** A refund may have been the end of it. */
  mayEnd: boolean
  /** A refund waits that Stripe was not asked for yet, and may refuse. */
  unsent: boolean
}

/** `put`: what somebody laid on each shelf by hand since the run began, and what was there. */
export type Model = { put: number[]; orders: Known[] }

/** The shop under test, as one run sees it. */
export type Run = {
  /** What may be asked for; the last is a bundle of others. */
  wishes: readonly { variantId: string; takes: readonly number[] }[]
  shelves: readonly string[]
  carts: readonly string[]
  /** What the shop said of its shelves before the run. */
  before: { put: number[]; sold: number[] }
}

const START = 6
export const CARTS = 4

/** Lays so many pieces on each shelf, and begins a run. */
export async function begin({ wishes, shelves }: Pick<Run, 'wishes' | 'shelves'>) {
  const run: Run = {
    wishes,
    shelves,
    carts: Array.from({ length: CARTS }, () => newToken()),
    before: { put: [], sold: [] },
  }
  for (const variantId of shelves) {
    // oxlint-disable-next-line no-await-in-loop -- a handful
    const { available, held, sold } = await stockOf(variantId)
    expect(held, 'nothing is left of the run before').toBe(0)
    run.before.sold.push(sold)
    const set = { id: newId('mov'), variantId, reason: 'counted' as const }
    // oxlint-disable-next-line no-await-in-loop
    await setStock(tools(), ACTOR, { ...set, shown: available, to: START })
  }
  run.before.put = (await observe(run)).put.map((units) => units - START)
  return { model: { put: shelves.map(() => START), orders: [] } satisfies Model, real: run }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** What is free to sell, by the model. */
export function freeOf(model: Model, shelf: number): number {
  return (
    (model.put[shelf] ?? 0) -
    sum(
      model.orders.map(({ phase, units, returned }) =>
        phase === 'gone' ? 0 : (units[shelf] ?? 0) - (returned[shelf] ?? 0),
      ),
    )
  )
}

function heldOf(model: Model, shelf: number): number {
  const holding = model.orders.filter(({ phase }) =>
    ['waiting', 'transfer', 'held'].includes(phase),
  )
  return sum(holding.map(({ units }) => units[shelf] ?? 0))
}

type Row = {
  id: string
  state: string
  paid_at: number | null
  cart_id: string
  refunded_total: number
  session_id: string | null
  because: string | null
  wish: string
  unsent: number
}

const ORDERS = `select o.id, o.state, o.paid_at, o.cart_id, o.refunded_total, p.session_id,
    (select e.reason from order_event e where e.order_id = o.id and e.kind = 'cancelled') as because,
    json_extract(o.delivery, '$.code') || (select group_concat(' ' || quantity || variant_id, '')
      from (select quantity, variant_id from order_line where order_id = o.id order by position)) as wish,
    (select count(*) from refund r
      where r.order_id = o.id and r.state = 'pending' and r.stripe_id is null) as unsent
  from "order" o left join payment p on p.order_id = o.id
  where o.cart_id in (select value from json_each(?)) order by o.rowid`

const MOVES = `select m.order_id as id, m.variant_id as variant, m.kind = 'hold' as held, sum(m.quantity) as n
  from movement m join "order" o on o.id = m.order_id
  where o.cart_id in (select value from json_each(?)) and m.kind in ('hold', 'return', 'adjust') group by 1, 2, 3`

const PUT = `select variant_id as variant, sum(quantity) as n from movement
  where order_id is null and kind in ('receive', 'adjust') and variant_id in (select value from json_each(?)) group by 1`

const LEVELS = `select variant_id as variant, available, held, sold from level
  where variant_id in (select value from json_each(?))`

const MONEY = `select
  (select coalesce(sum(captured_total), 0) from "order" where paid_at is not null)
    - (select coalesce(sum(r.amount), 0) from refund r join "order" o on o.id = r.order_id
      where r.state = 'succeeded' and o.paid_at is not null) as kept,
  (select coalesce(sum(amount), 0) from journal_line where kind in ('sale', 'refund', 'undone')) as journal,
  (select coalesce(sum(amount), 0) from document) as documents`

type Move = { id: string; variant: string; held: number; n: number }
type Level = { variant: string; available: number; held: number; sold: number }

/** What the shop says of a run: its orders, its shelves, its money. */
async function observe({ carts, shelves }: Run) {
  const [ours, ids] = [JSON.stringify(carts), JSON.stringify(shelves)]
  const { DB } = env
  const [orders, moves, put, levels, money] = await Promise.all([
    DB.prepare(ORDERS).bind(ours).all<Row>(),
    DB.prepare(MOVES).bind(ours).all<Move>(),
    DB.prepare(PUT).bind(ids).all<{ variant: string; n: number }>(),
    DB.prepare(LEVELS).bind(ids).all<Level>(),
    DB.prepare(MONEY).first<{ kept: number; journal: number; documents: number }>(),
  ])
  const of = (id: string, held: number) =>
    shelves.map(
      (shelf) =>
        moves.results.find((move) => move.id === id && move.variant === shelf && move.held === held)
          ?.n ?? 0,
    )
  return {
    orders: orders.results.map((row) => ({
      ...row,
      phase: phaseOf(row),
      units: of(row.id, 1),
      returned: of(row.id, 0),
    })),
    put: shelves.map((shelf) => put.results.find(({ variant }) => variant === shelf)?.n ?? 0),
    levels: shelves.map(
      (shelf) => levels.results.find(({ variant }) => variant === shelf) ?? expect.fail('no level'),
    ),
    money,
  }
}

function phaseOf({ state, paid_at: paidAt }: Row): Phase {
  if (state === 'pending') return 'waiting'
  if (state === 'awaiting_payment') return 'transfer'
  if (state === 'held') return 'held'
  if (state !== 'cancelled') return 'paid'
  return paidAt === null ? 'gone' : 'repaid'
}

/**
 * Compares the shop with the model. `wild`: nobody could foresee where the orders are, so the model takes what the shop
 * says of them; the shelves and the money must agree with that all the same.
 */
export async function agree(model: Model, run: Run, wild: boolean): Promise<void> {
  const { orders, put, levels, money } = await observe(run)
  const laid = put.map((units, i) => units - (run.before.put[i] ?? 0))
  if (wild) model.put = laid
  expect(laid, 'what was laid on the shelves by hand').toEqual(model.put)
  if (!wild) {
    christen(model, orders)
    const ids = model.orders.map(({ id }) => id)
    expect(orders.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  }
  const fresh: Known[] = []
  for (const row of orders) {
    const known = model.orders.find(({ id }) => id === row.id) ?? null
    if (known && !wild) {
      if ((known.mayEnd || known.unsent) && row.phase === 'repaid') known.phase = 'repaid'
      if (known.unsent) known.returned = row.returned
      const { phase, returned, units } = known
      expect([row.phase, row.units, row.returned], row.id).toEqual([phase, units, returned])
    }
    // oxlint-disable-next-line no-await-in-loop -- few of them are asked after
    fresh.push(await adopted(run, known, row, wild))
  }
  model.orders = fresh
  for (const [shelf, level] of levels.entries()) {
    const orderMoves = sum(orders.map(({ returned }) => returned[shelf] ?? 0))
    expect([level.available, level.held], `shelf ${shelf}`).toEqual([
      freeOf(model, shelf),
      heldOf(model, shelf),
    ])
    const went = sum(
      model.orders.map(({ phase, units }) =>
        ['paid', 'repaid'].includes(phase) ? (units[shelf] ?? 0) : 0,
      ),
    )
    // S2: initial + received = available + held + sold − returned.
    expect(level.available + level.held + went - orderMoves).toBe(model.put[shelf])
  }
  for (const { id, phase, units, returned } of model.orders) {
    for (const [shelf, back] of returned.entries()) {
      const most = ['paid', 'repaid'].includes(phase) ? (units[shelf] ?? 0) : 0
      expect(back, `${id}: no more comes back than left`).toBeLessThanOrEqual(most)
      expect(back, `${id}: nothing leaves twice`).toBeGreaterThanOrEqual(0)
    }
  }
  expect([money?.journal, money?.documents]).toEqual([money?.kept, money?.kept])
}

/** The order that the model expects and has no name for yet takes the name of the new one. */
function christen(model: Model, rows: readonly { id: string }[]): void {
  const fresh = rows.find(({ id }) => model.orders.every((known) => known.id !== id))
  const unnamed = model.orders.find(({ id }) => id === '')
  if (fresh && unnamed) unnamed.id = fresh.id
}

type Seen = Row & Pick<Known, 'phase' | 'units' | 'returned'>

async function adopted(run: Run, known: Known | null, row: Seen, wild: boolean): Promise<Known> {
  const { id, phase, units, returned, because, wish } = row
  const repaidLate = row.refunded_total > 0 ? 'repaid' : known?.late === 'repaid' ? 'failed' : null
  const next: Known = {
    ...(known ?? { late: 'no', atStripe: 'none' }),
    id,
    wish,
    cart: run.carts.indexOf(row.cart_id),
    sessionId: row.session_id,
    phase,
    units,
    returned,
    because,
    late: phase === 'gone' ? (repaidLate ?? known?.late ?? 'no') : 'no',
    mayEnd: false,
    unsent: row.unsent > 0,
  }
  const isOpen = ['none', 'open', 'underway'].includes(next.atStripe)
  const asked = isOpen && (wild || next.atStripe === 'none') && row.session_id !== null
  return asked ? { ...next, atStripe: await atStripe(row.session_id ?? '') } : next
}

/** How a payment page stands. */
async function atStripe(sessionId: string): Promise<Known['atStripe']> {
  const fact = await readSession(tools(), sessionId)
  const outcome = fact?.outcome ?? 'expired'
  if (outcome === 'unpaid') return 'underway'
  return outcome === 'expired' ? 'closed' : outcome
}

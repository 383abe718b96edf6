import { addShares, type Share, sumShares } from '#features/documents/rules.ts'
import type { JournalRow } from './table.ts'

/** What lines of the journal come to. Minor units; `refunded` is what went back, less what the bank sent back again. */
export type Tally = {
  /** The first and the last of the lines. */
  first: number
  last: number
  sales: number
  corrections: number
  sold: number
  refunded: number
  amount: number
  goods: number
  services: number
  vat: number
  /** The amount by means of payment. */
  methods: Record<string, number>
  /** The amount by rate and nature. */
  shares: Share[]
}

/** What one sale, refund or undone refund comes to. Throws when its facts are no shares that add up to it. */
export function tallyOf({ seq, kind, method, facts, ...line }: JournalRow): Tally {
  const shares: Share[] = JSON.parse(facts)
  const { amount, goods, services, vat } = line
  const sums = sumShares(shares)
  const same = sums.goods === goods && sums.services === services && sums.vat === vat
  if (sums.amount !== amount || !same) throw new Error(`Line ${seq} does not add up`)
  const sale = kind === 'sale'
  return {
    first: seq,
    last: seq,
    sales: sale ? 1 : 0,
    corrections: sale ? 0 : 1,
    sold: sale ? amount : 0,
    refunded: sale ? 0 : 0 - amount,
    ...sums,
    methods: { [method]: amount },
    shares,
  }
}

/** What several tallies come to together; null for none. */
export function addUp([first, ...others]: readonly Tally[]): Tally | null {
  return first ? others.reduce(plus, first) : null
}

function plus(a: Tally, b: Tally): Tally {
  const methods = { ...a.methods }
  for (const [method, amount] of Object.entries(b.methods)) {
    methods[method] = (methods[method] ?? 0) + amount
  }
  return {
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
    sales: a.sales + b.sales,
    corrections: a.corrections + b.corrections,
    sold: a.sold + b.sold,
    refunded: a.refunded + b.refunded,
    amount: a.amount + b.amount,
    goods: a.goods + b.goods,
    services: a.services + b.services,
    vat: a.vat + b.vat,
    methods,
    shares: addShares([...a.shares, ...b.shares]),
  }
}

/** A closing as it is written; `total` is what all lines have come to since the first (grand total perpétuel). */
export function closingOf(tally: Tally, total: number) {
  const { first, last, sales, corrections, sold, refunded, methods, shares } = tally
  const { amount, goods, services, vat } = tally
  const facts = JSON.stringify({
    first,
    last,
    sales,
    corrections,
    sold,
    refunded,
    total,
    methods: Object.fromEntries(Object.entries(methods).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    shares: addShares(shares),
  })
  return { amount, goods, services, vat, facts }
}

/** What a closing that was written says. */
export function readClosing(line: JournalRow): Tally & { total: number } {
  const facts: Pick<Tally, 'first' | 'last' | 'sales' | 'corrections' | 'sold' | 'refunded'> &
    Pick<Tally, 'methods' | 'shares'> & { total: number } = JSON.parse(line.facts)
  const { amount, goods, services, vat } = line
  return { ...facts, amount, goods, services, vat }
}

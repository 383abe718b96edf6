import { type Costs, firstLimit, freeShares, monthOf, paidMonth, type Pictures } from './cost.ts'
import { type Figures, figuresOf, timesThe } from './figures.ts'
import type { Metered } from './meter-acts.ts'
import { METERS } from './prices.ts'
import type { Measured } from './rounds.ts'
import { type Cell, shown, table } from './table.ts'
import type { Traffic } from './traffic.ts'
import type { Kind, Weight } from './weigh.ts'

/** One act with sixteen connections, and with one. */
export type ActFigures = Figures & {
  name: string
  timesHello: number
  timesSelect1: number
  alone: Figures
}

const MONTHS = [100, 1000, 10_000]
const KINDS: Kind[] = ['page', 'styles', 'islands', 'font']

/** Puts the samples of a size together. The first two acts are those that the others are compared with. */
export function summed(measured: Measured[]): ActFigures[] {
  const [hello, select1] = measured
  return measured.map(({ name, alone, busy }) => ({
    name,
    ...figuresOf(busy),
    timesHello: timesThe(busy, hello?.busy ?? []),
    timesSelect1: timesThe(busy, select1?.busy ?? []),
    alone: figuresOf(alone),
  }))
}

export function timesTable(acts: ActFigures[]): string {
  const head = [
    '16 at once',
    'CPU µs',
    'least',
    '× hello',
    '× select 1',
    'req/s',
    'p50 ms',
    'p99 ms',
  ]
  return table(
    [...head, 'p99/p50', 'alone: CPU µs', 'p50 ms'],
    acts.map((act): Cell[] => [
      act.name,
      Math.round(act.cpu),
      Math.round(act.leastCpu),
      act.timesHello,
      act.timesSelect1,
      Math.round(act.perSecond),
      act.p50,
      act.p99,
      act.p99 / act.p50,
      Math.round(act.alone.cpu),
      act.alone.p50,
    ]),
  )
}

export function tallyTable(metered: Metered[]): string {
  const head = ['one of each', 'D1 trips', 'rows read', 'written', 'cart calls', 'its rows read']
  return table(
    [...head, 'written', 'R2 reads', 'written', 'fetches'],
    metered.map(({ name, tally }): Cell[] => [
      name,
      tally.d1RoundTrips,
      tally.rowsRead,
      tally.rowsWritten,
      tally.objectCalls,
      tally.objectRowsRead,
      tally.objectRowsWritten,
      tally.r2Reads,
      tally.r2Writes,
      tally.fetches,
    ]),
  )
}

/** Bytes of each page by kind, with the usual brotli and with the best. */
export function weightTable(pages: { name: string; weights: Weight[] }[]): string {
  return table(
    ['bytes, brotli 4 (11)', ...KINDS, 'all', 'requests'],
    pages.map(({ name, weights }): Cell[] => {
      const both = (some: Weight[]) =>
        `${shown(sum(some.map((weight) => weight.sent)))} (${shown(sum(some.map((weight) => weight.best)))})`
      const cells = KINDS.map((kind) => both(weights.filter((weight) => weight.kind === kind)))
      return [name, ...cells, both(weights), weights.length]
    }),
  )
}

/** What months of so many orders use and cost, with pictures at the shop's address and at the bucket's own. */
export function monthRows(costs: Costs, traffic: Traffic) {
  return (['shop', 'bucket'] as const).flatMap((pictures) =>
    MONTHS.map((orders) => {
      const month = monthOf(orders, costs, traffic, pictures)
      const shares = freeShares(month, traffic)
      const fullest = METERS.toSorted((a, b) => shares[b] - shares[a])[0] ?? 'requests'
      return { pictures, orders, month, fullest, share: shares[fullest], paid: paidMonth(month) }
    }),
  )
}

export function monthTable(costs: Costs, traffic: Traffic): string {
  const thousand = (n: number) => shown(Math.round(n / 1000))
  const head = ['pictures at', 'orders', 'requests k', 'rows read k', 'written k', 'objects k']
  return table(
    [...head, 'CPU s', 'free plan, busiest day', 'paid $', 'paid €'],
    monthRows(costs, traffic).map(({ pictures, orders, month, fullest, share, paid }): Cell[] => [
      `the ${pictures}`,
      orders,
      thousand(month.requests),
      thousand(month.rowsRead),
      thousand(month.rowsWritten),
      thousand(month.objectCalls),
      thousand(month.cpuMs),
      `${shown(Math.round(share * 100))} % of ${fullest}`,
      paid.dollars.toFixed(2),
      paid.euros.toFixed(2),
    ]),
  )
}

export function limitLine(costs: Costs, traffic: Traffic, pictures: Pictures): string {
  const { meter, orders } = firstLimit(costs, traffic, pictures)
  return `Pictures at the ${pictures}: the free plan holds up to ${shown(orders)} orders a month; then ${meter} is the first to run out.`
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

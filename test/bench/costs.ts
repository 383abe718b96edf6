import { type Costs, NOTHING, times, add } from './cost.ts'
import type { Metered } from './meter-acts.ts'
import type { Usage } from './prices.ts'

const MINUTES_A_DAY = 1440

type Given = { metered: Metered[]; cpu: Map<string, number>; files: number }

/**
 * What the cost model multiplies, from what was metered and timed. CPU is that of the whole workerd process, D1 and
 * objects with it, of which Cloudflare bills the Worker's part alone: more than will be billed.
 */
export function costsOf({ metered, cpu, files }: Given): Costs {
  function usage(name: string, requests = 1): Usage {
    const tally = metered.find((one) => one.name === name)?.tally
    if (!tally) throw new Error(`${name} was not metered`)
    const { rowsRead, rowsWritten, objectCalls, r2Reads, r2Writes } = tally
    const { objectRowsRead, objectRowsWritten } = tally
    const cpuMs = (cpu.get(name) ?? 0) / 1000
    const counted = { rowsRead, rowsWritten, objectCalls, r2Reads, r2Writes }
    return { ...NOTHING, ...counted, objectRowsRead, objectRowsWritten, requests, cpuMs }
  }
  const pages = ['home', 'collection of 24', 'product', 'search']
  return {
    pages: Object.fromEntries(pages.map((name) => [name, usage(name, 2)])),
    picture: usage('picture', 2),
    addition: usage('add to cart'),
    cartPage: usage('cart'),
    checkout: usage('checkout'),
    placed: usage('place order'),
    // The webhook, the way back and the page of the order.
    paid: usage('pay', 3),
    deskPage: usage('desk: orders'),
    clockADay: add(
      times(usage('clock: minute'), MINUTES_A_DAY),
      times(usage('clock: quarter'), MINUTES_A_DAY / 15),
      usage('clock: night'),
    ),
    files,
  }
}

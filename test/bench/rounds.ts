import type { Act } from './acts.ts'
import { cpuOf } from './cpu.ts'
import type { Sample } from './figures.ts'
import { inTurn } from './in-turn.ts'
import { load } from './load.ts'

/** Samples of one act: asked by one at a time, and by many at once. */
export type Measured = { name: string; alone: Sample[]; busy: Sample[] }

type Place = { urls: Record<Act['of'], string>; pid: number }
type Length = { rounds: number; milliseconds: number }

const BUSY = 16
/** What a Worker does after its answer belongs to it. */
const SETTLED_MS = 30

/**
 * Measures all acts, then all of them again, so that what slows the machine for a while slows each of them. A first
 * round, in which code is compiled, does not count.
 */
export async function measure(place: Place, acts: Act[], length: Length): Promise<Measured[]> {
  const measured = acts.map(({ name }): Measured => ({ name, alone: [], busy: [] }))
  await inTurn(Array(length.rounds + 1).keys(), async (round) => {
    await inTurn(acts.entries(), async ([i, act]) => {
      const alone = await sample(place, act, { round, connections: 1, ...length })
      const busy = await sample(place, act, { round, connections: BUSY, ...length })
      if (round === 0) return
      measured[i]?.alone.push(alone)
      measured[i]?.busy.push(busy)
    })
  })
  return measured
}

type Turn = Length & { round: number; connections: number }

async function sample(place: Place, act: Act, turn: Turn): Promise<Sample> {
  const { round, connections, milliseconds } = turn
  const { most = Infinity } = act
  await act.prepare?.(most)
  let n = 0
  const wrong: string[] = []
  const before = await cpuOf(place.pid)
  const { latencies, seconds } = await load({
    url: place.urls[act.of],
    connections,
    milliseconds,
    next: () => (n < most ? act.ask(n++) : null),
    heard({ status, headers }) {
      const cached = headers['x-cache'] ?? 'miss'
      if (status !== act.status) wrong.push(`answered ${status}`)
      else if (act.cache && cached !== act.cache) wrong.push(`came as a ${String(cached)}`)
    },
  })
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
  const cpu = (await cpuOf(place.pid)) - before
  if (wrong.length > 0) throw new Error(`${act.name}: ${wrong.length} of ${n} ${wrong[0]}`)
  return {
    round,
    cpuMicroseconds: cpu / latencies.length,
    perSecond: latencies.length / seconds,
    latencies,
  }
}

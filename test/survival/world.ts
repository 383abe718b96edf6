import { makeShopper, type Shopper } from '../support/shopper.ts'
import type { StripeStandIn } from '../stripe/server.ts'
import { newPromises, type Promises } from './promises.ts'
import type { Seeded } from './seed.ts'

/** No answer came: what was asked may have happened or not. */
export class Unheard extends Error {}

/** A shop that may die at any moment, and what those who visit it know of it. */
export type World = Seeded & {
  origin: string
  stripe: StripeStandIn
  promises: Promises
  random: () => number
  /** Sentences about what went wrong without a death to excuse it. */
  troubles: string[]
  requests: number
  isOver: boolean
  /** Resolves while the shop is open. */
  open: Promise<void>
  visitor(): Shopper
  /** Does something until an answer comes. */
  insist<Result>(act: () => Promise<Result>): Promise<Result>
}

const PATIENCE_MS = 20_000

export function makeWorld(
  given: Pick<World, 'origin' | 'stripe' | 'deskToken' | 'pieces'>,
  seed: number,
): World {
  const world: World = {
    ...given,
    promises: newPromises(),
    random: randomFrom(seed),
    troubles: [],
    requests: 0,
    isOver: false,
    open: Promise.resolve(),
    visitor: () => makeShopper(world.origin, (request) => ask(world, request)),
    async insist(act) {
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- once more, when the shop is open again
        await world.open
        try {
          // oxlint-disable-next-line no-await-in-loop
          return await act()
        } catch (error) {
          if (!(error instanceof Unheard)) throw error
        }
      }
    },
  }
  return world
}

async function ask(world: World, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const form = new URLSearchParams(request.method === 'POST' ? await request.clone().text() : '')
  let answer: Response
  try {
    const raw = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
    answer = new Response(await raw.text(), raw)
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      world.troubles.push(`${request.method} ${pathname}: no answer in ${PATIENCE_MS} ms`)
    }
    throw new Unheard(String(error))
  }
  world.requests++
  if (answer.status >= 500) world.troubles.push(`${request.method} ${pathname}: ${answer.status}`)
  world.promises.hear(pathname, form, answer)
  return answer
}

/** The same numbers for the same seed, from 0 up to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

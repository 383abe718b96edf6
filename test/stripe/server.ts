import type { Server } from 'node:http'
import { standInApp } from './app.ts'
import { serverFor } from './bridge.ts'
import { controlOf, type Clock, type Control } from './control.ts'
import { keepState, readState, type Keeper } from './state.ts'
import { tick } from './time.ts'
import { SHOP_EVENTS, type World } from './world.ts'

export type StripeStandIn = {
  url: string
  port: number
  close(): Promise<void>
  control: Control
}

export type StandInOptions = {
  /** 0 is any free port. */
  port?: number
  secretKey: string
  webhookSecret: string
  webhookUrl?: string
  /** A JSON file that keeps the state between runs. */
  statePath?: string
  /** Milliseconds. */
  now?: () => number
  /** The event types that are sent to the webhook; the others are only listed. */
  eventTypes?: string[]
  /** How long the bank takes to settle a debit. */
  settleSeconds?: number
}

const PORT = 12111
const TICK_MILLISECONDS = 500
const SETTLE_SECONDS = 5

/** Starts a server that speaks the part of Stripe's API that the shop uses, and takes no money. */
export async function startStripe(options: StandInOptions): Promise<StripeStandIn> {
  const clock = clockFrom(options.now ?? Date.now)
  const world = await worldFor(options, clock)
  const keeper = keepState(options.statePath, () => world.state)
  world.changed = () => keeper.soon()
  const control = controlOf(world, clock)
  const app = standInApp(world, control)
  const server = serverFor((request, env) => app.fetch(request, env))
  const port = await listen(server, options.port ?? PORT)
  world.url = `http://127.0.0.1:${port}`
  const ticking = setInterval(() => tick(world), TICK_MILLISECONDS)
  const close = () => stop(world, server, ticking, keeper)
  return { url: world.url, port, close, control }
}

async function worldFor(options: StandInOptions, clock: Clock): Promise<World> {
  return {
    url: '',
    settings: {
      secretKey: options.secretKey,
      webhookSecret: options.webhookSecret,
      webhookUrl: options.webhookUrl ?? null,
      eventTypes: options.eventTypes ?? SHOP_EVENTS,
      settleSeconds: options.settleSeconds ?? SETTLE_SECONDS,
      mostRows: 100,
    },
    state: await readState(options.statePath),
    mode: 'send',
    troubles: [],
    requests: [],
    inFlight: new Set(),
    quiet: Promise.resolve(),
    closing: new AbortController(),
    now: () => clock.now(),
    changed() {},
  }
}

function clockFrom(now: () => number): Clock {
  let ahead = 0
  return {
    now: () => now() + ahead,
    set(at) {
      ahead = at === null ? 0 : at - now()
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

async function stop(world: World, server: Server, ticking: NodeJS.Timeout, keeper: Keeper) {
  clearInterval(ticking)
  world.closing.abort()
  await world.quiet
  await keeper.now()
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '../dev/ports.ts'
import { ROOT } from '../dev/wrangler.ts'
import { type StripeStandIn, startStripe } from '../stripe/server.ts'
import { brokenInvariants } from '../support/invariants.ts'
import { buy } from './buyers.ts'
import { keepShop } from './maker.ts'
import { bundleWorker, type ShopPlace } from './open-shop.ts'
import { type Server, startServer } from './server.ts'
import { makeWorld, type World } from './world.ts'

const LONG = process.env.LONG === '1'
const KILLS = Number(process.env.KILLS ?? (LONG ? 50 : 2))
const BUYERS = LONG ? 23 : 5
/** A failure can be tried again with its seed: the same choices, as far as the machine keeps its pace. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
const MINUTE_MS = 60_000

test(
  `K1: killed at random moments under load (SEED=${SEED}), the shop loses nothing that it acknowledged`,
  { timeout: 120_000 + KILLS * 20_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'echoppe-kill-'))
    const { place, stripe } = await prepare(folder)
    let server = await startServer(place)
    try {
      const seeded = await server.seed()
      const world = makeWorld({ ...seeded, origin: place.vars.SHOP_URL ?? '', stripe }, SEED)
      const names = Array.from({ length: BUYERS }, (_, i) => `buyer-${i}`)
      const people = Promise.all([...names.map((name) => buy(world, name)), keepShop(world)])
      for (let kill = 0; kill < KILLS; kill++) {
        await Promise.race([answers(world, 20 + world.random() * (LONG ? 180 : 40)), people])
        const died = server.kill()
        const reopen = close(world)
        await died
        server = await startServer(place)
        // Before anybody comes in: what is not there now was lost.
        expect(await wrongWith(world, server), `after kill ${kill + 1}`).toEqual([])
        reopen()
      }
      await Promise.race([answers(world, 20), people])
      world.isOver = true
      await people
      await settleByTheClock(world, server)
      expect(await wrongWith(world, server)).toEqual([])
      expect(await unsettled(world, server)).toEqual([])
      const { length: paid } = stripe.control.sessions().filter(isPaid)
      const acknowledged = JSON.stringify(world.promises.counts())
      process.stdout.write(
        `${KILLS} kills, ${world.requests} answers, ${paid} payments, kept: ${acknowledged}\n`,
      )
    } finally {
      await Promise.all([server.stop(), stripe.close()])
      await rm(folder, { recursive: true, force: true })
    }
  },
)

async function prepare(folder: string): Promise<{ place: ShopPlace; stripe: StripeStandIn }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const secrets = { secretKey: 'sk_test_echoppe', webhookSecret: 'whsec_echoppe' }
  const stripe = await startStripe({ ...secrets, port: 0, webhookUrl: `${url}/stripe/webhook` })
  const vars = {
    SHOP_URL: url,
    STRIPE_SECRET_KEY: secrets.secretKey,
    STRIPE_WEBHOOK_SECRET: secrets.webhookSecret,
    STRIPE_API: stripe.url,
    STRIPE_CHECKOUT: stripe.url,
  }
  const bundle = await bundleWorker(ROOT, join(folder, 'worker', 'index.js'))
  return { place: { bundle, statePath: join(folder, 'state'), port, vars }, stripe }
}

/** Lets nobody ask anything more, until what it answers is called. */
function close(world: World): () => void {
  let reopen = () => {}
  world.open = new Promise((resolve) => (reopen = resolve))
  return () => reopen()
}

/** What was promised and is not there, what is never true of a shop, and what went wrong without a reason. */
async function wrongWith(world: World, { query }: Server): Promise<string[]> {
  world.promises.hearStripe(world.stripe)
  return [
    ...(await world.promises.broken(query)),
    ...(await brokenInvariants(query)),
    ...world.troubles,
  ]
}

/** Lets three quarters of an hour pass without a word from Stripe: the clock alone must find everything out. */
async function settleByTheClock({ stripe }: World, server: Server): Promise<void> {
  stripe.control.deliveries({ mode: 'drop' })
  const open = stripe.control.sessions().filter(({ status }) => status === 'open')
  await Promise.all(open.slice(0, 3).map(({ id }) => stripe.control.pay(id)))
  const later = Date.now() + 45 * MINUTE_MS
  await stripe.control.clock(later)
  const waiting = `select 1 from "order" where state = 'pending'
    union all select 1 from refund where state = 'pending' and stripe_id is null`
  do {
    await server.tick(later)
  } while ((await server.query(waiting)).length > 0)
}

const isPaid = ({ payment_status: status }: { payment_status: string }) => status === 'paid'

/** Where the shop and Stripe do not say the same at the end. */
async function unsettled({ stripe }: World, { query }: Server): Promise<string[]> {
  const paid = stripe.control.sessions().filter(isPaid)
  const rows = await query<{ id: string; total: number }>(
    `select p.session_id as id, o.total from "order" o join payment p on p.order_id = o.id
      where o.paid_at is not null or o.refunded_total > 0`,
  )
  const known = new Map(rows.map(({ id, total }) => [id, total]))
  const held = await query('select variant_id from level where held <> 0')
  const refunds = await query<{ id: string }>(`select id from refund where state <> 'failed'`)
  const asked = stripe.control
    .events()
    .flatMap(({ type, data }) =>
      type === 'refund.created' && 'metadata' in data.object ? [data.object.metadata] : [],
    )
    .map((metadata) => String(Object(metadata).refund))
  return [
    ...paid
      .filter(({ id, amount_total: total }) => known.get(id) !== total)
      .map(({ id }) => `${id} was paid at Stripe only`),
    ...(known.size > paid.length ? ['more was sold than paid'] : []),
    ...(held.length > 0 ? [`held for ever: ${JSON.stringify(held)}`] : []),
    ...(asked.toSorted().join() ===
    refunds
      .map(({ id }) => id)
      .toSorted()
      .join()
      ? []
      : [`Stripe gave back ${asked.length} times, the shop ${refunds.length} times`]),
  ]
}

/** Resolves when the shop has given so many more answers. */
async function answers(world: World, most: number): Promise<void> {
  const until = world.requests + most
  while (world.requests < until) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

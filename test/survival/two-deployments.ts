import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Miniflare } from 'miniflare'
import type { Env } from '#env.ts'
import { ROOT } from '../dev/wrangler.ts'
import { startStripe, type StripeStandIn } from '../stripe/server.ts'
import { ANNE, ORDER_FORM } from '../support/anne.ts'
import { brokenInvariants } from '../support/invariants.ts'
import { makeShopper, type Shopper } from '../support/shopper.ts'
import { bundleWorker, openMiniflare, workerOptions } from './open-shop.ts'
import { seed, type Seeded } from './seed.ts'

const run = promisify(execFile)

/** No shop is older than this migration: code from before it runs nowhere. */
export const FIRST_RELEASED = '0011'
const SHOP_URL = 'https://shop.test'
const TURNS = ['old', 'new'] as const

export type Turn = (typeof TURNS)[number]

/** The newest migration. */
export async function newestMigration(): Promise<string> {
  const names = await readdir(join(ROOT, 'migrations'))
  return (
    names
      .filter((name) => name.endsWith('.sql'))
      .toSorted()
      .at(-1) ?? ''
  )
}

/** The code as it was before the newest migration, ready to be built; null when the history does not go back so far. */
export async function oldCheckout(): Promise<{ root: string; remove(): Promise<void> } | null> {
  const git = async (...args: string[]) => (await run('git', args, { cwd: ROOT })).stdout.trim()
  const path = join('migrations', await newestMigration())
  const before = await git('log', '-1', '--format=%P', '--', path).catch(() => '')
  const [commit] = before.split(' ')
  if (!commit) return null
  const root = await mkdtemp(join(tmpdir(), 'echoppe-old-'))
  await run('sh', ['-c', `git archive ${commit} | tar -x -C ${root}`], { cwd: ROOT })
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'))
  await run('npm', ['run', '--silent', 'assets'], { cwd: root })
  return { root, remove: () => rm(root, { recursive: true, force: true }) }
}

/**
 * One store, brought up to date, and two deployments before it that take turns at each request, webhooks among them.
 * Carts live with the code of one of the two, as a Durable Object has one version at a time. Answers what went wrong.
 */
export async function alternate(oldRoot: string, carts: Turn): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'echoppe-two-'))
  const stripe = await startStripe({
    port: 0,
    secretKey: 'sk_test_echoppe',
    webhookSecret: 'whsec_echoppe',
  })
  const shop = await open(folder, { old: oldRoot, new: ROOT }, carts, stripe)
  try {
    const seeded = await seed(await shop.getBindings<Env>('new'))
    const troubles: string[] = []
    const visitor = await turning(shop, troubles)
    for (let i = 0; i < 3; i++) {
      // oxlint-disable-next-line no-await-in-loop -- an odd number of requests: the turns change places
      await journey(visitor(), seeded, stripe, troubles)
    }
    const desk = visitor()
    desk.cookies.set('__Host-desk', seeded.deskToken)
    await lookAtDesk(desk, troubles)
    return [...troubles, ...(await brokenSince(shop))]
  } finally {
    await Promise.all([shop.dispose(), stripe.close()])
    await rm(folder, { recursive: true, force: true })
  }
}

async function open(
  folder: string,
  roots: Record<Turn, string>,
  carts: Turn,
  stripe: StripeStandIn,
): Promise<Miniflare> {
  const vars = {
    SHOP_URL,
    STRIPE_SECRET_KEY: 'sk_test_echoppe',
    STRIPE_WEBHOOK_SECRET: 'whsec_echoppe',
    STRIPE_API: stripe.url,
    STRIPE_CHECKOUT: stripe.url,
  }
  const workers = await Promise.all(
    TURNS.map(async (name) => {
      const bundle = await bundleWorker(roots[name], join(folder, name, 'index.js'))
      return workerOptions({ bundle, vars }, { name, cartsOf: carts, root: roots[name] })
    }),
  )
  const shop = openMiniflare({ statePath: join(folder, 'state'), port: 0 }, workers)
  await shop.ready
  return shop
}

/** Visitors whose every request meets the other deployment than the one before. */
async function turning(shop: Miniflare, troubles: string[]): Promise<() => Shopper> {
  const places = await Promise.all(TURNS.map((name) => shop.unsafeGetDirectURL(name)))
  let turn = 0
  return () =>
    makeShopper(SHOP_URL, async (request) => {
      const { pathname, search } = new URL(request.url)
      const at = turn++ % TURNS.length
      const body = request.method === 'POST' ? await request.text() : null
      const { method, headers } = request
      const url = new URL(pathname + search, places[at])
      const answer = await fetch(url, { method, headers, body, redirect: 'manual' })
      if (answer.status >= 400) {
        troubles.push(`${TURNS[at]}: ${method} ${pathname} ${answer.status}`)
      }
      return answer
    })
}

async function journey(
  visitor: Shopper,
  { pieces }: Seeded,
  stripe: StripeStandIn,
  troubles: string[],
): Promise<void> {
  const [mug, bowl] = pieces
  await visitor.get('/')
  await visitor.get(`/products/${mug?.slug}`)
  await visitor.post('/cart/lines', { variant: mug?.variantId ?? '', quantity: 2 })
  const cart = await visitor.post('/cart/lines', { variant: bowl?.variantId ?? '', quantity: 1 })
  if (cart.html.querySelectorAll('.line').length !== 2) troubles.push('the cart has lost a line')
  const form = await visitor.get('/checkout')
  const paying = await visitor.submit(form, ORDER_FORM, ANNE)
  const again = await visitor.submit(await visitor.get('/checkout'), ORDER_FORM, { terms: 'yes' })
  if (again.at !== paying.at) troubles.push('the same form led to another payment page')
  const [session = ''] = /cs_\w+/.exec(paying.at) ?? []
  const { control } = stripe
  await control.pay(session)
  for (const event of control.events().filter((one) => JSON.stringify(one).includes(session))) {
    const body = JSON.stringify(event)
    const headers = { 'stripe-signature': control.sign(body) }
    // oxlint-disable-next-line no-await-in-loop -- in the order in which they happened
    await visitor.ask('/stripe/webhook', { method: 'POST', headers, body })
  }
  const order = await visitor.get(`/checkout/return?session_id=${session}`)
  if (!order.words('h1').startsWith('Merci')) troubles.push(`the order says ${order.words('h1')}`)
  if ((await visitor.get('/cart')).html.querySelector('.line'))
    troubles.push('the cart is not empty')
}

async function lookAtDesk(desk: Shopper, troubles: string[]): Promise<void> {
  for (const turn of TURNS) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, or the turns are mixed up
    const list = await desk.get('/admin/orders?list=to_pack')
    const [path = ''] = /\/admin\/orders\/ord_\w+/.exec(list.text) ?? []
    // oxlint-disable-next-line no-await-in-loop
    const page = await desk.get(path)
    // oxlint-disable-next-line no-await-in-loop
    const sent = await desk.submit(page, '#ship form', { number: `6A${turn}` })
    if (!sent.text.includes(`6A${turn}`)) troubles.push('a parcel was not sent')
  }
}

/** What must hold in a shop and does not, once there are shops. */
async function brokenSince(shop: Miniflare): Promise<string[]> {
  if ((await newestMigration()) < `${FIRST_RELEASED}~`) return []
  const db = await shop.getD1Database('DB', 'new')
  return brokenInvariants(async (sql) => (await db.prepare(sql).all()).results)
}

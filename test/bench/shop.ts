import { importShop } from '#features/transfer/import-shop.ts'
import { openDb } from '#platform/db.ts'
import type { Env } from '#env.ts'
import { demoDocument } from '../demo/document.ts'
import { readDemoFile } from '../dev/demo.ts'
import { startStripe } from '../stripe/server.ts'
import { growCatalogue } from '../support/grow.ts'
import { databaseWorker, openMiniflare, workerOptions } from '../survival/open-shop.ts'
import { migrate } from '../survival/seed.ts'
import type { Built } from './build.ts'
import { workerdOf } from './cpu.ts'

export const SHOP_URL = 'https://shop.test'
const KEYS = { secretKey: 'sk_test_echoppe', webhookSecret: 'whsec_echoppe' }
/** More than the bench can order. */
const MUCH = 1_000_000

/** What is put into carts. The others stay as scarce as they are, as pages say so. */
export const BOUGHT = ['assiette-creuse-lagune', 'pot-a-sel-paludier']

export type Bench = Awaited<ReturnType<typeof openBench>>

/**
 * Three Workers in one workerd over one database, each at a socket of its own: the shop, the shop with meters, and the
 * one that they are compared with. The shop is without the router of the platform that looks for a file first: it costs
 * several hellos and is not the Worker's.
 */
export async function openBench(built: Built, statePath: string) {
  const stripe = await startStripe({ ...KEYS, port: 0 })
  const vars = {
    SHOP_URL,
    STRIPE_SECRET_KEY: KEYS.secretKey,
    STRIPE_WEBHOOK_SECRET: KEYS.webhookSecret,
    STRIPE_API: stripe.url,
    STRIPE_CHECKOUT: stripe.url,
  }
  const flare = openMiniflare({ statePath, port: 0 }, [
    await workerOptions({ bundle: built.shop, vars }, { name: 'shop', files: false }),
    await workerOptions({ bundle: built.metered, vars }, { name: 'metered' }),
    databaseWorker('floor', built.floor),
  ])
  await flare.ready
  const at = async (name: string) => (await flare.unsafeGetDirectURL(name)).origin
  const env = await flare.getBindings<Env>('shop')
  return {
    stripe,
    env,
    urls: { shop: await at('shop'), metered: await at('metered'), floor: await at('floor') },
    pid: await workerdOf(process.pid),
    async stop() {
      await Promise.all([flare.dispose(), stripe.close()])
    },
  }
}

/** Loads the demo shop, with more of two pieces than can be bought. Answers how many pieces it has. */
export async function loadDemo(env: Env): Promise<number> {
  await migrate(env.DB)
  const db = openDb(env.DB)
  await importShop({ db, env, now: Date.now() }, demoDocument(), readDemoFile)
  const marks = BOUGHT.map(() => '?').join()
  await env.DB.prepare(
    `insert into movement (id, variant_id, kind, quantity, reason, at)
      select 'mov_' || v.id, v.id, 'receive', ${MUCH}, 'count', 0
      from variant v join product p on p.id = v.product_id where p.slug in (${marks})`,
  )
    .bind(...BOUGHT)
    .run()
  return countOf(env)
}

/** Copies the pieces of the demo until the shop has about so many. Answers how many it has then. */
export async function growTo(
  env: Env,
  size: number,
  demo: number,
  copies: number,
): Promise<number> {
  const to = Math.max(copies, Math.round(size / demo))
  if (to > copies) await growCatalogue(env.DB, copies, to)
  // Nothing that was written this way is in a cache.
  await env.DB.exec('delete from stale')
  return countOf(env)
}

async function countOf({ DB }: Env): Promise<number> {
  const row = await DB.prepare('select count(*) as n from product').first<{ n: number }>()
  return row?.n ?? 0
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { expect, test } from 'vitest'
import { newToken } from '#platform/ids.ts'
import { freePort } from '../dev/ports.ts'
import { ROOT } from '../dev/wrangler.ts'
import { bundleWorker } from './open-shop.ts'
import type { Seeded } from './seed.ts'
import { type Server, startServer } from './server.ts'

const LONG = process.env.LONG === '1'
const CONNECTIONS = 50
const SECONDS = 60
const SETTLED_MS = 10_000
const WARM_UP = { seconds: 20, most: 8, growth: 1.05 }
const SHOP_URL = 'https://shop.test'

test.runIf(LONG)(
  'K7: under a minute of steady load no request fails, and memory stays what it was',
  { timeout: (SECONDS + WARM_UP.most * WARM_UP.seconds + 60) * 1000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'echoppe-load-'))
    const server = await startServer({
      bundle: await bundleWorker(ROOT, join(folder, 'worker', 'index.js')),
      statePath: join(folder, 'state'),
      port: await freePort(),
      vars: { SHOP_URL, STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' },
    })
    try {
      const requests = mix(await server.seed())
      const load = { url: server.direct, connections: CONNECTIONS, requests }
      await warmUp(server, load)
      const running = autocannon({ ...load, duration: SECONDS })
      await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
      const early = await server.memory()
      const result = await running
      const late = await server.memory()
      const { average, total } = result.requests
      const { p50, p99, max } = result.latency
      process.stdout.write(
        `${total} requests, ${average} a second, p50 ${p50} ms, p99 ${p99} ms, max ${max} ms; ` +
          `workerd ${Math.round(early / 1024)} MB after ten seconds, ${Math.round(late / 1024)} MB at the end\n`,
      )
      const { errors, timeouts, '4xx': refused, '5xx': failed } = result
      expect({ errors, timeouts, refused, failed }).toEqual({
        errors: 0,
        timeouts: 0,
        refused: 0,
        failed: 0,
      })
      // A tenth of them put something into a cart, and are sent to see it.
      expect(result['3xx'] / total).toBeCloseTo(0.1, 1)
      expect(late).toBeLessThanOrEqual(early * 1.2)
    } finally {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
)

type Load = Omit<Parameters<typeof autocannon>[0], 'duration'>

/**
 * Loads the shop until its memory grows no more: workerd lets hundreds of megabytes of answered requests lie before it
 * sweeps for the first time, even of a Worker that is one line long.
 */
async function warmUp(server: Server, load: Load): Promise<void> {
  let before = 0
  for (let round = 0; round < WARM_UP.most; round++) {
    // oxlint-disable-next-line no-await-in-loop -- one round after the other
    await autocannon({ ...load, duration: WARM_UP.seconds })
    // oxlint-disable-next-line no-await-in-loop
    const now = await server.memory()
    if (now <= before * WARM_UP.growth) return
    before = now
  }
}

/** Nine pages, then a piece into one of a hundred carts. */
function mix({ pieces }: Seeded) {
  const carts = Array.from({ length: 100 }, newToken)
  const products = pieces.map(({ slug }) => `/products/${slug}`)
  const paths = ['/', ...products, '/search?q=piece', '/en', '/cart']
  let turn = 0
  return [
    ...paths.slice(0, 9).map((path) => ({ path })),
    {
      method: 'POST' as const,
      path: '/cart/lines',
      body: `variant=${pieces[0]?.variantId}&quantity=1`,
      setupRequest: (request: { path: string; headers?: Record<string, string> }) => ({
        ...request,
        headers: {
          origin: SHOP_URL,
          'content-type': 'application/x-www-form-urlencoded',
          cookie: `__Host-cart=${carts[turn++ % carts.length]}`,
        },
      }),
    },
  ]
}

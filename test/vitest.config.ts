import { join } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const LONG = process.env.LONG === '1'
const root = join(import.meta.dirname, '..')

/** Plain Node: rules, lib and what is pure of the platform, the shape of the code, the Stripe stand-in. */
const RULES = [
  'test/*/{rules,form,words}.test.ts',
  'test/{lib,platform,shape,stripe,dev,ui}/**/*.test.{ts,tsx}',
]
/** Each starts shops of its own, in processes that it kills or loads. */
const SURVIVAL = ['test/survival/{kill,deploys,load}.test.ts']
const JOURNEYS = ['test/journeys/**/*.test.ts']

export default defineConfig({
  root,
  test: {
    // The shop's log is shown for tests that fail.
    silent: 'passed-only',
    projects: [
      {
        root,
        test: {
          name: 'rules',
          include: RULES,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        // Inside workerd, with D1, R2, Images and the cart object: every other test.
        plugins: [
          cloudflareTest(async ({ inject }) => ({
            wrangler: { configPath: join(root, 'wrangler.toml') },
            miniflare: {
              bindings: {
                SHOP_URL: 'https://shop.test',
                STRIPE_SECRET_KEY: 'sk_test_echoppe',
                STRIPE_WEBHOOK_SECRET: 'whsec_echoppe',
                STRIPE_API: inject('stripeUrl'),
                STRIPE_CHECKOUT: inject('stripeUrl'),
                SMTP_PASSWORD: '',
                TEST_MIGRATIONS: await readD1Migrations(join(root, 'migrations')),
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...RULES, ...SURVIVAL, ...JOURNEYS],
          globalSetup: ['test/support/start-stripe.ts', 'test/mail/start-servers.ts'],
          setupFiles: 'test/support/migrate.ts',
          isolate: false,
          maxWorkers: 2,
          testTimeout: LONG ? 600_000 : 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        // The long rounds take figures, which mean something only when nothing else runs.
        test: {
          name: 'survival',
          include: SURVIVAL,
          maxWorkers: LONG ? 1 : 2,
          sequence: { groupOrder: LONG ? 2 : 0 },
        },
      },
      {
        root,
        // A real browser and the real server: alone, after the others.
        test: {
          name: 'journeys',
          include: JOURNEYS,
          globalSetup: 'test/support/start-shop.ts',
          // Files share the shop: none counts on being alone with its orders.
          // A worker starts one browser for all of its files.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})

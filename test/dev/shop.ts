import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { startStripe } from '../stripe/server.ts'
import type { ReadFile } from '#features/transfer/import-shop.ts'
import { prepare, readDemoFile } from './demo.ts'
import { firstLink } from './first-link.ts'
import { openMailbox } from './mailbox.ts'
import { requireFree } from './ports.ts'
import { localVars, namesAccount, readDevVars } from './vars.ts'
import { runWorker } from './worker.ts'

export type ShopOptions = {
  port: number
  /** Where wrangler keeps the local database, pictures and carts. */
  statePath: string
  stripePort: number
  mailPort: number
  mailWebPort: number
  /** No progress lines. */
  quiet?: boolean
  /** Whether .dev.vars counts: for a developer yes, for tests no. */
  devVars?: boolean
  /** Where the files of the demo shop come from, when not from test/demo. */
  readFile?: ReadFile
}

export type RunningShop = {
  url: string
  /** null when .dev.vars names a Stripe account. */
  stripeUrl: string | null
  mailUrl: string
  logPath: string
  /** Where the first owner makes their passkey; null once there is one. */
  setUpUrl: string | null
  stop(): Promise<void>
}

const MINUTE_MS = 60_000

/** Starts the whole shop on this machine: database, demo, payments, mails and the Worker itself. */
export async function startShop(options: ShopOptions): Promise<RunningShop> {
  const { port, statePath, stripePort, mailPort, mailWebPort, devVars = false } = options
  const say = (line: string) => void (options.quiet || process.stdout.write(`${line}\n`))
  const given = devVars ? await readDevVars() : {}
  const hasAccount = namesAccount(given)
  await requireFree([
    { port, name: 'the shop', variable: 'PORT' },
    { port: mailPort, name: 'mails', variable: 'MAIL_PORT' },
    { port: mailWebPort, name: 'the mailbox', variable: 'MAILBOX_PORT' },
    ...(hasAccount ? [] : [{ port: stripePort, name: 'payments', variable: 'STRIPE_PORT' }]),
  ])
  const folder = dirname(statePath)
  const logPath = join(folder, 'dev.log')
  await mkdir(folder, { recursive: true })
  await prepare({ statePath, mailPort, say, readFile: options.readFile ?? readDemoFile })

  say('Starting the shop …')
  const url = `http://localhost:${port}`
  const setUpUrl = await firstLink(statePath, url)
  const vars = localVars(given, url, stripePort)
  const mailsPath = join(folder, 'mails.json')
  const mailbox = await openMailbox({ port: mailPort, webPort: mailWebPort, path: mailsPath })
  const stripe = hasAccount
    ? null
    : await startStripe({
        port: stripePort,
        secretKey: vars.STRIPE_SECRET_KEY,
        webhookSecret: vars.STRIPE_WEBHOOK_SECRET,
        webhookUrl: `${url}/stripe/webhook`,
        statePath: join(folder, 'stripe.json'),
      })
  const missing = Object.entries(vars).filter(([name]) => !(name in given))
  const told = Object.fromEntries(missing)
  const worker = runWorker({ port, statePath, logPath, devVars, vars: told })
  let minutes = 0
  const clock = setInterval(() => {
    minutes += 1
    void worker.tick('* * * * *')
    if (minutes % 15 === 0) void worker.tick('*/15 * * * *')
  }, MINUTE_MS)
  async function stop() {
    clearInterval(clock)
    await worker.stop()
    await Promise.all([stripe?.close(), mailbox.close()])
  }
  await worker.ready().catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url, stripeUrl: stripe?.url ?? null, mailUrl: mailbox.url, logPath, setUpUrl, stop }
}

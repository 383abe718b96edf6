import { relative } from 'node:path'
import { Sentence } from './ports.ts'
import { startShop, type RunningShop } from './shop.ts'
import { localPorts } from './places.ts'
import { spaced, TEST_CARDS, TEST_IBANS } from '../stripe/test-numbers.ts'
import { warm } from './warm.ts'
import { ROOT } from './wrangler.ts'

const stopping = new AbortController()
let shop: RunningShop | undefined

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) return
    stopping.abort()
    void (shop?.stop() ?? Promise.resolve()).finally(() => process.exit(0))
  })
}

try {
  shop = await startShop({ ...localPorts(), devVars: true })
  process.stdout.write(welcome(shop))
  await warm(shop.url, stopping.signal)
} catch (error) {
  if (!stopping.signal.aborted) {
    process.stderr.write(`${error instanceof Sentence ? error.message : describe(error)}\n`)
    await shop?.stop()
    process.exit(1)
  }
}

function welcome({ url, stripeUrl, mailUrl, logPath, setUpUrl }: RunningShop): string {
  const [paid, declined, asks] = TEST_CARDS.map(({ number }) => spaced(number))
  const payments = stripeUrl
    ? `
  Payments  ${stripeUrl}   a stand-in for Stripe: no money moves
            ${paid}   is paid
            ${declined}   is declined
            ${asks}   asks for authentication
${TEST_IBANS.map(
  ({ number, outcome }) => `            ${spaced(number)}   SEPA debit, ${outcome}`,
).join('\n')}`
    : '\n  Payments  the Stripe account of .dev.vars'
  return `
  Shop      ${url}      in French
            ${url}/en   in English
            ${url}/admin   the back office
${setUpUrl ? `\n  First key ${setUpUrl}\n            makes you the owner: one use, seven days\n` : ''}${payments}

  Mails     ${mailUrl}   everything the shop sends
  Log       ${relative(ROOT, logPath)}

  Ctrl-C stops. npm run reset starts over.

`
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

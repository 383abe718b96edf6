import { startStripe } from './server.ts'

// node test/stripe/main.ts PORT=12111 WEBHOOK_URL=http://localhost:8787/stripe/webhook STATE=…
const given: { [name: string]: string | undefined } = {
  ...process.env,
  ...Object.fromEntries(process.argv.slice(2).map((pair) => pair.split(/=(.*)/s))),
}
const webhookUrl = given.WEBHOOK_URL ?? 'http://localhost:8787/stripe/webhook'

const stripe = await startStripe({
  port: Number(given.PORT ?? 12111),
  secretKey: given.STRIPE_SECRET_KEY ?? 'sk_test_echoppe',
  webhookSecret: given.STRIPE_WEBHOOK_SECRET ?? 'whsec_echoppe',
  webhookUrl,
  ...(given.STATE === undefined ? {} : { statePath: given.STATE }),
})

process.stdout.write(`Stripe stand-in at ${stripe.url}, webhooks to ${webhookUrl}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stripe.close().then(() => process.exit(0)))
}

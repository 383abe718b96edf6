import { createServer, type Server } from 'node:http'
import { Stripe } from 'stripe'
import { onTestFinished } from 'vitest'
import { startStripe, type StandInOptions, type StripeStandIn } from './server.ts'

export const SECRET_KEY = 'sk_test_stage'
export const WEBHOOK_SECRET = 'whsec_stage'

type Heard = { event: Stripe.Event; body: string; signature: string }

export type Stage = {
  standIn: StripeStandIn
  control: StripeStandIn['control']
  stripe: Stripe
  /** What a small shop heard by webhook, signatures verified. */
  heard: Heard[]
  /** The statuses the shop answers with, in order; 200 once they are used up. */
  answers: number[]
}

/** A stand-in, a client of the official SDK, and a shop that only listens. Gone after the test. */
export async function stage(options: Partial<StandInOptions> = {}): Promise<Stage> {
  const heard: Heard[] = []
  const answers: number[] = []
  const shop = await listeningShop(heard, answers)
  const standIn = await startStripe({
    port: 0,
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    webhookUrl: shop.url,
    ...options,
  })
  onTestFinished(async () => {
    await standIn.close()
    shop.server.close()
    shop.server.closeAllConnections()
  })
  return { standIn, control: standIn.control, stripe: clientOf(standIn), heard, answers }
}

/** The official SDK, pointed at a stand-in, never retrying by itself. */
export function clientOf(standIn: StripeStandIn, key = SECRET_KEY): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port: standIn.port,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
    timeout: 2000,
  })
}

/** Parameters of an order of two bowls and their postage: 32.90 euros. */
export function bowls(more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  return {
    mode: 'payment',
    ui_mode: 'hosted_page',
    success_url: 'http://localhost:8787/merci/{CHECKOUT_SESSION_ID}',
    cancel_url: 'http://localhost:8787/panier',
    client_reference_id: 'order-1',
    metadata: { order: 'order-1' },
    payment_intent_data: { metadata: { order: 'order-1' } },
    line_items: [line('Bol bleu', 1400, 2), line('Livraison', 490, 1)],
    ...more,
  } satisfies Stripe.Checkout.SessionCreateParams
}

/** One line of an order, in euros. */
export function line(name: string, cents: number, quantity: number) {
  return {
    price_data: { currency: 'eur', unit_amount: cents, product_data: { name } },
    quantity,
  }
}

async function listeningShop(heard: Heard[], answers: number[]) {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const signature = String(request.headers['stripe-signature'])
      void Stripe.webhooks
        .constructEventAsync(body, signature, WEBHOOK_SECRET)
        .then((event) => {
          heard.push({ event, body, signature })
          return response.writeHead(answers.shift() ?? 200).end()
        })
        .catch(() => response.writeHead(400).end())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { server, url: `http://127.0.0.1:${port}/webhook` }
}

import type { TestProject } from 'vitest/node'
import { startStripe } from '../stripe/server.ts'

/** A Stripe stand-in for the tests inside workerd: they carry its webhooks to the shop themselves. */
export async function setup(project: TestProject) {
  const stripe = await startStripe({
    port: 0,
    secretKey: 'sk_test_echoppe',
    webhookSecret: 'whsec_echoppe',
  })
  project.provide('stripeUrl', stripe.url)
  return () => stripe.close()
}

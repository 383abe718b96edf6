import type { TestProject } from 'vitest/node'
import { startStripe } from '../stripe/server.ts'

const KEYS = { secretKey: 'sk_test_echoppe', webhookSecret: 'whsec_echoppe' }

/**
 * Two Stripe stand-ins for the tests inside workerd: one whose webhooks the tests carry to the shop themselves, and one
 * whose webhooks are lost.
 */
export async function setup(project: TestProject) {
  const stripe = await startStripe({ ...KEYS, port: 0 })
  const lost = await startStripe({ ...KEYS, port: 0, webhookUrl: 'http://127.0.0.1:9/lost' })
  lost.control.deliveries({ mode: 'drop' })
  project.provide('stripeUrl', stripe.url)
  project.provide('lostStripeUrl', lost.url)
  return async () => {
    await Promise.all([stripe.close(), lost.close()])
  }
}

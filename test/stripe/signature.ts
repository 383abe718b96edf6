import { createHmac } from 'node:crypto'

/** The value of a Stripe-Signature header: HMAC SHA-256 of `timestamp.body`. */
export function sign(body: string, how: { secret: string; timestamp: number }): string {
  const digest = createHmac('sha256', how.secret).update(`${how.timestamp}.${body}`).digest('hex')
  return `t=${how.timestamp},v1=${digest}`
}

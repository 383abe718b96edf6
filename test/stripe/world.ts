import { randomBytes } from 'node:crypto'
import type { Form } from './form-body.ts'
import type { State } from './state.ts'

export const API_VERSION = '2026-10-28.endive'

/** The event types that a shop's endpoint asks for. */
export const SHOP_EVENTS = [
  'checkout.session.completed',
  'checkout.session.expired',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'charge.succeeded',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'refund.created',
  'refund.updated',
  'refund.failed',
]

export type Settings = {
  secretKey: string
  webhookSecret: string
  webhookUrl: string | null
  /** The event types that are sent; the others are only recorded. */
  eventTypes: string[]
  /** How long the bank takes to settle a debit or its refund. */
  settleSeconds: number
  /** Rows that a page of a list has at most. */
  mostRows: number
}

export type Trouble = {
  /** Beginning of the path, e.g. /v1/refunds; any path when left out. */
  path?: string
  method?: string
  /** Text that the path or a parameter must hold, so that tests beside each other keep their troubles apart. */
  about?: string
  kind: '500' | '409' | '429' | 'hang' | 'slow' | 'html' | 'refuse' | 'executed-but-answer-lost'
  times: number
}

export type RequestLine = {
  at: number
  id: string
  method: string
  path: string
  params: Form
  idempotencyKey: string | null
  /** 0 when the caller got no answer. */
  status: number
  replayed: boolean
}

/** Everything the parts of the stand-in share. */
export type World = {
  url: string
  settings: Settings
  state: State
  mode: 'send' | 'hold' | 'drop'
  troubles: Trouble[]
  requests: RequestLine[]
  /** Ids of the events being sent right now. */
  inFlight: Set<string>
  /** Resolves when every delivery begun so far has had its attempt. */
  quiet: Promise<void>
  closing: AbortController
  /** Milliseconds. */
  now(): number
  /** Says that the state is worth writing again. */
  changed(): void
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A random id such as `pi_3…`. */
export function newId(prefix: string, length = 24): string {
  const letters = [...randomBytes(length)].map((byte) => LETTERS.charAt(byte % LETTERS.length))
  return prefix + letters.join('')
}

/** Stripe's time: whole seconds. */
export function seconds(world: World): number {
  return Math.floor(world.now() / 1000)
}

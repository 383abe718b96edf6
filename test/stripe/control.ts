import { heldEvents, release, repeat, type Release } from './deliveries.ts'
import { closeDispute, moveDispute, openDispute, type DisputeOutcome } from './disputes.ts'
import { decline, payByCard, payByDebit, settleDelayed } from './payments.ts'
import { failRefund } from './refunds.ts'
import { refuse } from './refusal.ts'
import { expireDue, expireSession, sessionById, successUrl } from './sessions.ts'
import type { Delivery, Dispute, Refund, Session, StripeEvent } from './shapes.ts'
import { sign } from './signature.ts'
import { emptyState } from './state.ts'
import { TEST_IBANS, testCard } from './test-numbers.ts'
import { tick } from './time.ts'
import type { RequestLine, Settings, Trouble, World } from './world.ts'

export type Paid = { paid: boolean; session: Session; redirect: string | null }

/** What tests can make happen. Verbs that cause webhooks resolve once those had their attempt. */
export type Control = {
  deliveries(to: { mode: World['mode'] }): void
  held(): StripeEvent[]
  release(how?: { order?: 'natural' | 'reverse' | string[]; copies?: number }): Promise<Release[]>
  repeat(eventId: string, copies?: number): Promise<number[]>
  /** All events, oldest first; or those whose object has this text, such as the id of a payment, in one of its fields. */
  events(about?: string): StripeEvent[]
  deliveryLog(): ({ id: string; type: string } & Delivery)[]
  /** All sessions, oldest first; or those that have this text in one of their fields. */
  sessions(about?: string): Session[]
  requests(): RequestLine[]
  forget(): void
  pay(sessionId: string, by?: { card?: string; iban?: 'succeeds' | 'fails' }): Promise<Paid>
  settleDelayed(sessionId: string, outcome: 'succeeded' | 'failed'): Promise<Session>
  expire(sessionId: string): Promise<Session>
  expireDue(): Promise<string[]>
  trouble(planned: Trouble): void
  /** Ends the troubles planned about a text. */
  calm(about: string): void
  failRefund(refundId: string): Promise<Refund>
  dispute(paymentIntentId: string, status?: Dispute['status']): Promise<Dispute>
  moveDispute(disputeId: string, status: Dispute['status']): Promise<Dispute>
  closeDispute(disputeId: string, outcome: DisputeOutcome): Promise<Dispute>
  sign(body: string, how?: { timestamp?: number; secret?: string }): string
  /** Changes settings; gives them all. */
  settings(change?: Partial<Settings>): Settings
  /** Sets the time, in milliseconds, from which the clock goes on; null is the real time. */
  clock(at: number | null): Promise<number>
  /** Resolves when every webhook begun so far has had its attempt. */
  quiet(): Promise<void>
}

export type Clock = { now(): number; set(at: number | null): void }

/** The verbs, for this world. */
export function controlOf(world: World, clock: Clock): Control {
  return {
    ...deliveryVerbs(world),
    ...moneyVerbs(world),
    sessions: (about) =>
      structuredClone([...world.state.sessions.values()].filter((one) => isAbout(one, about))),
    requests: () => structuredClone(world.requests),
    trouble: (planned) => void world.troubles.push({ ...planned }),
    calm(text) {
      world.troubles = world.troubles.filter(({ about }) => about !== text)
    },
    settings: (change = {}) => structuredClone(Object.assign(world.settings, change)),
    async clock(at) {
      clock.set(at)
      tick(world)
      await world.quiet
      return world.now()
    },
    forget() {
      world.state = emptyState()
      world.mode = 'send'
      world.troubles = []
      world.requests = []
      clock.set(null)
      world.changed()
    },
  }
}

type DeliveryVerb =
  | 'deliveries'
  | 'held'
  | 'release'
  | 'repeat'
  | 'events'
  | 'deliveryLog'
  | 'sign'
  | 'quiet'

function deliveryVerbs(world: World): Pick<Control, DeliveryVerb> {
  return {
    deliveries({ mode }) {
      world.mode = mode
    },
    held: () => heldEvents(world).map(({ event }) => structuredClone(event)),
    release: ({ order = 'natural', copies = 1 } = {}) => release(world, order, copies),
    repeat: (eventId, copies = 1) => repeat(world, eventId, copies),
    events: (about) =>
      [...world.state.events.values()]
        .filter(({ event }) => isAbout(event.data.object, about))
        .map(({ event }) => structuredClone(event)),
    deliveryLog: () =>
      [...world.state.events.values()].map(({ event, delivery }) => {
        return { id: event.id, type: event.type, ...structuredClone(delivery) }
      }),
    sign(body, how = {}) {
      const timestamp = how.timestamp ?? Math.floor(world.now() / 1000)
      return sign(body, { secret: how.secret ?? world.settings.webhookSecret, timestamp })
    },
    quiet: () => world.quiet,
  }
}

function isAbout(thing: object, text: string | undefined): boolean {
  return text === undefined || Object.values(thing).includes(text)
}

type MoneyVerb =
  | 'pay'
  | 'settleDelayed'
  | 'expire'
  | 'expireDue'
  | 'failRefund'
  | 'dispute'
  | 'moveDispute'
  | 'closeDispute'

function moneyVerbs(world: World): Pick<Control, MoneyVerb> {
  async function told<Thing>(thing: Thing): Promise<Thing> {
    await world.quiet
    return structuredClone(thing)
  }
  return {
    pay: async (sessionId, by = {}) => told(pay(world, sessionId, by)),
    settleDelayed: async (sessionId, outcome) => told(settleDelayed(world, sessionId, outcome)),
    expire: async (sessionId) => told(expireSession(world, sessionId)),
    expireDue: async () => told(expireDue(world)),
    failRefund: async (refundId) => told(failRefund(world, refundId)),
    dispute: async (intentId, status = 'needs_response') =>
      told(openDispute(world, intentId, status)),
    moveDispute: async (disputeId, status) => told(moveDispute(world, disputeId, status)),
    closeDispute: async (disputeId, outcome) => told(closeDispute(world, disputeId, outcome)),
  }
}

function pay(world: World, id: string, by: { card?: string; iban?: 'succeeds' | 'fails' }): Paid {
  const session = sessionById(world, id)
  if (session.status !== 'open') refuse(400, `${id} is ${session.status}: it cannot be paid.`)
  const payer = { name: 'Camille Essai', email: session.customer_email ?? 'camille@example.com' }
  const redirect = successUrl(session)
  if (by.iban) {
    const outcome = by.iban === 'succeeds' ? 'succeeded' : 'failed'
    const iban = TEST_IBANS.find((known) => known.outcome === outcome)
    if (iban) payByDebit(world, session, payer, iban)
    return { paid: false, session, redirect }
  }
  const card = testCard(by.card ?? '4242424242424242')
  if (!card) return refuse(400, `${by.card} is not one of the test cards.`)
  if (card.outcome === 'declined') {
    decline(world, session, payer, 'card_declined')
    return { paid: false, session, redirect: null }
  }
  payByCard(world, session, payer, card)
  return { paid: true, session, redirect }
}

import { refuseMissing } from './refusal.ts'
import type { Delivery, Recorded } from './shapes.ts'
import { sign } from './signature.ts'
import type { World } from './world.ts'

const RETRY_SECONDS = [1, 2, 4, 8, 15]
const PATIENCE_MILLISECONDS = 10_000

/** Decides what becomes of a new event: sent now, kept for later, or lost; an account without an endpoint awaits nothing. */
export function deliver(world: World, recorded: Recorded): void {
  const { event, delivery } = recorded
  const { eventTypes, webhookUrl } = world.settings
  if (webhookUrl === null || !eventTypes.includes(event.type)) return
  event.pending_webhooks = 1
  if (world.mode === 'hold') delivery.state = 'held'
  else if (world.mode === 'drop') delivery.state = 'dropped'
  else attemptSoon(world, recorded)
}

/** True when the shop has acknowledged the event, or never asked for it. */
export function isSettled(delivery: Delivery): boolean {
  return delivery.state === 'acknowledged' || delivery.state === 'unwanted'
}

/** Sends again what was not acknowledged and is due. */
export function retryDue(world: World): void {
  if (world.mode !== 'send') return
  for (const recorded of world.state.events.values()) {
    const { event, delivery } = recorded
    const due = delivery.state === 'waiting' && delivery.dueAt <= world.now()
    if (due && !world.inFlight.has(event.id)) attemptSoon(world, recorded)
  }
}

/** The events kept back until they are released, oldest first. */
export function heldEvents(world: World): Recorded[] {
  return [...world.state.events.values()].filter(({ delivery }) => delivery.state === 'held')
}

export type Release = { id: string; type: string; statuses: number[] }

/** Sends held events one after the other, each in as many copies at once as asked. */
export async function release(
  world: World,
  order: 'natural' | 'reverse' | string[],
  copies: number,
): Promise<Release[]> {
  const held = heldEvents(world)
  const chosen = Array.isArray(order)
    ? order.map((id) => recordedById(world, id))
    : order === 'reverse'
      ? held.toReversed()
      : held
  const released: Release[] = []
  for (const recorded of chosen) {
    const { id, type } = recorded.event
    // Order is the point here: the next event leaves only when this one is answered.
    released.push({ id, type, statuses: await sendCopies(world, recorded, copies) })
  }
  return released
}

/** Sends one event again, in several copies at once. */
export function repeat(world: World, eventId: string, copies: number): Promise<number[]> {
  return sendCopies(world, recordedById(world, eventId), copies)
}

async function sendCopies(world: World, recorded: Recorded, copies: number): Promise<number[]> {
  const statuses = await Promise.all(Array.from({ length: copies }, () => send(world, recorded)))
  note(world, recorded, statuses)
  return statuses
}

function recordedById(world: World, id: string): Recorded {
  return world.state.events.get(id) ?? refuseMissing('event', id, 'id')
}

// One delivery at a time: the shop sees events in the order in which they happened.
function attemptSoon(world: World, recorded: Recorded): void {
  const { event, delivery } = recorded
  delivery.state = 'waiting'
  delivery.dueAt = world.now()
  world.inFlight.add(event.id)
  world.quiet = attempt(world, recorded, world.quiet)
}

async function attempt(world: World, recorded: Recorded, before: Promise<void>): Promise<void> {
  await before
  if (!world.closing.signal.aborted) note(world, recorded, [await send(world, recorded)])
  world.inFlight.delete(recorded.event.id)
}

function note(world: World, { event, delivery }: Recorded, statuses: number[]): void {
  if (world.closing.signal.aborted) return
  delivery.statuses.push(...statuses)
  if (statuses.some((status) => status >= 200 && status < 300)) {
    delivery.state = 'acknowledged'
    event.pending_webhooks = 0
  } else if (delivery.state === 'waiting') {
    const pause = RETRY_SECONDS[delivery.statuses.length - 1]
    if (pause === undefined) delivery.state = 'abandoned'
    else delivery.dueAt = world.now() + pause * 1000
  }
  world.changed()
}

async function send(world: World, { event }: Recorded): Promise<number> {
  const { webhookUrl, webhookSecret } = world.settings
  if (webhookUrl === null) return 0
  const body = JSON.stringify({ ...event, pending_webhooks: 1 }, null, 2)
  const timestamp = Math.floor(world.now() / 1000)
  try {
    const response = await fetch(webhookUrl, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Stripe-Signature': sign(body, { secret: webhookSecret, timestamp }),
        'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      body,
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MILLISECONDS), world.closing.signal]),
    })
    await response.body?.cancel()
    return response.status
  } catch {
    return 0
  }
}

import { deliver, isSettled } from './deliveries.ts'
import type { Origin, StripeEvent } from './shapes.ts'
import { API_VERSION, newId, seconds, type World } from './world.ts'

/** Records that something happened, with the object as it is now, and tells the shop. */
export function emit(
  world: World,
  type: string,
  object: { id: string },
  origin: Origin = { id: null, idempotency_key: null },
): StripeEvent {
  const event: StripeEvent = {
    id: newId('evt_1'),
    object: 'event',
    api_version: API_VERSION,
    created: seconds(world),
    data: { object: structuredClone(object) },
    livemode: false,
    pending_webhooks: 0,
    request: origin,
    type,
  }
  const recorded = { event, delivery: { state: 'unwanted' as const, statuses: [], dueAt: 0 } }
  world.state.events.set(event.id, recorded)
  deliver(world, recorded)
  world.changed()
  return event
}

export type EventFilter = { type?: string; types?: string[]; delivery_success?: boolean }

/** The events, newest first, that the list call asks for. */
export function eventsMatching(world: World, filter: EventFilter): StripeEvent[] {
  const wanted = (type: string) =>
    (filter.types ?? [filter.type ?? '*']).some((pattern) => matches(type, pattern))
  return [...world.state.events.values()]
    .filter(({ event }) => wanted(event.type))
    .filter(
      ({ delivery }) =>
        filter.delivery_success === undefined || isSettled(delivery) === filter.delivery_success,
    )
    .map(({ event }) => event)
    .toReversed()
}

function matches(type: string, pattern: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern
}

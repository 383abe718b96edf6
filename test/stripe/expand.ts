import { page } from './paging.ts'
import { refuse } from './refusal.ts'
import { refundsOf } from './refunds.ts'
import { linesOf } from './sessions.ts'
import type { World } from './world.ts'

type Thing = { [field: string]: unknown }

const MOST_LEVELS = 4

/** A copy of an answer with the fields asked for replaced by the objects they name. */
export function expand(world: World, answer: object, paths: string[] = []): object {
  const copy: Thing = { ...structuredClone(answer) }
  for (const path of paths) {
    const steps = path.split('.')
    if (steps.length > MOST_LEVELS)
      refuse(400, `You cannot expand more than ${MOST_LEVELS} levels.`)
    open(world, copy, steps, path)
  }
  return copy
}

function open(world: World, thing: Thing, [field, ...rest]: string[], path: string): void {
  if (field === undefined) return
  const inside = fieldOf(world, thing, field, path)
  thing[field] = inside
  const below = Array.isArray(inside) ? inside : [inside]
  if (rest.length === 0) return
  for (const one of below) if (isThing(one)) open(world, one, rest, path)
}

function fieldOf(world: World, thing: Thing, field: string, path: string): unknown {
  const id = String(thing.id)
  if (thing.object === 'checkout.session' && field === 'line_items') {
    const url = `/v1/checkout/sessions/${id}/line_items`
    return thing.line_items ?? structuredClone(page(linesOf(world, id), {}, url))
  }
  if (thing.object === 'charge' && field === 'refunds') {
    const refunds = refundsOf(world, id).toReversed()
    return thing.refunds ?? structuredClone(page(refunds, {}, `/v1/charges/${id}/refunds`))
  }
  const value = thing[field]
  if (!Object.hasOwn(thing, field) || (typeof value !== 'string' && typeof value !== 'object')) {
    return refuse(400, `This property cannot be expanded (${path}).`, { param: 'expand' })
  }
  return typeof value === 'string' ? objectNamed(world, value, path) : value
}

function objectNamed(world: World, id: string, path: string): unknown {
  const { sessions, paymentIntents, charges, refunds } = world.state
  const found = sessions.get(id) ?? paymentIntents.get(id) ?? charges.get(id) ?? refunds.get(id)
  if (!found) refuse(400, `This property cannot be expanded (${path}).`, { param: 'expand' })
  return structuredClone(found)
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null
}

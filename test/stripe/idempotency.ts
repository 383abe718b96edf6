import type { Form } from './form-body.ts'
import { refuse } from './refusal.ts'
import type { StoredAnswer } from './shapes.ts'
import type { World } from './world.ts'

const MEMORY_MILLISECONDS = 24 * 3600 * 1000
const LONGEST_KEY = 255

type Keyed = { method: string; path: string; params: Form; key: string | null }

/** The answer already given under this key, or null; refuses a key used for something else. */
export function answerBefore(world: World, call: Keyed): StoredAnswer | null {
  if (call.key === null || call.method !== 'POST') return null
  if (call.key.length > LONGEST_KEY) {
    const message = `Idempotency keys are at most ${LONGEST_KEY} characters long.`
    refuse(400, message, { type: 'idempotency_error' })
  }
  const before = world.state.answers.get(call.key)
  if (!before || before.at + MEMORY_MILLISECONDS <= world.now()) return null
  if (before.request !== fingerprint(call)) {
    refuse(
      400,
      'Keys for idempotent requests can only be used with the same parameters they were first ' +
        `used with. Try using a key other than '${call.key}' if you meant to execute a different ` +
        'request.',
      { type: 'idempotency_error' },
    )
  }
  return before
}

/** Remembers an answer, good or bad, for a day. */
export function remember(world: World, call: Keyed, status: number, body: unknown): void {
  if (call.key === null || call.method !== 'POST') return
  const request = fingerprint(call)
  const kept = { at: world.now(), request, status, body: structuredClone(body) }
  world.state.answers.set(call.key, kept)
  world.changed()
}

/** Drops the keys that are a day old. */
export function forgetOldAnswers(world: World): void {
  const oldest = world.now() - MEMORY_MILLISECONDS
  for (const [key, answer] of world.state.answers) {
    if (answer.at <= oldest) world.state.answers.delete(key)
  }
}

function fingerprint({ method, path, params }: Keyed): string {
  return `${method} ${path} ${JSON.stringify(sorted(params))}`
}

function sorted(form: Form): unknown {
  const entries = Object.entries(form).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, value]) => [key, typeof value === 'string' ? value : sorted(value)])
}

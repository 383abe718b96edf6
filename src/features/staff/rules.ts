/** What there is to do in the back office, and who may. */
const RIGHTS = {
  today: ['owner', 'helper'],
  orders: ['owner', 'helper'],
  stock: ['owner', 'helper'],
  account: ['owner', 'helper'],
  refunds: ['owner'],
  products: ['owner'],
  messages: ['owner'],
  customers: ['owner'],
  promotions: ['owner'],
  content: ['owner'],
  documents: ['owner'],
  settings: ['owner'],
  mail: ['owner'],
  staff: ['owner'],
  audit: ['owner'],
  books: ['owner'],
} as const satisfies Record<string, readonly ('owner' | 'helper')[]>

export type Right = keyof typeof RIGHTS
export const ROLES = ['owner', 'helper'] as const
export type Role = (typeof ROLES)[number]

/** Whether a role may do something. */
export function may(role: Role, right: Right): boolean {
  return RIGHTS[right].some((allowed) => allowed === role)
}

const MINUTE_MS = 60_000
export const IDLE_MS = 30 * MINUTE_MS
export const ABSOLUTE_MS = 12 * 60 * MINUTE_MS
/** A question to an authenticator is good for this long. */
export const CHALLENGE_MS = 5 * MINUTE_MS
export const INVITATION_MS = 7 * 24 * 60 * MINUTE_MS
export const RECOVERY_CODES = 8
/** Wrong recovery codes that one place may try in an hour. */
export const TRIES_AN_HOUR = 5
/** Questions that the door answers to one place in a minute: each sign-in needs one. */
export const QUESTIONS_A_MINUTE = 10
/** A session's last sign of life is written this often at most. */
const TOUCH_MS = MINUTE_MS

type Times = { createdAt: number; seenAt: number; endedAt: number | null }

/** Whether a session still lets in: not ended, seen within 30 minutes, opened within 12 hours. */
export function isOpen(session: Times, now: number): boolean {
  return (
    session.endedAt === null &&
    now - session.seenAt < IDLE_MS &&
    now - session.createdAt < ABSOLUTE_MS
  )
}

/** Whether a sign of life is worth a write. */
export function needsTouch(session: Times, now: number): boolean {
  return now - session.seenAt >= TOUCH_MS
}

/** A recovery code as it was typed, without the spaces, hyphens and capitals that people add. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[^0-9a-z]/g, '')
}

/** A code as people copy it: groups of four. */
export function readableCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-')
}

const BROWSERS = [
  ['Edge', /Edg/],
  ['Opera', /OPR/],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrom(e|ium)|CriOS/],
  ['Safari', /Safari/],
] as const
const MACHINES = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS/],
  ['Linux', /Linux|X11/],
] as const

/** How a browser is told from another: "Chrome, Android". Empty when it does not say. */
export function browserName(userAgent: string): string {
  const named = [BROWSERS, MACHINES].map(
    (list) => list.find(([, mark]) => mark.test(userAgent))?.[0],
  )
  return named.filter(Boolean).join(', ')
}

/** Whether somebody may take another's place away: never one's own. */
export function mayRemove(actor: { id: string; role: Role }, other: { id: string }): boolean {
  return may(actor.role, 'staff') && actor.id !== other.id
}

import * as v from 'valibot'
import { isLang, type Lang } from '#lib/i18n.ts'
import { ROLES, type Role } from './rules.ts'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from './passkeys.ts'

type Fields = Record<string, string>

const MAX_NAME = 60
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
const text = v.pipe(v.string(), v.maxLength(20_000))

const made = v.object({
  id: text,
  rawId: text,
  type: v.literal('public-key'),
  clientExtensionResults: v.optional(v.object({}), {}),
  response: v.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: v.fallback(v.array(v.picklist(TRANSPORTS)), []),
  }),
})

const shown = v.object({
  id: text,
  rawId: text,
  type: v.literal('public-key'),
  clientExtensionResults: v.optional(v.object({}), {}),
  response: v.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: v.optional(v.nullable(text)),
  }),
})

/** What an authenticator answered when it made a key; null when it is something else. */
export function madeKey(fields: Fields): RegistrationResponseJSON | null {
  const read = v.safeParse(made, json(fields))
  return read.success ? read.output : null
}

/** What an authenticator answered when it showed a key; null when it is something else. */
export function shownKey(fields: Fields): AuthenticationResponseJSON | null {
  const read = v.safeParse(shown, json(fields))
  if (!read.success) return null
  const { userHandle, ...response } = read.output.response
  return { ...read.output, response: { ...response, ...(userHandle ? { userHandle } : {}) } }
}

function json({ credential = '' }: Fields): unknown {
  try {
    return JSON.parse(credential)
  } catch {
    return null
  }
}

/** A name as it was typed, on one line; empty when there is none. */
export function nameIn(fields: Fields, field: string): string {
  return (fields[field] ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_NAME)
}

export function langIn({ lang }: Fields): Lang | null {
  return isLang(lang) ? lang : null
}

export function roleIn({ role }: Fields): Role | null {
  return ROLES.find((one) => one === role) ?? null
}

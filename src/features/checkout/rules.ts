import { type DeliveryMethod, promiseFor } from '#features/delivery/rules.ts'
import type { Settings } from '#features/settings/rules.ts'
import { addDays, type Day } from '#lib/dates.ts'

/** What is wrong with one field, by itself. */
export type Fault =
  | 'missing'
  | 'long'
  | 'unprintable'
  | 'email'
  | 'phone'
  | 'postcode_short'
  | 'postcode_digits'
  | 'postcode'

/** The most characters a field may hold. */
export const MOST = {
  email: 254,
  phone: 30,
  first_name: 80,
  last_name: 80,
  line1: 120,
  line2: 120,
  postal_code: 10,
  city: 80,
  note: 500,
} as const

/** A field that is typed. */
export type TypedField = keyof typeof MOST

/** The key of an order form: the id of an order. */
export const ORDER_KEY = /^ord_[0-9a-z]{16}$/

/** How a sentence or a name may not be written: control characters, and marks that turn text around. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** What is wrong with a line of text, when something is. */
export function lineFault(value: string, most: number, required: boolean): Fault | null {
  if (value === '') return required ? 'missing' : null
  if (UNPRINTABLE.test(value)) return 'unprintable'
  return value.length > most ? 'long' : null
}

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/

/** What is wrong with an e-mail address: plausible is enough, the mail itself is the proof. */
export function emailFault(value: string): Fault | null {
  const fault = lineFault(value, MOST.email, true)
  if (fault) return fault
  const at = value.lastIndexOf('@')
  const local = value.slice(0, Math.max(0, at))
  const plausible = local.length <= 64 && LOCAL.test(local) && DOMAIN.test(value.slice(at + 1))
  return plausible ? null : 'email'
}

/** What is wrong with a telephone number, which may be left out. */
export function phoneFault(value: string): Fault | null {
  const fault = lineFault(value, MOST.phone, false)
  if (fault || value === '') return fault
  const digits = value.replace(/\D/g, '').length
  return /^\+?[\d\s().\-/]+$/.test(value) && digits >= 6 && digits <= 15 ? null : 'phone'
}

/** What is wrong with a postcode, as its country writes them. */
export function postcodeFault(value: string, country: string): Fault | null {
  const fault = lineFault(value, MOST.postal_code, true)
  if (fault) return fault
  if (country !== 'FR') return /^[A-Za-z0-9][A-Za-z0-9 -]{2,9}$/.test(value) ? null : 'postcode'
  const digits = value.replace(/\s/g, '')
  if (/^\d{5}$/.test(digits)) return null
  return /^\d{4}$/.test(digits) ? 'postcode_short' : 'postcode_digits'
}

/** When an option brings what is ordered now: what is made to order arrives that many weeks later. */
export function arrivalOf(
  option: Pick<DeliveryMethod, 'minDays' | 'maxDays'>,
  lines: readonly { leadWeeks: number | null }[],
  settings: Pick<Settings, 'dispatch' | 'holiday' | 'shop'>,
  now: number,
): { from: Day; to: Day } {
  const { from, to } = promiseFor(option, settings, now)
  const later = 7 * Math.max(0, ...lines.map((line) => line.leadWeeks ?? 0))
  return { from: addDays(from, later), to: addDays(to, later) }
}

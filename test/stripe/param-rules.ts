import type { Form } from './form-body.ts'
import { refuse } from './refusal.ts'
import type { Metadata } from './shapes.ts'

export type Rule = {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'metadata'
  format?: 'currency' | 'unix-time'
  enum?: string[]
  required?: boolean
  /** Longest text allowed. */
  max?: number
}

const MOST_METADATA_KEYS = 50
const LONGEST_METADATA_KEY = 40
const LONGEST_METADATA_VALUE = 500
const LONGEST_TEXT = 5000

/** One written value → its own type, or Stripe's refusal. */
export function checkScalar(value: string, rule: Rule, param: string): string | number | boolean {
  if (value === '') refuseEmpty(param)
  if (rule.type === 'integer') return checkInteger(value, param)
  if (rule.type === 'number') return checkNumber(value, param)
  if (rule.type === 'boolean') return checkBoolean(value, param)
  if (rule.enum && !rule.enum.includes(value)) {
    refuse(400, `Invalid ${param}: must be one of ${rule.enum.join(', ')}`, { param })
  }
  if (rule.format === 'currency') checkCurrency(value, param)
  const longest = rule.max ?? LONGEST_TEXT
  if (value.length > longest) {
    const start = `${value.slice(0, 10)}...${value.slice(-10)}`
    refuse(400, `Invalid string: ${start}; must be at most ${longest} characters`, { param })
  }
  return value
}

/** Metadata within Stripe's limits: 50 keys, 40 characters a key, 500 a value; empty unsets. */
export function checkMetadata(value: string | Form, param: string): Metadata {
  if (value === '') return {}
  if (typeof value === 'string') return refuse(400, 'Invalid metadata: must be a hash', { param })
  const entries = Object.entries(value)
  if (entries.length > MOST_METADATA_KEYS) {
    refuse(400, `You cannot use more than ${MOST_METADATA_KEYS} metadata keys`, { param })
  }
  const checked: Metadata = {}
  for (const [key, text] of entries) {
    const at = `${param}[${key}]`
    if (typeof text !== 'string')
      return refuse(400, 'Metadata values must be strings', { param: at })
    checkMetadataSize(key, text, at)
    if (text !== '') checked[key] = text
  }
  return checked
}

function checkMetadataSize(key: string, text: string, param: string): void {
  if (key.length > LONGEST_METADATA_KEY) {
    const limit = `Metadata keys can have up to ${LONGEST_METADATA_KEY} characters`
    refuse(400, `${limit}, but you passed in a key that is ${key.length} characters.`, { param })
  }
  if (text.length > LONGEST_METADATA_VALUE) {
    const limit = `Metadata values can have up to ${LONGEST_METADATA_VALUE} characters`
    refuse(400, `${limit}, but you passed in a value that is ${text.length} characters.`, { param })
  }
}

function checkInteger(value: string, param: string): number {
  const number = Number(value)
  if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(number)) {
    refuse(400, `Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param })
  }
  return number
}

function checkNumber(value: string, param: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(value)) refuse(400, `Invalid decimal: ${value}`, { param })
  return Number(value)
}

function checkBoolean(value: string, param: string): boolean {
  if (value !== 'true' && value !== 'false') refuse(400, `Invalid boolean: ${value}`, { param })
  return value === 'true'
}

function checkCurrency(value: string, param: string): void {
  if (
    /^[a-z]{3}$/.test(value) &&
    Intl.supportedValuesOf('currency').includes(value.toUpperCase())
  ) {
    return
  }
  refuse(400, `Invalid currency: ${value}. Stripe expects a lower-case ISO code such as eur.`, {
    param,
  })
}

function refuseEmpty(param: string): never {
  refuse(
    400,
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a ` +
      `parameter; however '${param}' cannot be unset. You should remove '${param}' from your ` +
      'request or supply a non-empty value.',
    { code: 'parameter_invalid_empty', param },
  )
}
